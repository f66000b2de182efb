package dev.readout.answer.quote;

import dev.readout.answer.quote.QuoteFinding.Piece;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Source.SourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passage that a quotation was found in or near. Immutable.
 *
 * @param comparison of the quotation with the passage; of a part, of the passage with the quotation
 * @param part whether the quotation holds the passage and more
 */
record Match(Passage found, Comparison comparison, boolean part) {
  private static final int MAX_ELSEWHERE = 3;

  /**
   * The same words before similar ones, somebody's words before our summaries (also those that
   * differ from the quotation by a comma only), then the better source, the earlier day and the id.
   */
  static final Comparator<Match> BEST_FIRST =
      Comparator.comparingInt(Match::rank)
          .thenComparingDouble(match -> -match.likeness())
          .thenComparing(match -> !match.found.isQuotation())
          .thenComparing(Match::sourceType, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(match -> match.found.record().anchorDay())
          .thenComparing(match -> match.found.record().id())
          .thenComparingInt(match -> first(match).statement().start());

  private int rank() {
    boolean quotation = found.isQuotation();
    if (comparison.isExact()) {
      return quotation ? 0 : 2;
    }
    return comparison.isSlight() && quotation ? 1 : 3;
  }

  /** Of parts the longest is best, of others the one with the greatest share. */
  private double likeness() {
    return part ? comparison.end() - comparison.start() : comparison.share();
  }

  private static Snippet first(Match match) {
    return match.found.snippets().getFirst();
  }

  private @Nullable SourceType sourceType() {
    return first(this).source().type();
  }

  /** What it says to the quotation, with the other matches in their order. */
  QuoteFinding finding(String quote, List<Match> others) {
    if (part) {
      return new QuoteFinding.Part(quote, found, pieces(quote));
    }
    return comparison.isExact()
        ? new QuoteFinding.Verbatim(quote, found, comparison.pieces(), elsewhere(others))
        : new QuoteFinding.Near(quote, found, comparison.pieces(), comparison.changes());
  }

  private List<Passage> elsewhere(List<Match> others) {
    return others.stream()
        .filter(other -> other.comparison.isExact())
        .map(Match::found)
        .filter(other -> other.voice() == found.voice() && !other.equals(found))
        .distinct()
        .limit(MAX_ELSEWHERE)
        .toList();
  }

  private List<Piece> pieces(String quote) {
    int start = comparison.start();
    int end = comparison.end();
    List<Piece> pieces = new ArrayList<>();
    if (start > 0) {
      pieces.add(new Piece(Piece.Kind.ONLY_IN_QUOTE, quote.substring(0, start), ""));
    }
    pieces.add(new Piece(Piece.Kind.SAME, quote.substring(start, end), found.text()));
    if (end < quote.length()) {
      pieces.add(new Piece(Piece.Kind.ONLY_IN_QUOTE, quote.substring(end), ""));
    }
    return pieces;
  }
}

package dev.readout.answer.quote;

import dev.readout.answer.quote.QuoteFinding.Passage;
import dev.readout.answer.quote.QuoteFinding.Piece;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Source.SourceType;
import dev.readout.corpus.Statement;
import dev.readout.index.Generation;
import dev.readout.index.Generation.StatementHit;
import dev.readout.index.SearchFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a message quotes against every statement of a generation: is it there word for word,
 * nearly, in part, or not at all; and whose words are it there. The same message and generation
 * give the same report. Thread-safe.
 */
public final class QuoteChecker {
  /** What of a message is checked; as long as one on Discord can be. */
  public static final int MAX_TEXT_CHARS = 4_000;

  /** Quotations of a message that are checked, its first ones. */
  public static final int MAX_QUOTES = 8;

  /** Letters, digits and spaces of a quotation at least; a Chinese character counts as two. */
  public static final int MIN_QUOTE_CHARS = 12;

  /** Two long words. */
  static final int MIN_QUOTE_WEIGHT = 4;

  private static final int MAX_HITS = 50;
  private static final int MAX_NEAREST = 3;

  /** How far apart in one record the parts of a quotation with omissions may stand. */
  private static final int OMISSION_REACH_CHARS = 4_000;

  /**
   * Of the words, by weight: one of four may be another. One in forty statements of the shipped
   * corpus is as near to one of another record; mostly they say the same, or the same with another
   * figure, which is flagged.
   */
  private static final double MIN_SHARE = 0.7;

  /** A quotation over so many statements has its greatest part in one of them. */
  private static final int MAX_NEIGHBOURS = 3;

  /** About four words: shorter statements stand in a longer quotation by chance. */
  private static final int MIN_PART_WEIGHT = 6;

  private final Generation generation;

  /** A checker over a generation, which its owner keeps open. */
  public QuoteChecker(Generation generation) {
    this.generation = generation;
  }

  /** Checks the quotations of a message. */
  public QuoteReport check(String text) {
    QuotedText quoted = QuotedText.of(text);
    return new QuoteReport(quoted.quotes().stream().map(this::find).toList(), quoted.truncated());
  }

  private QuoteFinding find(String text) {
    Wording quote = Wording.of(text).quoted();
    if (!QuotedText.isLongEnough(text) || quote.weight() < MIN_QUOTE_WEIGHT) {
      return new QuoteFinding.TooShort(text);
    }
    List<StatementHit> hits = generation.statements(quote.parts(), SearchFilter.ALL, MAX_HITS);
    List<TokenizedHit> tokenized =
        hits.stream().flatMap(hit -> TokenizedHit.of(hit, Language.of(text))).toList();
    return best(text, tokenized.stream().flatMap(hit -> whole(quote, hit)))
        .or(() -> best(text, tokenized.stream().flatMap(hit -> part(quote, hit))))
        .orElseGet(() -> new QuoteFinding.NotFound(text, nearest(hits)));
  }

  /** A statement found and its words, or those of its Chinese wording. */
  private record TokenizedHit(StatementHit hit, Wording wording, boolean isChinese) {
    /** What a quotation in a language is compared with; a source's own words may be Chinese too. */
    static Stream<TokenizedHit> of(StatementHit hit, Language language) {
      Stream<Boolean> wordings =
          language == Language.EN || hit.statement().zh() == null
              ? Stream.of(false)
              : Stream.of(false, true);
      return wordings.map(
          isChinese ->
              new TokenizedHit(
                  hit, Wording.of(Passage.text(hit.statement(), isChinese)), isChinese));
    }
  }

  /** How much of the shorter of two texts the other has too, in whatever order, from 0 to 1. */
  public static double shared(String one, String other) {
    Wording first = Wording.of(one);
    Wording second = Wording.of(other);
    int shorter = Math.max(1, Math.min(first.weight(), second.weight()));
    return (double) first.weightShared(second) / shorter;
  }

  private static Optional<QuoteFinding> best(String text, Stream<Match> matches) {
    List<Match> bestFirst = matches.sorted(Match.BEST_FIRST).toList();
    return bestFirst.stream().findFirst().map(best -> best.finding(text, bestFirst));
  }

  /** The quotation in or near the statement and its neighbours. */
  private static Stream<Match> whole(Wording quote, TokenizedHit source) {
    double least = quote.hasOmission() ? 0 : MIN_SHARE / MAX_NEIGHBOURS;
    if (quote.weightShared(source.wording()) < least * quote.weight()) {
      return Stream.empty();
    }
    int reach = quote.hasOmission() ? OMISSION_REACH_CHARS : quote.text().length();
    Window window = Window.around(source.hit(), reach, source.isChinese());
    Wording words = Wording.of(window.text());
    if (quote.weightShared(words) < MIN_SHARE * quote.weight()) {
      return Stream.empty();
    }
    Comparison comparison = Comparison.of(quote, words).withNegationBefore(words);
    return comparison.share() < MIN_SHARE
        ? Stream.empty()
        : Stream.of(
            new Match(window.passage(comparison.start(), comparison.end()), comparison, false));
  }

  /** The whole statement in the quotation. */
  private static Stream<Match> part(Wording quote, TokenizedHit source) {
    Wording statement = source.wording().quoted();
    if (statement.weight() < MIN_PART_WEIGHT
        || statement.hasOmission()
        || statement.weightShared(quote) < statement.weight()) {
      return Stream.empty();
    }
    Comparison comparison = Comparison.of(statement, quote);
    Window window =
        new Window(source.hit().record(), List.of(source.hit().statement()), source.isChinese());
    return comparison.isExact()
        ? Stream.of(new Match(window.passage(0, window.text().length()), comparison, true))
        : Stream.empty();
  }

  private static List<CorpusRecord> nearest(List<StatementHit> hits) {
    return hits.stream().map(StatementHit::record).distinct().limit(MAX_NEAREST).toList();
  }

  /**
   * What was found of each quotation in a message, in its order; truncated where it holds more,
   * which was not checked. Immutable.
   */
  public record QuoteReport(List<QuoteFinding> findings, boolean truncated) {
    public QuoteReport {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Neighbouring statements of one voice and speaker, over which a quotation may run: what it is
   * compared with. Immutable.
   */
  record Window(CorpusRecord record, List<Statement> statements, boolean isChinese) {

    /** The statement found, and on each side those that begin within {@code reach} characters. */
    static Window around(StatementHit hit, int reach, boolean isChinese) {
      List<Statement> all = hit.record().statements();
      int from = hit.ordinal();
      for (int chars = 0; from > 0 && chars < reach && isOfOneVoice(all, from - 1); from--) {
        chars += Passage.text(all.get(from - 1), isChinese).length();
      }
      int to = hit.ordinal() + 1;
      for (int chars = 0; to < all.size() && chars < reach && isOfOneVoice(all, to - 1); to++) {
        chars += Passage.text(all.get(to), isChinese).length();
      }
      return new Window(hit.record(), all.subList(from, to), isChinese);
    }

    private static boolean isOfOneVoice(List<Statement> statements, int first) {
      return Passage.isSameSpeaker(statements.get(first), statements.get(first + 1));
    }

    String text() {
      return statements.stream()
          .map(statement -> Passage.text(statement, isChinese))
          .collect(Collectors.joining("\n"));
    }

    /** Those of the statements that a stretch of the text touches. */
    Passage passage(int start, int end) {
      List<Snippet> touched = new ArrayList<>();
      int at = 0;
      for (Statement statement : statements) {
        int next = at + Passage.text(statement, isChinese).length();
        if (at < end && start < next) {
          touched.add(new Snippet(record, statement));
        }
        at = next + 1;
      }
      return new Passage(touched, isChinese);
    }
  }

  /**
   * A passage that a quotation was found in or near, or, compared the other way round, that is a
   * part of the quotation. Immutable.
   */
  record Match(Passage found, Comparison comparison, boolean part) {
    private static final int MAX_ELSEWHERE = 3;

    /**
     * The same words before similar ones, somebody's words before our summaries (also those that
     * differ from the quotation by a comma only), then the better source, the earlier day and the
     * id.
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
}

package dev.readout.answer.quote;

import dev.readout.answer.quote.Aligner.Step;
import dev.readout.answer.quote.QuoteFinding.Change;
import dev.readout.answer.quote.QuoteFinding.Piece;
import dev.readout.answer.quote.Token.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A quotation beside the stretch of a source that it is most like. Immutable.
 *
 * @param changes empty when they are the same but for typography and the first letter's case
 * @param share of the words, by weight, those that are the same; 0 to 1
 * @param start first character of the stretch in the source
 * @param end one past its last character
 */
record Comparison(List<Piece> pieces, Set<Change> changes, double share, int start, int end) {

  static Comparison of(Wording quote, Wording source) {
    List<Step> steps = Aligner.align(quote.tokens(), source.tokens());
    return new Builder(quote, source, steps).build();
  }

  /**
   * With the negation that stands right before the stretch, if one does: a quotation that begins
   * after it may say the opposite.
   */
  Comparison withNegationBefore(Wording source) {
    Optional<Token> before =
        source.tokens().stream()
            .filter(token -> token.end() <= start && token.isContent())
            .reduce((_, later) -> later)
            .filter(Meaning::isNegation)
            .filter(token -> source.text().substring(token.end(), start).indexOf('\n') < 0);
    return before.map(token -> startingAt(token.start(), source)).orElse(this);
  }

  private Comparison startingAt(int earlier, Wording source) {
    List<Piece> all = new ArrayList<>(pieces);
    all.addFirst(new Piece(Piece.Kind.OMITTED, "", source.text().substring(earlier, start)));
    Set<Change> named = new HashSet<>(changes);
    if (!isExact()) {
      named.add(Change.NEGATION);
    }
    return new Comparison(List.copyOf(all), Set.copyOf(named), share, earlier, end);
  }

  boolean isExact() {
    return changes.isEmpty();
  }

  /** Whether all words are the same. */
  boolean isSlight() {
    return changes.stream().allMatch(Change::isSlight);
  }

  /** Gathers steps of one kind into pieces. Confined to one thread. */
  private static final class Builder {
    private final Wording quote;
    private final Wording source;
    private final List<Step> steps;
    private final List<Piece> pieces = new ArrayList<>();
    private final Set<Change> changes = EnumSet.noneOf(Change.class);
    private final int start;
    private int quoteAt;
    private int sourceAt;
    private int same;
    private int stretch;

    Builder(Wording quote, Wording source, List<Step> steps) {
      this.quote = quote;
      this.source = source;
      this.steps = steps;
      this.start =
          steps.stream()
              .map(Step::source)
              .filter(Objects::nonNull)
              .mapToInt(Token::start)
              .findFirst()
              .orElse(0);
      this.sourceAt = start;
    }

    Comparison build() {
      for (int from = 0; from < steps.size(); ) {
        Piece.Kind kind = kind(steps.get(from));
        int to = from + 1;
        while (to < steps.size() && kind(steps.get(to)) == kind) {
          to++;
        }
        add(kind, steps.subList(from, to));
        from = to;
      }
      addRestOfQuote();
      double share = (double) same / Math.max(1, Math.max(quote.weight(), stretch));
      return new Comparison(List.copyOf(pieces), Set.copyOf(changes), share, start, sourceAt);
    }

    /** What differs is one kind here, whichever side it stands on. */
    private static Piece.Kind kind(Step step) {
      return switch (step.move()) {
        case EXACT, LOOSE -> Piece.Kind.SAME;
        case REPLACED, ONLY_IN_QUOTE, ONLY_IN_SOURCE -> Piece.Kind.ONLY_IN_QUOTE;
        case DOTS, LEFT_OUT -> Piece.Kind.OMITTED;
      };
    }

    private void add(Piece.Kind kind, List<Step> steps) {
      List<Token> quoted = steps.stream().map(Step::quote).filter(Objects::nonNull).toList();
      List<Token> written = steps.stream().map(Step::source).filter(Objects::nonNull).toList();
      int quoteEnd = quoted.isEmpty() ? quoteAt : quoted.getLast().end();
      int sourceEnd = written.isEmpty() ? sourceAt : written.getLast().end();
      String ofQuote = quote.text().substring(quoteAt, quoteEnd);
      String ofSource = source.text().substring(sourceAt, sourceEnd);
      quoteAt = quoteEnd;
      sourceAt = sourceEnd;
      switch (kind) {
        case SAME -> {
          pieces.add(new Piece(kind, ofQuote, ofSource));
          steps.forEach(this::noteSame);
        }
        case ONLY_IN_QUOTE, ONLY_IN_SOURCE -> {
          addDifference(ofQuote, ofSource);
          changes.addAll(Meaning.changes(quoted, written));
          written.forEach(token -> stretch += token.weight());
        }
        case OMITTED -> pieces.add(new Piece(kind, ofQuote, ofSource));
      }
    }

    private void addDifference(String ofQuote, String ofSource) {
      if (!ofQuote.isEmpty()) {
        pieces.add(new Piece(Piece.Kind.ONLY_IN_QUOTE, ofQuote, ""));
      }
      if (!ofSource.isEmpty()) {
        pieces.add(new Piece(Piece.Kind.ONLY_IN_SOURCE, "", ofSource));
      }
    }

    private void noteSame(Step step) {
      Token quoted = Objects.requireNonNull(step.quote());
      Token written = Objects.requireNonNull(step.source());
      same += quoted.weight();
      stretch += quoted.weight();
      if (step.move() == Aligner.Move.LOOSE) {
        changes.add(slight(quoted, written));
      }
    }

    private static Change slight(Token quoted, Token written) {
      if (quoted.kind() == Kind.HAN) {
        return Change.SCRIPT;
      }
      boolean letters = quoted.exact().equalsIgnoreCase(written.exact());
      return letters ? Change.LETTER_CASE : Change.PUNCTUATION;
    }

    /** Signs at the end that were not compared belong to the last piece of the quotation. */
    private void addRestOfQuote() {
      String rest = quote.text().substring(quoteAt);
      for (int i = pieces.size() - 1; i >= 0 && !rest.isEmpty(); i--) {
        Piece piece = pieces.get(i);
        if (piece.kind() != Piece.Kind.ONLY_IN_SOURCE) {
          pieces.set(i, new Piece(piece.kind(), piece.quote() + rest, piece.source()));
          return;
        }
      }
    }
  }
}

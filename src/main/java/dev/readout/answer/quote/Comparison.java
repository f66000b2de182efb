package dev.readout.answer.quote;

import dev.readout.answer.quote.Comparison.Aligner.Step;
import dev.readout.answer.quote.QuoteFinding.Change;
import dev.readout.answer.quote.QuoteFinding.Piece;
import dev.readout.answer.quote.Token.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A quotation beside the stretch of a source that it is most like, the end one past its last
 * character; no changes when they are the same but for typography and the first letter's case, and
 * the share of the words, by weight, that are the same, from 0 to 1. Immutable.
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

  /**
   * Lays a quotation beside the stretch of a source that it is most like, token by token. Confined
   * to one thread; time and memory grow with the product of the two lengths.
   *
   * <p>Source: Needleman and Wunsch (1970), with free ends on the side of the source, so that any
   * stretch of it may be the one; and with dots in the quotation standing for any number of tokens.
   */
  static final class Aligner {
    // Of a token of weight 1. Two gaps cost more than replacing, so that "20" stands beside "10".
    private static final int EXACT = 4;
    private static final int LOOSE = 3;
    private static final int GAP = -2;
    private static final int REPLACED = -2;

    // Of punctuation, which decides only where words leave a choice.
    private static final int SAME_SIGN = 2;
    private static final int SIGN_GAP = -1;

    private static final int IMPOSSIBLE = Integer.MIN_VALUE / 2;

    enum Move {
      EXACT,
      LOOSE,
      REPLACED,
      ONLY_IN_QUOTE,
      ONLY_IN_SOURCE,
      /** The dots themselves. */
      DOTS,
      /** A token of the source that the dots stand for. */
      LEFT_OUT
    }

    /** One move; a token is null where its side has none. */
    record Step(Move move, @Nullable Token quote, @Nullable Token source) {}

    private final List<Token> quote;
    private final List<Token> source;
    private final int[] quoteIds;
    private final int[] sourceIds;
    private final Move[][] moves;

    private Aligner(List<Token> quote, List<Token> source) {
      this.quote = quote;
      this.source = source;
      Map<String, Integer> ids = new HashMap<>();
      this.quoteIds = ids(quote, ids);
      this.sourceIds = ids(source, ids);
      this.moves = new Move[quote.size() + 1][source.size() + 1];
    }

    private static int[] ids(List<Token> tokens, Map<String, Integer> known) {
      return tokens.stream()
          .mapToInt(token -> known.computeIfAbsent(token.loose(), _ -> known.size()))
          .toArray();
    }

    /** The moves in order; the first of equally good stretches. */
    static List<Step> align(List<Token> quote, List<Token> source) {
      Aligner aligner = new Aligner(quote, source);
      return aligner.path(aligner.bestEnd());
    }

    private int bestEnd() {
      int[] above = new int[source.size() + 1];
      for (int i = 1; i <= quote.size(); i++) {
        above = quote.get(i - 1).kind() == Kind.OMISSION ? omission(i, above) : row(i, above);
      }
      int best = 0;
      for (int j = 1; j < above.length; j++) {
        best = above[j] > above[best] ? j : best;
      }
      return best;
    }

    private int[] row(int i, int[] above) {
      int[] scores = new int[above.length];
      int gap = gap(quote.get(i - 1));
      scores[0] = above[0] + gap;
      moves[i][0] = Move.ONLY_IN_QUOTE;
      for (int j = 1; j < scores.length; j++) {
        Move pair = pair(i - 1, j - 1);
        int best = pair == null ? IMPOSSIBLE : above[j - 1] + score(pair, i - 1, j - 1);
        Move move = pair;
        if (above[j] + gap > best) {
          best = above[j] + gap;
          move = Move.ONLY_IN_QUOTE;
        }
        int sourceGap = scores[j - 1] + gap(source.get(j - 1));
        if (sourceGap > best) {
          best = sourceGap;
          move = Move.ONLY_IN_SOURCE;
        }
        scores[j] = best;
        moves[i][j] = move;
      }
      return scores;
    }

    /**
     * Dots cost nothing, nor does what they stand for; of equally good choices the least is left
     * out, and nothing where the source has dots, too.
     */
    private int[] omission(int i, int[] above) {
      int[] scores = new int[above.length];
      for (int j = 0; j < scores.length; j++) {
        boolean leftOut = j > 0 && scores[j - 1] > above[j];
        scores[j] = leftOut ? scores[j - 1] : above[j];
        moves[i][j] = leftOut ? Move.LEFT_OUT : Move.DOTS;
        boolean dots = j > 0 && quoteIds[i - 1] == sourceIds[j - 1];
        if (dots && above[j - 1] + SAME_SIGN > scores[j]) {
          scores[j] = above[j - 1] + SAME_SIGN;
          moves[i][j] = Move.EXACT;
        }
      }
      return scores;
    }

    /** What two tokens are to each other; null where they have nothing to do with each other. */
    private @Nullable Move pair(int i, int j) {
      if (quoteIds[i] == sourceIds[j]) {
        return isExact(i, j) ? Move.EXACT : Move.LOOSE;
      }
      return quote.get(i).isLike(source.get(j)) ? Move.REPLACED : null;
    }

    private boolean isExact(int i, int j) {
      boolean begins = i == 0 || quote.get(i - 1).kind() == Kind.OMISSION;
      Token token = quote.get(i);
      return token.exact().equals(source.get(j).exact())
          || (begins && token.isSameButForItsCapital(source.get(j)));
    }

    private int score(Move pair, int i, int j) {
      Token token = quote.get(i);
      int heavier = Math.max(token.weight(), source.get(j).weight());
      return switch (pair) {
        case EXACT -> token.isContent() ? EXACT * token.weight() : SAME_SIGN;
        case LOOSE -> LOOSE * token.weight();
        case REPLACED -> heavier == 0 ? SIGN_GAP : REPLACED * heavier;
        case ONLY_IN_QUOTE, ONLY_IN_SOURCE, DOTS, LEFT_OUT -> IMPOSSIBLE;
      };
    }

    private static int gap(Token token) {
      return token.isContent() ? GAP * token.weight() : SIGN_GAP;
    }

    private List<Step> path(int end) {
      List<Step> steps = new ArrayList<>();
      int j = end;
      for (int i = quote.size(); i > 0; ) {
        Move move = moves[i][j];
        boolean takesQuote = move != Move.ONLY_IN_SOURCE && move != Move.LEFT_OUT;
        boolean takesSource = move != Move.ONLY_IN_QUOTE && move != Move.DOTS;
        steps.add(
            new Step(
                move,
                takesQuote ? quote.get(i - 1) : null,
                takesSource ? source.get(j - 1) : null));
        i -= takesQuote ? 1 : 0;
        j -= takesSource ? 1 : 0;
      }
      Collections.reverse(steps);
      return steps;
    }
  }
}

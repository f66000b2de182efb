package dev.readout.answer.quote;

import dev.readout.answer.quote.Token.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays a quotation beside the stretch of a source that it is most like, token by token. Confined to
 * one thread; time and memory grow with the product of the two lengths.
 *
 * <p>Source: Needleman and Wunsch (1970), with free ends on the side of the source, so that any
 * stretch of it may be the one; and with dots in the quotation standing for any number of tokens.
 */
final class Aligner {
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
   * Dots cost nothing, nor does what they stand for; of equally good choices the least is left out,
   * and nothing where the source has dots, too.
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
              move, takesQuote ? quote.get(i - 1) : null, takesSource ? source.get(j - 1) : null));
      i -= takesQuote ? 1 : 0;
      j -= takesSource ? 1 : 0;
    }
    Collections.reverse(steps);
    return steps;
  }
}

package dev.readout.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text into the pieces of words that the model knows, as BERT's uncased tokenizer does:
 * controls dropped, Chinese characters and punctuation set apart, accents and case folded, then the
 * longest known piece first. Thread-safe.
 *
 * <p>Our own, since the library's that runs on Java alone (DJL's) drops more characters and knows
 * no Chinese, and its native one weighs 14 MB; this gives the same ids as that on all texts tried
 * (docs/retrieval.md). Source: Wu et al., "Google's Neural Machine Translation System" (2016),
 * §4.1; google-research/bert, tokenization.py.
 */
final class WordPieces {
  private static final String BEGIN = "[CLS]";
  private static final String END = "[SEP]";
  private static final String UNKNOWN = "[UNK]";
  private static final String CONTINUED = "##";
  private static final int MAX_WORD_CHARS = 100;
  private static final int REPLACEMENT = 0xFFFD;

  private final Map<String, Integer> ids;
  private final long begin;
  private final long end;
  private final long unknown;

  /**
   * Of a vocabulary.
   *
   * @throws IllegalArgumentException when it lacks one of the model's own marks
   */
  WordPieces(Map<String, Integer> vocabulary) {
    this.ids = Map.copyOf(vocabulary);
    this.begin = mark(BEGIN);
    this.end = mark(END);
    this.unknown = mark(UNKNOWN);
  }

  private long mark(String mark) {
    Integer id = ids.get(mark);
    if (id == null) {
      throw new IllegalArgumentException("a vocabulary without " + mark);
    }
    return id;
  }

  /** The ids of the text's pieces between those of begin and end, at most {@code limit} in all. */
  long[] of(String text, int limit) {
    List<Long> pieces = new ArrayList<>();
    pieces.add(begin);
    for (String word : separated(text).split(" ", -1)) {
      if (pieces.size() >= limit) {
        break;
      }
      if (!word.isEmpty()) {
        addPieces(word, pieces);
      }
    }
    if (pieces.size() > limit - 1) {
      pieces.subList(limit - 1, pieces.size()).clear();
    }
    pieces.add(end);
    return pieces.stream().mapToLong(piece -> piece).toArray();
  }

  /** Folded, with a space on both sides of whatever stands alone. */
  private static String separated(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints().forEach(c -> appendClean(clean, c));
    StringBuilder folded = new StringBuilder();
    Normalizer.normalize(clean, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(Character::toLowerCase)
        .forEach(c -> append(folded, c, isPunctuation(c)));
    return folded.toString();
  }

  private static void appendClean(StringBuilder clean, int c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      clean.append(' ');
    } else if (c != REPLACEMENT && !isControl(c)) {
      append(clean, c, Character.isIdeographic(c) && !isKanaMark(c));
    }
  }

  private static void append(StringBuilder text, int c, boolean apart) {
    if (apart) {
      text.append(' ').appendCodePoint(c).append(' ');
    } else {
      text.appendCodePoint(c);
    }
  }

  private void addPieces(String word, List<Long> pieces) {
    int before = pieces.size();
    int at = word.codePointCount(0, word.length()) > MAX_WORD_CHARS ? -1 : 0;
    while (at >= 0 && at < word.length()) {
      at = addLongest(word, at, pieces);
    }
    if (at < 0) {
      pieces.subList(before, pieces.size()).clear();
      pieces.add(unknown);
    }
  }

  /** Where the piece ends; negative when none is known. */
  private int addLongest(String word, int from, List<Long> pieces) {
    for (int to = word.length(); to > from; to--) {
      Integer id = ids.get((from > 0 ? CONTINUED : "") + word.substring(from, to));
      if (id != null) {
        pieces.add((long) id);
        return to;
      }
    }
    return -1;
  }

  private static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
      default -> false;
    };
  }

  /** Ideographic to Unicode, but no Chinese characters: 〆, 〇 and the numerals of Suzhou. */
  private static boolean isKanaMark(int c) {
    return c < 0x3400;
  }

  private static boolean isPunctuation(int c) {
    if (c > ' ' && c < 0x7F) {
      return !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }
}

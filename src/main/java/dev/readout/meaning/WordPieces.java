package dev.readout.meaning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
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

  private static final String VOCABULARY = "/" + MiniLm.NAME + "-tokenizer.json";
  private static final int EXPECTED_PIECES = 31_000;

  /** The names are as many as the values and read once. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final Map<String, Integer> ids;
  private final long begin;
  private final long end;
  private final long unknown;

  /** Of a vocabulary; refuses one that lacks one of the model's own marks. */
  WordPieces(Map<String, Integer> vocabulary) {
    this.ids = Map.copyOf(vocabulary);
    this.begin = mark(BEGIN);
    this.end = mark(END);
    this.unknown = mark(UNKNOWN);
  }

  /** Read at its first use, for all models. */
  private static final class Shipped {
    static final WordPieces PIECES = read();

    private static WordPieces read() {
      try {
        return new WordPieces(vocabulary());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Those of the vocabulary that the model's jar lends. */
  static WordPieces shipped() {
    return Shipped.PIECES;
  }

  /** Read piece by piece, since nothing but loading a model takes longer in a cold start. */
  static Map<String, Integer> vocabulary() throws IOException {
    Map<String, Integer> vocabulary = HashMap.newHashMap(EXPECTED_PIECES);
    try (InputStream file = WordPieces.class.getResourceAsStream(VOCABULARY)) {
      if (file == null) {
        throw new IOException(VOCABULARY + " is not on the class path");
      }
      readVocabulary(JSON.createParser(file), vocabulary);
    }
    return vocabulary;
  }

  private static void readVocabulary(JsonParser json, Map<String, Integer> vocabulary)
      throws IOException {
    while (json.nextToken() != null) {
      if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("vocab")) {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String piece = json.currentName();
          json.nextToken();
          vocabulary.put(piece, json.getIntValue());
        }
      }
    }
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

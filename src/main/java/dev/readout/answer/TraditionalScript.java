package dev.readout.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Simplified Chinese in traditional characters, as Taiwan writes it: names and words that are other
 * ones there by {@code taiwan.txt}, the longest first, everything else by ICU's tables. The file
 * holds the first names of the term list, and what ICU takes for other characters. Thread-safe; a
 * text takes ICU some 5 µs a character, and is kept.
 */
final class TraditionalScript {
  private static final String WORDS_FILE = "taiwan.txt";

  /** Some 5 MB of texts: more than the records hold that are asked for in a day. */
  private static final int MAX_KEPT_CHARS = 1_200_000;

  private static final Cache<String, String> KEPT =
      Caffeine.newBuilder()
          .maximumWeight(MAX_KEPT_CHARS)
          .<String, String>weigher((text, converted) -> text.length() + converted.length())
          .build();

  private TraditionalScript() {}

  static String of(String simplified) {
    return KEPT.get(simplified, TraditionalScript::convert);
  }

  private static String convert(String text) {
    StringBuilder converted = new StringBuilder(text.length());
    int from = 0;
    for (int at = 0; at < text.length(); ) {
      String word = Tables.wordAt(text, at);
      if (word == null) {
        at++;
      } else {
        characters(text.substring(from, at), converted);
        converted.append(Tables.WORDS.get(word));
        at += word.length();
        from = at;
      }
    }
    characters(text.substring(from), converted);
    return converted.toString();
  }

  private static void characters(String text, StringBuilder converted) {
    String traditional = Tables.BY_ICU.transliterate(text);
    for (int i = 0; i < traditional.length(); i++) {
      converted.append(asInTaiwan(traditional.charAt(i)));
    }
  }

  /** Of two forms of a character the one that Taiwan's schools teach. */
  private static char asInTaiwan(char character) {
    return switch (character) {
      case '“' -> '「';
      case '”' -> '」';
      case '‘' -> '『';
      case '’' -> '』';
      case '啓' -> '啟';
      case '鈎' -> '鉤';
      case '佈' -> '布';
      case '覈' -> '核';
      case '瞭' -> '了';
      case '鑒' -> '鑑';
      case '羣' -> '群';
      case '衆' -> '眾';
      case '爲' -> '為';
      case '裏' -> '裡';
      default -> character;
    };
  }

  /** Loaded with the first text. */
  private static final class Tables {
    static final Transliterator BY_ICU = Transliterator.getInstance("Hans-Hant");
    static final Map<String, String> WORDS = words();
    private static final int LONGEST =
        WORDS.keySet().stream().mapToInt(String::length).max().orElse(0);

    /** The longest word of the file that stands there; null for none. */
    static @Nullable String wordAt(String text, int at) {
      for (int end = Math.min(text.length(), at + LONGEST); end > at; end--) {
        String word = text.substring(at, end);
        if (WORDS.containsKey(word)) {
          return word;
        }
      }
      return null;
    }

    private static Map<String, String> words() {
      Map<String, String> words = new HashMap<>();
      InputStream file =
          Objects.requireNonNull(TraditionalScript.class.getResourceAsStream(WORDS_FILE));
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
        lines
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .forEach(pair -> words.put(pair[0], pair[1]));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + WORDS_FILE, e);
      }
      return words;
    }
  }
}

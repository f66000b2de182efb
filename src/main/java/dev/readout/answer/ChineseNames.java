package dev.readout.answer;

import dev.readout.corpus.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Chinese of the short English texts that records hold without Chinese beside them: the goods and
 * units of rates, participants that no term names, publishers. From {@code chinese.txt}; what is
 * not in it is shown as it is, since nobody's name may be invented. Thread-safe.
 */
final class ChineseNames {
  private static final String FILE = "chinese.txt";

  private ChineseNames() {}

  /** The text in the reader's language and script where there is one; else as it is. */
  static String of(String english, Language language) {
    String zh = language == Language.EN ? null : Names.CHINESE.get(english);
    return Objects.requireNonNullElse(SnippetText.chinese(zh, language), english);
  }

  /** Loaded with the first text. */
  private static final class Names {
    static final Map<String, String> CHINESE = read();

    private static Map<String, String> read() {
      InputStream file = Objects.requireNonNull(ChineseNames.class.getResourceAsStream(FILE));
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
        return lines
            .lines()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + FILE, e);
      }
    }
  }
}

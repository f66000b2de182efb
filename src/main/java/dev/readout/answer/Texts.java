package dev.readout.answer;

import dev.readout.corpus.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * All words of the program's own, a file a language: English, and Chinese for readers of mainland
 * China and of Taiwan. Read once. Thread-safe.
 */
public final class Texts {
  private static final Map<Language, Properties> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, read(language));
    }
  }

  private Texts() {}

  private static Properties read(Language language) {
    String name =
        switch (language) {
          case EN -> "en";
          case ZH -> "zh_CN";
          case ZH_TW -> "zh_TW";
        };
    Properties texts = new Properties();
    try (InputStream file =
        Texts.class.getResourceAsStream("/dev/readout/texts_" + name + ".properties")) {
      texts.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the texts of " + name, e);
    }
    return texts;
  }

  /**
   * The text of a key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static String text(String key, Language language) {
    return find(key, language)
        .orElseThrow(() -> new IllegalArgumentException("no text " + key + " in " + language));
  }

  /** The text of a key, where there may be none. */
  public static Optional<String> find(String key, Language language) {
    return Optional.ofNullable(Objects.requireNonNull(ALL.get(language)).getProperty(key));
  }

  /** The keys of a language's texts. */
  public static Set<String> keys(Language language) {
    return Objects.requireNonNull(ALL.get(language)).stringPropertyNames();
  }
}

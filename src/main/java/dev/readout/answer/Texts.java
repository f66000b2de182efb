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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** In English, a gap and what is counted by it; its plural is behind the first group. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(%(\\d)\\$s (?:official |new )?(?:day|document|feed|measure|question|quotation|receipt"
              + "|record|source|statement|topic|vote|watch))e?s\\b");

  private Texts() {}

  /** The text with what is counted in the singular where there is one of it. */
  static String counted(String text, Object... fillings) {
    return COUNTED
        .matcher(text)
        .replaceAll(
            counted -> {
              Object count = fillings[Integer.parseInt(counted.group(2)) - 1];
              return Matcher.quoteReplacement(
                  counted.group(String.valueOf(count).equals("1") ? 1 : 0));
            });
  }

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

  /** The text of a key; refuses one that has none. */
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

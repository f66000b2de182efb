package dev.readout.intake.fetch;

import dev.readout.intake.fetch.Original.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/** What form a document is in. What its bytes are counts, not what its sender says. */
public enum Format {
  HTML,
  PDF,
  MARKDOWN,
  PLAIN_TEXT,
  /** RSS or Atom. */
  FEED,
  JSON;

  /** The word that the catalogue stores. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Format> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }

  /**
   * The form of a document by its bytes, empty for none of these; a {@code Content-Type} or a name,
   * where there is one, decides between forms of text.
   */
  public static Optional<Format> detect(
      Content content, @Nullable String declaredType, @Nullable String fileName) {
    try {
      return new FormatDetection(content, declaredType, fileName).format();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The encoding that a {@code Content-Type} names; empty for none that this Java knows. */
  public static Optional<Charset> declaredCharset(@Nullable String declaredType) {
    MediaType type = declaredType == null ? null : MediaType.parse(declaredType);
    return type == null ? Optional.empty() : Optional.ofNullable(type.charset(null));
  }
}

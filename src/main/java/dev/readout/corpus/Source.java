package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader can check a record: an address, a formal citation, or both. Immutable.
 *
 * @param url absolute http(s) address, or null when only a citation is known
 * @param citation formal citation such as {@code 90 FR 47201}, or null
 * @param publisher who published it; null for a bare citation
 * @param type null for a bare citation
 * @param lang {@code en} or {@code zh}; null for another language or a bare citation
 */
public record Source(
    @Nullable String url,
    @Nullable String citation,
    @Nullable String publisher,
    @Nullable SourceType type,
    @Nullable String lang) {

  public Source {
    if (url == null && citation == null) {
      throw new IllegalArgumentException("a source needs an address or a citation");
    }
  }

  /** What kind of publisher stands behind a source; shown to the reader. */
  public enum SourceType {
    OFFICIAL,
    OFFICIAL_MIRROR,
    NEWS,
    ANALYSIS;

    /** The word used in front matter and in JSON. */
    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SourceType> ofWireName(String name) {
      return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
    }
  }
}

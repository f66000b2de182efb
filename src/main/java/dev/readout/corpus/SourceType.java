package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

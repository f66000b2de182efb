package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How well a record's facts are confirmed; shown to the reader. */
public enum Provenance {
  /** Confirmed on the official page or on a reprint that names it. */
  OFFICIAL_PAGE,
  /** Confirmed by press, law firms or research. */
  SECONDARY,
  /** Well known, but no page was checked. */
  UNCONFIRMED;

  /** The word used in front matter and in JSON. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Provenance> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}

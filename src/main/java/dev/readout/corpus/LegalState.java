package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The legal state of a measure on a day. */
public enum LegalState {
  /** A proposal, an announcement without a legal text, or an open investigation. */
  PROPOSED,
  IN_FORCE,
  SUSPENDED,
  SUPERSEDED,
  RESCINDED,
  EXPIRED;

  /** The word used in front matter and in JSON. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<LegalState> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}

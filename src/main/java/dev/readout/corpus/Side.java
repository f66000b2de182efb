package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose statement or measure a record is. {@code JOINT} is both governments' together, {@code
 * OTHER} nobody's.
 */
public enum Side {
  US,
  PRC,
  JOINT,
  OTHER;

  /** The word used in front matter, in options and in JSON. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Side> ofWireName(String name) {
    return Arrays.stream(values()).filter(side -> side.wireName().equals(name)).findFirst();
  }
}

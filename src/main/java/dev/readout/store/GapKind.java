package dev.readout.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which way something was asked about in vain. */
public enum GapKind {
  /** Nothing in the sources answers it. */
  DECLINED,
  /** It was answered, and the answer was not liked. */
  DISLIKED;

  /** The word used in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<GapKind> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}

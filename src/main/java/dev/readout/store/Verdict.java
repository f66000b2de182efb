package dev.readout.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member says of an answer. */
public enum Verdict {
  HELPFUL,
  /** The sources shown are not those that answer the question. */
  WRONG_SOURCE,
  /** Something newer is known. */
  OUT_OF_DATE;

  /** The word used in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Verdict> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}

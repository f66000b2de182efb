package dev.readout.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a feed lists its items in. */
public enum FeedKind {
  /** RSS or Atom. */
  RSS,
  /** The programming interface of the Federal Register. */
  FEDERAL_REGISTER,
  /** A page of links. */
  LIST_PAGE,
  /** JSON that a page's scripts ask for, with a page of links or items in it. */
  JSON_LIST;

  /** The word used in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<FeedKind> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}

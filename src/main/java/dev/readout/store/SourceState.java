package dev.readout.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What has become of a source. */
public enum SourceState {
  /** Found by a feed, or not yet described; not in the index. */
  WAITING,
  /** In the index from its next build on. */
  ACCEPTED,
  /** Was waiting or accepted; out of the index, its versions are kept. */
  REMOVED,
  /** Found by a feed and turned down. */
  REFUSED;

  /** The word used in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SourceState> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }

  /** Whether it is, or may become, part of the index. */
  public boolean isLive() {
    return this == WAITING || this == ACCEPTED;
  }
}

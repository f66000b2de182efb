package dev.readout.corpus;

import java.util.Optional;

/** Whose statement or measure a record is; {@code JOINT} is both governments'. */
public enum Side implements WireNamed {
  US,
  PRC,
  JOINT,
  OTHER;

  public static Optional<Side> ofWireName(String name) {
    return WireNamed.of(values(), name);
  }
}

package dev.readout.ops.health;

import java.util.Locale;

/** What the bot cannot do its work without. */
public enum Part {
  GATEWAY("connecting"),
  INDEX("opening"),
  DATABASE("opening");

  private final String before;

  Part(String before) {
    this.before = before;
  }

  /** The word used on pages and in metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How it is before it is there. */
  Finding atFirst() {
    return Finding.unhealthy(before);
  }
}

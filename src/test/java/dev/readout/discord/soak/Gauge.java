package dev.readout.discord.soak;

import java.util.Locale;
import java.util.OptionalLong;

/** Something about the bot's process that can be looked at while it runs. */
enum Gauge {
  RSS("resident memory, MB", true),
  /** The part of it that is no mapped file. */
  ANON("of it the process's own, MB", true),
  SWAP("swapped out, MB", true),
  THREADS("threads", false),
  FILES("open files and sockets", false),
  /** What the file of {@code -Dsoak.memory} says. */
  GROUP("memory of the control group, MB", true),
  HEAP("used heap with its garbage, MB", true),
  HEAP_LIVE("heap after the last full collection, MB", true);

  private static final double MB = 1e6;

  private final String label;
  private final boolean isBytes;

  Gauge(String label, boolean isBytes) {
    this.label = label;
    this.isBytes = isBytes;
  }

  String label() {
    return label;
  }

  /** A value as it is read: bytes in megabytes, a dash for none. */
  String shown(OptionalLong value) {
    if (value.isEmpty()) {
      return "–";
    }
    return isBytes
        ? String.format(Locale.ROOT, "%,.0f", value.getAsLong() / MB)
        : String.format(Locale.ROOT, "%,d", value.getAsLong());
  }
}

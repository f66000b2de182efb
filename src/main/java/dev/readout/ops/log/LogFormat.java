package dev.readout.ops.log;

/** What lines look like where the bot serves. */
public enum LogFormat {
  /** For people: time, level, the class that speaks, message. */
  PLAIN,
  /** For programs: one JSON object a line. */
  JSON;

  LineForm form() {
    return switch (this) {
      case PLAIN -> new PlainLine();
      case JSON -> new JsonLine();
    };
  }
}

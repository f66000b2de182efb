package dev.readout.ops;

import java.util.function.Function;

/** What lines look like where the bot serves. */
public enum LogFormat {
  /** For people: time, level, the class that speaks, message. */
  PLAIN,
  /** For programs: one JSON object a line. */
  JSON;

  Function<LogLine, String> form() {
    return switch (this) {
      case PLAIN -> LogLine::plain;
      case JSON -> LogLine::json;
    };
  }
}

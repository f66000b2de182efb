package dev.readout.ops;

import dev.readout.config.Setting;
import java.util.function.Function;

/**
 * How the bot logs. Immutable.
 *
 * @param level of Readout's own lines; of libraries it is WARN
 */
public record LogSettings(LogFormat format, @Setting(variable = "READOUT_LOG") LogLevel level) {

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

  /** From which level on Readout's own lines are written; Logback's own. */
  public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR,
    OFF
  }
}

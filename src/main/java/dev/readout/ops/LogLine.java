package dev.readout.ops;

import dev.readout.answer.SafeText;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What is known of an event of the log, with nothing in it that must not be seen, and the lines
 * that it makes. Not by Logback's own layouts: reading a pattern takes a hundred classes at every
 * start, and its JSON has the time as a number and a trace as an object for each frame, which no
 * log viewer shows as one. Immutable.
 *
 * @param level such as WARN
 * @param logger the simple name of the class that speaks
 * @param thread may be empty
 * @param interaction Discord's id of the interaction that is worked for; empty for none
 * @param exception its trace, on lines each with its end; empty for none
 */
record LogLine(
    Instant time,
    String level,
    String logger,
    String thread,
    String interaction,
    String message,
    String exception) {
  /** UTC by ISO 8601, always with as many digits, so that lines can be sorted and compared. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private static final int LONGEST_LEVEL = "ERROR".length();

  static String text(Instant time) {
    return TIME.format(time);
  }

  /** For commands, whose reader is there: what is said. */
  String terminal() {
    return "readout: " + message + System.lineSeparator() + exception;
  }

  /** For people who read it later: when, how grave, who speaks, for which interaction, and what. */
  String plain() {
    StringBuilder text = new StringBuilder(200);
    text.append(text(time)).append(' ').append(level);
    text.repeat(' ', LONGEST_LEVEL + 1 - level.length()).append(logger);
    if (!interaction.isEmpty()) {
      text.append(" [").append(interaction).append(']');
    }
    text.append(": ").append(SafeText.of(message)).append(System.lineSeparator());
    return text.append(exception).toString();
  }

  /** For programs: an object. */
  String json() {
    StringBuilder text = new StringBuilder(300);
    text.append("{\"timestamp\":\"").append(text(time)).append('"');
    append(text, "level", level);
    append(text, "logger", logger);
    append(text, "thread", thread);
    if (!interaction.isEmpty()) {
      append(text, "interaction", interaction);
    }
    append(text, "message", message);
    if (!exception.isEmpty()) {
      append(text, "exception", exception.stripTrailing());
    }
    return text.append("}\n").toString();
  }

  private static void append(StringBuilder text, String name, String value) {
    text.append(",\"").append(name).append("\":\"");
    value.chars().forEach(character -> append(text, (char) character));
    text.append('"');
  }

  private static void append(StringBuilder text, char character) {
    switch (character) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\t' -> text.append("\\t");
      default -> {
        if (mayStand(character)) {
          text.append(character);
        } else {
          text.append("\\u").append(HexFormat.of().toHexDigits(character));
        }
      }
    }
  }

  /** Not what some readers take for the end of a line, nor half of a character. */
  private static boolean mayStand(char character) {
    return !Character.isISOControl(character)
        && !Character.isSurrogate(character)
        && character != '\u2028'
        && character != '\u2029';
  }
}

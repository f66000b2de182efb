package dev.readout.ops.log;

import java.util.HexFormat;

/**
 * For programs: an object with time, level, logger, thread and message, and where there are such
 * the interaction and the exception with its trace. Logback's own encoder writes the time as a
 * number and a trace as an object for each frame, which no log viewer shows as one.
 */
final class JsonLine implements LineForm {
  @Override
  public String text(Line line) {
    StringBuilder text = new StringBuilder(300);
    text.append("{\"timestamp\":\"").append(PlainLine.time(line.time())).append('"');
    append(text, "level", line.level());
    append(text, "logger", line.logger());
    append(text, "thread", line.thread());
    if (!line.interaction().isEmpty()) {
      append(text, "interaction", line.interaction());
    }
    append(text, "message", line.message());
    if (!line.exception().isEmpty()) {
      append(text, "exception", line.exception().stripTrailing());
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

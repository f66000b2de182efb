package dev.readout.ops.log;

import dev.readout.answer.wording.SafeText;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** For people who read it later: when, how grave, who speaks, for which interaction, and what. */
final class PlainLine implements LineForm {
  /** UTC by ISO 8601, always with as many digits, so that lines can be sorted and compared. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private static final int LONGEST_LEVEL = "ERROR".length();

  static String time(Instant time) {
    return TIME.format(time);
  }

  @Override
  public String text(Line line) {
    StringBuilder text = new StringBuilder(200);
    text.append(time(line.time())).append(' ').append(line.level());
    text.repeat(' ', LONGEST_LEVEL + 1 - line.level().length()).append(line.logger());
    if (!line.interaction().isEmpty()) {
      text.append(" [").append(line.interaction()).append(']');
    }
    text.append(": ").append(SafeText.of(line.message())).append(System.lineSeparator());
    return text.append(line.exception()).toString();
  }
}

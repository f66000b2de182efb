package dev.readout.answer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Whole days as an iCalendar file (RFC 5545), which calendars import and, by the ids, bring up to
 * date. iCal4j would be 40 times as much code for this. Pure functions.
 */
final class CalendarFile {
  private static final int MAX_LINE_BYTES = 75;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private CalendarFile() {}

  /** One or more whole days, the last included; the id is the same whenever the same is meant. */
  public record Event(
      String id, LocalDate first, LocalDate last, String title, String text, String url) {}

  /** The file of what was gathered at that time: a later one with the same ids replaces it. */
  public static byte[] of(List<Event> events, Instant asOf) {
    StringBuilder file = new StringBuilder();
    line(file, "BEGIN:VCALENDAR");
    line(file, "VERSION:2.0");
    line(file, "PRODID:-//Readout//EN");
    for (Event event : events) {
      line(file, "BEGIN:VEVENT");
      line(file, "UID:" + event.id() + "@readout");
      line(file, "DTSTAMP:" + STAMP.format(asOf));
      line(file, "SEQUENCE:" + asOf.getEpochSecond() / 60);
      line(file, "DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(event.first()));
      line(
          file,
          "DTEND;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(event.last().plusDays(1)));
      line(file, "SUMMARY:" + escaped(event.title()));
      line(file, "DESCRIPTION:" + escaped(event.text()));
      if (!event.url().isEmpty()) {
        line(file, "URL:" + event.url());
      }
      line(file, "TRANSP:TRANSPARENT");
      line(file, "END:VEVENT");
    }
    line(file, "END:VCALENDAR");
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\;,]", "\\\\$0").replaceAll("\\R", "\\\\n");
  }

  /** A line, folded between characters where it is too long. */
  private static void line(StringBuilder file, String content) {
    int bytes = 0;
    for (int point : content.codePoints().toArray()) {
      String character = Character.toString(point);
      int length = character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + length > MAX_LINE_BYTES) {
        file.append("\r\n ");
        bytes = 1;
      }
      file.append(character);
      bytes += length;
    }
    file.append("\r\n");
  }
}

package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What we write, as another program reads it. */
final class CalendarFileTest {
  private static final Instant AS_OF = Instant.parse("2026-11-24T12:00:00Z");
  private static final String TEXT =
      "Suspended; then, by its own text, 12\\13\n休战至2027年1月10日。" + "很长的一行".repeat(30);

  private static byte[] file(LocalDate day) {
    return CalendarFile.of(
        List.of(
            new CalendarFile.Event("rule-1", day, day, "Last day: A, B; C", TEXT, "https://a.org/"),
            new CalendarFile.Event("talks", day, day.plusDays(2), "谈判", "x", "")),
        AS_OF);
  }

  private static List<VEvent> read(byte[] file) {
    ICalendar calendar = Biweekly.parse(new String(file, StandardCharsets.UTF_8)).first();
    assertThat(calendar.validate(ICalVersion.V2_0)).isEmpty();
    return calendar.getEvents();
  }

  @Test
  void of_events_readAsTheyWere() {
    List<VEvent> events = read(file(LocalDate.of(2027, 1, 10)));
    assertThat(events).hasSize(2);
    VEvent first = events.getFirst();
    assertThat(first.getSummary().getValue()).isEqualTo("Last day: A, B; C");
    assertThat(first.getDescription().getValue()).isEqualTo(TEXT);
    assertThat(first.getUrl().getValue()).isEqualTo("https://a.org/");
    assertThat(first.getDateStart().getValue().hasTime()).isFalse();
    assertThat(first.getDateStart().getValue().getRawComponents().toString())
        .contains("2027", "1", "10");
    assertThat(events.getLast().getDateEnd().getValue().getRawComponents().getDate()).isEqualTo(13);
  }

  @Test
  void of_movedDay_keepsItsId() {
    assertThat(read(file(LocalDate.of(2026, 11, 10))))
        .extracting(event -> event.getUid().getValue())
        .containsExactly("rule-1@readout", "talks@readout");
  }

  @Test
  void of_longLines_foldWithin75Bytes() {
    assertThat(new String(file(LocalDate.EPOCH), StandardCharsets.UTF_8).split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
  }
}

package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.time.LocalDate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ShippedIndex.class)
final class SinceMeetingTest {
  private static Reading read(String text, Generation generation) {
    QueryPlan plan = generation.plan(text);
    Reading reading = QuestionReader.read(plan.text(), LocalDate.of(2026, 11, 24));
    return SinceMeeting.applied(reading, plan, generation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what has happened since Geneva?",
        "tariffs since the Geneva talks",
        "日内瓦会谈以来有哪些磋商？"
      })
  void applied_sinceAMeeting_opensTheSpan(String text, Generation generation) {
    assertThat(read(text, generation).first())
        .isBetween(LocalDate.of(2025, 5, 10), LocalDate.of(2025, 5, 12));
    assertThat(read(text, generation).last()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "which tariffs were charged before Geneva?",
        "tariffs ahead of the Geneva talks",
        "日内瓦会谈之前的关税"
      })
  void applied_beforeAMeeting_endsTheSpan(String text, Generation generation) {
    Reading reading = read(text, generation);

    assertThat(reading.first()).isNull();
    assertThat(reading.last()).isBetween(LocalDate.of(2025, 5, 9), LocalDate.of(2025, 5, 11));
    assertThat(reading.isRange()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what happened between Geneva and London",
        "events from the Geneva talks to London"
      })
  void applied_betweenTwoMeetings_isFromTheOneToTheOther(String text, Generation generation) {
    Reading reading = read(text, generation);

    assertThat(reading.first()).isBetween(LocalDate.of(2025, 5, 10), LocalDate.of(2025, 5, 12));
    assertThat(reading.last()).isBetween(LocalDate.of(2025, 6, 9), LocalDate.of(2025, 6, 11));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "talks between Bessent and He Lifeng",
        "what happened in Geneva?",
        "rules since 2020",
        "since tariffs began"
      })
  void applied_noMeetingOrATimeNamed_changesNothing(String text, Generation generation) {
    Reading read = QuestionReader.read(generation.plan(text).text(), LocalDate.of(2026, 11, 24));
    assertThat(read(text, generation)).isEqualTo(read);
  }
}

package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Days to come of a rule with its pause, a duty and a few announcements. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ComingDaysTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

  private Generation generation;

  @BeforeAll
  void index(@TempDir Path folder) throws IOException {
    generation =
        RecordSketch.index(
            folder,
            new RecordSketch("bicycle-rule", Kind.RESTRICTION, Side.US)
                .says("Bicycles need a licence.")
                .stands("2025-09-29", "2025-11-09", LegalState.IN_FORCE, "bicycle-rule")
                .stands("2025-11-10", "2026-02-09", LegalState.SUSPENDED, "bicycle-rule")
                .stands("2026-02-10", "2026-11-09", LegalState.SUSPENDED, "bicycle-rule"),
            new RecordSketch("umbrella-duty", Kind.COUNTERMEASURE, Side.PRC)
                .says("Umbrellas are charged.")
                .stands("2026-01-01", null, LegalState.IN_FORCE, "umbrella-duty")
                .charges("2026-01-01", "2026-12-31", "10%", "umbrellas")
                .charges("2027-01-01", null, "25%", "umbrellas"),
            account("plan-us", Side.US, "2026-10-01")
                .says("The next round is expected in November 2026.")
                .says("The talks rule will be extended until 5 December 2026."),
            account("plan-us-before", Side.US, "2026-09-01")
                .says("The next round will be held in November 2026."),
            account("plan-prc", Side.PRC, "2026-10-02")
                .says("The ministers will meet on 12 November 2026 in Lisbon.")
                .says("Trade grew until 12 December 2026."),
            account("plan-old", Side.PRC, "2024-10-02")
                .says("The leaders will meet in December 2026."));
  }

  private static RecordSketch account(String id, Side side, String day) {
    return new RecordSketch(id, Kind.READOUT, side).published(day);
  }

  @AfterAll
  void close() {
    generation.close();
  }

  @Test
  void meetings_announced_areTheSoonestFirstAndOncePerSide() {
    assertThat(new ComingDays(generation, TODAY).meetings())
        .extracting(one -> one.snippet().record().id(), one -> ComingText.day(one, Language.EN))
        .containsExactly(
            tuple("plan-prc", "12 November 2026"), tuple("plan-us", "by 30 November 2026"));
  }

  @Test
  void ending_stateThatWasExtended_hasOneLastDayAndItsFirstDaysId() {
    ComingDays days = new ComingDays(generation, TODAY);
    assertThat(days.ending(30))
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.id()).isEqualTo("bicycle-rule-standing-2025-11-10");
              assertThat(ComingText.end(end, Language.EN))
                  .isEqualTo("Suspended from 10 November 2025 to 9 November 2026");
            });
    assertThat(days.passed()).isEmpty();
  }

  @Test
  void ending_rate_saysWhatIsChargedThen() {
    assertThat(new ComingDays(generation, TODAY).ending(100))
        .hasSize(2)
        .last()
        .extracting(end -> ComingText.end(end, Language.EN))
        .isEqualTo(
            "10% on umbrellas from 1 January 2026 to 31 December 2026;"
                + " then 25% from 1 January 2027");
  }

  @Test
  void passed_laterSourceOfTheOtherSide_hidesNothing(@TempDir Path folder) throws IOException {
    try (Generation later =
        RecordSketch.index(
            folder,
            new RecordSketch("bicycle-rule", Kind.RESTRICTION, Side.US)
                .says("Bicycles need a licence.")
                .published("2025-09-29")
                .stands("2025-09-29", "2026-11-08", LegalState.IN_FORCE, "bicycle-rule"),
            account("added", Side.PRC, "2026-11-09").says("They met."))) {
      ComingDays days = new ComingDays(later, LocalDate.of(2026, 11, 24));
      assertThat(days.passed())
          .extracting(end -> end.measure().id())
          .containsExactly("bicycle-rule");
    }
  }

  @Test
  void ending_ratesOfOneFirstDay_haveIdsOfTheirOwn(@TempDir Path folder) throws IOException {
    try (Generation duties =
        RecordSketch.index(
            folder,
            new RecordSketch("duty", Kind.COUNTERMEASURE, Side.PRC)
                .says("Umbrellas and hats are charged.")
                .stands("2026-01-01", null, LegalState.IN_FORCE, "duty")
                .charges("2026-01-01", "2026-11-30", "10%", "umbrellas")
                .charges("2026-01-01", "2026-12-31", "10%", "hats"))) {
      assertThat(new ComingDays(duties, TODAY).ending(100))
          .extracting(ComingDays.LastDay::id)
          .hasSize(2)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void passed_lastDayBehindTheSources_isNotTakenForKnown() {
    ComingDays days = new ComingDays(generation, LocalDate.of(2026, 11, 24));
    assertThat(days.ending(10)).isEmpty();
    assertThat(days.passed()).extracting(end -> end.measure().id()).containsExactly("bicycle-rule");
    assertThat(days.status(days.passed().getFirst()).isStated()).isFalse();
  }
}

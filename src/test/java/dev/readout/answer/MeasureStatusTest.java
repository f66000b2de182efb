package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Standing is as of a named day, with the record that proves it, or it is not stated. */
@ExtendWith(ShippedIndex.class)
final class MeasureStatusTest {
  private static final String AFFILIATES = "2025-09-29-bis-affiliates-rule";
  private static final String AFFILIATES_PAUSE = "2025-11-10-bis-affiliates-rule-suspension";
  private static final String GALLIUM = "2024-12-03-mofcom-46-ban-us-gallium-germanium-antimony";

  private final Generation generation;

  MeasureStatusTest(Generation generation) {
    this.generation = generation;
  }

  private MeasureStatus status(String id, LocalDate day) {
    return MeasureStatus.of(generation.find(id).orElseThrow(), day).orElseThrow();
  }

  private static @Nullable LegalState state(@Nullable StandingPeriod period) {
    return period == null ? null : period.state();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2025-09-28, none, none, IN_FORCE",
        "2025-09-29, IN_FORCE, none, SUSPENDED",
        "2025-10-15, IN_FORCE, none, SUSPENDED",
        "2025-11-09, IN_FORCE, none, SUSPENDED",
        "2025-11-10, SUSPENDED, IN_FORCE, none",
        "2026-01-01, SUSPENDED, IN_FORCE, none",
        "2026-11-09, SUSPENDED, IN_FORCE, none",
        "2026-11-10, none, SUSPENDED, none",
        "2026-11-24, none, SUSPENDED, none"
      })
  void of_affiliatesRule_followsItsHistory(
      LocalDate day,
      @Nullable LegalState current,
      @Nullable LegalState before,
      @Nullable LegalState next) {
    MeasureStatus status = status(AFFILIATES, day);

    assertThat(status.isStated()).isEqualTo(current != null);
    assertThat(state(status.current())).isEqualTo(current);
    assertThat(state(status.before())).isEqualTo(before);
    assertThat(state(status.next())).isEqualTo(next);
  }

  @Test
  void of_suspendedMeasure_namesItsLastDayAndTheProof() {
    StandingPeriod current =
        Objects.requireNonNull(status(AFFILIATES, LocalDate.of(2026, 1, 1)).current());

    assertThat(current.by()).isEqualTo(AFFILIATES_PAUSE);
    assertThat(current.to()).isEqualTo("2026-11-09");
  }

  @Test
  void of_galliumBanOn24November2026_isSuspendedForThreeMoreDays() {
    StandingPeriod current = Objects.requireNonNull(status(GALLIUM, ShippedIndex.TODAY).current());

    assertThat(current.state()).isEqualTo(LegalState.SUSPENDED);
    assertThat(current.to()).isEqualTo("2026-11-27");
    assertThat(current.by()).isEqualTo("2025-11-09-mofcom-72-suspends-us-ban");
    assertThat(status(GALLIUM, LocalDate.of(2026, 11, 28)).isStated()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"READOUT", "MEETING", "GLOSSARY", "EXPLAINER"})
  void of_noMeasure_isEmpty(Kind kind) {
    CorpusRecord record = new RecordSketch("no-measure", kind, Side.US).says("It is.").record();

    assertThat(MeasureStatus.of(record, ShippedIndex.TODAY)).isEmpty();
  }

  @Test
  void of_measureWithoutHistory_isNotStated() {
    CorpusRecord record =
        new RecordSketch("rule", Kind.RESTRICTION, Side.US).says("It is.").record();

    assertThat(MeasureStatus.of(record, ShippedIndex.TODAY))
        .contains(new MeasureStatus(record, ShippedIndex.TODAY, null, null, null));
  }

  @Test
  void of_everyShippedMeasure_statesEachPeriodOnItsFirstAndLastDayWithARecordThatProvesIt() {
    List<CorpusRecord> measures =
        generation.records().filter(record -> record.kind().isMeasure()).toList();

    assertThat(measures).hasSizeGreaterThan(100);
    for (CorpusRecord measure : measures) {
      for (StandingPeriod period : measure.standing().periods()) {
        LocalDate last = Objects.requireNonNullElse(period.to(), LocalDate.of(2099, 12, 31));
        assertThat(status(measure.id(), period.from()).current()).isEqualTo(period);
        assertThat(status(measure.id(), last).current()).isEqualTo(period);
        assertThat(generation.find(period.by())).as(period.by()).isPresent();
      }
    }
  }

  private Snippet snippet(String id, String part) {
    CorpusRecord record = generation.find(id).orElseThrow();
    return record.statements().stream()
        .filter(statement -> statement.text().contains(part))
        .map(statement -> new Snippet(record, statement))
        .findFirst()
        .orElseThrow();
  }

  private List<String> measures(Snippet shown, LocalDate day) {
    Reading reading = QuestionReader.read("which ones need a licence?", day);
    return Statuses.of(generation, null, List.of(shown), reading, day).stream()
        .map(status -> status.measure().id())
        .toList();
  }

  @Test
  void of_compiledRecordTellsALastDay_isToldOnceThatIsPast() {
    Snippet five = snippet("2026-10-08-glossary-rare-earths", "suspended until 10 November 2026");

    assertThat(measures(five, LocalDate.of(2026, 11, 10))).isEmpty();
    assertThat(measures(five, LocalDate.of(2026, 11, 11)))
        .containsExactly("2025-10-09-mofcom-57-five-more-rare-earths");
  }

  @Test
  void of_compiledRecordTellsALastDayOfSomethingElse_isNotTold() {
    Snippet duties =
        snippet("2025-11-10-explainer-what-the-truce-contains", "24 points of reciprocal tariff");

    assertThat(measures(duties, LocalDate.of(2026, 11, 11))).isEmpty();
  }
}

package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StandingTextTest {
  private static final StandingPeriod SUSPENDED =
      Samples.period("2025-11-10", "2026-11-09", LegalState.SUSPENDED);
  private static final StandingPeriod BACK =
      Samples.period("2027-01-11", null, LegalState.IN_FORCE);

  private static String on(String day, Language language, StandingPeriod... standing) {
    CorpusRecord measure = Samples.record("rule", Kind.RESTRICTION, Side.US, standing);
    return StandingText.of(MeasureStatus.of(measure, LocalDate.parse(day)).orElseThrow(), language);
  }

  @Test
  void of_lastDayRecordedAndNothingAfter_saysSo() {
    assertThat(on("2026-01-01", Language.EN, SUSPENDED))
        .isEqualTo(
            "suspended from 10 November 2025 to 9 November 2026, by proof; nothing later in the"
                + " sources");
  }

  @Test
  void of_nextStateRecorded_namesIt() {
    assertThat(on("2026-01-01", Language.EN, SUSPENDED, BACK))
        .isEqualTo(
            "suspended from 10 November 2025 to 9 November 2026, by proof; then in force from 11"
                + " January 2027, by proof");
  }

  @Test
  void of_noLastDay_saysNothingOfLaterDays() {
    assertThat(on("2027-02-01", Language.EN, BACK))
        .isEqualTo("in force from 11 January 2027, by proof");
  }

  @Test
  void of_dayAfterTheLastState_isNotStatedAndInfersNothing() {
    assertThat(on("2026-11-24", Language.EN, SUSPENDED))
        .isEqualTo(
            "not stated for 24 November 2026; last recorded: suspended from 10 November 2025 to 9"
                + " November 2026, by proof; nothing later in the sources");
  }

  @Test
  void of_dayInAGap_namesBothNeighbours() {
    assertThat(on("2026-11-24", Language.EN, SUSPENDED, BACK))
        .startsWith("not stated for 24 November 2026; last recorded: suspended")
        .endsWith("; then in force from 11 January 2027, by proof");
  }

  @Test
  void of_dayBeforeTheFirstState_namesWhatComes() {
    assertThat(on("2025-01-01", Language.EN, SUSPENDED))
        .isEqualTo(
            "not stated for 1 January 2025; then suspended from 10 November 2025 to 9 November"
                + " 2026, by proof");
  }

  @Test
  void of_measureWithoutStanding_saysThatNoneIsRecorded() {
    assertThat(on("2025-01-01", Language.EN))
        .isEqualTo("not stated for 1 January 2025; the sources record no legal state of it");
  }

  @Test
  void of_chinese_writesDaysAsChineseDoes() {
    assertThat(on("2026-01-01", Language.ZH, SUSPENDED))
        .isEqualTo("2025年11月10日至2026年11月9日暂停（依据 proof）；资料中没有更晚的记录");
    assertThat(on("2026-01-01", Language.ZH_TW, SUSPENDED))
        .isEqualTo("2025年11月10日至2026年11月9日暫停實施（依據 proof）；資料中沒有更晚的紀錄");
  }

  @ParameterizedTest
  @EnumSource
  void of_everyState_beginsWithItsWords(LegalState state) {
    assertThat(on("2026-01-01", Language.EN, Samples.period("2025-01-01", null, state)))
        .startsWith(state.wireName().replace('-', ' '))
        .contains(" from 1 January 2025");
  }
}

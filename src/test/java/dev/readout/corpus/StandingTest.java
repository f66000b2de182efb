package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandingTest {
  private static final StandingPeriod IN_FORCE =
      period("2025-09-29", "2025-11-09", LegalState.IN_FORCE);
  private static final StandingPeriod SUSPENDED =
      period("2025-11-10", "2026-11-09", LegalState.SUSPENDED);
  private static final StandingPeriod BACK = period("2027-01-01", null, LegalState.IN_FORCE);
  private static final Standing STANDING = new Standing(List.of(BACK, SUSPENDED, IN_FORCE));

  private static StandingPeriod period(String from, @Nullable String to, LegalState state) {
    return new StandingPeriod(
        LocalDate.parse(from), to == null ? null : LocalDate.parse(to), state, "proof");
  }

  @Test
  void periods_givenInAnyOrder_areOldestFirst() {
    assertThat(STANDING.periods()).containsExactly(IN_FORCE, SUSPENDED, BACK);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-09-29, IN_FORCE",
    "2025-11-09, IN_FORCE",
    "2025-11-10, SUSPENDED",
    "2026-11-09, SUSPENDED",
    "2027-01-01, IN_FORCE",
    "2099-12-31, IN_FORCE",
  })
  void on_dayThatAPeriodCovers_isItsState(LocalDate day, LegalState state) {
    assertThat(STANDING.on(day)).map(StandingPeriod::state).contains(state);
  }

  @ParameterizedTest
  @CsvSource({"2025-09-28", "2026-11-10", "2026-12-31"})
  void on_dayThatNothingCovers_isNotStated(LocalDate day) {
    assertThat(STANDING.on(day)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2025-11-10, IN_FORCE", "2026-11-10, SUSPENDED", "2030-01-01, SUSPENDED"})
  void lastBefore_endedPeriods_isTheLatest(LocalDate day, LegalState state) {
    assertThat(STANDING.lastBefore(day)).map(StandingPeriod::state).contains(state);
  }

  @ParameterizedTest
  @CsvSource({"2025-09-29", "2025-11-09"})
  void lastBefore_dayInOrBeforeTheFirstPeriod_isEmpty(LocalDate day) {
    assertThat(STANDING.lastBefore(day)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-09-28, 2025-09-29",
    "2025-09-29, 2025-11-10",
    "2026-11-09, 2027-01-01",
    "2026-12-31, 2027-01-01",
  })
  void nextAfter_laterPeriods_isTheFirst(LocalDate day, LocalDate from) {
    assertThat(STANDING.nextAfter(day)).map(StandingPeriod::from).contains(from);
  }

  @Test
  void nextAfter_dayInTheLastPeriod_isEmpty() {
    assertThat(STANDING.nextAfter(LocalDate.of(2027, 1, 1))).isEmpty();
  }

  @Test
  void none_anyDay_statesNothing() {
    assertThat(Standing.NONE.on(LocalDate.of(2025, 1, 1))).isEmpty();
  }

  @Test
  void new_periodsThatShareADay_areRefused() {
    StandingPeriod late = period("2025-11-09", null, LegalState.EXPIRED);

    assertThatThrownBy(() -> new Standing(List.of(IN_FORCE, late)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("overlaps: the state before still holds on 2025-11-09");
  }

  @Test
  void new_periodAfterAnOpenOne_isRefused() {
    StandingPeriod open = period("2025-01-01", null, LegalState.PROPOSED);

    assertThatThrownBy(() -> new Standing(List.of(IN_FORCE, open)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("overlaps: the state before still holds on 2025-09-29");
  }

  @Test
  void new_periodThatEndsBeforeItBegins_isRefused() {
    assertThatThrownBy(() -> period("2025-01-02", "2025-01-01", LegalState.EXPIRED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2025-01-01 before it begins on 2025-01-02");
  }

  @Test
  void covers_periodOfOneDay_coversIt() {
    StandingPeriod oneDay = period("2025-01-01", "2025-01-01", LegalState.PROPOSED);

    assertThat(oneDay.covers(LocalDate.of(2025, 1, 1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-10, 2027-01-10, 2025-01-01..2025-12-31 2026-01-01..2026-11-09 2026-11-10..2027-01-10",
    "2026-03-01, '', 2025-01-01..2025-12-31 2026-01-01..2026-02-28 2026-03-01..null",
    "2025-03-01, 2025-03-31, 2025-01-01..2025-02-28 2025-03-01..2025-03-31 2025-04-01..2025-12-31"
        + " 2026-01-01..2026-11-09",
    "2025-12-01, 2026-01-31, 2025-01-01..2025-11-30 2025-12-01..2026-01-31 2026-02-01..2026-11-09",
    "2024-01-01, 2026-11-09, 2024-01-01..2026-11-09"
  })
  void with_aChange_cutsWhatItOverlapsAndWithoutItAllIsAsItWas(
      LocalDate from, String to, String laid) {
    Standing recorded =
        new Standing(
            List.of(
                period("2025-01-01", "2025-12-31", LegalState.IN_FORCE),
                period("2026-01-01", "2026-11-09", LegalState.SUSPENDED)));
    StandingPeriod change =
        new StandingPeriod(
            from, to.isEmpty() ? null : LocalDate.parse(to), LegalState.RESCINDED, "added-notice");
    Standing changed = recorded.with(List.of(change), List.of("added-other"));
    assertThat(changed.periods())
        .extracting(period -> period.from() + ".." + period.to())
        .containsExactly(laid.split(" ", -1));
    assertThat(changed.without(Set.of("added-notice", "added-other"))).isEqualTo(recorded);
  }
}

package dev.readout.discord.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TimesTest {
  private final Times times = new Times();

  @Test
  void millis_shares_areThoseOfTheSortedTimes() {
    for (int millis = 100; millis >= 1; millis--) {
      times.add(Duration.ofMillis(millis));
    }

    assertThat(times.number()).isEqualTo(100);
    assertThat(times.millis(0.5)).isEqualTo(50);
    assertThat(times.millis(0.99)).isEqualTo(99);
    assertThat(times.millis(1)).isEqualTo(100);
  }

  @Test
  void millis_ofNothing_isZero() {
    assertThat(times.millis(0.5)).isZero();
  }

  @Test
  void add_longerThanAMinute_countsAsAMinute() {
    times.add(Duration.ofHours(2));

    assertThat(times.millis(1)).isEqualTo(60_000);
  }
}

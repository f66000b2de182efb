package dev.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchdogTest {
  @TempDir private Path folder;
  private boolean works = true;
  private Duration now = Duration.ZERO;
  private int ends;
  private Watchdog watchdog;

  @BeforeEach
  void start() {
    watchdog =
        new Watchdog(
            folder.resolve("watchdog"),
            () -> works ? "" : "gateway",
            () -> now.toNanos(),
            () -> ends++);
  }

  /** Looks every ten seconds for so long. */
  private void pass(Duration time) {
    for (Duration end = now.plus(time); now.compareTo(end) < 0; now = now.plusSeconds(10)) {
      watchdog.look();
    }
  }

  @Test
  void look_connected_endsNothing() {
    pass(Duration.ofDays(1));

    assertThat(ends).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void look_shortLosses_endNothing() {
    for (int i = 0; i < 20; i++) {
      works = !works;
      pass(Duration.ofSeconds(110));
    }
    assertThat(ends).isZero();
  }

  @Test
  void look_notConnectedForTwoMinutes_ends_neverConnectedToo() {
    works = false;
    pass(Watchdog.PATIENCE);
    assertThat(ends).isZero();

    watchdog.look();
    assertThat(ends).isEqualTo(1);
  }

  @Test
  void look_endedAgainAndAgain_waitsLonger_untilItHasWorked() {
    works = false;
    Duration waited = Duration.ZERO;
    for (int i = 0; i < 8; i++) {
      Duration begun = now;
      while (ends == i) {
        pass(Duration.ofSeconds(10));
      }
      assertThat(now.minus(begun)).isGreaterThanOrEqualTo(waited);
      waited = now.minus(begun);
      start();
    }
    assertThat(waited).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61));

    works = true;
    pass(Watchdog.RECOVERED.plusMinutes(1));
    assertThat(folder).isEmptyDirectory();
  }
}

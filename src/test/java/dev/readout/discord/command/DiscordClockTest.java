package dev.readout.discord.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DiscordClockTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private final DiscordClock clock = new DiscordClock();

  /** A reply that Discord made at noon, to a request sent and answered so many seconds from it. */
  private Duration ahead(double sent, double received) {
    clock.heard(NOON, at(sent), at(received));
    return clock.ahead();
  }

  private static Instant at(double seconds) {
    return NOON.plusMillis(Math.round(seconds * 1_000));
  }

  @Test
  void ahead_slowReply_isNotTakenForAClockThatIsOff() {
    assertThat(ahead(-8, 0.5)).isZero();
    assertThat(ahead(0.5, 9)).isZero();
  }

  @Test
  void ahead_clockThatIsOff_isHowFarAtLeast_untilItAgrees() {
    assertThat(DiscordClock.isOff(ahead(1_200, 1_201))).isTrue();
    assertThat(clock.ahead()).isEqualTo(Duration.ofSeconds(1_199));
    assertThat(ahead(-31, -30)).isEqualTo(Duration.ofSeconds(-30));
    assertThat(DiscordClock.isOff(ahead(4, 4))).isFalse();
  }
}

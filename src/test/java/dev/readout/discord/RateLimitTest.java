package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.discord.Refusals.RateLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
  private static final long SOMEBODY = 1;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  /** It may overflow at any time. */
  private long nanos = Long.MAX_VALUE - 1;

  private final RateLimit limit = new RateLimit(6, () -> nanos);

  @Test
  void ask_asOftenAsAllowed_isCounted() {
    for (int i = 0; i < 6; i++) {
      assertThat(limit.ask(SOMEBODY)).isEmpty();
    }
  }

  @Test
  void ask_onceTooOften_saysHowLongToWait() {
    exhaust();
    nanos++;

    assertThat(limit.ask(SOMEBODY)).contains(BETWEEN.minusNanos(1));
  }

  @Test
  void ask_afterTheWait_isCounted() {
    exhaust();
    nanos += limit.ask(SOMEBODY).orElseThrow().toNanos();

    assertThat(limit.ask(SOMEBODY)).isEmpty();
    assertThat(limit.ask(SOMEBODY)).isPresent();
  }

  @Test
  void ask_refusedAsks_doNotMakeTheWaitLonger() {
    exhaust();
    for (int i = 0; i < 100; i++) {
      limit.ask(SOMEBODY);
    }

    assertThat(limit.ask(SOMEBODY)).contains(BETWEEN);
  }

  @Test
  void ask_somebodyElse_hasTheirOwnCount() {
    exhaust();

    assertThat(limit.ask(2)).isEmpty();
  }

  @Test
  void ask_afterAMinute_hasAllBack() {
    exhaust();
    nanos += MINUTE.toNanos();

    exhaust();
    assertThat(limit.ask(SOMEBODY)).isPresent();
  }

  private void exhaust() {
    for (int i = 0; i < 6; i++) {
      assertThat(limit.ask(SOMEBODY)).isEmpty();
    }
  }
}

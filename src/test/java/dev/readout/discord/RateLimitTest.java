package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
  private static final long SOMEBODY = 1;
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final RateLimit limit = new RateLimit(6, now::get);

  @Test
  void ask_asOftenAsAllowed_isCounted() {
    for (int i = 0; i < 6; i++) {
      assertThat(limit.ask(SOMEBODY)).isEmpty();
    }
  }

  @Test
  void ask_onceTooOften_saysWhenToTryAgain() {
    exhaust();

    assertThat(limit.ask(SOMEBODY)).contains(NOON.plusSeconds(10));
  }

  @Test
  void ask_atTheTimeSaid_isCounted() {
    exhaust();
    now.set(limit.ask(SOMEBODY).orElseThrow());

    assertThat(limit.ask(SOMEBODY)).isEmpty();
    assertThat(limit.ask(SOMEBODY)).isPresent();
  }

  @Test
  void ask_refusedAsks_doNotPushTheTimeAway() {
    exhaust();
    for (int i = 0; i < 100; i++) {
      limit.ask(SOMEBODY);
    }

    assertThat(limit.ask(SOMEBODY)).contains(NOON.plusSeconds(10));
  }

  @Test
  void ask_somebodyElse_hasTheirOwnCount() {
    exhaust();

    assertThat(limit.ask(2)).isEmpty();
  }

  @Test
  void ask_afterAMinute_hasAllBack() {
    exhaust();
    now.set(NOON.plus(Duration.ofMinutes(1)));

    exhaust();
    assertThat(limit.ask(SOMEBODY)).isPresent();
  }

  @Test
  void ask_afterTheClockWasSetBack_isCountedAnew() {
    exhaust();
    Instant back = NOON.minus(Duration.ofHours(1));
    now.set(back);

    exhaust();
    assertThat(limit.ask(SOMEBODY)).contains(back.plusSeconds(10));
  }

  private void exhaust() {
    for (int i = 0; i < 6; i++) {
      assertThat(limit.ask(SOMEBODY)).isEmpty();
    }
  }
}

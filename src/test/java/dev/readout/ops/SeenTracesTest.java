package dev.readout.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.ops.StackTrace.SeenTraces;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SeenTracesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final SeenTraces seen = new SeenTraces();

  @Test
  void before_sameWithinAnHour_isWhenItWasLogged() {
    assertThat(seen.before("a", NOW)).isEmpty();
    assertThat(seen.before("b", NOW)).isEmpty();
    assertThat(seen.before("a", NOW.plusSeconds(3_599))).contains(NOW);
  }

  @Test
  void before_anHourLater_isLoggedAnew() {
    Instant later = NOW.plus(SeenTraces.REMEMBERED);
    assertThat(seen.before("a", NOW)).isEmpty();
    assertThat(seen.before("a", later)).isEmpty();
    assertThat(seen.before("a", later.plusSeconds(1))).contains(later);
  }

  @Test
  void before_manyOthersSince_isForgotten() {
    assertThat(seen.before("a", NOW)).isEmpty();
    for (int i = 0; i < 200; i++) {
      assertThat(seen.before("other " + i, NOW)).isEmpty();
    }
    assertThat(seen.before("a", NOW)).isEmpty();
    assertThat(seen.before("other 199", NOW)).contains(NOW);
  }
}

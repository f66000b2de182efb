package dev.readout.discord.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class TrendTest {
  private static final long MB = 1_000_000;

  /** A sample a minute for half an hour. */
  private static List<Vitals> samples(LongUnaryOperator bytes) {
    return LongStream.rangeClosed(0, 30)
        .mapToObj(
            minute ->
                new Vitals(
                    Duration.ofMinutes(minute), Map.of(Gauge.RSS, bytes.applyAsLong(minute))))
        .toList();
  }

  private static Trend trend(LongUnaryOperator bytes) {
    return Trend.of(samples(bytes), Gauge.RSS, Duration.ofMinutes(10));
  }

  @Test
  void of_aLine_isItsSlope() {
    Trend trend = trend(minute -> (400 + minute) * MB);

    assertThat(trend.bytesPerHour()).isCloseTo(60.0 * MB, within(1.0));
    assertThat(trend.mean()).isCloseTo(420.0 * MB, within(1.0));
    assertThat(trend.over()).hasMinutes(20);
    assertThat(trend.change()).isCloseTo(20.0 / 420, within(1e-6));
  }

  @Test
  void of_whatCameBefore_doesNotCount() {
    Trend trend = trend(minute -> minute < 10 ? minute * MB : 400 * MB);

    assertThat(trend.bytesPerHour()).isZero();
    assertThat(trend.isFlat()).isTrue();
  }

  @Test
  void isFlat_sawtooth_isFlat() {
    assertThat(trend(minute -> (400 + minute % 5 * 8) * MB).isFlat()).isTrue();
  }

  @Test
  void isFlat_leak_isNot() {
    assertThat(trend(minute -> (200 + minute) * MB).isFlat()).isFalse();
  }

  @Test
  void isFlat_shrinking_is() {
    assertThat(trend(minute -> (400 - 4 * minute) * MB).isFlat()).isTrue();
  }

  @Test
  void of_nothingSeen_isZero() {
    Trend trend = Trend.of(samples(minute -> MB), Gauge.GROUP, Duration.ZERO);

    assertThat(trend.mean()).isZero();
  }
}

package dev.readout.discord.soak;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How the bot's process was at one moment. Immutable.
 *
 * @param at since the soak began
 * @param values what could be seen
 */
record Vitals(Duration at, Map<Gauge, Long> values) {
  Vitals {
    values = Map.copyOf(values);
  }

  OptionalLong get(Gauge gauge) {
    Long value = values.get(gauge);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}

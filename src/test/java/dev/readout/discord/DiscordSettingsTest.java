package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.discord.DiscordSettings.Limits;
import dev.readout.discord.DiscordSettings.Shards;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiscordSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 1, 1, 1, answersAtOnce must be from 1 to 256",
    "1, -1, 1, 1, 1, 1, answersWaiting must be from 0 to 10000",
    "1, 0, 601, 1, 1, 1, memberAsksPerMinute must be from 1 to 600",
    "1, 0, 1, 6001, 1, 1, serverAsksPerMinute must be from 1 to 6000",
    "1, 0, 1, 1, 61, 1, stopWithin must be from PT1S to PT1M",
    "1, 0, 1, 1, 1, 3651, receiptsKept must be from PT24H to PT87600H",
  })
  void limits_outOfRange_sayWhich(
      int atOnce, int waiting, int member, int server, int seconds, int days, String message) {
    assertThatThrownBy(
            () ->
                new Limits(
                    atOnce,
                    waiting,
                    member,
                    server,
                    Duration.ofSeconds(seconds),
                    Duration.ofDays(days)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "4, -1, 2", "4, 3, 2", "4, 0, 4", "16385, 0, 0"})
  void shards_outOfOrder_areRefused(int total, int first, int last) {
    assertThatThrownBy(() -> new Shards(total, first, last))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shards_first_mayBeTheLast() {
    assertThat(new Shards(1, 0, 0).last()).isZero();
  }
}

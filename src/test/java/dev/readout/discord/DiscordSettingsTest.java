package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.discord.DiscordSettings.Shards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiscordSettingsTest {

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 1, -1", "4, -1, 2", "4, 3, 2", "4, 0, 4"})
  void shards_outOfOrder_areRefused(int total, int first, int last) {
    assertThatThrownBy(() -> new Shards(total, first, last))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shards_first_mayBeTheLast() {
    assertThat(new Shards(1, 0, 0).last()).isZero();
  }
}

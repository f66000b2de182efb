package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.discord.DiscordSettings.BotToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BotTokenTest {

  @Test
  void toString_token_isHidden() {
    assertThat(new BotToken("abc.def")).hasToString("BotToken(hidden)");
    assertThat(new BotToken("abc.def").value()).isEqualTo("abc.def");
  }

  @Test
  void token_ofTwoHundredCharacters_isTheLongest() {
    assertThat(new BotToken("a".repeat(200)).value()).hasSize(200);
    assertThatThrownBy(() -> new BotToken("a".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("aaa");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bot xyz",
        "x yz",
        "xyz\n",
        "\"xyz\"",
        "'xyz'",
        "xyz\u007f",
        "xyzé",
        "\u0000xyz"
      })
  void token_thatCannotBe_isRefusedWithoutBeingShown(String value) {
    assertThatThrownBy(() -> new BotToken(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("xyz")
        .hasNoCause();
  }
}

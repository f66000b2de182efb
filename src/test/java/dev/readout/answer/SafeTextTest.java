package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SafeTextTest {

  @Test
  void of_escapeSequence_cannotReachTheTerminal() {
    assertThat(SafeText.of("a\u001b[31mb\u0007")).isEqualTo("a\uFFFD[31mb\uFFFD");
  }

  @Test
  void of_bidiOverride_isReplaced() {
    assertThat(SafeText.of("a\u202Eb\u2066c")).isEqualTo("a\uFFFDb\uFFFDc");
  }

  @Test
  void of_lineEnds_becomeSpaces() {
    assertThat(SafeText.of("a\nb\tc\u2028d")).isEqualTo("a b c d");
  }

  @Test
  void of_ordinaryText_isTheSame() {
    String text = "“50%穿透性规则” — MOFCOM, é 😀";
    assertThat(SafeText.of(text)).isEqualTo(text);
    assertThat(SafeText.isSafe(text)).isTrue();
  }

  @Test
  void of_longText_isCutBetweenCharactersAndMarked() {
    assertThat(SafeText.of("😀😀😀", 2)).isEqualTo("😀😀…");
    assertThat(SafeText.of("ab", 2)).isEqualTo("ab");
  }

  @Test
  void isSafe_controlCharacter_isNot() {
    assertThat(SafeText.isSafe("a\u0001")).isFalse();
    assertThat(SafeText.isSafe("a\u202Eb")).isFalse();
  }
}

package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Statement.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementTest {
  private static final String BODY = "- Talks were held. 会谈。\n- Talks were held. 会谈。\n";
  private static final int END = "- Talks were held. 会谈。".length();
  private static final Statement STATEMENT =
      Statement.cut("talks", BODY, 2, END, Voice.SUMMARY, null);
  private static final Statement SHORT =
      Statement.cut("talks", "- Talks.", 2, 8, Voice.SUMMARY, null);

  @Test
  void cut_range_isThatPartOfTheBody() {
    assertThat(STATEMENT.text()).isEqualTo("Talks were held. 会谈。");
  }

  @Test
  void cut_text_isHashedInUtf8() {
    // printf 'Talks were held. 会谈。' | sha256sum | cut -c1-16
    assertThat(STATEMENT.hash()).isEqualTo("0b7f80254f0eb1f2");
  }

  @Test
  void isSliceOf_ownBody_isTrue() {
    assertThat(STATEMENT.isSliceOf(BODY)).isTrue();
  }

  @Test
  void isSliceOf_textThatOnlyEndsSooner_isTrue() {
    assertThat(STATEMENT.isSliceOf(BODY.substring(0, END))).isTrue();
  }

  @Test
  void isSliceOf_changedLetter_isFalse() {
    assertThat(STATEMENT.isSliceOf(BODY.replaceFirst("held", "hold"))).isFalse();
  }

  @Test
  void isSliceOf_sameTextMovedByOneCharacter_isFalse() {
    assertThat(STATEMENT.isSliceOf(" " + BODY)).isFalse();
  }

  @Test
  void isSliceOf_bodyCutShort_isFalse() {
    assertThat(STATEMENT.isSliceOf(BODY.substring(0, END - 1))).isFalse();
  }

  @Test
  void isSliceOf_chineseOfItsBody_isTrue() {
    assertThat(SHORT.inChinese("会谈。").isSliceOf("- Talks.\n  zh: 会谈。\n")).isTrue();
    assertThat(SHORT.inChinese("会谈。").isSliceOf("- Talks.\n> — A\n> zh: 会谈。")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- Talks.\n",
        "- Talks.\n  zh: 磋商。\n",
        "- Talks.\n  zh: 会谈。结束。\n",
        "- Talks.\n  zh: 会\n",
        "- Talks.\n- More.\n  zh: 会谈。\n",
        "- Talks.\n\n  zh: 会谈。\n",
        "- Talks.\n> — A\n> zh: 其他\n> zh: 会谈。\n"
      })
  void isSliceOf_chineseOfAnother_isFalse(String body) {
    assertThat(SHORT.isSliceOf(body)).isTrue();
    assertThat(SHORT.inChinese("会谈。").isSliceOf(body)).isFalse();
  }

  @Test
  void isSliceOf_emptyBody_isFalse() {
    assertThat(STATEMENT.isSliceOf("")).isFalse();
  }

  @Test
  void isSliceOf_hashOfOtherText_isFalse() {
    Statement forged =
        new Statement(
            "talks",
            2,
            END,
            Voice.SUMMARY,
            null,
            STATEMENT.text(),
            Statement.hash("other"),
            null,
            null);

    assertThat(forged.isSliceOf(BODY)).isFalse();
  }

  @Test
  void new_rangeLongerThanItsText_isRefused() {
    assertThatThrownBy(
            () ->
                new Statement(
                    "talks",
                    0,
                    6,
                    Voice.SUMMARY,
                    null,
                    "Talks",
                    Statement.hash("Talks"),
                    null,
                    null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("talks 0-6");
  }

  @Test
  void new_negativeStart_isRefused() {
    assertThatThrownBy(
            () ->
                new Statement(
                    "talks",
                    -1,
                    4,
                    Voice.SUMMARY,
                    null,
                    "Talks",
                    Statement.hash("Talks"),
                    null,
                    null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cut_blankRange_isRefused() {
    assertThatThrownBy(() -> Statement.cut("talks", "a  b", 1, 3, Voice.SUMMARY, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no slice");
  }

  @Test
  void new_verbatimWithoutSpeaker_isRefused() {
    assertThatThrownBy(() -> Statement.cut("talks", BODY, 2, END, Voice.VERBATIM, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("names its speaker");
  }

  @Test
  void new_summaryWithSpeaker_isRefused() {
    assertThatThrownBy(() -> Statement.cut("talks", BODY, 2, END, Voice.SUMMARY, "He Lifeng"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a summary none");
  }
}

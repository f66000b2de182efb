package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.index.Quotations.Quoted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotationsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "who said \"small yard, high fence\"? | small yard, high fence",
        "“candid and constructive” was whose word | candid and constructive",
        "„offen und ehrlich gesprochen“ hieß es | offen und ehrlich gesprochen",
        "谁说的“坚决反对” | 坚决反对",
        "誰說的「相互尊重」 | 相互尊重",
        "not \"this\" but \"that was said\" | that was said",
      })
  void in_wordsBetweenMarks_areQuoted(String text, String quoted) {
    assertThat(Quotations.in(text)).extracting(Quoted::text).containsExactly(quoted);
  }

  @Test
  void in_quotation_isWhereItStands() {
    assertThat(Quotations.in("the \"three small words\""))
        .containsExactly(new Quoted("three small words", 5, 22));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no marks at all here",
        "\"H20\" chips",
        "the \"Entity List\"",
        "“关税”",
        "left \"open and never closed",
        "5\" and then 6 and 7 more",
      })
  void in_other_isNone(String text) {
    assertThat(Quotations.in(text)).isEmpty();
  }
}

package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SelectionTest {
  private static Statement statement(String text) {
    return Statement.cut("record", text, 0, text.length(), Voice.SUMMARY, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one two three four|Four, three (two) ONE!|false",
        "one two three four|one two three five|false", // three in four
        "one two three four|one two six five|true",
        "one two three four|one two two two two two|false", // of two words, both
        "one two three four|one two three four five six seven eight nine|false",
        "one two three 50 from 2025|one two three 100 from 2026|true", // other figures
        "one two three 50|one two three 50 from 2026|false",
        "ab c|a bc|true",
        "中美双方同意|中美双方同意。|false"
      })
  void take_second_isTakenUnlessItSaysTheSame(String first, String second, boolean isTaken) {
    Selection selection = new Selection(200);

    assertThat(selection.take(statement(first))).isTrue();
    assertThat(selection.take(statement(second))).isEqualTo(isTaken);
  }

  @Test
  void take_tooLongForWhatIsLeft_isNotTakenUnlessItIsTheFirst() {
    Selection selection = new Selection(10);

    assertThat(selection.take(statement("longer than ten characters"))).isTrue();
    assertThat(selection.take(statement("short"))).isFalse();
  }
}

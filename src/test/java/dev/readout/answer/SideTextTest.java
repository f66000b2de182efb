package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Its other cases are seen in the whole answer, by {@code AnswerTextTest}. */
final class SideTextTest {
  private static final CorpusRecord US = Samples.record("us-account", Kind.READOUT, Side.US);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EN|No statement by Beijing in the sources within the limits asked for (topic tariffs, since 1 January 2024, until 9 May 2025).
          ZH|资料中没有北京方面的表述（限于所选范围：主题 tariffs、2024年1月1日起、2025年5月9日止）。
          ZH_TW|資料中沒有北京方面的陳述（限於所選範圍：主題 tariffs、2024年1月1日起、2025年5月9日止）。
          """)
  void line_limits_areNamedInTheReadersLanguage(Language language, String line) {
    Question question =
        new Question(
            "what?",
            null,
            null,
            "tariffs",
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2025, 5, 9),
            null,
            1_000);

    assertThat(
            SideText.empty(
                Samples.answered(
                    question, language, Samples.summary(US), Samples.soughtInVain(Side.PRC)),
                Side.PRC))
        .isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({"EN, None shown.", "ZH, 未列出。", "ZH_TW, 未列出。"})
  void line_sideThatWasNotSearched_deniesNothing(Language language, String line) {
    Question question = Question.of("what?", 1_000);

    assertThat(
            SideText.empty(
                Samples.answered(question, language, Samples.summary(US), Samples.block(Side.PRC)),
                Side.PRC))
        .isEqualTo(line);
  }
}

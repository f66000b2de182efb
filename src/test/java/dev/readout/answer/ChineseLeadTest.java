package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leads in Chinese, where reading rules decide. */
@ExtendWith(ShippedIndex.class)
final class ChineseLeadTest {
  private final RetrievalAnswerer answerer;

  ChineseLeadTest(Generation generation) {
    this.answerer =
        new RetrievalAnswerer(
            generation, InstantSource.fixed(Instant.parse("2026-10-09T00:00:00Z")));
  }

  private Answer.Answered answer(String question) {
    Answer answer = answerer.answer(Question.of(question, 2000));
    assertThat(answer).isInstanceOf(Answer.Answered.class);
    return (Answer.Answered) answer;
  }

  @ParameterizedTest
  @CsvSource({
    "现在美国对华关税总共多少？, 2026-10-08-explainer-us-tariff-stack",
    "中国答应买多少大豆？, 2026-09-21-explainer-soybean-purchases",
    "稀土出口还要许可证吗？, 2023-12-21-china-rare-earth-technology-ban",
    "釜山川習會談了多久？, 2025-10-30-busan-summit-meeting"
  })
  void answer_statement_isWhatHoldsToday(String question, String record) {
    Answer.Answered answer = answer(question);

    assertThat(answer.verdict()).isNull();
    assertThat(answer.lead().record().id()).isEqualTo(record);
  }

  @Test
  void answer_yesOrNo_isTheStanding() {
    Verdict verdict = answer("船舶特別港務費現在收不收？").verdict();

    assertThat(verdict).isNotNull();
    assertThat(VerdictText.of(verdict, Language.EN)).contains("Suspended");
  }

  @Test
  void answer_wordsOfAPerson_areNoStanding() {
    assertThat(answer("何立峰怎么说休战还有没有效").verdict()).isNull();
  }
}

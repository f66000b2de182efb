package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one side or person said at a meeting is told by their own account of it. */
final class SaidThereTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what did Washington say in Madrid? | 2025-09-15-madrid-us-remarks | Bessent announced",
        "what did China say in London? | 2025-06-11-london-prc-readout | China's release says",
        "what did Washington say in Geneva? | 2025-05-11-geneva-us-remarks | Bessent reported",
        "what did China say in Woodside? | 2023-11-15-biden-xi-woodside-prc-readout | Xi told",
        "what did He Lifeng raise in Stockholm? | 2025-07-29-stockholm-prc-readout | He Lifeng",
        "what did Yellen raise in Beijing? | 2023-07-08-yellen-he-lifeng-beijing-us-readout"
            + " | Yellen raised concerns",
        "what did Blinken raise in Beijing? | 2023-06-19-blinken-beijing-us-readout"
            + " | Blinken raised unfair",
        "what did China complain about in Madrid? | 2025-09-15-madrid-prc-readout"
            + " | China opposes",
        "how did China describe the Madrid talks? | 2025-09-15-madrid-prc-readout"
            + " | Li Chenggang said",
        "what was Washington's account of Geneva? | 2025-05-11-geneva-us-remarks"
            + " | Bessent reported",
      })
  void answer_whatWasSaidAtAMeeting_opensWithTheirAccount(
      String question, String account, String told) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            answer -> {
              assertThat(answer.verdict()).isNull();
              assertThat(answer.lead().record().id()).isEqualTo(account);
              assertThat(answer.lead().statement().text()).startsWith(told);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what did Xi say about trade wars in Bali | trade wars",
        "what did Bessent say about fentanyl in Geneva? | fentanyl",
        "what was the US position on rare earths in London? | Rare earths",
      })
  void answer_ofAMatterToo_isToldByWhatHasIt(String question, String matter) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            answer -> assertThat(answer.lead().statement().text()).contains(matter));
  }
}

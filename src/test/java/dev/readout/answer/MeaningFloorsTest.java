package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Answer.SearchedBy;
import dev.readout.cli.evaluation.Evaluation;
import dev.readout.cli.evaluation.EvaluationText;
import dev.readout.cli.evaluation.Figures;
import dev.readout.cli.evaluation.JudgedQuestion;
import dev.readout.cli.evaluation.JudgedQuestionFile;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comparing meanings is worth, on questions that nothing was tuned on. */
@ExtendWith(ShippedIndex.class)
final class MeaningFloorsTest {
  private static final Path QUESTIONS = Path.of("src/test/resources/questions");

  @TempDir static Path folder;
  private static ShippedMeaning shipped;
  private static Generation byMeaning;

  @BeforeAll
  static void open() {
    shipped = ShippedMeaning.in(folder);
    byMeaning = shipped.generation();
  }

  @AfterAll
  static void close() {
    shipped.close();
  }

  private static Evaluation evaluation(Generation generation, String file, int every)
      throws IOException {
    List<JudgedQuestion> questions = JudgedQuestionFile.read(QUESTIONS.resolve(file));
    return Evaluation.of(
        new RetrievalAnswerer(generation, ShippedIndex.CLOCK),
        IntStream.range(0, questions.size())
            .filter(i -> i % every == 0)
            .mapToObj(questions::get)
            .toList(),
        Question.BUDGET_CHARS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how many firms joined the Pentagon's list in June 2026 and which big names? | Alibaba",
        "Liu He and Yellen in Zurich 2023: how long did they talk, and what was announced?"
            + " | future Yellen visit"
      })
  void answer_secondPartOfAQuestion_isAnsweredBesideTheFirst(String question, String told) {
    Answer answer =
        new RetrievalAnswerer(byMeaning, ShippedIndex.CLOCK).answer(Ask.plainly(question));

    assertThat(((Answer.Answered) answer).snippets())
        .extracting(one -> one.statement().text())
        .anyMatch(text -> text.contains(told));
  }

  @ParameterizedTest
  @CsvSource({
    "Which Hanwha units did MOFCOM go after?, Hanwha Shipping LLC",
    "what three american moves did MOFCOM cite as breaking the Geneva deal, three U.S. steps"
  })
  void answer_list_leadsWithTheNamesAndNotWithWhatIsSaidOfThem(String question, String names) {
    Answer answer =
        new RetrievalAnswerer(byMeaning, ShippedIndex.CLOCK).answer(Ask.plainly(question));

    assertThat(((Answer.Answered) answer).lead().statement().text()).contains(names);
  }

  /** A question takes a fifth of a second, so each third is asked. */
  @Test
  void answers_paraphrases_areRightMoreOftenThanByWords(Generation byWords) throws IOException {
    Evaluation evaluation = evaluation(byMeaning, "held-out-2.jsonl", 3);
    Figures meaning = evaluation.all();
    Figures words = evaluation(byWords, "held-out-2.jsonl", 3).all();
    String table = EvaluationText.table(evaluation);

    assertThat(meaning.success1()).as(table).isGreaterThan(words.success1() + 0.03);
    assertThat(meaning.success3()).as(table).isGreaterThan(words.success3() + 0.03);
    assertThat(meaning.lead()).as(table).isGreaterThan(Math.max(0.48, words.lead()));
    assertThat(meaning.inThree()).as(table).isGreaterThan(Math.max(0.63, words.inThree()));
    assertThat(meaning.falseAnswers()).as(table).isLessThanOrEqualTo(words.falseAnswers());
    assertThat(meaning.rightlyDeclined()).as(table).isGreaterThan(0.64);
    assertThat((double) meaning.wronglyDeclined() / meaning.answerable())
        .as(table)
        .isLessThan(0.11);
  }

  @Test
  void answers_identifiers_loseOneToMeaningAtMost(Generation byWords) throws IOException {
    Evaluation evaluation = evaluation(byMeaning, "identifiers.jsonl", 1);
    Figures meaning = evaluation.all();
    Figures words = evaluation(byWords, "identifiers.jsonl", 1).all();
    String table = EvaluationText.table(evaluation);

    assertThat(meaning.success1())
        .as(table)
        .isGreaterThan(0.96)
        .isGreaterThanOrEqualTo(words.success1() - 1.0 / meaning.answerable());
    assertThat(meaning.lead()).as(table).isGreaterThan(0.96);
    assertThat(meaning.inThree()).as(table).isGreaterThan(0.99);
    assertThat(meaning.falseAnswers()).as(table).isLessThanOrEqualTo(words.falseAnswers() + 1);
  }

  /** What members ask that has nothing to do with the records: most wrong answers come of it. */
  @Test
  void answers_offTopic_areFew(Generation byWords) throws IOException {
    Evaluation meaning = evaluation(byMeaning, "off-topic.jsonl", 3);
    Evaluation words = evaluation(byWords, "off-topic.jsonl", 3);

    assertThat(meaning.all().rightlyDeclined())
        .as(EvaluationText.table(meaning))
        .isGreaterThan(0.85);
    assertThat(words.all().rightlyDeclined()).as(EvaluationText.table(words)).isGreaterThan(0.65);
  }

  /** These are answered by words alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Did Raimondo and Wang Wentao meet in Reykjavik?",
        "recommend a good hotel in Geneva",
        "best laptop for students"
      })
  void answer_offTopicOrOfNoRecord_isDeclinedAndSaysWhatIsMissing(String question) {
    assertThat(new RetrievalAnswerer(byMeaning, ShippedIndex.CLOCK).answer(Ask.plainly(question)))
        .isInstanceOfSatisfying(
            Answer.Declined.class, declined -> assertThat(declined.missing()).isNotEmpty());
  }

  @Test
  void answer_byMeaning_saysSo() {
    Answer answer =
        new RetrievalAnswerer(byMeaning, ShippedIndex.CLOCK)
            .answer(
                Ask.plainly(
                    "why did nothing come of the 2017 Comprehensive Economic Dialogue, was it about"
                        + " steel?"));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            answered -> assertThat(answered.searchedBy()).isEqualTo(SearchedBy.WORDS_AND_MEANING));
  }

  private static Answer.Answered answer(String question) {
    return (Answer.Answered)
        new RetrievalAnswerer(byMeaning, ShippedIndex.CLOCK).answer(Ask.plainly(question));
  }

  @Test
  void answer_standingThatIsReadAsTheAnswer_leads() {
    Verdict verdict =
        answer("have China's measures against the Hanwha yards stopped biting?").verdict();

    assertThat(verdict).isNotNull();
    assertThat(verdict.records().getFirst().id()).isEqualTo("2025-10-14-hanwha-ocean-sanctions");
  }

  @Test
  void answer_standingOfSomethingElse_isNotGiven() {
    assertThat(answer("has the video app's American arm been sold off yet?").verdict()).isNull();
  }
}

package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.cli.evaluation.Evaluation;
import dev.readout.cli.evaluation.EvaluationText;
import dev.readout.cli.evaluation.Figures;
import dev.readout.cli.evaluation.JudgedQuestionFile;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Answers to the held-out questions, which the ranking was not tuned on, are at least this good.
 */
@ExtendWith(ShippedIndex.class)
final class RetrievalFloorsTest {
  /**
   * A change that lifts the figures lifts these with it.
   *
   * @param success1 least share of answerable questions whose first record is right
   * @param success3 the same among the first three records
   * @param lead least share of them that are led by a right record that holds what was asked
   * @param top3 least share of them whose first three things shown hold all that was asked
   * @param must least share, of those that state patterns, whose text shows them all
   * @param declined least share of unanswerable questions that are declined
   * @param wronglyDeclined largest share of answerable questions that are declined
   */
  private record Floors(
      double success1,
      double success3,
      double lead,
      double top3,
      double must,
      double declined,
      double wronglyDeclined) {}

  private static final Floors FLOORS = new Floors(0.85, 0.92, 0.59, 0.68, 0.94, 0.59, 0.03);

  private static final Path QUESTIONS = Path.of("src/test/resources/questions/held-out.jsonl");

  @Test
  void answers_heldOutQuestions_reachTheFloors(Generation generation) throws IOException {
    Answerer answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
    Evaluation evaluation =
        Evaluation.of(answerer, JudgedQuestionFile.read(QUESTIONS), Question.BUDGET_CHARS);
    Figures figures = evaluation.all();
    String table = EvaluationText.table(evaluation);

    assertThat(figures.answerable()).isGreaterThanOrEqualTo(250);
    assertThat(figures.unanswerable()).isGreaterThanOrEqualTo(50);
    assertThat(figures.success1()).as(table).isGreaterThanOrEqualTo(FLOORS.success1());
    assertThat(figures.success3()).as(table).isGreaterThanOrEqualTo(FLOORS.success3());
    assertThat(figures.lead()).as(table).isGreaterThanOrEqualTo(FLOORS.lead());
    assertThat(figures.inThree()).as(table).isGreaterThanOrEqualTo(FLOORS.top3());
    assertThat(figures.must()).as(table).isGreaterThanOrEqualTo(FLOORS.must());
    assertThat(figures.rightlyDeclined()).as(table).isGreaterThanOrEqualTo(FLOORS.declined());
    assertThat((double) figures.wronglyDeclined() / figures.answerable())
        .as(table)
        .isLessThanOrEqualTo(FLOORS.wronglyDeclined());
  }
}

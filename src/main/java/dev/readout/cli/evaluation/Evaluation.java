package dev.readout.cli.evaluation;

import dev.readout.answer.Answerer;
import dev.readout.answer.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How an answerer does on judged questions. Immutable.
 *
 * @param judgements one a question, in the order asked
 */
public record Evaluation(List<Judgement> judgements) {
  public Evaluation {
    judgements = List.copyOf(judgements);
  }

  /**
   * Asks every question.
   *
   * @param budgetChars as of {@link Question#budgetChars}
   */
  public static Evaluation of(Answerer answerer, List<JudgedQuestion> questions, int budgetChars) {
    List<Judgement> judgements = new ArrayList<>();
    for (JudgedQuestion question : questions) {
      Question asked = Question.of(question.text(), budgetChars);
      judgements.add(Judgement.of(question, answerer.answer(asked)));
    }
    return new Evaluation(judgements);
  }

  /** The figures of each type, by its name. */
  public SortedMap<String, Figures> byType() {
    Map<String, List<Judgement>> byType =
        judgements.stream()
            .collect(Collectors.groupingBy(judgement -> judgement.question().type()));
    SortedMap<String, Figures> figures = new TreeMap<>();
    byType.forEach((type, some) -> figures.put(type, Figures.of(some)));
    return figures;
  }

  /** The figures of all questions together. */
  public Figures all() {
    return Figures.of(judgements);
  }

  /** What did not go as it should in every way. */
  public List<Judgement> misses() {
    return judgements.stream().filter(judgement -> !judgement.isRight()).toList();
  }
}

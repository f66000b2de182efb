package dev.readout.cli.evaluation;

import dev.readout.answer.Answerer;
import dev.readout.answer.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

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
    return by(question -> Stream.of(question.type()));
  }

  /** The figures of each kind, by its name; questions of no kind are left out. */
  public SortedMap<String, Figures> byKind() {
    return by(question -> Stream.ofNullable(question.kind()));
  }

  private SortedMap<String, Figures> by(Function<JudgedQuestion, Stream<String>> names) {
    Map<String, List<Judgement>> groups = new TreeMap<>();
    for (Judgement judgement : judgements) {
      names
          .apply(judgement.question())
          .forEach(name -> groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(judgement));
    }
    SortedMap<String, Figures> figures = new TreeMap<>();
    groups.forEach((name, some) -> figures.put(name, Figures.of(some)));
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

package dev.readout.cli.evaluation;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Figures over some questions. Immutable. Shares are of 1; a share of no questions is {@code NaN}.
 *
 * @param answerable questions that the corpus answers
 * @param success1 share of them whose first record shown is right; declined ones count as wrong
 * @param success3 the same among the first three records
 * @param success5 the same among the first five
 * @param reciprocalRank mean reciprocal rank of the first right record
 * @param lead share of them whose first thing shown is of a right record and holds what was asked
 * @param inThree share of them whose first three things shown hold all that was asked
 * @param must share, of those that state patterns, whose whole reply holds them all
 * @param wronglyDeclined how many of the answerable were declined
 * @param unanswerable questions that must be declined
 * @param rightlyDeclined share of them that were
 * @param falseAnswers how many of them were answered
 * @param parts median number of things that an answer shows at first
 * @param chars median number of their characters
 */
public record Figures(
    int answerable,
    double success1,
    double success3,
    double success5,
    double reciprocalRank,
    double lead,
    double inThree,
    double must,
    int wronglyDeclined,
    int unanswerable,
    double rightlyDeclined,
    int falseAnswers,
    double parts,
    double chars) {

  static Figures of(List<Judgement> judgements) {
    List<Judgement> answerable =
        judgements.stream().filter(judgement -> judgement.question().isAnswerable()).toList();
    List<Judgement> unanswerable =
        judgements.stream().filter(judgement -> !judgement.question().isAnswerable()).toList();
    List<Judgement> withPatterns =
        answerable.stream().filter(judgement -> !judgement.question().must().isEmpty()).toList();
    return new Figures(
        answerable.size(),
        share(answerable, judgement -> judgement.isFoundWithin(1)),
        share(answerable, judgement -> judgement.isFoundWithin(3)),
        share(answerable, judgement -> judgement.isFoundWithin(5)),
        answerable.stream()
            .mapToDouble(judgement -> judgement.rank() == 0 ? 0 : 1.0 / judgement.rank())
            .average()
            .orElse(Double.NaN),
        share(answerable, Judgement::isLed),
        share(answerable, Judgement::isInThree),
        share(withPatterns, judgement -> judgement.missing().isEmpty()),
        count(answerable, Judgement::declined),
        unanswerable.size(),
        share(unanswerable, Judgement::declined),
        count(unanswerable, judgement -> !judgement.declined()),
        median(judgements, Judgement::parts),
        median(judgements, Judgement::chars));
  }

  /** Of the questions that were answered. */
  private static double median(List<Judgement> judgements, ToIntFunction<Judgement> value) {
    int[] values =
        judgements.stream().filter(one -> !one.declined()).mapToInt(value).sorted().toArray();
    return values.length == 0
        ? Double.NaN
        : (values[(values.length - 1) / 2] + values[values.length / 2]) / 2.0;
  }

  private static int count(List<Judgement> judgements, Predicate<Judgement> condition) {
    return Math.toIntExact(judgements.stream().filter(condition).count());
  }

  private static double share(List<Judgement> judgements, Predicate<Judgement> condition) {
    return judgements.isEmpty()
        ? Double.NaN
        : (double) count(judgements, condition) / judgements.size();
  }

  /** How many questions in all. */
  public int questions() {
    return answerable + unanswerable;
  }
}

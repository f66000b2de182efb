package dev.readout.cli.evaluation;

import dev.readout.answer.SafeText;
import java.util.Locale;
import java.util.SortedMap;

/** An evaluation as a table, and its misses as a list. */
public final class EvaluationText {
  private static final int MAX_SHOWN = 3;
  private static final int MAX_QUESTION_CHARS = 200;

  private static final String LEGEND =
      """
      lead: the first thing shown is of a right record and holds what was asked. top3: the first \
      three hold all of it. must: the whole reply does, with what is shown on demand.
      refused: answerable questions that were declined. declined: share of the unanswerable ones \
      that were. false: unanswerable ones that were answered. shown, chars: medians of what is \
      shown at first.
      """;

  private EvaluationText() {}

  /**
   * One line a type, then all together, then one line a kind if any is stated; a hyphen where there
   * is nothing to count.
   */
  public static String table(Evaluation evaluation) {
    StringBuilder table = new StringBuilder();
    appendHead(table, "type");
    evaluation.byType().forEach((type, figures) -> append(table, type, figures));
    append(table, "ALL", evaluation.all());
    SortedMap<String, Figures> byKind = evaluation.byKind();
    if (!byKind.isEmpty()) {
      appendHead(table.append("\n"), "kind");
      byKind.forEach((kind, figures) -> append(table, kind, figures));
    }
    return table.append(LEGEND).toString();
  }

  private static void appendHead(StringBuilder table, String groups) {
    append(
        table,
        groups,
        "questions",
        "success@1",
        "success@3",
        "MRR",
        "lead",
        "top3",
        "must",
        "refused",
        "declined",
        "false",
        "shown",
        "chars");
  }

  private static void append(StringBuilder table, String type, Figures figures) {
    append(
        table,
        SafeText.of(type, 14),
        Integer.toString(figures.questions()),
        share(figures.success1()),
        share(figures.success3()),
        share(figures.reciprocalRank()),
        share(figures.lead()),
        share(figures.inThree()),
        share(figures.must()),
        figures.answerable() == 0 ? "-" : Integer.toString(figures.wronglyDeclined()),
        share(figures.rightlyDeclined()),
        figures.unanswerable() == 0 ? "-" : Integer.toString(figures.falseAnswers()),
        whole(figures.parts()),
        whole(figures.chars()));
  }

  private static String whole(double median) {
    return Double.isNaN(median) ? "-" : Long.toString(Math.round(median));
  }

  private static void append(StringBuilder table, Object... cells) {
    table.append(
        String.format(
            Locale.ROOT, "%-14s %9s %9s %9s %6s %6s %6s %6s %8s %8s %6s %6s %6s\n", cells));
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.3f", share);
  }

  /** Every miss with its question, what was expected, what came, and why it counts as one. */
  public static String misses(Evaluation evaluation) {
    StringBuilder list = new StringBuilder();
    for (Judgement miss : evaluation.misses()) {
      JudgedQuestion question = miss.question();
      list.append(question.type())
          .append(question.kind() == null ? "" : " (" + question.kind() + ")")
          .append(": ")
          .append(SafeText.of(question.text(), MAX_QUESTION_CHARS))
          .append("\n  expected ")
          .append(question.isAnswerable() ? question.records() : "to be declined")
          .append("\n  got      ")
          .append(
              miss.shown().isEmpty() ? "declined" : miss.shown().stream().limit(MAX_SHOWN).toList())
          .append("\n  reason   ")
          .append(miss.reason())
          .append("\n");
    }
    return list.toString();
  }
}

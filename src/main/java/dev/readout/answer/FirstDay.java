package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a measure was announced or began, where what was found first pauses or ends it: "when was
 * the gallium ban announced". How the record of the measure itself opens tells it. Pure functions.
 */
final class FirstDay {
  private static final QuickPattern ASKED =
      QuickPattern.of(
          "^\\W*(?:when|(?:on )?(?:what|which)"
              + " (?:day|date))\\b(?!.*\\b(?:suspen\\w+|lift\\w*|paus\\w+|end\\w*"
              + "|stop\\w*|eas\\w+|resum\\w+|expir\\w*|over|extend\\w*|halv\\w+|cut|drop\\w*|remov\\w+)\\b)[^?]*\\b(?:announced?|imposed?|declared?|introduced?|ordered?|start(?:ed)?|beg[aiu]n|put"
              + " in place|issued?|adopted|kick(?:ed)? in|(?:take|took) effect)\\b");

  private static final QuickPattern EASES =
      QuickPattern.of(
          "\\b(?:suspends?|suspended|pause[sd]?|lift(?:s|ed)|stop(?:s|ped)|end(?:s|ed))\\b");

  private FirstDay() {}

  /** The statements with that first; empty where it is not asked, or the lead pauses nothing. */
  static Optional<Statements> first(QueryPlan plan, Statements ranked, Generation generation) {
    Statements.Ranked lead = ranked.ranked().getFirst();
    if (!ASKED.isIn(plan.text()) || !EASES.isIn(lead.statement().text())) {
      return Optional.empty();
    }
    if (!EASES.isIn(lead.record().title())) {
      return Optional.of(lead.record())
          .filter(record -> record.kind().isImposed() && record.published() != null)
          .filter(record -> !EASES.isIn(record.statements().getFirst().text()))
          .map(_ -> ranked.openedBy(lead.evidence(), 0));
    }
    return generation
        .records()
        .filter(measure -> isEndedBy(measure, lead.record()))
        .max(Comparator.comparingDouble(measure -> named(plan, measure, generation)))
        .filter(measure -> named(plan, measure, generation) > 0)
        .flatMap(measure -> generation.evidenceOf(plan, List.of(measure.id())).stream().findFirst())
        .map(measure -> ranked.openedBy(measure, 0));
  }

  /** Whether a first day is asked for that the lead, which opens no account, need not tell. */
  static boolean mayMiss(QueryPlan plan, Statements.Ranked lead) {
    return ASKED.isIn(plan.text()) && lead.ordinal() > 0;
  }

  private static boolean isEndedBy(CorpusRecord measure, CorpusRecord end) {
    return !measure.equals(end)
        && measure.standing().periods().stream().anyMatch(period -> period.by().equals(end.id()));
  }

  private static double named(QueryPlan plan, CorpusRecord measure, Generation generation) {
    return Measures.named(plan, generation.evidenceOf(plan, List.of(measure.id())).getFirst());
  }
}

package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a meeting was held somewhere, and when: how the account of the last one there opens,
 * which tells both. Pure functions.
 */
final class MeetingHeld {
  private static final QuickPattern IF =
      QuickPattern.of(
          "^\\W*(?:did|have|has) (?![^?]*\\b(?:before|after|since)\\b)[^?]*\\b(?:meet|met|go(?:ne)?"
              + " to|travel(?:led)? to|visit(?:ed)?|c[ao]me to|fl(?:y|own) to|hold talks|held"
              + " talks)\\b");

  private static final QuickPattern WHEN =
      QuickPattern.of(
          "^\\W*when (?:was|were|did) (?:the )?(?:[\\p{L}-]+ ){1,4}?(?:talks|round|meeting|summit"
              + "|negotiations)(?: (?:held|take place|happen|occur))?\\W*$");

  private static final QuickPattern ROUND = QuickPattern.of("\\brounds?\\b");

  private MeetingHeld() {}

  /**
   * The statements with that first; empty where something else is asked, or no meeting is known.
   */
  static Optional<Statements> first(QueryPlan plan, Statements ranked, Generation generation) {
    return meeting(plan, generation)
        .flatMap(one -> generation.evidenceOf(plan, List.of(one.id())).stream().findFirst())
        .map(one -> ranked.openedBy(one, 0));
  }

  private static Optional<CorpusRecord> meeting(QueryPlan plan, Generation generation) {
    if (!IF.isIn(plan.text()) && !WHEN.isIn(plan.text())) {
      return Optional.empty();
    }
    return at(plan, generation, term -> term.kind().equals("place"))
        .or(() -> at(plan, generation, term -> isOfOneMeeting(term, generation)))
        .filter(one -> !ROUND.isIn(plan.text()) || ROUND.isIn(one.title()))
        .filter(
            meeting ->
                Chronicle.tookPart(meeting, Chronicle.persons(plan, generation), generation));
  }

  /** "The Beijing summit", "the Geneva round"; of "the Trump-Xi summit" there are many. */
  private static boolean isOfOneMeeting(Term event, Generation generation) {
    return event.kind().equals("event")
        && (event.recordId() != null
            || SinceMeeting.lastAt(generation, event.id())
                .filter(meeting -> ROUND.isIn(meeting.title()))
                .isPresent());
  }

  /** The last at the one of a kind that is named: "Geneva", or else "the Geneva round". */
  private static Optional<CorpusRecord> at(
      QueryPlan plan, Generation generation, Predicate<Term> kind) {
    List<Integer> named = StatementOrder.Named.of(plan, generation, kind);
    return named.size() == 1
        ? SinceMeeting.lastAt(generation, plan.tokens().get(named.getFirst()).text())
        : Optional.empty();
  }
}

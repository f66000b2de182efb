package dev.readout.answer;

import dev.readout.answer.Answer.Missing;
import dev.readout.answer.StatementOrder.Named;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for and none of the first statements has, so that they are the nearest at most: a
 * figure, the time, a concept, what somebody did. Thread-safe.
 */
final class Lacking {
  private static final int FIRST_STATEMENTS = 3;

  /** What is counted has no percentage for an answer. */
  private static final Pattern HOW_MANY =
      Pattern.compile(
          "\\bhow many (?!percent|per cent|points|days|months|years)", Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_COUNT =
      Pattern.compile(
          "\\b[0-9]{1,2} (?:and [0-9]{1,2} )?"
              + QuestionReader.MONTH
              + "\\b(?:"
              + " [0-9]{4})?|\\b(?:19|20)[0-9]{2}\\b|\\b(?:No\\.|Section|Order|Lists?|Part|Announcement)"
              + " [0-9]+|[0-9.,]+ ?(?:percent|per cent|%)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COUNT =
      Pattern.compile(
          "[0-9]|\\b(?:none?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
              + "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|dozens?"
              + "|hundreds?|thousands?|once|twice|first|second|third|fourth|fifth|sixth|seventh|eighth|both"
              + "|single|half|number)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Names that are of no one list. */
  private static final Pattern OF_ANY_LIST =
      Pattern.compile("black.?list|^lists? [0-9]", Pattern.CASE_INSENSITIVE);

  private static final Pattern AT_A_MEETING =
      Pattern.compile(
          "\\b(?:agree\\w*|settle\\w*|decid\\w*|discuss\\w*|topics|negotiat\\w*|met|meet\\w*|talks?|rounds?|sessions?)\\b[^,.?]{0,60}\\b(?:in|at)"
              + " $",
          Pattern.CASE_INSENSITIVE);

  private final Generation generation;
  private final StatementForms forms;

  Lacking(Generation generation) {
    this.generation = generation;
    this.forms = new StatementForms(generation);
  }

  boolean isAny(String question, QueryPlan plan, Reading reading, Statements statements) {
    return amount(plan, reading, statements)
        || time(plan, reading, statements)
        || Rounds.areOthers(plan, reading, first(statements))
        || isOfAMeetingOfNone(plan)
        || isOfAnotherList(plan, statements)
        || AskedConcept.unknown(question, plan.text(), generation).isPresent()
        || deed(plan, reading, statements);
  }

  /** What to say is missing; null for nothing of its own. */
  @Nullable Missing told(String question, QueryPlan plan, Reading reading, Statements statements) {
    if (amount(plan, reading, statements)) {
      return new Missing(Missing.Kind.AMOUNT, "");
    }
    Optional<String> concept = AskedConcept.unknown(question, plan.text(), generation);
    if (concept.isPresent()) {
      return new Missing(Missing.Kind.NOWHERE, concept.get());
    }
    return time(plan, reading, statements) ? MissingParts.time(plan).orElse(null) : null;
  }

  /** Whether no figure is there but the question's. */
  private boolean amount(QueryPlan plan, Reading reading, Statements statements) {
    return reading.asks(Slot.AMOUNT)
        && !forms.anyFills(
            Slot.AMOUNT,
            plan,
            first(statements).stream()
                .map(Statements.Ranked::statement)
                .filter(one -> !HOW_MANY.matcher(plan.text()).find() || counts(one.text())));
  }

  private static boolean counts(String text) {
    return COUNT.matcher(NO_COUNT.matcher(text).replaceAll("")).find();
  }

  /** Whether a time is asked about and none of them is of it. */
  private boolean time(QueryPlan plan, Reading reading, Statements statements) {
    return reading.hasSpan()
        && !reading.isRange()
        && Duties.changed(plan, reading, generation).isEmpty()
        && first(statements).stream().noneMatch(one -> StatementOrder.isOfTheTime(one, reading));
  }

  /** "What did they agree in Rome", where no record knows of Rome. */
  private boolean isOfAMeetingOfNone(QueryPlan plan) {
    return Named.in(plan, generation).places().stream()
        .map(plan.tokens()::get)
        .filter(place -> AT_A_MEETING.matcher(plan.text().substring(0, place.start())).find())
        .anyMatch(place -> generation.naming(place.text()).isEmpty());
  }

  /** "When was CATL put on the Entity List", where what is found tells of another list. */
  private boolean isOfAnotherList(QueryPlan plan, Statements statements) {
    return Named.of(plan, generation, term -> term.kind().equals("list")).stream()
        .filter(
            list -> {
              QueryToken name = plan.tokens().get(list);
              return !OF_ANY_LIST.matcher(plan.text().substring(name.start(), name.end())).find();
            })
        .anyMatch(
            list ->
                first(statements).stream()
                    .noneMatch(one -> one.holds(list) || one.evidence().inTitle()[list]));
  }

  /** Whether another government's deed or the next round is asked about and none tells it. */
  private boolean deed(QueryPlan plan, Reading reading, Statements statements) {
    return Imposer.deedOfAThird(
            plan, id -> generation.term(id).filter(term -> term.kind().equals("place")).isPresent())
        .or(() -> Planned.roundToCome(plan, reading))
        .filter(deed -> first(statements).stream().noneMatch(one -> ChineseLead.says(one, deed)))
        .isPresent();
  }

  private static List<Statements.Ranked> first(Statements statements) {
    List<Statements.Ranked> ranked = statements.ranked();
    return ranked.subList(0, Math.min(FIRST_STATEMENTS, ranked.size()));
  }
}

package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.List;
import java.util.Optional;

/**
 * What is done to whoever breaks a rule, where that is asked for: told by what speaks of it, and
 * neither by how the rule stands nor by what it forbids. Pure functions.
 */
final class Penalties {
  private static final QuickPattern ASKED =
      QuickPattern.of(
          "\\b(?:penalt(?:y|ies)|fines?|punishment)"
              + " (?:for|under)\\b(?![^?]*\\b(?:still|ships?|vessels?)\\b)|\\bfined\\b|\\bpenalt(?:y|ies)\\W*$|\\bwhat"
              + " fine (?:does|do|would|will|must)\\b|\\b(?:a|any|the|what) (?:\\w+"
              + " )?fine\\W*$|(?<![惩懲])[罚罰](?:款|多少|了|得)");

  private static final QuickPattern TELLS =
      QuickPattern.of(
          "\\b(?:penalt(?:y|ies)|punish\\w*|jail\\w*|prison|fin(?:es?|ed)|forfeit\\w*|repay|pay(?:s|ing)?"
              + " back|paid|settle\\w*|criminal|visa|freez\\w*|damages|confiscat\\w*|twice)\\b");

  private static final QuickPattern TIMES = QuickPattern.of("\\bfined (?:twice|\\w+ times) the\\b");

  private Penalties() {}

  static boolean isAsked(QueryPlan plan) {
    return ASKED.isIn(plan.text());
  }

  /** Whether it is asked for and the first does not tell it, of what is named. */
  static boolean isUntold(QueryPlan plan, Statements statements, Generation generation) {
    return isAsked(plan)
        && statements.ranked().stream().limit(1).noneMatch(one -> tells(one, plan, generation));
  }

  /** "Fined twice the value of the contracts", which is no figure. */
  static boolean isToldByComparison(QueryPlan plan, List<Statements.Ranked> first) {
    return isAsked(plan)
        && first.stream().limit(1).anyMatch(one -> TIMES.isIn(one.statement().text()));
  }

  /** The statements with the best that tells it first. */
  static Optional<Statements> first(QueryPlan plan, Statements statements, Generation generation) {
    return isAsked(plan)
        ? statements.ledBy(one -> tells(one, plan, generation), StatementOrder.AS_GOOD_A_RESULT)
        : Optional.empty();
  }

  private static boolean tells(Statements.Ranked one, QueryPlan plan, Generation generation) {
    List<Integer> lists =
        Language.hasChinese(plan.text()) ? List.of() : AskedList.lists(plan, generation);
    return TELLS.isIn(one.statement().text())
        && StatementOrder.Named.in(plan, generation).matters().stream()
            .allMatch(matter -> one.evidence().inRecord()[matter])
        && lists.stream().allMatch(list -> AskedList.tells(one, list));
  }
}

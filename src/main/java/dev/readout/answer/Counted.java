package dev.readout.answer;

import dev.readout.corpus.QuickPattern;
import dev.readout.index.QueryPlan;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * "How many entities were added": the number of the thing that is counted, and not of another in
 * the same notice. Pure functions.
 */
final class Counted {
  /** What stands behind "how many", up to its verb. */
  private static final QuickPattern ASKED =
      QuickPattern.of(
          "\\bhow many (?:(?:of|more|new|other|different|total|the|these|those) )*((?:[\\p{L}-]+"
              + " ){0,3}?[\\p{L}-]+?s)\\b(?:"
              + " (?:are|is|were|was|did|do|does|have|has|had|can|could|will"
              + "|would|may|must|came|got|went|now|currently|there|on|in|of|from|to|for|by|under|per|at|a|with|and|that|who)\\b|\\W*$)");

  private static final String NUMBER =
      "(?:[0-9][0-9,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?)";

  private Counted() {}

  /** "How many voyages a year", of which how a measure stands tells nothing. */
  static boolean isAsked(QueryPlan plan) {
    return ASKED.isIn(plan.text());
  }

  /** The statements led by one that counts it; empty where it is not asked, or the lead does. */
  static Optional<Statements> first(QueryPlan plan, Statements ranked) {
    MatchResult asked = ASKED.first(plan.text());
    if (asked == null) {
      return Optional.empty();
    }
    String thing = asked.group(1).substring(asked.group(1).lastIndexOf(' ') + 1);
    QuickPattern counts =
        QuickPattern.of("\\b" + NUMBER + " (?:[\\p{L}.-]+ ){0,3}?" + Pattern.quote(thing) + "\\b");
    return counts.isIn(ranked.ranked().getFirst().statement().text())
        ? Optional.empty()
        : ranked.ledBy(
            one ->
                one.record().equals(ranked.ranked().getFirst().record())
                    && counts.isIn(one.statement().text()),
            StatementOrder.AS_GOOD_A_PLAN);
  }
}

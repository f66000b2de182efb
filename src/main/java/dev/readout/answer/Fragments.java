package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Statement.Voice;
import dev.readout.index.QueryPlan;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Statements that tell nothing by themselves: a few words of a quotation, of which no one can tell
 * who says what of whom, and what says of one thing that it is as the statement before tells of
 * another ("China agreed to do the same"). Pure functions.
 */
final class Fragments {
  private static final QuickPattern REFERS_BACK =
      QuickPattern.of("^The other [0-9]|\\b(?:do the same with|of the same act)\\b");

  private static final QuickPattern EXACT_WORDS =
      QuickPattern.of(
          "\\b(?:exact(?:ly)? (?:words?|say|said)|quote[ds]?|verbatim|literally|wording|phrase)\\b"
              + "|原话|原文");

  private Fragments() {}

  static boolean isOne(Statements.Ranked one) {
    String text = one.statement().text();
    return one.statement().voice() == Voice.VERBATIM
        ? !Character.isUpperCase(text.charAt(0))
        : REFERS_BACK.isIn(text);
  }

  /** Whether the question asks for words of somebody. */
  static boolean areAsked(QueryPlan plan, Reading reading) {
    return reading.asks(Shape.SPEECH) || asksForExactWords(plan);
  }

  static boolean asksForExactWords(QueryPlan plan) {
    return EXACT_WORDS.isIn(plan.text());
  }

  /** None leads where something else comes near, best of the same record, unless asked for. */
  static List<Statements.Ranked> last(
      QueryPlan plan, Reading reading, List<Statements.Ranked> order) {
    Statements.Ranked lead = order.getFirst();
    boolean isWhatOneSideDid = reading.side() != null && lead.statement().voice() != Voice.VERBATIM;
    if (!isOne(lead) || isWhatOneSideDid || areAsked(plan, reading)) {
      return order;
    }
    return order.stream()
        .filter(one -> !isOne(one) && lead.score() - one.score() <= StatementOrder.AS_GOOD_AN_END)
        .min(Comparator.comparing(one -> !one.record().equals(lead.record())))
        .map(
            whole ->
                Stream.concat(Stream.of(whole), order.stream().filter(one -> !one.equals(whole)))
                    .toList())
        .orElse(order);
  }
}

package dev.readout.answer;

import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A rule, duty or list of limits by what it is called: "is the deemed export rule in force" is not
 * told by the standing of another export rule. Pure functions.
 */
final class AskedRule {
  /** What is in force or applies, and what it is called. */
  private static final Pattern ASKED =
      Pattern.compile(
          "^\\W*(?:(?:until |since )?when )?(?:is|are|was|were|does|do|did|has|have|will) (?:the"
              + " )?((?:[\\w'’-]+"
              + " ){1,5}?)(?:rules?|bans?|orders?|laws?|acts?|tariffs?|dut(?:y|ies)|controls?|restrictions?|fees?|limits?|curbs?|regulations?|requirements?)\\b(?<applies>"
              + " (?:still |also )?appl(?:y|ies)\\b)?",
          Pattern.CASE_INSENSITIVE);

  private AskedRule() {}

  /**
   * Whether none of the first statements' records has a word that it is called by, or any at all of
   * several.
   */
  static boolean isAnother(QueryPlan plan, Reading reading, List<Statements.Ranked> first) {
    Matcher rule = ASKED.matcher(plan.text());
    if (!rule.find() || (!reading.asks(Slot.STANDING) && rule.group("applies") == null)) {
      return false;
    }
    List<Integer> called =
        IntStream.range(0, plan.tokens().size())
            .filter(i -> rule.start(1) <= plan.tokens().get(i).start())
            .filter(i -> plan.tokens().get(i).end() <= rule.end(1))
            .filter(i -> plan.tokens().get(i).hasContent())
            .boxed()
            .toList();
    Predicate<Integer> isUntold =
        i -> first.stream().noneMatch(one -> one.evidence().inAnyWords()[i]);
    return (called.size() > 1 && called.stream().allMatch(isUntold))
        || called.stream()
            .filter(i -> plan.tokens().get(i).kind() == QueryToken.Kind.WORD)
            .filter(i -> plan.tokens().get(i).isTelling())
            .anyMatch(isUntold);
  }
}

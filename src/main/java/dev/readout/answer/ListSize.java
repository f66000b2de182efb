package dev.readout.answer;

import dev.readout.index.QueryPlan;
import java.util.regex.Pattern;

/** How many are on a list in all: what one notice added is no answer. Pure functions. */
final class ListSize {
  private static final Wording ASKED =
      Wording.of(
          "\\bhow"
              + " many\\b(?!.*\\b(?:added?|adding|new|took|taken|removed?|put|went)\\b).*\\b(?:are|is|were|was|names?|has|have|on)\\b.*\\blist\\b|\\bhow"
              + " (?:long|big|large) is .*\\blist\\b",
          "(?:清单|名单)(?:上|里|中)?(?:现在|目前)?(?:一共|总共|共)?有(?:多少|几)|多少.{0,8}在.{0,10}(?:清单|名单)上");

  /** "Reached 144 entities", "had 134 companies". */
  private static final Pattern IN_ALL =
      Pattern.compile(
          "\\b(?:reach\\w*|ha[ds]|have|holds?|held|names|stands at|stood at|with [0-9,]+)\\b",
          Pattern.CASE_INSENSITIVE);

  private ListSize() {}

  static boolean isAsked(QueryPlan plan) {
    return ASKED.isIn(plan.text());
  }

  static boolean isTold(String text) {
    return IN_ALL.matcher(text).find();
  }
}

package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.QueryPlan;
import java.util.regex.Pattern;

/** Whether a question asks how something stands, or whether it is allowed. Pure functions. */
final class AskedStanding {
  private static final Pattern YES_OR_NO =
      Pattern.compile(
          "^\\W*(?:(?:so|and|but|ok|hey),?"
              + " )*(?:is|are|was|were|does|do|did|can|may|could|has|have|will)(?:n['’]?t)?\\b",
          Pattern.CASE_INSENSITIVE);

  private static final QuickPattern ALLOWED =
      QuickPattern.of(
          "^\\W*(?:can|may) (?:i|we|you|one)\\b|^\\W*(?:is|are)"
              + " [^?]*\\b(?:banned|forbidden|allowed)\\b|\\b(?:is|are) there still\\b|\\bis the"
              + " [^?]* back\\W*$");

  /** "Is there a tariff on medicines" asks whether, and not only how much. */
  private static final QuickPattern IS_THERE =
      QuickPattern.of(
          "\\b(?:is|are) there\\b|\\bare [^?]{2,40} (?:restricted|controlled)\\b|\\bdoes [^?]{2,20}"
              + " (?:still )?(?:restrict|control|limit)\\b|\\bare [^?]{2,40}"
              + " (?:restrictions|controls|curbs|limits) [^?]{0,40}?(?:in"
              + " (?:place|force|effect))\\b");

  /** What a rule in force allows is said by its statements, not by its being in force. */
  private static final QuickPattern PERMISSION =
      QuickPattern.of(
          "(?:^|[:,.?])\\W*(?:can|may|could)\\b|\\b(?:can|may|could) (?:\\w+"
              + " ){1,4}?(?:sell|buy|ship|export|import|supply|receive|get)\\b|\\b(?:allowed|permitted)\\b|能不能|可以|[能可]否|能.{1,20}吗|让不让|许不许|准不准|允许|准[许卖]|放行");

  /** What judges hold of a measure is no state of it. */
  private static final QuickPattern OF_A_COURT =
      QuickPattern.of(
          "\\b(?:un)?(?:legal|lawful)\\b[^?]*\\b(?:courts?|judges?)\\b|\\bcourt"
              + " (?:challenge|case|fight)\\b");

  /** "When did China lift the licence rule", which stands. */
  private static final QuickPattern LIFTED =
      QuickPattern.of(
          "^\\W*when"
              + " (?:did|has|was|were)\\b.*\\b(?:lift|end|abolish|cancel|drop|scrap|withdr[ae]w|repeal"
              + "|revoke|rescind|remove|close|conclude)(?:led|ed|d|n|ped)?\\b");

  private AskedStanding() {}

  /** Whether a standing is asked for: in so many words, or by "does it apply today?". */
  static boolean isAsked(QueryPlan plan, Reading reading) {
    boolean asksIf =
        reading.slots().isEmpty()
            && reading.language() == Language.EN
            && (reading.asks(Shape.NOW) || reading.asks(Shape.STATUS))
            && isYesOrNo(plan);
    return (asksIf || reading.asks(Slot.STANDING))
        && !OfToday.asksWhatIsDone(plan)
        && !OF_A_COURT.isIn(plan.text())
        && !isOfANewOne(plan, reading);
  }

  /** "Is there a new investigation": the newest, and not how an old one stands. */
  static boolean isOfANewOne(QueryPlan plan, Reading reading) {
    return isWhetherAny(plan) && reading.asks(Shape.LATEST);
  }

  static boolean isYesOrNo(QueryPlan plan) {
    return YES_OR_NO.matcher(plan.text()).lookingAt();
  }

  /** Whether it is asked if there is any. */
  static boolean isWhetherAny(QueryPlan plan) {
    return IS_THERE.isIn(plan.text());
  }

  /** "Can I export germanium", "are Chinese cars banned": told by how the rule stands. */
  static boolean isIfAllowed(QueryPlan plan) {
    return isOfPermission(plan) || ALLOWED.isIn(plan.text());
  }

  /** Whether it is asked if something is allowed. */
  static boolean isOfPermission(QueryPlan plan) {
    return PERMISSION.isIn(plan.text());
  }

  /** Whether it is asked when a rule was lifted or ended. */
  static boolean isWhenLifted(QueryPlan plan) {
    return LIFTED.isIn(plan.text()) && !AskedNumbers.nameARate(plan);
  }
}

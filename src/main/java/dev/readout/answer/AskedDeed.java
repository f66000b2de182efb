package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What one government is asked to have done, "did the US suspend port fees": a statement of the
 * other's doing the same does not answer it. Immutable.
 */
record AskedDeed(Side side, Pattern own, Pattern others) {
  private static final QuickPattern ASKED =
      QuickPattern.of(
          "^\\W*(?:(?:when|why|how|where) )?(?:did|has|have) (?:the )?(?:(us|u\\.s\\.|united"
              + " states|america|washington)|china|beijing) (?:also |ever |really |already"
              + " |actually"
              + " )?((?!(?:been|have|still|fully|not|tariffs?|customs|supreme|treasury|court|government|get|got|the|its|and)\\b)\\w{3,})\\b");

  /** What a later document did to a measure, "which order kept the rate at 10 percent". */
  private static final QuickPattern BY_A_LATER_DOCUMENT =
      QuickPattern.of(
          "\\b(?:which|what) (?:\\w+ )?(?:order|proclamation|notice|announcement)(?: number)?"
              + " (?:kept|raised|lifted|cut|lowered|reduced|halved|doubled|suspended|paused"
              + "|extended|prolonged|delayed|postponed|ended|rescinded|revoked|amended|replaced)\\b");

  private static final String NUMBERED =
      "\\b(?:Executive Order|Proclamation|(?:Announcement|Order|Notice)s? Nos?\\.) [0-9]|"
          + "\\b[0-9]+ FR [0-9]";

  private static final QuickPattern DOCUMENT = QuickPattern.of(NUMBERED);

  /** By its number or by its day. */
  private static final QuickPattern DATED =
      QuickPattern.of(NUMBERED + "|\\b(?:an|a|the) (?:order|proclamation|notice) of [0-9]");

  private static final String AMERICAN =
      "(?:(?:the )?(?:U\\.S\\.|US|United States)|Washington|USTR|BIS|The White House)";

  private static final String CHINESE = "(?:China|Beijing|MOFCOM|China's \\w+)";

  /** Letters that the forms of a verb share: "suspend", "suspended", "suspension". */
  private static final int STEM = 5;

  static Optional<AskedDeed> in(QueryPlan plan) {
    MatchResult asked = ASKED.first(plan.text());
    if (asked == null) {
      return Optional.empty();
    }
    String verb = asked.group(2).toLowerCase(Locale.ROOT);
    String stem = verb.substring(0, Math.min(STEM, verb.length()));
    Side side = asked.group(1) == null ? Side.PRC : Side.US;
    return Optional.of(
        new AskedDeed(
            side,
            pattern(side == Side.US ? AMERICAN : CHINESE, stem),
            pattern(side == Side.US ? CHINESE : AMERICAN, stem)));
  }

  private static Pattern pattern(String government, String stem) {
    return Pattern.compile("\\b" + government + " (?:\\w+ ){0,2}?" + stem);
  }

  /**
   * Whether a question asks for the document that changed a measure, which the citation of the
   * measure, that of its first document, does not tell.
   */
  static boolean isOfALaterDocument(QueryPlan plan) {
    return BY_A_LATER_DOCUMENT.isIn(plan.text());
  }

  /** The statements with one first that names the document which changed the measure. */
  static Optional<Statements> byItsDocument(QueryPlan plan, Statements ranked) {
    return isOfALaterDocument(plan) && !isItsDocument(plan, ranked.ranked().getFirst(), DATED)
        ? ranked.ledBy(one -> isItsDocument(plan, one, DOCUMENT), StatementOrder.AS_GOOD_A_RESULT)
        : Optional.empty();
  }

  /** Whether it names one, and has each day that the question has. */
  private static boolean isItsDocument(
      QueryPlan plan, Statements.Ranked one, QuickPattern document) {
    return document.isIn(one.statement().text())
        && IntStream.range(0, plan.tokens().size())
            .filter(i -> plan.tokens().get(i).kind() == QueryToken.Kind.DATE)
            .allMatch(one::holds);
  }

  /** Whether a question asks for a deed that the statement tells of the other. */
  static boolean isOthers(QueryPlan plan, Statements.Ranked one) {
    return in(plan).filter(deed -> deed.isOthers(one)).isPresent();
  }

  /** Whether a question asks for a deed of one government, and the measure is the other's. */
  static boolean isOthers(QueryPlan plan, CorpusRecord measure) {
    return in(plan).filter(deed -> Imposer.isOthers(deed.side(), measure.side())).isPresent();
  }

  /** Whether the statement tells that the other did it, and not that this one did. */
  boolean isOthers(Statements.Ranked one) {
    String text = one.statement().text();
    return others.matcher(text).find() && !own.matcher(text).find();
  }
}

package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.index.QueryPlan;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

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

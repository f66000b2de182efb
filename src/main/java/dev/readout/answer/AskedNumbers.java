package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.index.Evidence;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.regex.Pattern;

/** The numbers that a question names, against those of a title. Pure functions. */
final class AskedNumbers {
  private static final Pattern PERCENT =
      Pattern.compile("[ -]?(?:%|per ?cent|个?百分点)", Pattern.CASE_INSENSITIVE);

  private static final Pattern MONTH_BEHIND =
      Pattern.compile(
          "(?:st|nd|rd|th)? (?:of )?" + AskedTime.MONTH + "\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern MONTH_BEFORE =
      Pattern.compile("\\b" + AskedTime.MONTH + "\\.? (?:the )?$", Pattern.CASE_INSENSITIVE);

  private AskedNumbers() {}

  /** Whether the title has every number of the question: "the 24 percent tariff" is no other. */
  static boolean areIn(QueryPlan plan, Evidence evidence) {
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      boolean isOfDateOrPaper =
          plan.tokens().stream()
              .filter(
                  other ->
                      other.kind() == QueryToken.Kind.DATE
                          || other.kind() == QueryToken.Kind.CITATION)
              .anyMatch(other -> other.start() <= token.start() && token.end() <= other.end());
      if (token.kind() == QueryToken.Kind.NUMBER
          && token.hasContent()
          && !isOfDateOrPaper
          && !isDayOfAMonth(plan, token)
          && !(evidence.inTitle()[i] && isAlike(plan, token, evidence.record()))) {
        return false;
      }
    }
    return true;
  }

  /** "10 November", of no year. */
  private static boolean isDayOfAMonth(QueryPlan plan, QueryToken number) {
    String text = plan.text();
    return MONTH_BEHIND.matcher(text).region(number.end(), text.length()).lookingAt()
        || MONTH_BEFORE.matcher(text.substring(0, number.start())).find();
  }

  /** "34 percent" is not "34 billion dollars". */
  private static boolean isAlike(QueryPlan plan, QueryToken number, CorpusRecord record) {
    String text = plan.text();
    boolean isPercent = PERCENT.matcher(text).region(number.end(), text.length()).lookingAt();
    String digits = "(?<![0-9.])" + Pattern.quote(number.text());
    return !isPercent
        || Pattern.compile(digits + PERCENT.pattern(), Pattern.CASE_INSENSITIVE)
            .matcher(record.title() + "\n" + record.titleZh())
            .find();
  }
}

package dev.readout.answer;

import dev.readout.corpus.QuickPattern;
import dev.readout.index.QueryPlan;
import java.util.List;
import java.util.regex.MatchResult;

/**
 * The names of those of whom a record tells no more than how many they are: "names of the ten
 * managers". A list of others is no answer. Pure functions.
 */
final class AskedNames {
  private static final String WHO =
      "(executive|manager|person|people|individual|official|compan|firm|maker|plant|address|lab|bank"
          + "|signator)(?:s|ies|es|y)?\\b";

  private static final QuickPattern ASKED =
      QuickPattern.of(
          "\\b(?:names of (?:the |those |all )?|name (?:the"
              + " )?(?=two|three|four|five|six|seven|eight|nine|ten|[0-9]))(?:[\\w-]+ ){0,3}?"
              + WHO);

  /** "Palmer Luckey and Jim Taiclet", "Aveox, Red Cat Holdings". */
  private static final QuickPattern NAMES =
      QuickPattern.of("(?-i:\\p{Lu}[\\w.&'’-]+(?: \\p{Lu}[\\w.&'’-]+)*(?:,| and) \\p{Lu})");

  /** Whom "the three are …" names, whatever they are called. */
  private static final QuickPattern COMPANIES = QuickPattern.of("^(?:compan|firm)");

  private AskedNames() {}

  /** Whether the first statement does not name them. */
  static boolean areUntold(QueryPlan plan, List<Statements.Ranked> first) {
    return ASKED.in(plan.text()).stream()
        .findFirst()
        .map(MatchResult::group)
        .map(asked -> asked.substring(asked.lastIndexOf(' ') + 1))
        .map(who -> COMPANIES.isIn(who) ? "\\w" : "\\b" + who.replaceFirst("(?:ies|es|s|y)$", ""))
        .map(QuickPattern::of)
        .filter(
            who ->
                first.stream()
                    .limit(1)
                    .map(one -> StatementForm.withoutAttribution(one.statement().text()))
                    .noneMatch(text -> NAMES.isIn(text) && who.isIn(text)))
        .isPresent();
  }
}

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
  /** So many, who are no companies: those a sentence may name by "the three are …" alone. */
  private static final QuickPattern ASKED =
      QuickPattern.of(
          "\\bnames? (?:of )?(?:the |those |all )?(?:two|three|four|five|six|seven|eight|nine|ten"
              + "|eleven|twelve|[0-9]{1,3}) (?:[\\w-]+ ){0,2}?(?:executive|manager|person|people"
              + "|individual|official|maker|plant|address|lab|bank|signator)(?:s|ies|es|y)?\\b");

  /** "Palmer Luckey and Jim Taiclet", "Aveox, Red Cat Holdings". */
  private static final QuickPattern NAMES =
      QuickPattern.of("(?-i:\\p{Lu}[\\w.&'’-]+(?: \\p{Lu}[\\w.&'’-]+)*(?:,| and) \\p{Lu})");

  private AskedNames() {}

  /** Whether the first statement does not name them. */
  static boolean areUntold(QueryPlan plan, List<Statements.Ranked> first) {
    return ASKED.in(plan.text()).stream()
        .findFirst()
        .map(MatchResult::group)
        .map(asked -> asked.substring(asked.lastIndexOf(' ') + 1))
        .map(who -> QuickPattern.of("\\b" + who.replaceFirst("(?:ies|es|s|y)$", "")))
        .filter(
            who ->
                first.stream()
                    .limit(1)
                    .map(one -> StatementForm.withoutAttribution(one.statement().text()))
                    .noneMatch(text -> NAMES.isIn(text) && who.isIn(text)))
        .isPresent();
  }
}

package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.QueryPlan;
import java.util.List;
import java.util.regex.MatchResult;

/**
 * The names of those of whom a record tells no more than how many they are: "names of the ten
 * managers", "which 46 companies". A list of others is no answer. Pure functions.
 */
final class AskedNames {
  private static final String SO_MANY =
      "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,3})";

  /** So many, who are no companies: those a sentence may name by "the three are …" alone. */
  private static final QuickPattern ASKED =
      QuickPattern.of(
          "\\b(?:names? (?:of )?(?:the |those |all )?|which |who (?:are|were) the )"
              + SO_MANY
              + " (?:[\\w-]+ ){0,2}?(?:executive|manager|person|people"
              + "|individual|official|maker|plant|address|lab|bank|signator)(?:s|ies|es|y)?\\b");

  /** So many companies or governments. */
  private static final Wording ASKED_OF_ANY =
      Wording.of(
          "\\b(?:which|names? of the|who (?:are|were) the) (?:other )?"
              + SO_MANY
              + " (?:[\\w.-]+"
              + " ){0,3}?(?:companies|firms|entities|economies|countries|governments|organi[sz]ations|sellers|buyers)\\b|\\bwhich"
              + " (?:economies|countries|governments) (?:signed|joined)\\b",
          "[0-9一二两三四五六七八九十]{1,3}[家个国](?:[\\p{IsHan}]{0,6}?)(?:公司|企业|实体|机构|国家|经济体)(?:都|分别)?是哪[些几]?");

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
                who -> first.stream().limit(1).noneMatch(one -> names(one) && who.isIn(told(one))))
            .isPresent()
        || (ASKED_OF_ANY.isIn(Language.simplified(plan.text()))
            && first.stream().noneMatch(AskedNames::names));
  }

  private static boolean names(Statements.Ranked one) {
    return NAMES.isIn(told(one));
  }

  private static String told(Statements.Ranked one) {
    return StatementForm.withoutAttribution(one.statement().text());
  }
}

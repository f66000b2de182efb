package dev.readout.answer;

import dev.readout.corpus.QuickPattern;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another country to which goods are to go, or whose firms are to get them. No record need name it:
 * what is ruled for every destination holds for it. Pure functions.
 */
final class Destination {
  private static final String COUNTRY =
      "(?:europe|the eu|european union|germany|france|italy|(?:the )?netherlands|britain"
          + "|(?:the )?(?:uk|united kingdom)|japan|(?:south )?korea|india|canada|australia|mexico"
          + "|brazil|switzerland|poland|spain|sweden|norway|vietnam|thailand|singapore)";

  static final String CHINESE_COUNTRY =
      "(?:欧洲|欧盟|德国|法国|意大利|荷兰|英国|日本|韩国|印度|加拿大|澳大利亚|墨西哥|巴西|瑞士|越南|泰国|新加坡|台湾)";

  private static final String NATIONAL =
      "(?:european|german|french|italian|dutch|british|japanese|korean|indian|canadian|australian"
          + "|mexican|brazilian|swiss|polish|spanish|swedish)";

  private static final Pattern NAMED =
      Pattern.compile(
          "\\s*\\b(?:to|into|in|for)(?: (?:a|my|our)"
              + " (?:customer|buyer|client|company|plant|factory) in)? (?:the )?"
              + COUNTRY
              + "\\b|\\b(?:an?\\s+)?"
              + NATIONAL
              + "\\s+(?=(?:\\w+"
              + " )?(?:compan|firm|buyer|customer|importer|manufactur|client|business|maker))|到?"
              + CHINESE_COUNTRY,
          Pattern.CASE_INSENSITIVE);

  /** "Can I ship magnets to Germany", "do I need a licence for Japan". */
  private static final QuickPattern OF_EXPORTS =
      QuickPattern.of(
          "^(?=\\W*(?:can|may|could|do|does|is|are|will)\\b|.*(?:可以|能|需要|要不要|受|会)).*(?:\\b(?:export|ship|sell|sold|send|buy|import|licen[cs]e|permit|affect|appl(?:y|ies)|hit|cover|reach)\\w*\\b|影响|适用|出口|运|卖|买|许可)");

  /** "Does the rule affect European firms": that it is stopped stands beside what it says. */
  private static final QuickPattern OF_A_RULE =
      QuickPattern.of("\\b(?:affect|appl(?:y|ies)|hit|cover|reach)\\w*\\b|影响|适用");

  private static final QuickPattern ANY =
      QuickPattern.of(
          "\\b(?:(?:every|all|any) (?:destinations?|countr(?:y|ies))|foreign"
              + " (?:compan|firm|business)\\w*)\\b");

  private Destination() {}

  /** The question without the country; empty where it names none, or is of no exports. */
  static Optional<String> without(String text) {
    Matcher named = NAMED.matcher(text);
    return named.find() && OF_EXPORTS.isIn(text)
        ? Optional.of(named.replaceAll(""))
        : Optional.empty();
  }

  /**
   * What was found with what a measure on these goods rules for every destination first; empty
   * where none says so.
   */
  static Optional<Searched> ofAny(Searched found, Generation generation) {
    Statements statements = found.statements();
    QueryPlan plan = found.plan();
    double best = statements.ranked().getFirst().score();
    return statements.ranked().stream()
        .filter(one -> ANY.isIn(one.statement().text()))
        .filter(
            one -> OF_A_RULE.isIn(plan.text()) || !OfToday.isStopped(one.record(), found.asOf()))
        .filter(one -> best - one.score() <= StatementOrder.AS_GOOD_A_PLAN)
        .filter(
            one ->
                Measures.goods(plan, generation).stream()
                    .allMatch(i -> one.holds(i) || one.evidence().inTitle()[i]))
        .findFirst()
        .map(one -> found.ledBy(statements.withFirst(List.of(one))));
  }
}

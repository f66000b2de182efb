package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A rule, duty or list of limits by what it is called: "is the deemed export rule in force" is not
 * told by the standing of another export rule. Pure functions.
 */
final class AskedRule {
  /** What is in force or applies, and what it is called. */
  private static final QuickPattern ASKED =
      QuickPattern.of(
          "^\\W*(?:(?:until |since )?when )?(?:is|are|was|were|does|do|did|has|have|will) (?:the"
              + " )?((?:[\\w'’-]+"
              + " ){1,5}?)(?:rules?|bans?|orders?|laws?|acts?|tariffs?|dut(?:y|ies)|controls?|restrictions?|fees?|limits?|curbs?|regulations?|requirements?)\\b(?<applies>"
              + " (?:still |also )?appl(?:y|ies)\\b)?");

  private static final QuickPattern YES_OR_NO =
      QuickPattern.of("^\\W*(?:is|are|was|were|does|do|did|has|have|can|will)\\b");

  /** What in Chinese is licensed or let out, of one sign or two: "钛", "氦气". */
  private static final QuickPattern OF_GOODS =
      QuickPattern.exactly("对(\\p{IsHan}{1,2}?)的?(?:(?:实施|实行|采取)了?)?(?:出口|进口)");

  /** A word that no record at all has, or a name, is as telling as two that those found lack. */
  private static final int UNTOLD = 2;

  /** Log-odds of the reader from which on other words tell the same. */
  private static final double TOLD_IN_OTHER_WORDS = 8;

  /** Log-odds of the reader below which one word that those found lack is enough. */
  private static final double DOUBTED = -2;

  private AskedRule() {}

  /**
   * "Is the ban on Taiwanese pineapples still on", where what is found is of no pineapples. Of
   * 2,500 judged questions of yes or no it stops none that is answered rightly, one that is
   * answered wrongly, and two that no record answers.
   */
  static boolean isOfUntoldWords(
      QueryPlan plan,
      Reading reading,
      Statements statements,
      List<Statements.Ranked> first,
      Generation generation) {
    List<Integer> goods =
        StatementOrder.Named.of(plan, generation, term -> term.kind().equals("commodity"));
    boolean isHowItStands =
        (reading.asks(Slot.STANDING) || reading.asks(Slot.END)) && YES_OR_NO.isIn(plan.text());
    boolean isWho = TakingPart.isAskedFirst(plan, reading, generation);
    return (isHowItStands || isWho)
        && statements.read().orElse(0.0) < TOLD_IN_OTHER_WORDS
        && IntStream.range(0, plan.tokens().size())
                .filter(
                    i ->
                        isTelling(plan.tokens().get(i), plan)
                            || goods.contains(i)
                            || (isWho && isOfNone(plan.tokens().get(i))))
                .filter(i -> isUntold(i, first))
                .filter(i -> !isWho || !TakingPart.isAskedBy(plan.written(plan.tokens().get(i))))
                .map(i -> isRare(plan.tokens().get(i), plan) || goods.contains(i) ? UNTOLD : 1)
                .sum()
            >= (statements.read().orElse(0.0) < DOUBTED ? 1 : UNTOLD);
  }

  private static boolean isTelling(QueryToken token, QueryPlan plan) {
    return token.kind() == QueryToken.Kind.WORD
        && token.isTelling()
        && plan.tokens().stream()
            .noneMatch(name -> name.kind() != QueryToken.Kind.WORD && token.isWithin(name));
  }

  /** A name that no record has, or two Chinese signs. */
  private static boolean isOfNone(QueryToken token) {
    return (token.kind() == QueryToken.Kind.TERM || token.kind() == QueryToken.Kind.PAIR)
        && token.isTelling()
        && !token.known();
  }

  private static boolean isRare(QueryToken word, QueryPlan plan) {
    return (!word.known() && word.kind() != QueryToken.Kind.PAIR)
        || (word.kind() == QueryToken.Kind.WORD
            && word.start() > 0
            && Character.isUpperCase(plan.text().charAt(word.start())));
  }

  /**
   * Whether none of the first statements' records has a word that it is called by, or any at all of
   * several.
   */
  static boolean isAnother(QueryPlan plan, Reading reading, List<Statements.Ranked> first) {
    if (isOfOtherGoods(plan, first)) {
      return true;
    }
    MatchResult rule = ASKED.first(plan.text());
    if (rule == null || (!reading.asks(Slot.STANDING) && rule.group("applies") == null)) {
      return false;
    }
    List<Integer> called =
        IntStream.range(0, plan.tokens().size())
            .filter(i -> rule.start(1) <= plan.tokens().get(i).start())
            .filter(i -> plan.tokens().get(i).end() <= rule.end(1))
            .filter(i -> plan.tokens().get(i).hasContent())
            .boxed()
            .toList();
    return (called.size() > 1 && called.stream().allMatch(i -> isUntold(i, first)))
        || called.stream()
            .filter(i -> plan.tokens().get(i).kind() == QueryToken.Kind.WORD)
            .filter(i -> plan.tokens().get(i).isTelling())
            .anyMatch(i -> isUntold(i, first));
  }

  /** "中国从哪天起对钛的出口要许可证", where no statement of their records has its sign. */
  private static boolean isOfOtherGoods(QueryPlan plan, List<Statements.Ranked> first) {
    MatchResult goods = OF_GOODS.first(Language.simplified(plan.text()));
    if (goods == null) {
      return false;
    }
    String told =
        first.stream()
            .flatMap(one -> one.record().statements().stream())
            .map(one -> Language.simplified(String.valueOf(one.zh())))
            .collect(Collectors.joining());
    return goods.group(1).codePoints().anyMatch(sign -> told.indexOf(sign) < 0);
  }

  /**
   * "Why was Intel banned", where what is found is of Micron, or tells why another was. What may be
   * done, how it stands and what is charged is told of a company by what all of its kind are told.
   */
  static boolean isOfAnotherCompany(
      QueryPlan plan,
      Reading reading,
      Statements statements,
      List<Statements.Ranked> first,
      Generation generation) {
    List<Integer> companies =
        StatementOrder.Named.of(plan, generation, term -> term.kind().equals("company"));
    if (reading.asks(Slot.REASON) && isOfOthers(companies, first, generation)) {
      return true;
    }
    return statements.read().orElse(0.0) < TOLD_IN_OTHER_WORDS
        && !AskedStanding.isAsked(plan, reading)
        && !AskedStanding.isIfAllowed(plan)
        && !reading.asks(Slot.AMOUNT)
        && !reading.asks(Slot.END)
        && companies.stream().anyMatch(company -> isUntold(company, first));
  }

  /** Whether the first names companies, and none of these. */
  private static boolean isOfOthers(
      List<Integer> companies, List<Statements.Ranked> first, Generation generation) {
    return !companies.isEmpty()
        && first.stream()
            .limit(1)
            .filter(one -> companies.stream().noneMatch(one::holds))
            .flatMap(one -> generation.termsIn(one.statement().text()).stream())
            .flatMap(id -> generation.term(id).stream())
            .anyMatch(term -> term.kind().equals("company"));
  }

  /** Whether the records of none of them have it, in any words. */
  private static boolean isUntold(int token, List<Statements.Ranked> first) {
    return first.stream().noneMatch(one -> one.evidence().inAnyWords()[token]);
  }
}

package dev.readout.answer;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.index.QueryPlan;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * Which statements come first in answer to a Chinese question, which no reader reads: the same as
 * ranked where the question asks nothing that its words tell. Without state.
 */
final class ChineseOrder {
  /** Where the best only tells that they met, statements as near as this are as good. */
  private static final double NEARLY_AS_GOOD = 1.3;

  /** "谈成了什么": what came of a meeting. */
  private static final QuickPattern ASKS_FOR_RESULTS =
      QuickPattern.exactly("谈[成出妥](?!立)|成果|达成|商定|(?<!裁决|选举|调查)结果");

  private static final Pattern RESULTS = Pattern.compile("达成|商定|成果(?!和共识清单)|同意|框架|休战|暂停");

  private static final Pattern IN_SUM = Pattern.compile("(?:主要|经贸)成果|成果[是为：]|成果包括");

  private static final Pattern UNSAID = Pattern.compile("没有[说提给]|未[提见]|尚未");

  /** "谈了什么": what both talked about, which neither tells alone. */
  private static final QuickPattern ASKS_WHAT_WAS_DISCUSSED =
      QuickPattern.exactly("[谈聊](?:了|的是)?(?:些|点)?(?:什么|啥)|讨论了?(?:些)?(?:什么|啥|哪些)|议题");

  private static final Pattern DISCUSSED =
      Pattern.compile("(?<!推迟)讨论|交换意见|回顾|议题|着重|列出|提出|涉及|谈[到及]");

  /** A government by its name, and not by one of its people. */
  private static final QuickPattern NAMES_A_SIDE = QuickPattern.exactly("中方|美方|白宫|商务部|外交部|新华社");

  private static final QuickPattern LIFE =
      QuickPattern.exactly(
          "哪里人|哪儿人|什么地方人|老家|籍贯|多大年纪|几岁|哪年(?:出生|生)|出生|毕业|学历|哪个?大学|履历|简历|(?:以前|之前|此前|原来|前)(?:是|做|干|当)|什么出身|背景|来头|什么职[务位]");

  private static final QuickPattern BORN = QuickPattern.exactly("哪里人|哪儿人|什么地方人|老家|籍贯|多大年纪|几岁|生");

  private static final Pattern BIRTH = Pattern.compile("出生|生于|籍贯|[省市]人");

  private static final QuickPattern IN_THE_END =
      QuickPattern.exactly("最后(?!期限)|最终(?!规则|用户|用途|裁定|裁决|文本)|后来(?!的)|到头来");

  private ChineseOrder() {}

  /** Whether a person's life is asked about, or what became of something. */
  static boolean isOfOneThing(QueryPlan plan, Reading reading) {
    return asksOfALife(plan) || asksWhatBecameOfIt(plan, reading);
  }

  /** The entry of the person first; of what became of something, the newest of what is about it. */
  static List<Statements.Ranked> ofOneThing(QueryPlan plan, List<Statements.Ranked> ranked) {
    double least = ranked.getFirst().score() - StatementOrder.AS_GOOD_A_PLAN;
    return asksOfALife(plan)
        ? StatementOrder.first(ranked, least, one -> tellsOfALife(plan, one))
        : StatementOrder.first(
            ranked,
            least,
            one ->
                isAbout(plan, one)
                    ? (one.filled() > 0 ? StatementOrder.DAYS_OF_ALL_TIME : 0)
                        + one.record().anchorDay().toEpochDay()
                    : 0);
  }

  /**
   * What came of a meeting, what was said at it, or what tells most of what is asked, before the
   * best; of the same meeting, or naming as much.
   */
  static List<Statements.Ranked> of(
      QueryPlan plan, Reading reading, List<Statements.Ranked> ranked) {
    Statements.Ranked lead = ranked.getFirst();
    Predicate<Statements.Ranked> isOfTheMeeting =
        one -> StatementOrder.meeting(one.record()).equals(StatementOrder.meeting(lead.record()));
    Predicate<Statements.Ranked> isOfIt =
        one -> isOfTheMeeting.test(one) || ChineseLead.namesAsMuch(plan, one, lead);
    ToLongFunction<Statements.Ranked> told = ChineseLead.told(plan, reading);
    if (asksForResults(plan, reading) && results(lead) == 0) {
      return StatementOrder.first(
          ranked,
          lead.score() - StatementOrder.AS_GOOD_A_RESULT,
          one -> isOfIt.test(one) ? results(one) : 0);
    }
    if (isOfTheOther(plan, reading, lead.record().side())) {
      return StatementOrder.first(
          ranked,
          lead.score() - StatementOrder.AS_GOOD_AN_END,
          one ->
              isOfTheMeeting.test(one) && one.record().side() == reading.side()
                  ? 1 + told.applyAsLong(one)
                  : 0);
    }
    if (reading.side() == null && ASKS_WHAT_WAS_DISCUSSED.isIn(plan.text())) {
      return StatementOrder.first(
          ranked,
          Double.NEGATIVE_INFINITY,
          one ->
              isOfTheMeeting.test(one) && isOfTheSameThing(plan, one, lead) ? discussed(one) : 0);
    }
    if (ChineseLead.asksWhatWasSaid(plan, reading) && ChineseLead.setsTheScene(lead)) {
      return StatementOrder.first(
          ranked,
          lead.score() - NEARLY_AS_GOOD,
          one ->
              isOfTheMeeting.test(one) && !ChineseLead.setsTheScene(one)
                  ? 1 + told.applyAsLong(one)
                  : 0);
    }
    if (reading.language() != Language.ZH) {
      return ranked; // nothing is told by its words
    }
    return StatementOrder.first(
        ranked,
        lead.score() - StatementOrder.AS_GOOD_AN_END,
        one -> isOfIt.test(one) ? Math.max(0, told.applyAsLong(one) - told.applyAsLong(lead)) : 0);
  }

  /** Whether what one government said is asked for, and this is not its account. */
  private static boolean isOfTheOther(QueryPlan plan, Reading reading, Side side) {
    return ChineseLead.asksWhatWasSaid(plan, reading)
        && reading.side() != null
        && side != reading.side()
        && NAMES_A_SIDE.isIn(plan.text());
  }

  /** Whether the title of its record has every name of the question. */
  private static boolean isAbout(QueryPlan plan, Statements.Ranked one) {
    return ChineseLead.names(plan).stream().allMatch(name -> one.evidence().inTitle()[name]);
  }

  /** Whether, in Chinese, something of a person's life is asked. */
  private static boolean asksOfALife(QueryPlan plan) {
    return LIFE.isIn(plan.text()) && ChineseLead.names(plan).size() == 1;
  }

  /** 2 for what the entry of the person named says of it, 1 for the entry's other statements. */
  private static long tellsOfALife(QueryPlan plan, Statements.Ranked one) {
    if (one.record().kind() != Kind.EXPLAINER
        || ChineseLead.names(plan).stream().noneMatch(name -> one.evidence().inTitle()[name])) {
      return 0;
    }
    return BORN.isIn(plan.text()) && ChineseLead.says(one, BIRTH) ? 2 : 1;
  }

  /** "TikTok最后卖给谁了": in Chinese, what is asked is what became of something. */
  private static boolean asksWhatBecameOfIt(QueryPlan plan, Reading reading) {
    return IN_THE_END.isIn(plan.text())
        && !reading.asks(Slot.STANDING)
        && !ChineseLead.names(plan).isEmpty()
        && ChineseLead.exact(plan).findAny().isEmpty();
  }

  /** Whether, in Chinese, what came of a meeting is asked for. */
  private static boolean asksForResults(QueryPlan plan, Reading reading) {
    return ChineseLead.asksWhatWasSaid(plan, reading) && ASKS_FOR_RESULTS.isIn(plan.text());
  }

  /**
   * Whether it has the names that the other adds to its title, "芯片谈了什么", but for those of who was
   * there.
   */
  private static boolean isOfTheSameThing(
      QueryPlan plan, Statements.Ranked one, Statements.Ranked other) {
    return ChineseLead.names(plan).stream()
        .filter(name -> other.holds(name) && !other.evidence().inTitle()[name])
        .filter(
            name ->
                one.record().participants().stream()
                    .map(who -> who.toLowerCase(Locale.ROOT).replace(' ', '-'))
                    .noneMatch(plan.tokens().get(name).text()::equals))
        .allMatch(name -> one.holds(name) || ChineseLead.holdsInWords(plan, name, one));
  }

  /**
   * How much the account of both governments tells of what they talked about, and what of it came.
   */
  private static long discussed(Statements.Ranked one) {
    boolean tells =
        one.record().kind() == Kind.MEETING
            && !ChineseLead.setsTheScene(one)
            && !ChineseLead.says(one, UNSAID);
    return tells ? 1 + results(one) + (ChineseLead.says(one, DISCUSSED) ? 2 : 0) : 0;
  }

  /** 2 for what sums up what came of a meeting, 1 for what tells of it, 0 for all else. */
  private static int results(Statements.Ranked one) {
    if (ChineseLead.setsTheScene(one)
        || !ChineseLead.says(one, RESULTS)
        || ChineseLead.says(one, UNSAID)) {
      return 0;
    }
    return ChineseLead.says(one, IN_SUM) ? 2 : 1;
  }
}

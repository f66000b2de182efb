package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What leads no answer to a Chinese question, which no reader reads. Without state. */
final class ChineseLead {
  /** What was said longer ago tells nothing of today. */
  private static final QuickPattern A_RATE = QuickPattern.exactly("税率?[是为]?多少(?!钱|美元|亿?元)");

  private static final int DAYS_OF_TODAY = 180;

  /** What tells that they met or that somebody spoke, and not of what. */
  private static final QuickPattern SCENE =
      QuickPattern.of(
          "\\b(?:met|spoke|talked|told reporters|reacted|wrote to|held"
              + " (?:a|an|their|talks)|(?:took|takes) place|(?:was|were) held|published a"
              + " list|answered questions|published its own)\\b");

  private static final QuickPattern ASKS_WHICH_MEETING = QuickPattern.exactly("哪一?[次轮场届]");

  /** Slots that the account of a meeting's outward course fills. */
  private static final Set<Slot> OF_THE_SCENE =
      EnumSet.complementOf(EnumSet.of(Slot.REASON, Slot.LIST, Slot.CHANGE));

  private static final QuickPattern ASKS_WHICH_ROUND =
      QuickPattern.exactly("哪一?(?:轮|次(?:磋商|会谈|会晤|谈判))");

  /** "几时上涨": the day on which it rises or falls, and not that of the notice. */
  private static final QuickPattern RISES = QuickPattern.exactly("上涨|往上涨|上调|提高|涨[价税]|加税");

  private static final Pattern RISES_ON =
      Pattern.compile("[0-9][日月]起?[^，。；0-9]{0,6}(?:上调|提高|升至|上涨|增至|加征)");

  private static final Pattern A_ROUND = Pattern.compile("第[0-9一二三四五六七八九十]+轮");

  private static final QuickPattern ASKS_FOR_THE_FIRST =
      QuickPattern.exactly("最早|最初|首次|首个|第一次|头一[回次个]|起源|由来");

  private static final Pattern FIRST = Pattern.compile("最早|最初|首次|首个|首轮|第一次|源于|起源|始于|率先");

  /** Words of comparing, which are terms too. */
  private static final Pattern COMPARING = Pattern.compile("区别|差别|差异|不同|比较|对比|分歧");

  private static final Pattern REQUIRES =
      Pattern.compile("[须需](?!求)[^，。；]{0,12}(?:许可|批准|申报)|无需|无须|不需|不必|免于|豁免");

  private static final QuickPattern ALLOWS =
      QuickPattern.exactly("不得|禁止|不允许|不能|无法(?!规|律)|不再|允许|可以?(?:继续|向|在)?[销出使购采买卖]|逐案|放行|批准|须经许可");

  /** "《中国禁止出口限制出口技术目录》". */
  private static final QuickPattern TITLE = QuickPattern.exactly("《[^《》]*》");

  private static final Pattern PAUSE = Pattern.compile("暂停|恢复");

  /** "买到多少了": what has been bought, and not what was promised. */
  private static final QuickPattern BOUGHT = QuickPattern.exactly("[买购][了到过]多少");

  private static final Pattern DONE = Pattern.compile("已|完成|达到|销售量|[为占][^，。；]{0,12}的[0-9.]+%");

  private static final Pattern UP_TO = Pattern.compile("截至");

  /** What tells of a part where the whole is asked for. */
  private static final Pattern PARTLY = Pattern.compile("仅就|单就|单是");

  /** What a figure is the bound of. */
  private static final Pattern BOUND = Pattern.compile("达到|以上|以下|超过|不足|至少|最多");

  private static final Pattern IN_ALL = Pattern.compile("一共|总共|合计|共计|总计|累计|加起来");

  /** "有没有点名", "点名了哪几家": that none was named answers it, too. */
  private static final QuickPattern ASKS_IF_ANY = QuickPattern.exactly("有没有|有无|是否|哪[些几]");

  /** "出过通稿吗", "公报有写进去吗": that the sources have none answers it. */
  private static final QuickPattern ASKS_IF_SAID =
      QuickPattern.exactly(
          "(?:写|提|载|列|公布|发布|公开|[发出])(?:到|进|进去|过|了)+[^，。；？]{0,6}[吗没]|有没有[^，。；？]{0,8}(?:写|提到|公布|发布|通稿)");

  private static final Pattern NOT_SAID =
      Pattern.compile("^In the sources consulted\\b.*\\bnot?\\b");

  private static final String NUMERALS = "一二三四五六七八九十";

  /** "三点分歧". */
  private static final QuickPattern NUMBERED = QuickPattern.exactly("[两" + NUMERALS + "0-9][点条项大]");

  private static final QuickPattern NUMBERED_PART =
      QuickPattern.exactly("^[^，。：]{0,10}(?:之|第)([" + NUMERALS + "])[点条项]?：");

  /** The day of the document that a statement is from, in its bracket. */
  private static final Pattern DATED =
      Pattern.compile("（[^（）]*[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日[^（）]*）。?$");

  private static final QuickPattern ASKS_FOR_A_STANCE =
      QuickPattern.exactly(
          "(?:怎么|如何)(?:表态|评价)|什么(?:态度|立场)|抱怨|(?:提|表达)[^，。；？]{0,4}(?:什么|哪些)(?:不满|关切|要求|意见|诉求)");

  private static final Pattern STANCE =
      Pattern.compile("不满|反对|欢迎|谴责|敦促|提出|要求|抱怨|关切|支持|批评|赞赏|遗憾|抗议|驳斥|错误");

  /** Slots whose filling statements tell exactly. */
  private static final Set<Slot> TOLD =
      EnumSet.of(Slot.DAY, Slot.START, Slot.PLACE, Slot.REASON, Slot.AMOUNT);

  private static final Set<QueryToken.Kind> EXACT =
      EnumSet.of(QueryToken.Kind.NUMBER, QueryToken.Kind.DATE, QueryToken.Kind.CITATION);

  /** Two words or more. */
  private static final QuickPattern ENGLISH_NAME =
      QuickPattern.exactly("[A-Z][A-Za-z.-]+(?: [A-Z0-9][A-Za-z0-9.-]*)+");

  private ChineseLead() {}

  /** "那个0.1%是啥意思": in Chinese, what a figure means. */
  static boolean asksWhatAFigureIs(QueryPlan plan, Reading reading) {
    return reading.language() == Language.ZH
        && reading.slots().equals(Set.of(Slot.DEFINITION))
        && figures(plan).findAny().isPresent();
  }

  /** "Red Flag 29是什么": whether a statement has the English name, which no record defines. */
  static boolean hasTheName(QueryPlan plan, Reading reading, Statements.Ranked one) {
    MatchResult name = ENGLISH_NAME.first(plan.text());
    return reading.language() == Language.ZH
        && reading.slots().equals(Set.of(Slot.DEFINITION))
        && name != null
        && one.statement().text().contains(name.group());
  }

  private static boolean holdsFigures(QueryPlan plan, Statements.Ranked one) {
    return figures(plan).allMatch(one::holds);
  }

  /** The percentages that it names. */
  private static Stream<Integer> figures(QueryPlan plan) {
    return exact(plan)
        .filter(i -> plan.tokens().get(i).kind() == QueryToken.Kind.NUMBER)
        .filter(i -> plan.text().startsWith("%", plan.tokens().get(i).end()));
  }

  /** How much a statement tells, in Chinese, of what the words of the question ask for. */
  static ToLongFunction<Statements.Ranked> told(QueryPlan plan, Reading reading) {
    if (reading.language() != Language.ZH) {
      return _ -> 0;
    }
    if (Verdicts.asksForLicence(plan)) {
      return one -> says(one, REQUIRES) ? 1 : 0;
    }
    if (asksIfAllowed(plan, reading)) {
      return one -> allows(one) ? 2 : one.filled() == 1 ? 1 : 0;
    }
    if (ASKS_IF_SAID.isIn(plan.text())) {
      return one -> says(one, NOT_SAID) ? 1 : 0;
    }
    if (ASKS_FOR_A_STANCE.isIn(plan.text())) {
      return one -> says(one, STANCE) ? 1 : 0;
    }
    if (ASKS_FOR_THE_FIRST.isIn(plan.text())) {
      return one -> says(one, FIRST) ? 1 : 0;
    }
    List<Integer> names = names(plan);
    if (reading.asks(Shape.COMPARISON) && names.size() > 1) {
      return one -> names.stream().filter(one::holds).count();
    }
    if (reading.slots().equals(Set.of(Slot.START)) && !PAUSE.matcher(plan.text()).find()) {
      return one -> one.filled() == 1 && !says(one, PAUSE) ? 1 : 0;
    }
    if (ASKS_WHICH_ROUND.isIn(plan.text())) {
      return one -> one.record().kind() == Kind.MEETING || says(one, A_ROUND) ? 1 : 0;
    }
    if (asksWhatWasBought(plan)) {
      return ChineseLead::bought;
    }
    if (asksWhatAFigureIs(plan, reading)) {
      return one -> !holdsFigures(plan, one) ? 0 : says(one, BOUND) ? 2 : 1;
    }
    boolean isOfThings =
        reading.slots().equals(Set.of(Slot.LIST)) && ChineseMeasure.of(plan.text()).things() > 0;
    if (isOfThings && NUMBERED.isIn(plan.text())) {
      return ChineseLead::fromTheFirstOn;
    }
    if (reading.slots().equals(Set.of(Slot.DAY)) && !reading.hasSpan()) {
      boolean asksOfARise = RISES.isIn(plan.text());
      return one ->
          asksOfARise && says(one, RISES_ON) ? 2 : one.filled() == 1 || says(one, DATED) ? 1 : 0;
    }
    boolean isOfOne = reading.slots().size() == 1 && TOLD.containsAll(reading.slots());
    if (isOfOne && reading.asks(Slot.AMOUNT)) {
      boolean asksInAll = IN_ALL.matcher(plan.text()).find();
      return one ->
          one.filled() < 1
              ? 0
              : names.size() == 1 && opensAnEntry(plan, one)
                  ? 3
                  : asksInAll && says(one, IN_ALL) ? 2 : 1;
    }
    if (isOfThings || isOfOne) {
      return one -> one.filled() == 1 ? 1 : 0;
    }
    return ASKS_IF_ANY.isIn(plan.text()) ? one -> denies(plan, one) ? 1 : 0 : _ -> 0;
  }

  /** Whether it says, outside of titles, what is allowed or needs a licence. */
  private static boolean allows(Statements.Ranked one) {
    String zh = TITLE.replaceAll(Objects.requireNonNullElse(one.statement().zh(), ""), "");
    return ALLOWS.isIn(zh);
  }

  /** Whether it is asked how much has been bought, of which later counts tell more. */
  static boolean asksWhatWasBought(QueryPlan plan) {
    return BOUGHT.isIn(plan.text());
  }

  /** How much has been bought, the later the more; then what else has a figure. */
  private static long bought(Statements.Ranked one) {
    if (one.filled() == 0) {
      return 0;
    }
    if (says(one, PARTLY) || !says(one, DONE)) {
      return 1;
    }
    return 2
        + (says(one, UP_TO)
            ? StatementOrder.days(one).mapToLong(LocalDate::toEpochDay).max().orElse(0)
            : 0);
  }

  /** Whether it says that what the question asks after was not done: "未点名任何企业". */
  private static boolean denies(QueryPlan plan, Statements.Ranked one) {
    return plan.tokens().stream()
        .filter(token -> token.kind() == QueryToken.Kind.PAIR)
        .anyMatch(
            token ->
                says(
                    one,
                    Pattern.compile("(?:未|没有)(?:[^，。；]{0,3}“)?" + Pattern.quote(token.text()))));
  }

  /**
   * Whether one, with its title, has every name of the question that the other has, of which there
   * is one.
   */
  static boolean namesAsMuch(QueryPlan plan, Statements.Ranked one, Statements.Ranked other) {
    List<Integer> held =
        Stream.concat(names(plan).stream(), exact(plan))
            .filter(name -> other.holds(name) || other.evidence().inTitle()[name])
            .toList();
    return !held.isEmpty()
        && held.stream().allMatch(name -> one.holds(name) || one.evidence().inTitle()[name]);
  }

  /** Whether a longer name in it hides the name: "伦敦" of "伦敦磋商". */
  static boolean holdsInWords(QueryPlan plan, int name, Statements.Ranked one) {
    List<QueryToken> tokens = plan.tokens();
    return IntStream.range(0, tokens.size())
        .filter(i -> i != name && tokens.get(i).isWithin(tokens.get(name)))
        .anyMatch(one::holds);
  }

  static Stream<Integer> exact(QueryPlan plan) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> EXACT.contains(plan.tokens().get(i).kind()))
        .filter(i -> plan.tokens().get(i).hasContent())
        .boxed();
  }

  /** Whether it is how the entry of a thing named opens. */
  static boolean opensAnEntry(QueryPlan plan, Statements.Ranked one) {
    return one.ordinal() == 0
        && one.record().kind() == Kind.GLOSSARY
        && names(plan).stream().anyMatch(name -> one.evidence().inTitle()[name]);
  }

  /** More for "分歧之一" than for "分歧之二"; 0 for what is no numbered part. */
  private static long fromTheFirstOn(Statements.Ranked one) {
    MatchResult number = NUMBERED_PART.first(Objects.requireNonNullElse(one.statement().zh(), ""));
    return number != null ? NUMERALS.length() - NUMERALS.indexOf(number.group(1)) : 0;
  }

  static boolean says(Statements.Ranked one, Pattern words) {
    String zh = one.statement().zh();
    return (zh != null && words.matcher(zh).find()) || words.matcher(one.statement().text()).find();
  }

  static List<Integer> names(QueryPlan plan) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> plan.tokens().get(i).kind() == QueryToken.Kind.TERM)
        .filter(i -> plan.tokens().get(i).hasContent())
        .filter(
            i ->
                !COMPARING
                    .matcher(plan.text())
                    .region(plan.tokens().get(i).start(), plan.tokens().get(i).end())
                    .lookingAt())
        .filter(i -> !Composer.COUNTRIES.contains(plan.tokens().get(i).text()))
        .boxed()
        .toList();
  }

  /** Whether, in Chinese, neither day, place nor person is asked for, but what it was about. */
  static boolean asksWhatWasSaid(QueryPlan plan, Reading reading) {
    return reading.language() == Language.ZH
        && !ASKS_WHICH_MEETING.isIn(plan.text())
        && reading.slots().stream().noneMatch(OF_THE_SCENE::contains);
  }

  static boolean setsTheScene(Statements.Ranked one) {
    Kind kind = one.record().kind();
    return one.ordinal() == 0
        && (kind == Kind.READOUT || kind == Kind.MEETING || kind == Kind.AGREEMENT)
        && SCENE.isIn(one.statement().text());
  }

  /** "关税是多少", of no time: what is charged now. */
  static boolean asksForARate(QueryPlan plan, Reading reading) {
    return !reading.hasSpan() && A_RATE.isIn(plan.text());
  }

  /** In Chinese: "现在多少", "还要许可证吗". */
  static boolean isOfToday(QueryPlan plan, Reading reading) {
    return reading.language() == Language.ZH
        && ((reading.asks(Shape.NOW) && reading.asks(Slot.AMOUNT))
            || asksForARate(plan, reading)
            || Verdicts.asksForLicence(plan)
            || asksIfAllowed(plan, reading));
  }

  /** "能卖给中国吗", and not "可以怎么办". */
  private static boolean asksIfAllowed(QueryPlan plan, Reading reading) {
    return AskedStanding.isOfPermission(plan)
        && !reading.hasSpan()
        && !Slot.asksForAPart(plan.text());
  }

  /**
   * Whether it is what was said then, or a measure that is not in force: it says nothing of today.
   */
  static boolean isBygone(Statements.Ranked one, LocalDate asOf) {
    return isBygone(one.record(), asOf) || OfToday.tellsOfThen(one, asOf);
  }

  private static boolean isBygone(CorpusRecord record, LocalDate asOf) {
    return record.kind().isMeasure()
        ? record.standing().on(asOf).filter(one -> one.state() == LegalState.IN_FORCE).isEmpty()
        : (record.kind() == Kind.READOUT || record.kind() == Kind.MEETING)
            && record.anchorDay().isBefore(asOf.minusDays(DAYS_OF_TODAY));
  }
}

package dev.readout.answer;

import dev.readout.corpus.QuickPattern;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a Chinese text counts, and in what: "1200万吨", "200架", "25%"; and what a question wants
 * counted: "多少万吨", "几架", "占多少股份". Simplified characters. Immutable.
 *
 * @param held the measure words behind the numbers it has
 * @param asked the measure words, of which any will do, behind its words of asking; empty where any
 *     number answers
 * @param things how many things it wants listed: 7 of "哪七种", 3 of "哪几种", 0 for any
 */
record ChineseMeasure(Set<String> held, Set<String> asked, int things) {
  private static final String WORDS =
      "美元|欧元|元|吨|公斤|千克|个百分点|个半?月|个?半?小时|分钟|纳米|公里|年|天|周|家|架|种|类|组(?![织成合建])|轮|次|倍|份|艘|台|辆|块|颗|枚|片|件|人|名|位|条|项|个(?!点)";

  /** Behind a measure, where it counts from one event to another: "四天后". */
  private static final String LATER = "后";

  private static final QuickPattern DISTANCE = QuickPattern.exactly("距|隔|以?[前后]|晚了|早了");

  /** What a text without Chinese may count in. */
  private static final String ANYTHING = "";

  private static final String NUMERALS = "一二三四五六七八九十";

  /** Not "2025年", a date, nor "第3轮" or "四天后", which count none; "14日至15日" are days. */
  private static final Pattern HELD =
      Pattern.compile(
          "(?<![第0-9.])(?:[0-9][0-9,.]*+(?:(?<![0-9]{4})(?=年)|(?!年))|["
              + NUMERALS
              + "两百千半]++)[万亿多余半]*+(%|日(?=[内后期]|以内|之内)|"
              + WORDS
              + ")(以?[前后])?|百分之|[0-9一二三四五六七八九](比)[0-9一二三四五六七八九]|[0-9]日?(?:至|到|和|、)[0-9]{1,2}(日)");

  private static final Pattern ASKED =
      Pattern.compile("(?:多少|(?<![第那这前后好近十])几)[万亿]*(" + WORDS + ")");

  private static final QuickPattern SHARE =
      QuickPattern.exactly(
          "百分之几|几成|多少(?:个?点|股份|股权|股比|股(?!东|民)|比例|税率|关税|的?税)|(?:比例|幅度|税率)[是有为]?多|税(?:现在|目前)?[是有为到]?多少(?!钱|美元|亿?元)");

  /** "关税现在征多少": a rate; "答应买多少大豆": a weight, a number of pieces or a sum, and no rate. */
  private static final QuickPattern CHARGED =
      QuickPattern.exactly("(?:税|条款|反倾销|反补贴).*[征收课缴交]多少(?!钱|美元|亿?元)|课(?:征|了)?多少(?!钱|美元|亿?元)");

  private static final QuickPattern PRICE =
      QuickPattern.exactly("多少钱|多少一[吨件台辆艘]|[一每]净?吨多少|几(?:块|毛)钱|什么价|罚款?[了过]?多少(?!年)");

  /** "几个包裹": any piece counts, and no sum of money. */
  private static final QuickPattern PIECES =
      QuickPattern.exactly("(?:多少|(?<![第那这前后好近十哪])几)个(?!月|百分点|点|半|小时)");

  private static final QuickPattern BOUGHT = QuickPattern.exactly("(?:买|购|采购|进口|出口|卖|销售)[了过到]?多少");

  /** What "哪几种" wants at least. */
  private static final int SEVERAL = 3;

  private static final QuickPattern TIME = QuickPattern.exactly("多久|多长时间");

  private static final QuickPattern THINGS =
      QuickPattern.exactly(
          "哪(["
              + NUMERALS
              + "两]|[0-9]+|几(?=[种类家项国个位]))|(?<!第)(["
              + NUMERALS
              + "两]|(?<![0-9])[0-9]{1,2})(?:点|条|个|项|种|大|家|份)[^，。；？]{0,10}(?:哪[些几]|是什么|有什么)");

  ChineseMeasure {
    held = Set.copyOf(held);
    asked = Set.copyOf(asked);
  }

  static ChineseMeasure of(String text) {
    if (text.codePoints().noneMatch(Character::isIdeographic)) {
      return new ChineseMeasure(Set.of(ANYTHING), Set.of(), 0);
    }
    return new ChineseMeasure(held(text), asked(text), things(text));
  }

  private static Set<String> held(String text) {
    Set<String> held = new HashSet<>();
    Matcher number = HELD.matcher(text);
    while (number.find()) {
      String counted =
          IntStream.of(1, 3, 4)
              .mapToObj(number::group)
              .filter(Objects::nonNull)
              .findFirst()
              .map(ChineseMeasure::alike)
              .orElse("%");
      held.add(number.group(2) == null ? counted : counted + LATER);
    }
    return held;
  }

  private static Set<String> asked(String text) {
    Set<String> asked = new HashSet<>();
    Matcher measure = ASKED.matcher(text);
    while (measure.find()) {
      asked.add(alike(measure.group(1)));
    }
    if (asked.isEmpty() && BOUGHT.isIn(text)) {
      asked.addAll(Set.of("吨", "架", "美元", "元", "台", "辆", "艘"));
    }
    if (SHARE.isIn(text) || CHARGED.isIn(text)) {
      asked.addAll(Set.of("%", "个百分点"));
    }
    if (PRICE.isIn(text)) {
      asked.addAll(Set.of("美元", "欧元", "元"));
    }
    if (PIECES.isIn(text)) {
      asked.addAll(Set.of("枚", "家", "种", "份", "艘", "架", "台", "辆", "名", "条", "项", "次", "轮"));
    }
    if (TIME.isIn(text)) {
      asked.addAll(Set.of("年", "个月", "周", "天", "小时", "分钟"));
    }
    if (DISTANCE.isIn(text)) {
      List.copyOf(asked).forEach(one -> asked.add(one + LATER));
    }
    if (text.contains("几比几")) {
      asked.add("比");
    }
    return asked;
  }

  /** One word for those that count the same: "7.5万枚" answers "多少块". */
  private static String alike(String measure) {
    return switch (measure) {
      case "块", "颗", "片", "件" -> "枚";
      case "类", "组" -> "种";
      case "人", "位" -> "名";
      case "日" -> "天";
      case "个半月" -> "个月";
      case "个半小时", "半小时", "个小时" -> "小时";
      default -> measure;
    };
  }

  private static int things(String text) {
    MatchResult matcher = THINGS.first(text);
    if (matcher == null) {
      return 0;
    }
    String number = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    return Character.isDigit(number.charAt(0))
        ? Integer.parseInt(number.substring(0, Math.min(3, number.length())))
        : number.equals("两") ? 2 : number.equals("几") ? SEVERAL : NUMERALS.indexOf(number) + 1;
  }

  /** Whether it counts in what the question asks for. */
  boolean answers(ChineseMeasure question) {
    return question.asked.isEmpty()
        || held.contains(ANYTHING)
        || question.asked.stream().anyMatch(held::contains);
  }
}

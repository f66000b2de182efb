package dev.readout.cli.render;

import dev.readout.answer.reading.Language;
import java.util.Locale;

/**
 * Every word that the terminal adds to the records' own, in English and Chinese. A {@code %s} is
 * filled in by the caller, the same in both languages; {@code %1$s} where the order differs.
 */
public enum Label {
  // Sides
  WASHINGTON("Washington", "华盛顿"),
  BEIJING("Beijing", "北京"),
  JOINT("Joint", "双方"),
  JOINT_AND_COMPILED("Joint and compiled", "双方文件及综合条目"),
  OTHER("Other", "其他"),
  NO_US_STATEMENT("No statement by Washington in the sources", "资料中没有华盛顿方面的表述"),
  NO_PRC_STATEMENT("No statement by Beijing in the sources", "资料中没有北京方面的表述"),
  STOP(".", "。"),
  COLON(": ", "："),
  SEMICOLON("; ", "；"),
  BESIDE_THE_ABOVE(" beside the one above.", "（上文一条除外）。"),
  BESIDE_THE_JOINT_ONES(" beside those of both sides together.", "（双方共同文件除外）。"),
  WITHIN_THE_FILTERS(" within the limits asked for (%s).", "（限于所选范围：%s）。"),
  SIDE_NOT_ASKED("Left out: only the other side was asked for.", "未列出：只查询了另一方。"),

  // Sources
  PUBLISHED("published %s", "%s发布"),
  AS_OF("as of %s", "截至%s"),
  EFFECTIVE("in effect from %s", "%s起生效"),
  SAME_RECORD("same source as above", "来源同上"),
  OFFICIAL("official", "官方"),
  OFFICIAL_MIRROR("official mirror", "官方文件转载"),
  NEWS("news", "新闻"),
  ANALYSIS("analysis", "分析"),
  CITATION("citation", "引证"),
  CITED("citation: %s", "引证：%s"),
  SECONDARY("confirmed by secondary sources", "经二手来源核实"),
  UNCONFIRMED("unconfirmed", "未经核实"),
  SOURCES("Sources", "来源"),
  SUMMARIES(
      "Statements are Readout's summaries of the sources unless in quotation marks.",
      "除引号内的原文外，各条均为 Readout 对来源的概括。"),

  // Standing
  STANDING("Standing on %s", "%s的效力状态"),
  PROPOSED("proposed", "拟议中"),
  IN_FORCE("in force", "生效"),
  SUSPENDED("suspended", "暂停"),
  SUPERSEDED("superseded", "已被取代"),
  RESCINDED("rescinded", "已撤销"),
  EXPIRED("expired", "已到期"),
  FROM("%1$s from %2$s", "%2$s起%1$s"),
  FROM_TO("%1$s from %2$s to %3$s", "%2$s至%3$s%1$s"),
  ON_ONE_DAY("%1$s on %2$s", "%2$s当日%1$s"),
  BY(", by %s", "（依据 %s）"),
  NOT_STATED("not stated for %s", "资料未说明%s的状态"),
  NO_STANDING("the sources record no legal state of it", "资料中没有其法律状态的记录"),
  LAST_RECORDED("last recorded: %s", "最近一次记录：%s"),
  THEN("then %s", "此后%s"),
  NOTHING_LATER("nothing later in the sources", "资料中没有更晚的记录"),
  NOTE("Note", "说明"),
  PROOF("Proof", "依据"),
  HISTORY("History", "沿革"),
  RELATED_MEASURES("Related measures on the same day", "同日相关措施"),

  // Answers
  NOT_IN_SOURCES("Not in the sources.", "资料中没有答案。"),
  NEAREST("Nearest records", "最接近的记录"),
  RELATED("Related questions", "相关问题"),
  SEARCHED_INSTEAD("Searched for '%2$s' instead of '%1$s'.", "已将“%1$s”改为“%2$s”进行检索。"),
  INDEX(
      "Index of %1$s, generation %2$s: %3$s records, %4$s statements.",
      "索引建于%1$s，第 %2$s 代：%3$s 条记录，%4$s 条表述。"),
  REACHES(
      "The sources reach to %1$s for Washington and to %2$s for Beijing.",
      "资料所及：华盛顿方面至%1$s，北京方面至%2$s。"),
  NO_DAY("no day", "无"),

  // Comparison
  US_ACCOUNTS("American accounts", "美方通稿"),
  PRC_ACCOUNTS("Chinese accounts", "中方通稿"),
  NO_US_ACCOUNT("No American account in the sources.", "资料中没有美方通稿。"),
  NO_PRC_ACCOUNT("No Chinese account in the sources.", "资料中没有中方通稿。"),
  OTHER_TOPICS("Other matters", "其他事项"),
  NOTHING_ON_THIS("(nothing on this in our sources)", "（本资料中未见）"),
  ONLY_US("Named only in the American accounts of our sources: %s", "仅见于本资料美方通稿：%s"),
  ONLY_PRC("Named only in the Chinese accounts of our sources: %s", "仅见于本资料中方通稿：%s"),
  NOTHING("nothing", "无"),
  BETWEEN_NAMES(", ", "、"),

  // Explanation
  NAMES_EN("English", "英文"),
  NAMES_ZH("Chinese", "中文"),
  NO_ENTRY("The sources hold no entry that explains it.", "资料中没有解释它的条目。"),
  USED_IN("Named in %s other records, the newest first", "另有 %s 条记录提及，最新在前"),
  NOT_USED("Named in no other record.", "没有其他记录提及。"),

  // Problems, each with its remedy
  EMPTY("nothing is asked; write a question in quotation marks", "没有问题；请在引号内写出问题"),
  TOO_LONG(
      "the question is longer than %s characters; ask it in a sentence or two",
      "问题超过 %s 个字符；请用一两句话提问"),
  UNSAFE(
      "the question holds control characters or ones that turn the direction of writing; type it"
          + " anew as plain text",
      "问题含有控制字符或改变书写方向的字符；请以纯文本重新输入"),
  NOTHING_TO_SEARCH_FOR(
      "the question names nothing to search for; add a name, a measure, a subject or a date",
      "问题中没有可检索的内容；请写明人名、措施、议题或日期"),
  IMPOSSIBLE_DATE(
      "there is no such day as '%s'; write a day of the calendar", "没有“%s”这一天；请写明日历上存在的日期"),
  UNKNOWN_TOPIC(
      "no topic '%s'; see 'bin/readout ask --help'", "没有主题“%s”；参见 bin/readout ask --help"),
  EMPTY_SPAN("--until lies before --since; exchange them", "--until 早于 --since；请对调");

  private final String english;
  private final String chinese;

  Label(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  public String in(Language language) {
    return switch (language) {
      case EN -> english;
      case ZH -> chinese;
    };
  }

  /** The label with its gaps filled. */
  public String in(Language language, Object... fillings) {
    return String.format(Locale.ROOT, in(language), fillings);
  }
}

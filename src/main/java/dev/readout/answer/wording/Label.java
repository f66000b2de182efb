package dev.readout.answer.wording;

import dev.readout.answer.reading.Language;
import java.util.Locale;

/**
 * Every word that renderers add to the records' own, in English, in simplified Chinese, and in
 * traditional Chinese as Taiwan writes it. A {@code %s} is filled in by the caller, the same in
 * each; {@code %1$s} where the order differs.
 */
public enum Label {
  // Sides
  WASHINGTON("Washington", "华盛顿", "華府"),
  BEIJING("Beijing", "北京", "北京"),
  JOINT("Joint", "双方", "雙方"),
  JOINT_AND_COMPILED("Joint and compiled", "双方文件及综合条目", "雙方文件及綜合條目"),
  OTHER("Other", "其他", "其他"),
  NO_US_STATEMENT("No statement by Washington in the sources", "资料中没有华盛顿方面的表述", "資料中沒有華府方面的陳述"),
  NO_PRC_STATEMENT("No statement by Beijing in the sources", "资料中没有北京方面的表述", "資料中沒有北京方面的陳述"),
  STOP(".", "。", "。"),
  COLON(": ", "：", "："),
  SEMICOLON("; ", "；", "；"),
  BESIDE_THE_ABOVE(" beside the one above.", "（上文一条除外）。", "（上文一則除外）。"),
  BESIDE_THE_JOINT_ONES(" beside those of both sides together.", "（双方共同文件除外）。", "（雙方共同文件除外）。"),
  WITHIN_THE_FILTERS(" within the limits asked for (%s).", "（限于所选范围：%s）。", "（限於所選範圍：%s）。"),
  TOPIC("topic %s", "主题 %s", "主題 %s"),
  SINCE("since %s", "%s起", "%s起"),
  UNTIL("until %s", "%s止", "%s止"),
  SIDE_NOT_ASKED("Left out: only the other side was asked for.", "未列出：只查询了另一方。", "未列出：只查詢了另一方。"),

  // Sources
  COMPILED("compiled from the sources listed", "据所列来源汇编", "依所列來源彙編"),
  PUBLISHED("published %s", "%s发布", "%s發布"),
  AS_OF("as of %s", "截至%s", "截至%s"),
  EFFECTIVE("in effect from %s", "%s起生效", "%s起生效"),
  SAME_RECORD("same source as above", "来源同上", "來源同上"),
  OFFICIAL("official", "官方", "官方"),
  OFFICIAL_MIRROR("official mirror", "官方文件转载", "官方文件轉載"),
  NEWS("news", "新闻", "新聞"),
  ANALYSIS("analysis", "分析", "分析"),
  CITATION("citation", "引证", "引註"),
  CITED("citation: %s", "引证：%s", "引註：%s"),
  UNCONFIRMED("unconfirmed", "未经核实", "未經查證"),
  SOURCES("Sources", "来源", "來源"),
  SUMMARIES(
      "Statements are Readout's summaries of the sources unless in quotation marks.",
      "〔概括〕为 Readout 对来源的概括；〔中文表述〕为引语的中文表述，原文以来源为准。",
      "〔摘要〕為 Readout 對來源所作的摘要；〔中文表述〕為引語的中文表述，原文以來源為準。"),
  SUMMARY("", "〔概括〕", "〔摘要〕"),
  WORDED_IN_CHINESE("", "〔中文表述〕", "〔中文表述〕"),

  // Standing
  STANDING_NOW("Standing: %s", "效力状态：%s", "效力狀態：%s"),
  STANDING("Standing on %s", "%s的效力状态", "%s的效力狀態"),
  PROPOSED("proposed", "拟议或待决", "擬議或待決"),
  IN_FORCE("in force", "生效", "生效"),
  SUSPENDED("suspended", "暂停", "暫停實施"),
  SUPERSEDED("superseded", "已被取代", "已被取代"),
  RESCINDED("rescinded", "已撤销", "已撤銷"),
  EXPIRED("expired", "已到期", "已到期"),
  FROM("%1$s from %2$s", "%2$s起%1$s", "%2$s起%1$s"),
  FROM_TO("%1$s from %2$s to %3$s", "%2$s至%3$s%1$s", "%2$s至%3$s%1$s"),
  ON_ONE_DAY("%1$s on %2$s", "%2$s当日%1$s", "%2$s當日%1$s"),
  BY(", by %s", "（依据 %s）", "（依據 %s）"),
  NOT_STATED("not stated for %s", "资料未说明%s的状态", "資料未說明%s的狀態"),
  NO_STANDING("the sources record no legal state of it", "资料中没有其法律状态的记录", "資料中沒有其法律狀態的紀錄"),
  LAST_RECORDED("last recorded: %s", "最近一次记录：%s", "最近一次紀錄：%s"),
  THEN("then %s", "此后%s", "此後%s"),
  NOTHING_LATER("nothing later in the sources", "资料中没有更晚的记录", "資料中沒有更晚的紀錄"),
  NOT_ASSESSED("a later source is not yet assessed", "有更晚的来源尚待核定", "有更晚的來源尚待核定"),
  LATER_SOURCE("Later source, not assessed", "更晚的来源（尚待核定）", "更晚的來源（尚待核定）"),
  NOTE("Note", "说明", "說明"),
  PROOF("Proof", "依据", "依據"),
  HISTORY("History", "沿革", "沿革"),
  RELATED_MEASURES("Related measures on the same day", "同日相关措施", "同日相關措施"),

  // Verdicts
  NOT_KNOWN("not known since %s", "%s起的状态未知", "%s起的狀態未知"),
  NOT_KNOWN_SINCE(
      "not known since %1$s: recorded as %2$s", "%1$s起的状态未知：记录为%2$s", "%1$s起的狀態未知：紀錄為%2$s"),
  OF_THE_MEASURE(" — %s.", "；措施：%s。", "；措施：%s。"),
  RATE_FROM("%1$s on %2$s since %3$s", "%2$s：%1$s，自%3$s起", "%2$s：%1$s，自%3$s起"),
  RATE_FROM_TO("%1$s on %2$s from %3$s to %4$s", "%2$s：%1$s，%3$s至%4$s", "%2$s：%1$s，%3$s至%4$s"),
  TOOK_PART("Recorded as taking part: %s.", "记录在案的与会者：%s。", "紀錄在案的與會者：%s。"),
  TOOK_PART_US(
      "Recorded as taking part for the United States: %s.", "记录在案的美方与会者：%s。", "紀錄在案的美方與會者：%s。"),
  TOOK_PART_PRC("Recorded as taking part for China: %s.", "记录在案的中方与会者：%s。", "紀錄在案的中方與會者：%s。"),

  // What is missing
  MISSING("Missing: %s.", "缺少：%s。", "缺少：%s。"),
  NO_RECORD_OF("no record of: %s", "没有关于以下内容的记录：%s", "沒有關於以下內容的紀錄：%s"),
  NOT_TOGETHER("no record that has all of this together with: %s", "没有记录同时涉及：%s", "沒有紀錄同時涉及：%s"),
  AFTER_THE_SOURCES("after the sources end, %s", "晚于资料的最后日期（%s）", "晚於資料的最後日期（%s）"),
  NO_DAY_RECORDED("no record gives the day asked for", "没有记录给出所问的日期", "沒有紀錄給出所問的日期"),
  NO_PERSON_RECORDED("no record names the person asked for", "没有记录给出所问的人", "沒有紀錄給出所問的人"),
  NO_AMOUNT_RECORDED("no record gives the figure asked for", "没有记录给出所问的数字", "沒有紀錄給出所問的數字"),
  NO_PLACE_RECORDED("no record gives the place asked for", "没有记录给出所问的地点", "沒有紀錄給出所問的地點"),
  NO_REASON_RECORDED("no record gives the reason asked for", "没有记录给出所问的原因", "沒有紀錄給出所問的原因"),
  NO_DETAIL_RECORDED("no record says what is asked", "没有记录说明所问的内容", "沒有紀錄說明所問的內容"),

  // Answers
  NOT_SAID_BUT_NEAR(
      "The sources do not say this; the nearest they have:",
      "资料没有说明这一点；最接近的内容：",
      "資料沒有說明這一點；最接近的內容："),
  MORE("More", "更多", "更多"),
  MORE_THERE_IS(
      "%s more statements: --all shows them.", "另有 %s 条表述：用 --all 显示。", "另有 %s 則陳述：用 --all 顯示。"),
  NONE_SHOWN("None shown.", "未列出。", "未列出。"),
  NOT_IN_SOURCES("Not in the sources.", "资料中没有答案。", "資料中沒有答案。"),
  NEAREST("Nearest records", "最接近的记录", "最接近的紀錄"),
  RELATED("Related questions", "相关问题", "相關問題"),
  SEARCHED_INSTEAD(
      "Searched for '%2$s' instead of '%1$s'.", "已将“%1$s”改为“%2$s”进行检索。", "已將「%1$s」改為「%2$s」搜尋。"),
  INDEX(
      "Index of %1$s, generation %2$s: %3$s records, %4$s statements.",
      "索引建于%1$s，第 %2$s 代：%3$s 条记录，%4$s 条表述。", "索引建立於%1$s，第 %2$s 代：%3$s 筆紀錄，%4$s 則陳述。"),
  REACHES(
      "The sources reach to %1$s for Washington and to %2$s for Beijing.",
      "资料所及：华盛顿方面至%1$s，北京方面至%2$s。", "資料所及：華府方面至%1$s，北京方面至%2$s。"),
  NO_DAY("no day", "无", "無"),

  // Comparison
  US_ACCOUNTS("American accounts", "美方通稿", "美方新聞稿"),
  PRC_ACCOUNTS("Chinese accounts", "中方通稿", "中方新聞稿"),
  NO_US_ACCOUNT("No American account in the sources.", "资料中没有美方通稿。", "資料中沒有美方新聞稿。"),
  NO_PRC_ACCOUNT("No Chinese account in the sources.", "资料中没有中方通稿。", "資料中沒有中方新聞稿。"),
  OTHER_TOPICS("Other matters", "其他事项", "其他事項"),
  NOTHING_ON_THIS("(not in the accounts we hold)", "（所持通稿中未见）", "（所持新聞稿中未見）"),
  ONLY_US(
      "In the American accounts that we hold, not in the Chinese ones: %s",
      "所持通稿中仅见于美方：%s", "所持新聞稿中僅見於美方：%s"),
  ONLY_PRC(
      "In the Chinese accounts that we hold, not in the American ones: %s",
      "所持通稿中仅见于中方：%s", "所持新聞稿中僅見於中方：%s"),
  BETWEEN_NAMES(", ", "、", "、"),

  // Explanation
  NAMES_EN("English", "英文", "英文"),
  NAMES_ZH("Chinese", "中文", "中文"),
  NO_ENTRY("The sources hold no entry that explains it.", "资料中没有解释它的条目。", "資料中沒有解釋它的條目。"),
  USED_IN("Named in %s other records, the newest first", "另有 %s 条记录提及，最新在前", "另有 %s 筆紀錄提及，由新到舊"),
  NOT_USED("Named in no other record.", "没有其他记录提及。", "沒有其他紀錄提及。"),

  // Problems, each with its remedy
  EMPTY("nothing is asked; write a question", "没有输入问题；请写出要问的内容", "沒有輸入問題；請寫出想問的內容"),
  TOO_LONG(
      "the question is longer than %s characters; ask it in a sentence or two",
      "问题超过 %s 个字符；请用一两句话提问", "問題超過 %s 個字元；請用一兩句話提問"),
  UNSAFE(
      "the question holds control characters or ones that turn the direction of writing; type it"
          + " anew as plain text",
      "问题含有控制字符或改变书写方向的字符；请以纯文本重新输入",
      "問題含有控制字元或改變書寫方向的字元；請以純文字重新輸入"),
  NOTHING_TO_SEARCH_FOR(
      "the question names nothing to search for; add a name, a measure, a subject or a date",
      "问题中没有可检索的内容；请写明人名、措施、议题或日期",
      "問題中沒有可搜尋的內容；請寫明人名、措施、議題或日期"),
  IMPOSSIBLE_DATE(
      "there is no such day as '%s'; write a day of the calendar",
      "没有“%s”这一天；请写明日历上存在的日期", "沒有「%s」這一天；請寫明日曆上存在的日期"),
  UNKNOWN_TOPIC(
      "no topic '%s'; use one of the topics offered", "没有主题“%s”；请从所列主题中选择", "沒有主題「%s」；請從列出的主題中選擇"),
  EMPTY_SPAN(
      "the last day lies before the first; exchange them", "截止日期早于起始日期；请对调", "結束日期早於開始日期；請對調"),

  // Quotations
  QUOTE_VERBATIM("Verbatim in the sources", "资料中有这段原话", "資料中有這段原話"),
  QUOTE_SLIGHT(
      "The same words in the sources, set differently", "资料中有相同的字句，写法略异", "資料中有相同的字句，寫法略異"),
  QUOTE_NEAR("Close to the sources, but not the same", "与资料中的原话相近，但不相同", "與資料中的原話相近，但不相同"),
  QUOTE_IN_SUMMARY(
      "These are Readout's own words, a summary, not a quotation from the source",
      "这是 Readout 自己的概括，不是来源的原话",
      "這是 Readout 自己的概括，不是來源的原話"),
  QUOTE_NEAR_SUMMARY(
      "Close to Readout's own summary, which is not a quotation from the source",
      "与 Readout 自己的概括相近，而概括不是来源的原话",
      "與 Readout 自己的概括相近，而概括不是來源的原話"),
  QUOTE_IN_CHINESE_WORDING(
      "The same as Readout's Chinese wording of a quotation; the original has its own words",
      "与引语的中文表述相同；原文以来源为准",
      "與引語的中文表述相同；原文以來源為準"),
  QUOTE_NEAR_CHINESE_WORDING(
      "Close to Readout's Chinese wording of a quotation; the original has its own words",
      "与引语的中文表述相近；原文以来源为准",
      "與引語的中文表述相近；原文以來源為準"),
  QUOTE_PART("Only a part of it is in the sources", "资料中只有其中一部分", "資料中只有其中一部分"),
  QUOTE_NOT_FOUND("Not found in the sources", "资料中未找到", "資料中未找到"),
  QUOTE_NOT_FOUND_NOTE(
      "The sources hold short quotations only: this does not show that nobody said it.",
      "资料只收录简短引文：未找到不等于没有人说过。",
      "資料只收錄簡短引文：未找到不等於沒有人說過。"),
  QUOTE_TOO_SHORT(
      "Too short to check: quote some words, of %1$s letters or %2$s Chinese characters or more",
      "过短，无法核对：请引用至少 %1$s 个字母或 %2$s 个汉字的词句", "過短，無法核對：請引用至少 %1$s 個字母或 %2$s 個漢字的詞句"),
  QUOTE_CHECKED("Checked: %s", "核对：%s", "核對：%s"),
  QUOTE_MARKS(
      "[-…-] only in what was checked, {+…+} only in the source, <…> left out",
      "[-…-] 仅见于所核对的文字，{+…+} 仅见于来源，<…> 为省略部分",
      "[-…-] 僅見於所核對的文字，{+…+} 僅見於來源，<…> 為省略部分"),
  QUOTE_OMITS_NEGATION(
      "A negation is among the words left out: read them.", "省略的部分含有否定词：请细读。", "省略的部分含有否定詞：請細讀。"),
  QUOTE_DIFFERS("Different: %s", "不同之处：%s", "不同之處：%s"),
  CHANGED_FIGURE("a figure or a date", "数字或日期", "數字或日期"),
  CHANGED_NEGATION("a negation", "否定词", "否定詞"),
  CHANGED_WORDING("words", "字词", "字詞"),
  CHANGED_PUNCTUATION("punctuation", "标点", "標點"),
  CHANGED_LETTER_CASE("capital letters", "字母大小写", "字母大小寫"),
  CHANGED_SCRIPT("traditional or simplified characters", "繁简字体", "繁簡字體"),
  QUOTE_ELSEWHERE("The same words also in", "相同字句另见", "相同字句另見"),
  QUOTE_TRUNCATED(
      "Only the first %1$s quotations and %2$s characters were checked.",
      "仅核对了前 %1$s 处引文、前 %2$s 个字符。", "僅核對了前 %1$s 處引文、前 %2$s 個字元。");

  private final String english;
  private final String simplified;
  private final String traditional;

  Label(String english, String simplified, String traditional) {
    this.english = english;
    this.simplified = simplified;
    this.traditional = traditional;
  }

  public String in(Language language) {
    return switch (language) {
      case EN -> english;
      case ZH -> simplified;
      case ZH_TW -> traditional;
    };
  }

  /** The label with its gaps filled. */
  public String in(Language language, Object... fillings) {
    return String.format(Locale.ROOT, in(language), fillings);
  }
}

package dev.readout.discord.wording;

import dev.readout.answer.reading.Language;

/** The texts about what waits for a decision, and what it changes, as those of {@link Phrase}. */
public enum InboxPhrase implements Wording {
  // Commands and options
  SUB_INBOX("inbox", "收件箱", "收件匣"),
  CMD_INBOX("What feeds have found, what matters most first", "订阅源找到的内容，要紧的在前", "訂閱來源找到的內容，要緊的在前"),
  SUB_ASSESS("assess", "核定", "核定"),
  CMD_ASSESS(
      "Say what a source changes in a measure's standing", "说明来源是否改变某项措施的状态", "說明來源是否改變某項措施的狀態"),
  OPT_NUMBERS(
      "Number or part of the title; several that wait: 1 4-9, feed 2, all",
      "编号或标题；多个待批准的：1 4-9、订阅源 2、全部",
      "編號或標題；多個待核准的：1 4-9、訂閱來源 2、全部"),
  OPT_ASSESSED_MEASURE(
      "The measure; not needed where the source names it", "措施；来源已提及则不必填", "措施；來源已提及則不必填"),

  // The list
  INBOX("Inbox", "收件箱", "收件匣"),
  ALL_WEIGHED("%1$s waiting", "%1$s 份待批准", "%1$s 份待核准"),
  NEWEST_WEIGHED(
      "%2$s waiting; the newest %1$s are sorted",
      "%2$s 份待批准；已排序最新的 %1$s 份", "%2$s 份待核准；已排序最新的 %1$s 份"),
  NAMES("📌 names %1$s", "📌 提及%1$s", "📌 提及%1$s"),
  TELLS_AN_END("⏳ tells of an end", "⏳ 提到截止日期", "⏳ 提到截止日期"),
  OF_A_MEETING("🤝 a meeting", "🤝 会谈", "🤝 會談"),
  HELD("already in the records", "资料中已有此页", "資料中已有此頁"),
  LATER_NOT_ASSESSED(
      "⚠️ Not assessed yet: %1$s. Until somebody says what it changes (%2$s), answers say that a"
          + " later source is not assessed.",
      "⚠️ 尚待核定：%1$s。在有人说明其影响（%2$s）之前，答案会注明有更晚的来源尚待核定。",
      "⚠️ 尚待核定：%1$s。在有人說明其影響（%2$s）之前，答案會註明有更晚的來源尚待核定。"),
  DECIDE("Decide about several", "批量处理", "批次處理"),

  // The form for several
  FIELD_WHICH("Which", "哪些", "哪些"),
  FIELD_WHICH_HINT("1 4-9, feed 2, or all", "1 4-9、订阅源 2 或 全部", "1 4-9、訂閱來源 2 或 全部"),
  FIELD_DECISION("What to do", "如何处理", "如何處理"),
  APPROVE_AND_REINDEX("Approve and reindex", "批准并重建索引", "核准並重建索引"),
  NOT_CHOSEN(
      "“%1$s” names no sources. Write numbers such as 1 4-9, or feed 2, or all.",
      "“%1$s”未指明来源。请填写编号（如 1 4-9）、订阅源 2 或 全部。", "「%1$s」未指明來源。請填寫編號（如 1 4-9）、訂閱來源 2 或 全部。"),
  DECIDING("Deciding about them …", "正在处理……", "正在處理……"),
  ACCEPTED_MANY(
      "%1$s accepted. They will be in answers after %2$s.",
      "已接受 %1$s 份。执行 %2$s 后出现在答案中。", "已接受 %1$s 份。執行 %2$s 後出現在答案中。"),
  REFUSED_MANY(
      "%1$s refused; their feeds will not bring them again.",
      "已拒绝 %1$s 份；订阅源不会再次带入。", "已拒絕 %1$s 份；訂閱來源不會再次帶入。"),
  NONE_OF_THEM("None of these waits.", "其中没有待批准的。", "其中沒有待核准的。"),
  WAITS_ON("Number **%1$s** waits on: %2$s", "编号 **%1$s** 仍待批准：%2$s", "編號 **%1$s** 仍待核准：%2$s"),
  NO_ROOM("There is no room for more.", "没有更多空间。", "沒有更多空間。"),
  REINDEX_NOW("Reindex now", "立即重建索引", "立即重建索引"),

  // What it changes
  QUESTION(
      "Number **%1$s** names **%2$s**. Does this change its standing?",
      "编号 **%1$s** 提及**%2$s**。这是否改变其状态？", "編號 **%1$s** 提及**%2$s**。這是否改變其狀態？"),
  RECORDED("Now: %1$s", "目前：%1$s", "目前：%1$s"),
  MORE_QUESTIONS("%1$s more measures are named: %2$s", "另提及 %1$s 项措施：%2$s", "另提及 %1$s 項措施：%2$s"),
  NAMES_NONE(
      "Number **%1$s** names no measure that the records hold. Name it: %2$s",
      "编号 **%1$s** 未提及资料中的措施。请指明：%2$s", "編號 **%1$s** 未提及資料中的措施。請指明：%2$s"),
  NO_MEASURE(
      "There is no measure “%1$s”. Choose one that is offered.",
      "没有措施“%1$s”。请从列表中选择。", "沒有措施「%1$s」。請從清單中選擇。"),
  EXTENDED("Extended to …", "延长至……", "延長至……"),
  SUSPENDED("Suspended", "暂停", "暫停"),
  SUPERSEDED("Superseded", "被取代", "被取代"),
  RESCINDED("Rescinded", "废止", "廢止"),
  UNCHANGED("No", "否", "否"),
  FIELD_UNTIL("Until (year-month-day)", "截至（年-月-日）", "截至（年-月-日）"),
  FIELD_FROM("From (year-month-day)", "自（年-月-日）", "自（年-月-日）"),
  FIELD_TO("To, where it says so (year-month-day)", "至，如有说明（年-月-日）", "至，如有說明（年-月-日）"),
  ASSESSED(
      "**%1$s**: %2$s. Proof: number **%3$s**. In answers after %4$s.",
      "**%1$s**：%2$s。依据：编号 **%3$s**。执行 %4$s 后用于答案。", "**%1$s**：%2$s。依據：編號 **%3$s**。執行 %4$s 後用於答案。"),
  NO_CHANGE("no change", "不变", "不變"),
  NOTHING_TO_EXTEND(
      "%1$s has no last day before %2$s that could be extended.",
      "%1$s没有早于 %2$s 的截止日期可以延长。", "%1$s沒有早於 %2$s 的截止日期可以延長。"),
  ENDS_BEFORE(
      "The last day, %2$s, is before the first, %1$s.",
      "最后一天（%2$s）早于第一天（%1$s）。", "最後一天（%2$s）早於第一天（%1$s）。");

  private final String english;
  private final String simplified;
  private final String traditional;

  InboxPhrase(String english, String simplified, String traditional) {
    this.english = english;
    this.simplified = simplified;
    this.traditional = traditional;
  }

  @Override
  public String in(Language language) {
    return switch (language) {
      case EN -> english;
      case ZH -> simplified;
      case ZH_TW -> traditional;
    };
  }
}

package dev.readout.discord.wording;

import dev.readout.answer.reading.Language;
import java.util.Locale;

/**
 * A text of the bot's own, in English and in Chinese for readers of mainland China and of Taiwan. A
 * {@code %1$s} is filled in by the caller.
 */
public enum Phrase {
  // Buttons and menus
  MORE("More (%1$s)", "更多（%1$s）", "更多（%1$s）"),
  SOURCES("Sources", "来源", "來源"),
  SHOW("Show to channel", "公开到频道", "公開到頻道"),
  REMOVE("Remove", "删除", "刪除"),
  HELPFUL("Helpful", "有帮助", "有幫助"),
  WRONG_SOURCE("Wrong source", "来源有误", "來源有誤"),
  OUT_OF_DATE("Out of date", "内容过时", "內容過時"),
  ASK_RELATED("Related questions", "相关问题", "相關問題"),

  // Under an answer
  RECEIPT("Receipt `%1$s`", "回执 `%1$s`", "回執 `%1$s`"),
  PAGE("Page %1$s", "第 %1$s 页", "第 %1$s 頁"),
  SHOWN_BY("Shown by %1$s", "由 %1$s 公开", "由 %1$s 公開"),

  NEXT_PAGE("On the next page.", "见下一页。", "見下一頁。"),
  STATEMENT_TOO_LONG(
      "This statement is too long for one message; it stands in this source:",
      "此条表述过长，一条消息容纳不下；见此来源：",
      "此條表述過長，一則訊息容納不下；見此來源："),
  MORE_NOT_SHOWN(
      "%1$s more do not fit into one message.", "另有 %1$s 项，一条消息容纳不下。", "另有 %1$s 項，一則訊息容納不下。"),
  IN_RECORD("record", "记录", "紀錄"),

  // What a button did
  THANKS(
      "Thank you. The moderators see the count, not who pressed.",
      "谢谢。版主只看到次数，看不到是谁。",
      "謝謝。版主只看到次數，看不到是誰。"),
  NOT_YOURS(
      "Only who asked, or a moderator with the permission Manage Messages, can remove this.",
      "只有提问者或拥有“管理消息”权限的版主可以删除。",
      "只有提問者或擁有「管理訊息」權限的版主可以刪除。"),
  OLD_BUTTON(
      "This button is from another version of Readout. Ask again with %1$s.",
      "此按钮来自另一版本的 Readout。请用 %1$s 重新提问。", "此按鈕來自另一版本的 Readout。請用 %1$s 重新提問。"),
  OLD_COMMAND(
      "This version of Readout does not have that command. Type / again to see those it has.",
      "此版本的 Readout 没有该命令。请重新输入 / 查看现有命令。",
      "此版本的 Readout 沒有該指令。請重新輸入 / 查看現有指令。"),
  OLD_GENERATION(
      "From index generation %1$s; the current one is %2$s. For today's answer ask again with"
          + " %3$s.",
      "来自第 %1$s 代索引，当前为第 %2$s 代。若要今天的答案，请用 %3$s 重新提问。",
      "來自第 %1$s 代索引，目前為第 %2$s 代。若要今天的答案，請用 %3$s 重新提問。"),
  NO_RECEIPT(
      "No receipt `%1$s` is kept. Receipts are kept for %2$s days; ask again with %3$s.",
      "没有保存回执 `%1$s`。回执保存 %2$s 天；请用 %3$s 重新提问。", "沒有保存回執 `%1$s`。回執保存 %2$s 天；請用 %3$s 重新提問。"),
  NO_MORE("That was all.", "已全部显示。", "已全部顯示。"),

  // Receipts
  RECEIPT_OF(
      "Receipt `%1$s` · asked %2$s · index generation %3$s",
      "回执 `%1$s` · 提问于 %2$s · 第 %3$s 代索引", "回執 `%1$s` · 提問於 %2$s · 第 %3$s 代索引"),
  SAME_TODAY(
      "Same today: every statement still stands in the current index, word for word.",
      "今天相同：每条表述仍逐字存在于当前索引。",
      "今天相同：每條表述仍逐字存在於目前索引。"),
  NEWER_SOURCE("A newer source exists:", "有更新的来源：", "有更新的來源："),
  WITHDRAWN("Source withdrawn since:", "此后已撤回的来源：", "此後已撤回的來源："),
  CHANGED("Text changed since:", "此后文字已更改：", "此後文字已更改："),

  // Notices
  BUSY(
      "Readout has as many questions as it can work on. Please try again in a minute.",
      "Readout 正在处理的问题已满，请一分钟后再试。",
      "Readout 正在處理的問題已滿，請一分鐘後再試。"),
  SLOW_DOWN(
      "You have asked as often as one member may in a minute. Try again %1$s.",
      "您一分钟内的提问次数已达上限，请于%1$s再试。", "您一分鐘內的提問次數已達上限，請於%1$s再試。"),
  SERVER_SLOW_DOWN(
      "This server has asked as often as one server may in a minute. Try again %1$s.",
      "本服务器一分钟内的提问次数已达上限，请于%1$s再试。", "本伺服器一分鐘內的提問次數已達上限，請於%1$s再試。"),
  FAILED(
      "Something went wrong in Readout; nothing was lost. Tell the operator this id: `%1$s`",
      "Readout 出错，未丢失任何内容。请将此编号告知运营者：`%1$s`", "Readout 發生錯誤，未遺失任何內容。請將此編號告知營運者：`%1$s`"),
  MISSING_PERMISSION(
      "Readout may not write in this channel: it lacks **%1$s**. An administrator can grant it in"
          + " the channel's permissions.",
      "Readout 无法在此频道发言，缺少权限 **%1$s**。管理员可在频道权限中授予。",
      "Readout 無法在此頻道發言，缺少權限 **%1$s**。管理員可在頻道權限中授予。"),
  BAD_DAY(
      "There is no day '%1$s'. Write it as year-month-day, such as 2025-10-30.",
      "没有“%1$s”这一天。请写成年-月-日，例如 2025-10-30。", "沒有「%1$s」這一天。請寫成年-月-日，例如 2025-10-30。"),
  NOTHING_TO_READ("That message holds no text to look for.", "这条消息没有可检索的文字。", "這則訊息沒有可檢索的文字。"),
  NO_SUCH_MEETING(
      "No meeting of that name with read-outs is in the sources.",
      "资料中没有此名称且有通稿的会谈。",
      "資料中沒有此名稱且有通稿的會談。"),
  NO_SUCH_MEASURE("No measure of that name is in the sources.", "资料中没有此名称的措施。", "資料中沒有此名稱的措施。"),
  NO_SUCH_TERM("No term of that name is in the sources.", "资料中没有此术语。", "資料中沒有此術語。"),

  // /sources
  HELD("What the sources hold", "资料概况", "資料概況"),
  HELD_ON("What the sources hold on %1$s", "关于“%1$s”的资料", "關於「%1$s」的資料"),
  HELD_BY_SIDE(
      "%1$s: records: %2$s, statements: %3$s, published from %4$s to %5$s",
      "%1$s：%2$s 条记录，%3$s 条表述，发布于 %4$s 至 %5$s", "%1$s：%2$s 筆紀錄，%3$s 條表述，發布於 %4$s 至 %5$s"),
  HELD_UNDATED(
      "%1$s: records: %2$s, statements: %3$s", "%1$s：%2$s 条记录，%3$s 条表述", "%1$s：%2$s 筆紀錄，%3$s 則陳述"),
  HELD_NONE("%1$s: nothing", "%1$s：无", "%1$s：無"),
  LATEST("Latest", "最新", "最新"),

  // /help, /about, /ping, /privacy, /forget-me
  HELP(
      """
      ### Readout
      Answers from both governments' read-outs of US–China commerce talks, and from summaries of the \
      restrictions that each side imposes. Every sentence is taken from a stored record, with its \
      source; what the records do not say, Readout does not answer.
      """,
      """
      ### Readout
      依据中美两国政府经贸会谈通稿和双方限制措施摘要作答。每句话都取自已存记录并附来源；记录中没有的，Readout 不作答。
      """,
      """
      ### Readout
      依據美中兩國政府經貿會談新聞稿和雙方限制措施摘要作答。每句話都取自已存紀錄並附來源；紀錄中沒有的，Readout 不作答。
      """),
  HELP_MENUS(
      "Right-click a message → Apps: **%1$s** and **%2$s**.",
      "右键点击消息 → 应用：**%1$s**、**%2$s**。", "在訊息上按右鍵 → 應用程式：**%1$s**、**%2$s**。"),
  ABOUT(
      """
      ### Readout %1$s
      %2$s
      %3$s
      Code Apache-2.0; records CC BY 4.0. Statements are summaries of the linked sources unless in \
      quotation marks; the source decides.
      """,
      """
      ### Readout %1$s
      %2$s
      %3$s
      程序采用 Apache-2.0 许可，记录采用 CC BY 4.0。除引号内原文外均为对所链接来源的概括，以来源为准。
      """,
      """
      ### Readout %1$s
      %2$s
      %3$s
      程式採用 Apache-2.0 授權，紀錄採用 CC BY 4.0。除引號內原文外均為對所連結來源的概括，以來源為準。
      """),
  PING(
      "Gateway %1$s ms · search %2$s ms · index generation %3$s",
      "网关 %1$s 毫秒 · 检索 %2$s 毫秒 · 第 %3$s 代索引", "閘道 %1$s 毫秒 · 檢索 %2$s 毫秒 · 第 %3$s 代索引"),
  PRIVACY(
      """
      ### What Readout keeps
      - **Your question:** not stored and not logged, unless this server has chosen to keep questions.
      - **An answer's receipt:** which statements were shown and when, for %1$s days, without your name.
      - **Your vote on an answer:** under a keyed code instead of your id, so that you have one vote \
      and can take it back.
      - **Messages:** Readout reads no channel. It sees only the message that you point it at.
      Erase what is kept of you with %2$s.
      """,
      """
      ### Readout 保存的内容
      - **您的问题：**不保存、不记录，除非本服务器选择保存问题。
      - **答案回执：**显示过哪些表述及时间，保存 %1$s 天，不含您的姓名。
      - **您对答案的评价：**以加密代号而非您的 ID 保存，以便一人一票并可撤回。
      - **消息：**Readout 不读取任何频道，只看到您指定的那条消息。
      用 %2$s 删除与您有关的内容。
      """,
      """
      ### Readout 保存的內容
      - **您的提問：**不儲存、不記錄，除非本伺服器選擇保存提問。
      - **答案回執：**顯示過哪些表述及時間，保存 %1$s 天，不含您的姓名。
      - **您對答案的評價：**以加密代號而非您的 ID 儲存，以便一人一票並可撤回。
      - **訊息：**Readout 不讀取任何頻道，只看到您指定的那則訊息。
      用 %2$s 刪除與您有關的內容。
      """),
  FORGOTTEN(
      "Erased: %1$s votes and the question text of %2$s receipts. Nothing else of you was kept.",
      "已删除：%1$s 次评价和 %2$s 份回执中的问题文字。未保存与您有关的其他内容。", "已刪除：%1$s 次評價和 %2$s 份回執中的提問文字。未保存與您有關的其他內容。"),

  // Check this quote
  QUOTE_LEGEND(
      "~~struck~~: only in the quote · **bold**: only in the source",
      "~~删除线~~：仅见于引文 · **粗体**：仅见于来源",
      "~~刪除線~~：僅見於引文 · **粗體**：僅見於來源"),

  // Commands and their options: what Discord shows while somebody types
  NAME_ASK("ask", "提问", "提問"),
  NAME_COMPARE("compare", "对照", "對照"),
  NAME_STATUS("status", "状态", "狀態"),
  NAME_EXPLAIN("explain", "解释", "解釋"),
  NAME_SOURCES("sources", "来源", "來源"),
  NAME_RECEIPT("receipt", "回执", "回執"),
  NAME_HELP("help", "帮助", "說明"),
  NAME_ABOUT("about", "关于", "關於"),
  NAME_PING("ping", "延迟", "延遲"),
  NAME_PRIVACY("privacy", "隐私", "隱私"),
  NAME_FORGET_ME("forget-me", "忘记我", "忘記我"),
  CMD_ASK(
      "Ask what Washington and Beijing said, with sources", "查询华盛顿和北京的表述，附来源", "查詢華盛頓和北京的表述，附來源"),
  CMD_COMPARE(
      "Both sides' read-outs of one meeting, side by side", "并列双方对同一会谈的通稿", "並列雙方對同一會談的新聞稿"),
  CMD_STATUS(
      "Is a measure in force? As of today or another day",
      "措施是否有效？以今天或其他日期为准",
      "措施是否有效？以今天或其他日期為準"),
  CMD_EXPLAIN("Explain a term, with its official Chinese name", "解释术语并附官方中英文名称", "解釋術語並附官方中英文名稱"),
  CMD_SOURCES(
      "What the bot holds, per side, and how far it reaches", "资料概况：各方记录与截止日期", "資料概況：各方紀錄與截止日期"),
  CMD_RECEIPT("Show an earlier answer again by its receipt id", "用回执编号重现先前的答案", "用回執編號重現先前的答案"),
  CMD_HELP("What Readout can do", "Readout 能做什么", "Readout 能做什麼"),
  CMD_ABOUT("Version, index date, counts and licence", "版本、索引日期、数量与许可", "版本、索引日期、數量與授權"),
  CMD_PING("How quickly the bot and its search respond", "机器人与检索的响应速度", "機器人與檢索的回應速度"),
  CMD_PRIVACY("What Readout keeps, and for how long", "Readout 保存什么、保存多久", "Readout 保存什麼、保存多久"),
  CMD_FORGET_ME(
      "Erase what Readout keeps of you", "删除 Readout 保存的与您有关的内容", "刪除 Readout 保存的與您有關的內容"),
  OPT_QUESTION("Your question, in English or Chinese", "您的问题，中英文均可", "您的提問，中英文均可"),
  OPT_SIDE("Only this side's records", "只看这一方的记录", "只看這一方的紀錄"),
  OPT_TOPIC("Only records on this topic", "只看这一主题的记录", "只看這一主題的紀錄"),
  OPT_SINCE(
      "Only records from this day on, such as 2025-04-02",
      "只看此日及以后的记录，如 2025-04-02",
      "只看此日及以後的紀錄，如 2025-04-02"),
  OPT_UNTIL(
      "Only records up to this day, such as 2025-10-30",
      "只看此日及以前的记录，如 2025-10-30",
      "只看此日及以前的紀錄，如 2025-10-30"),
  OPT_AS_OF(
      "The day for which standing is shown, such as 2025-11-12",
      "以此日为准的效力状态，如 2025-11-12",
      "以此日為準的效力狀態，如 2025-11-12"),
  OPT_PRIVATE("Only you see the reply", "只有您能看到回复", "只有您能看到回覆"),
  OPT_FOR("A member to tell of the answer", "要提醒的成员", "要提醒的成員"),
  OPT_MEETING("A meeting, by name or place", "会谈名称或地点", "會談名稱或地點"),
  OPT_MEASURE("A measure, by name", "措施名称", "措施名稱"),
  OPT_TERM("A term, in English or Chinese", "术语，中英文均可", "術語，中英文均可"),
  OPT_RECEIPT("The id under an answer", "答案下方的编号", "答案下方的編號"),
  MENU_FIND("Find sources for this", "为此查找来源", "為此尋找來源"),
  MENU_QUOTE("Check this quote", "核对此引文", "核對此引文");

  private final String english;
  private final String simplified;
  private final String traditional;

  Phrase(String english, String simplified, String traditional) {
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

  /** The phrase with its gaps filled. */
  public String in(Language language, Object... fillings) {
    return String.format(Locale.ROOT, in(language), fillings);
  }
}

package dev.readout.discord.wording;

import dev.readout.answer.reading.Language;

/**
 * A text of the bot's own, in English and in Chinese for readers of mainland China and of Taiwan. A
 * {@code %1$s} is filled in by the caller.
 */
public enum Phrase implements Wording {
  // Buttons and menus
  MORE("More (%1$s)", "更多（%1$s）", "更多（%1$s）"),
  SOURCES("Sources", "来源", "來源"),
  WRONG_SOURCE("Wrong source", "来源有误", "來源有誤"),
  OUT_OF_DATE("Out of date", "内容过时", "內容過時"),
  TAKE_BACK("Take my vote back", "撤回评价", "撤回評價"),
  WHAT_IS_WRONG("What is wrong with it?", "哪里有问题？", "哪裡有問題？"),
  ALL("All %1$s", "全部 %1$s", "全部 %1$s"),
  SOURCE("Source", "原文", "原文"),
  CITE("Cite", "引用", "引用"),
  HISTORY("History (%1$s)", "沿革（%1$s）", "沿革（%1$s）"),
  USES("%1$s records", "%1$s 条记录", "%1$s 筆紀錄"),
  AS_FILE("Table as file", "下载表格", "下載表格"),
  WISH("Ask the moderators to add it", "请版主补充", "請版主補充"),
  ASK_RELATED("Ask next…", "接着问…", "接著問…"),
  ASK_NEAREST("Closest questions I can answer…", "可以回答的相近问题…", "可以回答的相近問題…"),
  OTHER_DAY("Another day, or a related measure…", "其他日期或相关措施…", "其他日期或相關措施…"),
  ONE_TOPIC("Read one topic in both versions…", "对照阅读一个主题…", "對照閱讀一個主題…"),
  WHICH_ONE("Which one?", "是哪一个？", "是哪一個？"),

  // Under an answer
  PAGE("Page %1$s", "第 %1$s 页", "第 %1$s 頁"),
  READ_AS("read as: %1$s", "理解为：%1$s", "理解為：%1$s"),
  ANSWER_FORGOTTEN(
      "I no longer know the answer above, so I read this by itself.",
      "我已不记得上面的回答，只按此句理解。",
      "我已不記得上面的回答，只按此句理解。"),
  SHOWN_BY("Shown by %1$s", "由 %1$s 公开", "由 %1$s 公開"),

  AS_OF("As of %1$s", "截至%1$s", "截至%1$s"),
  COMPILED("compiled", "汇编", "彙編"),
  ALL_SUMMARIES("Summaries, not quotations", "均为概括，非引文", "均為摘要，非引文"),
  SOME_SUMMARIES("Summaries unless in “ ”", "除引文外均为概括", "除引文外均為摘要"),
  REACH("to %1$s (US), %2$s (CN)", "资料至%1$s（美）、%2$s（中）", "資料至%1$s（美）、%2$s（中）"),
  COMPARED(
      "%1$s American and %2$s Chinese accounts · topics: %3$s named by both, %4$s by Washington"
          + " alone, %5$s by Beijing alone",
      "美方通稿 %1$s 份，中方通稿 %2$s 份 · 主题：双方均提及 %3$s 个，仅美方 %4$s 个，仅中方 %5$s 个",
      "美方新聞稿 %1$s 份，中方新聞稿 %2$s 份 · 主題：雙方均提及 %3$s 個，僅美方 %4$s 個，僅中方 %5$s 個"),
  BOTH_NAME("Both, in different words", "双方均提及，措辞不同", "雙方均提及，措辭不同"),
  ALSO_BOTH("**Both also name** %1$s", "**双方还提及** %1$s", "**雙方還提及** %1$s"),
  ONLY_US_NAMES("**Only Washington names**", "**仅美方提及**", "**僅美方提及**"),
  ONLY_PRC_NAMES("**Only Beijing names**", "**仅中方提及**", "**僅中方提及**"),
  ALSO("Also: %1$s", "又称：%1$s", "又稱：%1$s"),
  NOT_TO_CONFUSE("not to be confused with: %1$s", "勿与以下混淆：%1$s", "勿與以下混淆：%1$s"),
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
  VOTE_BACK("Your vote is taken back.", "已撤回您的评价。", "已撤回您的評價。"),
  NOT_SAID("The sources do not say this.", "资料没有说明这一点。", "資料沒有說明這一點。"),
  WISHED(
      "The moderators see that this is wanted, not who asked.",
      "版主会看到有此需求，看不到是谁。",
      "版主會看到有此需求，看不到是誰。"),
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
  NOT_KEPT("no receipt: it could not be kept", "无回执：未能保存", "無回執：未能保存"),
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
      "“%1$s” is no day of the calendar. Please write it like this: 2025-10-30.",
      "“%1$s”不是日历上的日期。请这样写：2025-10-30。", "「%1$s」不是日曆上的日期。請這樣寫：2025-10-30。"),
  ASK_SOMETHING(
      "What would you like to know? Please write a question.",
      "您想了解什么？请写出一个问题。",
      "您想了解什麼？請寫出一個問題。"),
  ASK_SHORTER(
      "That is more than %1$s characters. A sentence or two is best.",
      "内容超过 %1$s 个字符。一两句话最合适。", "內容超過 %1$s 個字元。一兩句話最合適。"),
  ASK_PLAINLY(
      "There are invisible characters in that question. Please type it anew.",
      "问题中有不可见的字符。请重新输入。",
      "問題中有不可見的字元。請重新輸入。"),
  ASK_ABOUT_SOMETHING(
      "What is it about? Please add a person, a measure, a subject or a day.",
      "问的是什么？请加上人名、措施、议题或日期。",
      "問的是什麼？請加上人名、措施、議題或日期。"),
  ASK_OF_A_DAY(
      "There is no day “%1$s”. Which day do you mean?",
      "没有“%1$s”这一天。您指的是哪一天？", "沒有「%1$s」這一天。您指的是哪一天？"),
  CHOOSE_A_TOPIC(
      "There is no topic “%1$s”. Type a few letters and choose one of the list.",
      "没有“%1$s”这个主题。请输入几个字，从列表中选择。", "沒有「%1$s」這個主題。請輸入幾個字，從清單中選擇。"),
  EXCHANGE_DAYS(
      "The last day comes before the first. Please exchange them.",
      "结束日期早于开始日期。请对调。",
      "結束日期早於開始日期。請對調。"),
  NOTHING_TO_READ("That message holds no text to look for.", "这条消息没有可检索的文字。", "這則訊息沒有可檢索的文字。"),
  NO_SUCH_MEETING(
      "No meeting of that name with read-outs is in the sources.",
      "资料中没有此名称且有通稿的会谈。",
      "資料中沒有此名稱且有通稿的會談。"),
  NO_SUCH_MEASURE("No measure of that name is in the sources.", "资料中没有此名称的措施。", "資料中沒有此名稱的措施。"),
  SEVERAL_MEASURES("Several measures go by that name.", "有多项措施使用此名称。", "有多項措施使用此名稱。"),
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
  TRY("Try one…", "试一试…", "試一試…"),
  TRY_STANDING("Is the affiliates rule in force?", "穿透性规则现在有效吗？", "穿透性規則現在有效嗎？"),
  TRY_BOTH("What did each side say after the talks in New York?", "纽约会谈后双方各怎么说？", "紐約會談後雙方各怎麼說？"),
  TRY_NEXT("When is the next round of talks?", "下一轮会谈什么时候？", "下一輪會談什麼時候？"),
  WELCOME(
      """
      ### Readout
      I answer questions about US–China commerce talks from both governments' read-outs, each sentence \
      with its source. Type %1$s and a question, such as
      %2$s
      %3$s tells what else I can do. Moderators: %4$s decides where answers are public, and who \
      moderates.\
      """,
      """
      ### Readout
      我依据中美两国政府的经贸会谈通稿作答，每句话都附来源。输入 %1$s 和问题即可，例如
      %2$s
      %3$s 列出其他功能。版主可用 %4$s 设定答案在哪些频道公开、由谁管理。\
      """,
      """
      ### Readout
      我依據美中兩國政府的經貿會談新聞稿作答，每句話都附來源。輸入 %1$s 和問題即可，例如
      %2$s
      %3$s 列出其他功能。版主可用 %4$s 設定答案在哪些頻道公開、由誰管理。\
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
      - **A question without an answer:** in servers, its subject terms are counted, without its text \
      and without who asked, for a year, so that moderators see what is missing.
      - **What a moderator changes:** with the moderator's id, in the audit log and with sources and \
      feeds, as long as these are kept; on request with a pseudonym.
      - **Messages:** Readout reads no channel. It sees only the message that you point it at.
      - **After Readout leaves a server:** its feeds stop at once; all that the server added is deleted \
      after %3$s days, unless Readout comes back before.
      Erase what is kept of you with %2$s; the operator's backups hold it until they are replaced.
      """,
      """
      ### Readout 保存的内容
      - **您的问题：**不保存、不记录，除非本服务器选择保存问题。
      - **答案回执：**显示过哪些表述及时间，保存 %1$s 天，不含您的姓名。
      - **您对答案的评价：**以加密代号而非您的 ID 保存，以便一人一票并可撤回。
      - **未能回答的问题：**在服务器中只累计主题词的次数，保存一年，不含原文、不含提问者，供版主了解缺少什么。
      - **版主的更改：**连同版主的 ID 记入审计日志、来源和订阅源，与其一同保存；可应要求换成化名。
      - **消息：**Readout 不读取任何频道，只看到您指定的那条消息。
      - **Readout 离开服务器后：**其订阅源立即停用；%3$s 天内若未返回，该服务器添加的全部内容即被删除。
      用 %2$s 删除与您有关的内容；运营者的备份在更换前仍会保留。
      """,
      """
      ### Readout 保存的內容
      - **您的提問：**不儲存、不記錄，除非本伺服器選擇保存提問。
      - **答案回執：**顯示過哪些表述及時間，保存 %1$s 天，不含您的姓名。
      - **您對答案的評價：**以加密代號而非您的 ID 儲存，以便一人一票並可撤回。
      - **未能回答的問題：**在伺服器中只累計主題詞的次數，保存一年，不含原文、不含提問者，供版主了解缺少什麼。
      - **版主的變更：**連同版主的 ID 記入稽核日誌、來源和訂閱來源，與其一同保存；可應要求換成化名。
      - **訊息：**Readout 不讀取任何頻道，只看到您指定的那則訊息。
      - **Readout 離開伺服器後：**其訂閱來源立即停用；%3$s 天內若未返回，該伺服器新增的全部內容即被刪除。
      用 %2$s 刪除與您有關的內容；營運者的備份在更換前仍會保留。
      """),
  FORGOTTEN(
      "Erased: %1$s votes and the question text of %2$s receipts.",
      "已删除：%1$s 次评价和 %2$s 份回执中的问题文字。", "已刪除：%1$s 次評價和 %2$s 份回執中的提問文字。"),
  NOT_FORGOTTEN(
      "Not all of it is gone from the disk yet. Send the command again in a minute.",
      "尚未全部从磁盘上删除。请一分钟后再次发送此命令。",
      "尚未全部從磁碟上刪除。請一分鐘後再次傳送此命令。"),
  NOTHING_ELSE_KEPT("Nothing else of you was kept.", "未保存与您有关的其他内容。", "未保存與您有關的其他內容。"),
  KEPT_AS_MODERATOR(
      "%1$s entries of the audit log, %2$s sources and %3$s feeds",
      "%1$s 条审计日志、%2$s 个来源和 %3$s 个订阅源", "%1$s 則稽核日誌、%2$s 個來源和 %3$s 個訂閱來源"),
  ID_KEPT(
      "Your id stays with what you changed as a moderator: %1$s. %2$s with `%3$s` puts a pseudonym"
          + " in its place.",
      "您作为版主所做的更改仍带有您的 ID：%1$s。在 %2$s 中选择 `%3$s` 可将其换成化名。",
      "您作為版主所做的變更仍帶有您的 ID：%1$s。在 %2$s 中選擇 `%3$s` 可將其換成化名。"),
  ID_REPLACED(
      "With %1$s there is now `%2$s` instead of your id. What was changed stays in the log; what"
          + " you change from now on is noted with your id.",
      "%1$s 中您的 ID 已换成 `%2$s`。所做的更改仍留在日志中；今后的更改仍会记下您的 ID。",
      "%1$s 中您的 ID 已換成 `%2$s`。所做的變更仍留在日誌中；今後的變更仍會記下您的 ID。"),

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
  OPT_AS_MODERATOR(
      "Put a pseudonym in the place of your id in what you changed as a moderator",
      "将您作为版主所做更改中的 ID 换成化名",
      "將您作為版主所做變更中的 ID 換成化名"),
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
  MENU_QUOTE("Check this quote", "核对此引文", "核對此引文"),

  // Who may do what
  FOR_MODERATORS(
      "This is for moderators: members with the permission Manage Server, or with a role that this"
          + " server has named with `/settings moderators`.",
      "仅限版主：拥有“管理服务器”权限，或拥有本服务器用 `/settings moderators` 指定的身份组。",
      "僅限版主：擁有「管理伺服器」權限，或擁有本伺服器以 `/settings moderators` 指定的身分組。"),
  FOR_OPERATORS(
      "This is for the operators of this bot: those whom its settings name.",
      "仅限本机器人的运营者，即其设置中列出的用户。",
      "僅限本機器人的營運者，即其設定中列出的使用者。"),
  IN_SERVERS_ONLY(
      "This works in a server that has installed Readout.",
      "请在已安装 Readout 的服务器中使用。",
      "請在已安裝 Readout 的伺服器中使用。"),
  ONLY_MANAGERS(
      "Only members with the permission Manage Server can say which roles moderate.",
      "只有拥有“管理服务器”权限的成员可以指定版主身份组。",
      "只有擁有「管理伺服器」權限的成員可以指定版主身分組。"),
  ELSEWHERE(
      "-# Only you see this: this server has its answers in other channels.",
      "-# 仅您可见：本服务器的答案公开在其他频道。",
      "-# 僅您可見：本伺服器的答案公開在其他頻道。"),
  WORK_GOES_ON(
      "The work goes on, but Discord lets this message be changed for a quarter of an hour only."
          + " Use the command again to see how far it is.",
      "工作仍在继续，但 Discord 只允许在一刻钟内更新此消息。请再次使用该命令查看进度。",
      "工作仍在繼續，但 Discord 只允許在一刻鐘內更新此訊息。請再次使用該指令查看進度。"),
  HELP_MODERATORS("**For moderators**", "**版主命令**", "**版主指令**"),

  // /settings
  NAME_SETTINGS("settings", "设置", "設定"),
  CMD_SETTINGS("How Readout behaves in this server", "Readout 在本服务器的设置", "Readout 在本伺服器的設定"),
  SUB_SHOW("show", "查看", "檢視"),
  CMD_SETTINGS_SHOW("Show this server's settings", "查看本服务器的设置", "檢視本伺服器的設定"),
  SUB_CHANGE("change", "更改", "變更"),
  CMD_SETTINGS_CHANGE("Change settings; takes effect at once", "更改设置，立即生效", "變更設定，立即生效"),
  SUB_CHANNELS("channels", "频道", "頻道"),
  CMD_SETTINGS_CHANNELS("Where answers are public", "答案在哪些频道公开", "答案在哪些頻道公開"),
  SUB_MODERATORS("moderators", "版主", "版主"),
  CMD_SETTINGS_MODERATORS(
      "Roles that moderate Readout without Manage Server",
      "无需“管理服务器”权限的版主身份组",
      "無需「管理伺服器」權限的版主身分組"),
  SUB_RESET("reset", "重置", "重設"),
  CMD_SETTINGS_RESET("Put every setting back to its default", "恢复全部默认设置", "恢復全部預設設定"),
  OPT_LANGUAGE("The language of labels and notices", "标签与提示的语言", "標籤與提示的語言"),
  OPT_PRIVATE_DEFAULT("Whether only the asker sees an answer", "答案是否仅提问者可见", "答案是否僅提問者可見"),
  OPT_FEEDBACK("Whether members may vote on answers", "成员可否评价答案", "成員可否評價答案"),
  OPT_KEEP_QUESTIONS(
      "Whether question texts are stored with receipts", "问题文字是否随回执保存", "提問文字是否隨回執保存"),
  OPT_FEED_ITEMS(
      "Whether what feeds find is taken without approval", "订阅源的内容是否无需批准即收录", "訂閱來源的內容是否無需核准即收錄"),
  OPT_RECEIPT_DAYS("How many days receipts are kept", "回执保存天数", "回執保存天數"),
  OPT_CHANNEL_ADD("Answers are public in this channel", "答案在此频道公开", "答案在此頻道公開"),
  OPT_CHANNEL_REMOVE("Answers are no longer public in this channel", "答案不再于此频道公开", "答案不再於此頻道公開"),
  OPT_CHANNEL_ALL("Answers are public in every channel again", "恢复在所有频道公开", "恢復在所有頻道公開"),
  OPT_ROLE_ADD("Members with this role moderate", "拥有此身份组的成员可管理", "擁有此身分組的成員可管理"),
  OPT_ROLE_REMOVE("Members with this role no longer moderate", "取消此身份组的管理权", "取消此身分組的管理權"),
  OPT_ROLE_NONE("No role moderates any more", "取消所有版主身份组", "取消所有版主身分組"),
  SETTINGS("Settings of this server", "本服务器的设置", "本伺服器的設定"),
  SET_LANGUAGE("**Language:** %1$s", "**语言：**%1$s", "**語言：**%1$s"),
  SET_PRIVATE("**Answers:** %1$s", "**答案：**%1$s", "**答案：**%1$s"),
  SET_FEEDBACK("**Votes on answers:** %1$s", "**评价：**%1$s", "**評價：**%1$s"),
  SET_KEEP("**Question texts:** %1$s", "**问题文字：**%1$s", "**提問文字：**%1$s"),
  SET_RECEIPT_DAYS("**Receipts kept:** %1$s days", "**回执保存：**%1$s 天", "**回執保存：**%1$s 天"),
  SET_FEED_ITEMS("**What feeds find:** %1$s", "**订阅源内容：**%1$s", "**訂閱來源內容：**%1$s"),
  TAKEN("taken without approval", "无需批准即收录", "無需核准即收錄"),
  WAITING("waits for a moderator's approval", "等待版主批准", "等待版主核准"),
  ASK_RECEIPT_DAYS(
      "Days that receipts are kept, 1 to %1$s", "回执保存天数（1 至 %1$s）", "回執保存天數（1 至 %1$s）"),
  BAD_RECEIPT_DAYS(
      "Receipts can be kept from 1 to %1$s days; nothing was changed.",
      "回执可保存 1 至 %1$s 天；未作更改。", "回執可保存 1 至 %1$s 天；未作變更。"),
  SET_CHANNELS("**Public answers in:** %1$s", "**公开答案的频道：**%1$s", "**公開答案的頻道：**%1$s"),
  SET_MODERATORS(
      "**Moderators:** members with Manage Server%1$s",
      "**版主：**拥有“管理服务器”权限的成员%1$s", "**版主：**擁有「管理伺服器」權限的成員%1$s"),
  OWN_LANGUAGE("each member's own", "各成员自己的语言", "各成員自己的語言"),
  ENGLISH("English", "英文", "英文"),
  SIMPLIFIED("Chinese (simplified)", "中文（简体）", "中文（簡體）"),
  TRADITIONAL("Chinese (traditional)", "中文（繁体）", "中文（繁體）"),
  PUBLIC("public, unless asked in private", "公开，除非选择仅自己可见", "公開，除非選擇僅自己可見"),
  TO_ASKER("only the asker sees them", "仅提问者可见", "僅提問者可見"),
  YES("yes", "是", "是"),
  NO("no", "否", "否"),
  STORED("stored with receipts", "随回执保存", "隨回執保存"),
  NOT_STORED("not stored", "不保存", "不儲存"),
  EVERY_CHANNEL("every channel", "所有频道", "所有頻道"),
  EDIT("Edit", "编辑", "編輯"),
  ASK_LANGUAGE("Language of labels and notices", "标签与提示的语言", "標籤與提示的語言"),
  ASK_PRIVATE("Who sees an answer", "谁能看到答案", "誰能看到答案"),
  ASK_FEEDBACK("Votes on answers", "成员评价答案", "成員評價答案"),
  ASK_KEEP("Question texts", "问题文字", "提問文字"),
  SETTINGS_CHANGED("Changed, at once:", "已更改，立即生效：", "已變更，立即生效："),
  RESET_SURE(
      "Put every setting of this server back to its default? Members notice at once.",
      "将本服务器的所有设置恢复为默认值？立即生效。",
      "將本伺服器的所有設定恢復為預設值？立即生效。"),
  RESET_YES("Reset", "恢复默认", "恢復預設"),
  SETTINGS_SAME("Nothing was changed.", "没有更改。", "沒有變更。"),
  SETTINGS_TOO_MANY("At most %1$s can be named.", "最多可指定 %1$s 个。", "最多可指定 %1$s 個。"),

  // /audit
  NAME_AUDIT("audit", "审计", "稽核"),
  CMD_AUDIT("Who changed what, newest first", "谁更改了什么，最新的在前", "誰變更了什麼，最新的在前"),
  OPT_AUDIT_SCOPE(
      "Whose log; the global one is for operators", "哪一份日志；全局日志仅限运营者", "哪一份日誌；全域日誌僅限營運者"),
  THIS_SERVER("this server", "本服务器", "本伺服器"),
  GLOBAL("global", "全局", "全域"),
  AUDIT("Audit log", "审计日志", "稽核日誌"),
  AUDIT_EMPTY("Nothing has been changed.", "没有任何更改。", "沒有任何變更。"),
  AUDIT_OLDER("Older", "更早", "更早"),
  AT_TERMINAL("at the terminal", "终端", "終端機"),

  // /reindex, /rollback and /coverage, of which the other texts are IndexPhrase's
  NAME_REINDEX("reindex", "重建索引", "重建索引"),
  CMD_REINDEX(
      "Bring the sources as they are now into the answers: first what would change",
      "让现有来源进入答案：先列出变更",
      "讓現有來源進入答案：先列出變更"),
  OPT_FORCE("Build everything anew, even without a change", "即使没有变更也全部重建", "即使沒有變更也全部重建"),
  OPT_INDEX_SCOPE(
      "Whose index; the global one is for operators", "哪一份索引；全局索引仅限运营者", "哪一份索引；全域索引僅限營運者"),
  NAME_ROLLBACK("rollback", "回退索引", "還原索引"),
  CMD_ROLLBACK("Go back to an index that was kept", "回退到保留的索引", "還原到保留的索引"),
  NAME_COVERAGE("coverage", "覆盖", "涵蓋"),
  CMD_COVERAGE(
      "Where the sources are thin, and what was asked in vain", "来源薄弱之处及未能回答的问题", "來源薄弱之處及未能回答的問題"),

  // /doctor
  NAME_DOCTOR("doctor", "诊断", "診斷"),
  CMD_DOCTOR("Check that everything works here, and what to do", "检查各项是否正常及如何处理", "檢查各項是否正常及如何處理"),
  DOCTOR("Check-up", "检查结果", "檢查結果"),
  DOC_CRASHED(
      "A check did not run: %1$s. The bot's log says more.",
      "有一项检查未能运行：%1$s。详见机器人日志。", "有一項檢查未能執行：%1$s。詳見機器人日誌。"),
  DOC_MAY("Permissions in this channel: complete", "此频道权限：完整", "此頻道權限：完整"),
  DOC_MAY_NOT(
      "Missing in this channel: **%1$s**. Grant it in the channel's settings → Permissions, or"
          + " answers here stay private.",
      "此频道缺少权限：**%1$s**。请在频道设置 → 权限中授予，否则此处的答案仅提问者可见。",
      "此頻道缺少權限：**%1$s**。請在頻道設定 → 權限中授予，否則此處的答案僅提問者可見。"),
  DOC_INTENTS("Privileged intents: none used, none needed", "特权意图：未使用，也不需要", "特權意圖：未使用，也不需要"),
  DOC_INTENTS_USED(
      "Privileged intents in use: %1$s. Readout needs none; turn them off in the developer portal.",
      "正在使用特权意图：%1$s。Readout 不需要，请在开发者后台关闭。", "正在使用特權意圖：%1$s。Readout 不需要，請在開發者後台關閉。"),
  DOC_INDEX("Index: generation %1$s, built %2$s", "索引：第 %1$s 代，建于 %2$s", "索引：第 %1$s 代，建於 %2$s"),
  DOC_INDEX_OLD(
      "Index: generation %1$s was built %2$s. Update the records and rebuild it.",
      "索引：第 %1$s 代建于 %2$s。请更新记录并重建。", "索引：第 %1$s 代建於 %2$s。請更新紀錄並重建。"),
  DOC_RECORDS("Records: the newest is of %1$s", "记录：最新一条为%1$s", "紀錄：最新一筆為%1$s"),
  DOC_RECORDS_OLD(
      "Records: the newest is of %1$s, more than 30 days ago. Take a newer release of the records,"
          + " or add sources.",
      "记录：最新一条为%1$s，已超过 30 天。请更新记录或添加来源。", "紀錄：最新一筆為%1$s，已超過 30 天。請更新紀錄或新增來源。"),
  DOC_DATABASE("Database: can be written", "数据库：可写入", "資料庫：可寫入"),
  DOC_DATABASE_DAMAGED(
      "Database: damaged. Nothing is read from it: no sources, settings or receipts. The bot's log"
          + " says how to restore it.",
      "数据库：已损坏。机器人不再从中读取来源、设置或回执。恢复方法见机器人日志。",
      "資料庫：已損毀。機器人不再從中讀取來源、設定或回執。還原方法見機器人日誌。"),
  DOC_DATABASE_BAD(
      "Database: cannot be written. The bot's log says why; look for a full disk or a file that"
          + " was moved.",
      "数据库：无法写入。原因见机器人日志；请检查磁盘是否已满或文件是否被移动。",
      "資料庫：無法寫入。原因見機器人日誌；請檢查磁碟是否已滿或檔案是否被移動。"),
  DOC_DISK("Disk: %1$s MB free", "磁盘：剩余 %1$s MB", "磁碟：剩餘 %1$s MB"),
  DOC_DISK_LOW(
      "Disk: only %1$s MB free. Make room; rebuilding the index needs some.",
      "磁盘：仅剩 %1$s MB。请清理空间，重建索引需要空间。", "磁碟：僅剩 %1$s MB。請清理空間，重建索引需要空間。"),
  DOC_GATEWAY(
      "Gateway: %1$s of %2$s shards connected, %3$s ms",
      "网关：已连接 %1$s / %2$s 个分片，%3$s 毫秒", "閘道：已連線 %1$s / %2$s 個分片，%3$s 毫秒"),
  DOC_GATEWAY_BAD(
      "Gateway: %1$s of %2$s shards connected, %3$s ms. Look at the network and at"
          + " discordstatus.com; the bot reconnects by itself.",
      "网关：已连接 %1$s / %2$s 个分片，%3$s 毫秒。请检查网络和 discordstatus.com；机器人会自行重连。",
      "閘道：已連線 %1$s / %2$s 個分片，%3$s 毫秒。請檢查網路和 discordstatus.com；機器人會自行重新連線。"),
  DOC_CLOCK("Clock: agrees with Discord's", "时钟：与 Discord 一致", "時鐘：與 Discord 一致"),
  DOC_CLOCK_OFF(
      "Clock: %1$s seconds off Discord's. Let the machine's clock be set by NTP.",
      "时钟：与 Discord 相差 %1$s 秒。请用 NTP 校准机器时钟。", "時鐘：與 Discord 相差 %1$s 秒。請用 NTP 校準機器時鐘。"),
  DOC_SETTINGS("Settings of this server: readable", "本服务器的设置：可读取", "本伺服器的設定：可讀取");

  private final String english;
  private final String simplified;
  private final String traditional;

  Phrase(String english, String simplified, String traditional) {
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

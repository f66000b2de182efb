package dev.readout.discord.wording;

import dev.readout.answer.reading.Language;

/** The texts of {@code /source}, as those of {@link Phrase}. */
public enum SourcePhrase implements Wording {
  // The command and its options
  NAME("source", "收录", "收錄"),
  CMD("Add sources and look after them", "添加并管理来源", "新增並管理來源"),
  SUB_ADD("add", "添加", "新增"),
  CMD_ADD(
      "Add a page or a file; with neither, a form opens", "添加网页或文件；都不填则打开表单", "新增網頁或檔案；都不填則開啟表單"),
  SUB_LIST("list", "列表", "清單"),
  CMD_LIST("The sources that were added", "已添加的来源", "已新增的來源"),
  SUB_SHOW("show", "查看", "檢視"),
  CMD_SHOW("All about a source", "某一来源的全部信息", "某一來源的全部資訊"),
  SUB_EDIT("edit", "编辑", "編輯"),
  CMD_EDIT("Change what is said of a source", "修改来源的说明", "修改來源的說明"),
  SUB_REFRESH("refresh", "刷新", "重新整理"),
  CMD_REFRESH("Look at a source's page again", "重新读取来源的网页", "重新讀取來源的網頁"),
  SUB_REMOVE("remove", "移除", "移除"),
  CMD_REMOVE("Take a source out of the answers, at once", "立即把来源从答案中移除", "立即把來源從答案中移除"),
  SUB_APPROVE("approve", "批准", "核准"),
  CMD_APPROVE(
      "Accept what a feed found; without a number, what waits",
      "批准订阅源找到的内容；不填编号则列出待批准的内容",
      "核准訂閱來源找到的內容；不填編號則列出待核准的內容"),
  SUB_REFUSE("refuse", "拒绝", "拒絕"),
  CMD_REFUSE("Turn down what a feed found", "拒绝订阅源找到的内容", "拒絕訂閱來源找到的內容"),
  GROUP_FEED("feed", "订阅源", "訂閱來源"),
  CMD_FEED("Lists that are looked at for new documents", "定期检查有无新文件的列表", "定期檢查有無新文件的清單"),
  SUB_CHECK("check", "检查", "檢查"),
  CMD_FEED_ADD(
      "Watch a feed, a page of links or the Federal Register",
      "关注订阅源、链接页或《联邦公报》",
      "關注訂閱來源、連結頁或《聯邦公報》"),
  CMD_FEED_LIST("The feeds that are watched", "正在关注的订阅源", "正在關注的訂閱來源"),
  CMD_FEED_CHECK("Look at a feed now", "立即检查订阅源", "立即檢查訂閱來源"),
  CMD_FEED_REMOVE("Watch a feed no longer; what it found stays", "不再关注；已找到的内容保留", "不再關注；已找到的內容保留"),
  OPT_URL("Address of the page", "网页地址", "網頁網址"),
  OPT_FILE(
      "PDF, HTML, Markdown or text file", "PDF、HTML、Markdown 或文本文件", "PDF、HTML、Markdown 或文字檔案"),
  OPT_SCOPE(
      "For this server, or for all servers (operators)",
      "用于本服务器，或用于所有服务器（仅运营者）",
      "用於本伺服器，或用於所有伺服器（僅營運者）"),
  OPT_STATE("Only those in this state", "只列出此状态的来源", "只列出此狀態的來源"),
  OPT_NUMBER("Number of the source; part of its title finds it", "来源编号；可用标题查找", "來源編號；可用標題尋找"),
  OPT_FEED_NUMBER("Number of the feed", "订阅源编号", "訂閱來源編號"),
  OPT_KIND("What kind of list it is", "列表的类型", "清單的類型"),
  OPT_FEED_URL("Address of the feed or page", "订阅源或网页的地址", "訂閱來源或網頁的網址"),
  OPT_PATTERN("Which links of a page: /article/*", "取网页中的哪些链接：/article/*", "取網頁中的哪些連結：/article/*"),
  OPT_AGENCY(
      "Agency at federalregister.gov, as in its address there",
      "federalregister.gov 网址中的机构名",
      "federalregister.gov 網址中的機構名"),
  OPT_TERM("Words that the documents hold", "文件中包含的词", "文件中包含的詞"),

  // States, kinds and other names
  WAITING("waiting", "待批准", "待核准"),
  ACCEPTED("accepted", "已接受", "已接受"),
  REMOVED("removed", "已移除", "已移除"),
  REFUSED("refused", "已拒绝", "已拒絕"),
  READOUT("Read-out", "会谈通报", "會談通報"),
  RESTRICTION("Restriction", "限制措施", "限制措施"),
  COUNTERMEASURE("Countermeasure", "反制措施", "反制措施"),
  AGREEMENT("Agreement", "协议", "協議"),
  EXPLAINER("Explainer or analysis", "说明或分析", "說明或分析"),
  MEETING_KIND("Meeting", "会谈", "會談"),
  GLOSSARY("Glossary entry", "术语条目", "術語條目"),
  RSS("RSS or Atom feed", "RSS 或 Atom", "RSS 或 Atom"),
  FEDERAL_REGISTER("Federal Register search", "《联邦公报》检索", "《聯邦公報》檢索"),
  LIST_PAGE("Page of links", "链接页", "連結頁"),
  JSON_LIST("List in JSON", "JSON 列表", "JSON 清單"),
  FOR_ALL_SERVERS("for all servers", "用于所有服务器", "用於所有伺服器"),

  // While it works
  FETCHING("Fetching and reading the page …", "正在获取并读取网页……", "正在取得並讀取網頁……"),
  READING("Reading the file …", "正在读取文件……", "正在讀取檔案……"),
  CHECKING("Looking at it …", "正在检查……", "正在檢查……"),
  REMOVING("Taking it out of the answers …", "正在从答案中移除……", "正在從答案中移除……"),

  // A draft
  PREVIEW("Not added yet", "尚未添加", "尚未新增"),
  ISSUER("**Issuer:** %1$s", "**发布者：**%1$s", "**發布者：**%1$s"),
  SIDE("**Side:** %1$s", "**立场方：**%1$s", "**立場方：**%1$s"),
  KIND("**Kind:** %1$s", "**类型：**%1$s", "**類型：**%1$s"),
  DAY("**Published:** %1$s", "**发布日期：**%1$s", "**發布日期：**%1$s"),
  MEETING("**Meeting:** %1$s", "**会谈：**%1$s", "**會談：**%1$s"),
  TOPICS("**Topics:** %1$s", "**主题：**%1$s", "**主題：**%1$s"),
  NONE("none", "无", "無"),
  NOT_STATED("not stated", "未注明", "未註明"),
  STATEMENTS(
      "%1$s statements. The first, as they would be quoted:",
      "共 %1$s 条表述。前几条将如下引用：", "共 %1$s 條表述。前幾條將如下引用："),
  NO_DAY_FOUND(
      "⚠️ The document states no day: press **Edit and add** and give it.",
      "⚠️ 文件未注明日期：请按“编辑并添加”填写。",
      "⚠️ 文件未註明日期：請按「編輯並新增」填寫。"),
  SIDES_ALLOWED(
      "ℹ️ Words from here can be filed only under: %1$s.",
      "ℹ️ 来自此处的文字只能归入：%1$s。", "ℹ️ 來自此處的文字只能歸入：%1$s。"),
  FILE_SIDE(
      "ℹ️ A file does not show who issued it. Choose the side only if you know.",
      "ℹ️ 文件本身不能证明由谁发布。仅在确知时选择立场方。",
      "ℹ️ 檔案本身不能證明由誰發布。僅在確知時選擇立場方。"),
  LANGUAGE_UNKNOWN(
      "⚠️ The language is neither English nor Chinese, or cannot be told: few questions will find"
          + " it.",
      "⚠️ 语言不是英文或中文，或无法判断：很少有提问能检索到它。",
      "⚠️ 語言不是英文或中文，或無法判斷：很少有提問能檢索到它。"),
  EDIT_AND_ADD("Edit and add", "编辑并添加", "編輯並新增"),
  ADD_AS_PROPOSED("Add as proposed", "按此添加", "按此新增"),
  DISCARD("Discard", "放弃", "放棄"),
  DISCARDED("Discarded; nothing was added.", "已放弃；未添加任何内容。", "已放棄；未新增任何內容。"),
  DRAFT_GONE(
      "This draft is no longer kept: drafts wait for 15 minutes. Add it again: %1$s",
      "此草稿已不再保留：草稿只保留 15 分钟。请重新添加：%1$s", "此草稿已不再保留：草稿只保留 15 分鐘。請重新新增：%1$s"),

  // Forms
  FORM_NEW("Add a source", "添加来源", "新增來源"),
  FORM_DETAILS("About this source", "关于此来源", "關於此來源"),
  FIELD_URL("Address of a page", "网页地址", "網頁網址"),
  FIELD_FILE("… or a file", "……或文件", "……或檔案"),
  FIELD_FILE_HINT(
      "PDF, HTML, Markdown or text, up to %1$s MiB",
      "PDF、HTML、Markdown 或文本，最大 %1$s MiB", "PDF、HTML、Markdown 或文字，最大 %1$s MiB"),
  FIELD_TITLE("Title", "标题", "標題"),
  FIELD_DAY("Published day (year-month-day)", "发布日期（年-月-日）", "發布日期（年-月-日）"),
  FIELD_SIDE("Side", "立场方", "立場方"),
  FIELD_KIND("Kind", "类型", "類型"),
  FIELD_MORE("Meeting and topics", "会谈与主题", "會談與主題"),
  FIELD_MORE_HINT(
      "At most one meeting and ten topics; other topics: /source edit topic",
      "最多一场会谈和十个主题；其他主题：/source edit topic",
      "最多一場會談和十個主題；其他主題：/source edit topic"),
  OPT_MORE_TOPIC(
      "Another topic for the form, beside those that the text names",
      "在表单中加入文本未提及的主题",
      "在表單中加入文字未提及的主題"),
  OPTION_MEETING("Meeting: %1$s", "会谈：%1$s", "會談：%1$s"),
  OPTION_TOPIC("Topic: %1$s", "主题：%1$s", "主題：%1$s"),
  EDIT_AGAIN("Correct it", "更正", "更正"),

  // What came of it
  ADDED(
      "Added as number **%1$s**. It will be in answers after %2$s.",
      "已添加，编号 **%1$s**。执行 %2$s 后出现在答案中。", "已新增，編號 **%1$s**。執行 %2$s 後出現在答案中。"),
  EDITED(
      "Number **%1$s** is changed. The change will be in answers after %2$s.",
      "编号 **%1$s** 已修改。执行 %2$s 后在答案中生效。", "編號 **%1$s** 已修改。執行 %2$s 後在答案中生效。"),
  EDITED_WAITING(
      "Number **%1$s** is changed and still waits for approval.",
      "编号 **%1$s** 已修改，仍待批准。", "編號 **%1$s** 已修改，仍待核准。"),
  APPROVED(
      "Number **%1$s** is accepted. It will be in answers after %2$s.",
      "编号 **%1$s** 已接受。执行 %2$s 后出现在答案中。", "編號 **%1$s** 已接受。執行 %2$s 後出現在答案中。"),
  TURNED_DOWN(
      "Number **%1$s** is refused; its feed will not bring it again.",
      "编号 **%1$s** 已拒绝；订阅源不会再次带入。", "編號 **%1$s** 已拒絕；訂閱來源不會再次帶入。"),
  REMOVE_SURE(
      "Remove number **%1$s**, %2$s? It stops being found and quoted at once. Its text is kept, and"
          + " it can be taken back.",
      "移除编号 **%1$s**（%2$s）？移除后立即无法检索和引用。文本会保留，可以恢复。",
      "移除編號 **%1$s**（%2$s）？移除後立即無法檢索和引用。文字會保留，可以恢復。"),
  REMOVE_YES("Remove it", "确认移除", "確認移除"),
  REMOVED_DONE(
      "Number **%1$s** is removed. It has stopped answering at once.",
      "编号 **%1$s** 已移除，即刻起不再用于答案。", "編號 **%1$s** 已移除，即刻起不再用於答案。"),
  REMOVED_WAITED(
      "Number **%1$s** is removed. It was in no answer yet.",
      "编号 **%1$s** 已移除。它尚未用于任何答案。", "編號 **%1$s** 已移除。它尚未用於任何答案。"),
  REMOVED_LATER(
      "Number **%1$s** is removed and has stopped answering at once. Another change of an index is"
          + " under way: until it has ended, nothing else that was added here is found either. Then"
          + " it is found again; there is nothing to do.",
      "编号 **%1$s** 已移除，已立即停止用于答案。另一项索引变更正在进行，结束之前，此处添加的其他来源也检索不到；结束后自动恢复，无需操作。",
      "編號 **%1$s** 已移除，已立即停止用於答案。另一項索引變更正在進行，結束之前，此處新增的其他來源也檢索不到；結束後自動恢復，無需操作。"),
  REMOVED_LATER_GLOBAL(
      "Number **%1$s** is removed and has stopped answering at once. It is taken out of the index"
          + " when another change, which is under way, has ended; there is nothing to do.",
      "编号 **%1$s** 已移除，即刻起不再用于答案。另一项索引变更正在进行，结束后将从索引中删除，无需操作。",
      "編號 **%1$s** 已移除，即刻起不再用於答案。另一項索引變更正在進行，結束後將從索引中刪除，無需操作。"),
  REMOVED_DROPPED(
      "Number **%1$s** is removed and has stopped answering at once. The server's index could not"
          + " be written, so that nothing else that was added here is found either: run %2$s; if"
          + " that fails, ask the operator to look at the bot's log and disk.",
      "编号 **%1$s** 已移除，即刻起不再用于答案。本服务器的索引无法写入，此处添加的其他来源目前也检索不到：请执行 %2$s；若失败，请运营者检查机器人日志和磁盘。",
      "編號 **%1$s** 已移除，即刻起不再用於答案。本伺服器的索引無法寫入，此處新增的其他來源目前也檢索不到：請執行 %2$s；若失敗，請營運者檢查機器人日誌和磁碟。"),
  REMOVED_FAILED(
      "Number **%1$s** is removed and has stopped answering, but **is still in the index**, which"
          + " could not be written. Look at the bot's log and disk, then run %2$s.",
      "编号 **%1$s** 已移除，不再用于答案，但**仍在索引中**：索引无法写入。请检查机器人日志和磁盘，然后执行 %2$s。",
      "編號 **%1$s** 已移除，不再用於答案，但**仍在索引中**：索引無法寫入。請檢查機器人日誌和磁碟，然後執行 %2$s。"),
  SAME(
      "Number **%1$s** is the same as before; nothing to do.",
      "编号 **%1$s** 与之前相同，无需操作。", "編號 **%1$s** 與之前相同，無需操作。"),
  CHANGED(
      "The page of number **%1$s** has changed: version %3$s is kept beside the one before, and"
          + " will be in answers after %2$s.",
      "编号 **%1$s** 的网页已变更：第 %3$s 版与前一版一并保留，执行 %2$s 后用于答案。",
      "編號 **%1$s** 的網頁已變更：第 %3$s 版與前一版一併保留，執行 %2$s 後用於答案。"),
  REPLACED(
      "Source %1$s keeps the text it has: what its page shows now is another text. Look at the"
          + " page; then remove the source, or add what is there now as a file.",
      "来源 %1$s 保留原有文本：其网页现在显示的是另一文本。请查看该网页，然后删除该来源，或将现有内容作为文件添加。",
      "來源 %1$s 保留原有文字：其網頁現在顯示的是另一份文字。請檢視該網頁，然後移除該來源，或將現有內容以檔案新增。"),
  WORD_REPLACED("another text is there now", "现为另一文本", "現為另一份文字"),
  WORD_ELSEWHERE("leads to somebody else's page", "已转到他人的网页", "已轉到他人的網頁"),
  OTHER_PUBLISHER(
      "Source %1$s keeps the text it has: its address leads to %2$s now, which is somebody else's"
          + " page. Remove the source, or add that page as a source of its own.",
      "来源 %1$s 保留原有文本：其网址现已转到他人的网页 %2$s。请移除该来源，或将该网页另作来源添加。",
      "來源 %1$s 保留原有文本：其網址現已轉到他人的網頁 %2$s。請移除該來源，或將該網頁另作來源新增。"),
  UNAVAILABLE(
      "Number **%1$s** could not be looked at; the text that is here stays. %2$s",
      "无法检查编号 **%1$s** 的网页；现有文本保留。%2$s", "無法檢查編號 **%1$s** 的網頁；現有文字保留。%2$s"),
  NO_ADDRESS(
      "Number **%1$s** is a file and has no address to look at. Add the new file and remove this"
          + " one.",
      "编号 **%1$s** 是文件，没有可检查的网址。请添加新文件并移除此来源。", "編號 **%1$s** 是檔案，沒有可檢查的網址。請新增新檔案並移除此來源。"),
  NOT_FOUND(
      "There is no source of that number here. See %1$s.",
      "这里没有该编号的来源。参见 %1$s。", "這裡沒有該編號的來源。參見 %1$s。"),
  NOT_IN_STATE(
      "Number **%1$s** is %2$s: that cannot be done with it now.",
      "编号 **%1$s** 的状态为“%2$s”：现在不能这样操作。", "編號 **%1$s** 的狀態為「%2$s」：現在不能這樣操作。"),
  ALREADY_THERE(
      "This is number **%1$s** already (%2$s).",
      "此来源已存在，编号 **%1$s**（%2$s）。", "此來源已存在，編號 **%1$s**（%2$s）。"),
  ALREADY_REMOVED(
      "This is number **%1$s** already (%2$s). It can be taken back.",
      "此来源已存在，编号 **%1$s**（%2$s），可以恢复。", "此來源已存在，編號 **%1$s**（%2$s），可以恢復。"),
  URL_OR_FILE(
      "Give an address or a file, not both; nothing was added.",
      "请填写地址或文件，不要两者都填；未添加任何内容。",
      "請填寫網址或檔案，不要兩者都填；未新增任何內容。"),
  NOTHING_GIVEN(
      "Give the address of a page or a file; nothing was added.",
      "请填写网页地址或附上文件；未添加任何内容。",
      "請填寫網頁網址或附上檔案；未新增任何內容。"),
  BAD_URL(
      "“%1$s” is no address of a page. One looks like https://www.example.org/page.",
      "“%1$s”不是网页地址。例：https://www.example.org/page。",
      "「%1$s」不是網頁網址。例：https://www.example.org/page。"),
  FILE_TOO_LARGE(
      "The file is larger than %1$s MiB. Add its web page, or a part of it.",
      "文件大于 %1$s MiB。请添加其网页或其中一部分。", "檔案大於 %1$s MiB。請新增其網頁或其中一部分。"),
  FILE_EMPTY("There is nothing in the file.", "文件是空的。", "檔案是空的。"),
  FILE_UNREAD(
      "Discord did not give the file. Attach it once more.",
      "Discord 未能提供该文件。请重新附上。",
      "Discord 未能提供該檔案。請重新附上。"),
  FILE_TYPE(
      "Only PDF, HTML, Markdown and text files can be read.",
      "只能读取 PDF、HTML、Markdown 和文本文件。",
      "只能讀取 PDF、HTML、Markdown 和文字檔案。"),
  NO_EXTRACTOR(
      "No document can be read now. Try again in a minute; if it stays so, ask the operator to look"
          + " at the bot's log.",
      "现在无法读取任何文件。请一分钟后再试；若仍如此，请运营者查看机器人日志。",
      "現在無法讀取任何文件。請一分鐘後再試；若仍如此，請營運者檢視機器人日誌。"),

  // Why a page could not be had
  F_BAD_ADDRESS(
      "Only addresses with http or https are fetched, on the usual ports and without a user name.",
      "只获取 http 或 https 地址，使用常规端口且不含用户名。",
      "只取得 http 或 https 網址，使用一般連接埠且不含使用者名稱。"),
  F_FORBIDDEN_ADDRESS(
      "The address leads to a network that is not public. Add the document as a file.",
      "该地址指向非公开网络。请以文件形式添加。",
      "該網址指向非公開網路。請以檔案形式新增。"),
  F_UNKNOWN_HOST(
      "There is no such site. Check the spelling of the address.",
      "没有该网站。请检查地址拼写。",
      "沒有該網站。請檢查網址拼寫。"),
  F_UNREACHABLE(
      "The site did not answer. Try again later, or add the document as a file.",
      "网站没有响应。请稍后再试，或以文件形式添加。",
      "網站沒有回應。請稍後再試，或以檔案形式新增。"),
  F_TLS(
      "The site has no secure connection that can be trusted. Add the document as a file.",
      "该网站没有可信的安全连接。请以文件形式添加。",
      "該網站沒有可信的安全連線。請以檔案形式新增。"),
  F_TIMED_OUT(
      "The site took too long. Try again later, or add the document as a file.",
      "网站响应过慢。请稍后再试，或以文件形式添加。",
      "網站回應過慢。請稍後再試，或以檔案形式新增。"),
  F_TOO_MANY_REDIRECTS(
      "The address leads from one to the next without end. Give the page's own address.",
      "该地址不断跳转。请填写网页自身的地址。",
      "該網址不斷跳轉。請填寫網頁自身的網址。"),
  F_TOO_LARGE(
      "The document is larger than 10 MiB. Add a page or file with the part that matters.",
      "文件大于 10 MiB。请添加含有所需部分的网页或文件。",
      "文件大於 10 MiB。請新增含有所需部分的網頁或檔案。"),
  F_ROBOTS(
      "The site asks robots not to fetch this page (robots.txt), and Readout does as it says. Add"
          + " the document as a file.",
      "该网站要求机器人不要获取此页（robots.txt），Readout 予以遵守。请以文件形式添加。",
      "該網站要求機器人不要取得此頁（robots.txt），Readout 予以遵守。請以檔案形式新增。"),
  F_GONE(
      "The page is not there (404 or 410). Look for its new address.",
      "网页不存在（404 或 410）。请寻找其新地址。",
      "網頁不存在（404 或 410）。請尋找其新網址。"),
  F_DENIED(
      "The site does not let the bot read this page. Add the document as a file.",
      "网站不允许机器人读取此页。请以文件形式添加。",
      "網站不允許機器人讀取此頁。請以檔案形式新增。"),
  F_RATE_LIMITED(
      "The site asks to be left alone for a while. Try again later.",
      "网站要求暂缓访问。请稍后再试。",
      "網站要求暫緩存取。請稍後再試。"),
  F_SERVER_ERROR(
      "The site failed to answer. Try again later, or add the document as a file.",
      "网站出错。请稍后再试，或以文件形式添加。",
      "網站出錯。請稍後再試，或以檔案形式新增。"),
  F_UNSUPPORTED_TYPE(
      "Only web pages, PDF, Markdown and text can be read. Look for the document in one of these.",
      "只能读取网页、PDF、Markdown 和文本。请寻找这些格式的文件。",
      "只能讀取網頁、PDF、Markdown 和文字。請尋找這些格式的文件。"),
  F_NO_ROOM(
      "There is no room for more documents at the moment. Try again in a quarter of an hour.",
      "目前没有空间容纳更多文件。请一刻钟后再试。",
      "目前沒有空間容納更多文件。請一刻鐘後再試。"),
  F_EMPTY("There is nothing at this address.", "该地址没有内容。", "該網址沒有內容。"),

  // Why nothing could be read from a document
  E_MALFORMED(
      "The document is damaged, or not what it says it is. Get it anew.",
      "文件已损坏，或与其格式不符。请重新获取。",
      "文件已損壞，或與其格式不符。請重新取得。"),
  E_ENCRYPTED(
      "The document needs a password. Add one without.", "文件需要密码。请添加不加密的文件。", "文件需要密碼。請新增不加密的文件。"),
  E_NO_TEXT(
      "There is no text in it that could be quoted: it holds pictures, or scripts draw the page."
          + " Add a PDF with text or a text file.",
      "其中没有可引用的文字：内容是图片，或网页由脚本生成。请添加含文字的 PDF 或文本文件。",
      "其中沒有可引用的文字：內容是圖片，或網頁由指令碼產生。請新增含文字的 PDF 或文字檔案。"),
  E_CHALLENGE(
      "The site asks who is reading in place of the page. Save the page in a browser and add the"
          + " file.",
      "网站要求验证访问者，未给出网页。请用浏览器保存网页后添加文件。",
      "網站要求驗證訪客，未給出網頁。請用瀏覽器儲存網頁後新增檔案。"),
  E_TOO_LARGE(
      "The document has too many pages or too much text. Add the part that matters.",
      "文件页数或文字过多。请添加所需部分。",
      "文件頁數或文字過多。請新增所需部分。"),
  E_TOO_SLOW(
      "Reading the document took too long. Add the part that matters.",
      "读取文件耗时过长。请添加所需部分。",
      "讀取文件耗時過長。請新增所需部分。"),
  E_NO_DOCUMENT(
      "This is a feed or data, not a document. Watch it with %1$s.",
      "这是订阅源或数据，不是文件。请用 %1$s 关注。", "這是訂閱來源或資料，不是文件。請用 %1$s 關注。"),

  // What is wrong with details
  D_TITLE(
      "A title has 1 to %1$s characters; this one has %2$s.",
      "标题须为 1 至 %1$s 个字符；现为 %2$s 个。", "標題須為 1 至 %1$s 個字元；現為 %2$s 個。"),
  D_NO_DAY(
      "The day of publication is missing. Find it on the page and give it.",
      "缺少发布日期。请在网页上找到并填写。",
      "缺少發布日期。請在網頁上找到並填寫。"),
  D_BAD_DAY(
      "“%1$s” is no day. Write it like 2026-05-12.",
      "“%1$s”不是日期。请按 2026-05-12 填写。", "「%1$s」不是日期。請按 2026-05-12 填寫。"),
  D_IMPOSSIBLE_DAY(
      "%1$s has not come yet, or is before 1970.",
      "%1$s 尚未到来，或早于 1970 年。", "%1$s 尚未到來，或早於 1970 年。"),
  D_WRONG_SIDE(
      "This publisher's words cannot be filed under %1$s, only under: %2$s.",
      "此发布者的文字不能归入%1$s，只能归入：%2$s。", "此發布者的文字不能歸入%1$s，只能歸入：%2$s。"),
  D_WRONG_KIND(
      "A source cannot be of this kind. Choose another.", "来源不能是此类型。请另选。", "來源不能是此類型。請另選。"),
  D_UNKNOWN_MEETING(
      "There is no meeting “%1$s”. Choose another or none.",
      "没有会谈“%1$s”。请另选或不选。", "沒有會談「%1$s」。請另選或不選。"),
  D_UNKNOWN_TOPIC("There is no topic “%1$s”. Choose others.", "没有主题“%1$s”。请另选。", "沒有主題「%1$s」。請另選。"),
  D_TOO_MANY_TOPICS(
      "%1$s topics are too many: choose at most %2$s.",
      "%1$s 个主题过多：最多选择 %2$s 个。", "%1$s 個主題過多：最多選擇 %2$s 個。"),
  D_TWO_MEETINGS("A source belongs to one meeting at most.", "来源最多属于一场会谈。", "來源最多屬於一場會談。"),

  // What is full
  L_SOURCES(
      "There is no room for another source here. Sources that were removed count too; ask the"
          + " operator.",
      "此处已无法再添加来源（已移除的也计入）。请联系运营者。",
      "此處已無法再新增來源（已移除的也計入）。請聯絡營運者。"),
  L_FEEDS(
      "There are as many feeds as there can be. Remove one first.",
      "订阅源数量已达上限。请先移除一个。",
      "訂閱來源數量已達上限。請先移除一個。"),
  L_BYTES(
      "The sources of this server take up all the room that it has. Ask the operator.",
      "本服务器的来源已占满空间。请联系运营者。",
      "本伺服器的來源已占滿空間。請聯絡營運者。"),
  L_RECORD(
      "The document has too much text for one source. Add the part that matters.",
      "文件文字过多，无法作为一个来源。请添加所需部分。",
      "文件文字過多，無法作為一個來源。請新增所需部分。"),
  L_DATABASE(
      "The bot's database has no room for more sources. Ask the operator.",
      "机器人数据库已无空间容纳更多来源。请联系运营者。",
      "機器人資料庫已無空間容納更多來源。請聯絡營運者。"),

  // Lists and entries
  SOURCES("Sources", "来源", "來源"),
  WAITING_LIST("Waiting for approval", "待批准", "待核准"),
  LIST_EMPTY("There are none. Add one with %1$s.", "没有。可用 %1$s 添加。", "沒有。可用 %1$s 新增。"),
  NOTHING_WAITS("Nothing waits for approval.", "没有待批准的内容。", "沒有待核准的內容。"),
  LIST_END("There are no more.", "没有更多了。", "沒有更多了。"),
  MORE("More", "更多", "更多"),
  COUNT("%1$s in all", "共 %1$s 个", "共 %1$s 個"),
  NEVER_CHECKED("not looked at again yet", "尚未复查", "尚未複查"),
  CHECKED("looked at %1$s", "%1$s检查", "%1$s檢查"),
  CHANGED_AT("changed %1$s", "%1$s变更", "%1$s變更"),
  DEAD_LINK("⚠️ dead link", "⚠️ 链接失效", "⚠️ 連結失效"),
  PROBLEM("⚠️ %1$s", "⚠️ %1$s", "⚠️ %1$s"),
  MOVED("➡️ moved to %1$s", "➡️ 已移至 %1$s", "➡️ 已移至 %1$s"),
  FAILED_TIMES("failures in a row: %1$s", "连续失败 %1$s 次", "連續失敗 %1$s 次"),
  NUMBER("Number %1$s", "编号 %1$s", "編號 %1$s"),
  STATE("**State:** %1$s", "**状态：**%1$s", "**狀態：**%1$s"),
  LINK("**Where:** %1$s", "**出处：**%1$s", "**出處：**%1$s"),
  RETRIEVED("**Retrieved:** %1$s, version %2$s", "**获取：**%1$s，第 %2$s 版", "**取得：**%1$s，第 %2$s 版"),
  FIRST_USED("**First used in an answer:** %1$s", "**首次用于答案：**%1$s", "**首次用於答案：**%1$s"),
  NEVER_USED("**Used in answers:** not yet", "**用于答案：**尚未", "**用於答案：**尚未"),
  VERSION_BEFORE(
      "Version %1$s: retrieved %2$s, SHA-256 `%3$s`",
      "第 %1$s 版：%2$s获取，SHA-256 `%3$s`", "第 %1$s 版：%2$s取得，SHA-256 `%3$s`"),
  HASH("**SHA-256:** `%1$s`", "**SHA-256：**`%1$s`", "**SHA-256：**`%1$s`"),
  ADDED_BY("**Added:** %1$s, %2$s", "**添加：**%1$s，%2$s", "**新增：**%1$s，%2$s"),
  BY_FEED("feed %1$s", "订阅源 %1$s", "訂閱來源 %1$s"),
  HEALTH("**Page:** %1$s", "**网页：**%1$s", "**網頁：**%1$s"),
  FIRST_STATEMENTS("%1$s statements; the first:", "共 %1$s 条表述；前几条：", "共 %1$s 條表述；前幾條："),
  EDIT("Edit", "编辑", "編輯"),
  CONFIRM("Confirm", "确认可信", "確認可信"),
  CONFIRMED(
      "Number **%1$s** counts as confirmed by you, which the audit log says. In answers after"
          + " %2$s.",
      "编号 **%1$s** 由您确认，审计日志有记录。%2$s 后用于答案。", "編號 **%1$s** 由您確認，稽核日誌有記錄。%2$s 後用於答案。"),
  REFRESH("Refresh", "刷新", "重新整理"),
  REMOVE("Remove", "移除", "移除"),
  APPROVE("Approve", "批准", "核准"),
  REFUSE("Refuse", "拒绝", "拒絕"),
  RESTORE("Take back", "恢复", "恢復"),
  COMPLETE("Complete and approve", "补全并批准", "補全並核准"),
  SHOW("Show", "查看", "檢視"),

  // Feeds
  FEEDS("Feeds", "订阅源", "訂閱來源"),
  FEEDS_EMPTY(
      "No feed is watched. Add one with %1$s.", "没有关注任何订阅源。可用 %1$s 添加。", "沒有關注任何訂閱來源。可用 %1$s 新增。"),
  PACK_ON("Watch the official feeds", "关注官方订阅源", "關注官方訂閱來源"),
  PACK_OFF("Watch them no longer", "不再关注官方订阅源", "不再關注官方訂閱來源"),
  PACK_IS_ON(
      "%1$s official feeds are watched that were not before. What they find waits for approval.",
      "新关注了 %1$s 个官方订阅源；找到的文件等待批准。", "新關注了 %1$s 個官方訂閱來源；找到的文件等待核准。"),
  PACK_IS_OFF(
      "%1$s official feeds are watched no longer; what they found stays.",
      "不再关注 %1$s 个官方订阅源；已找到的内容保留。", "不再關注 %1$s 個官方訂閱來源；已找到的內容保留。"),
  FEED_ADDED(
      "Feed **%1$s** is watched from now on, every hour: %2$s",
      "已关注订阅源 **%1$s**，每小时检查：%2$s", "已關注訂閱來源 **%1$s**，每小時檢查：%2$s"),
  FEED_THERE("That is feed **%1$s** already.", "该列表已是订阅源 **%1$s**。", "該清單已是訂閱來源 **%1$s**。"),
  FEED_CHECKED("Feed **%1$s**:", "订阅源 **%1$s**：", "訂閱來源 **%1$s**："),
  FEED_REMOVED(
      "Feed **%1$s** is watched no longer. What it found stays.",
      "不再关注订阅源 **%1$s**。已找到的内容保留。", "不再關注訂閱來源 **%1$s**。已找到的內容保留。"),
  FEED_NOT_FOUND(
      "There is no feed of that number here. See %1$s.",
      "这里没有该编号的订阅源。参见 %1$s。", "這裡沒有該編號的訂閱來源。參見 %1$s。"),
  FOUND_WAITING(
      "%1$s new documents wait for approval: %2$s", "%1$s 份新文件待批准：%2$s", "%1$s 份新文件待核准：%2$s"),
  FOUND_TAKEN(
      "%1$s new documents were accepted; they will be in answers after %2$s.",
      "%1$s 份新文件已接受；执行 %2$s 后出现在答案中。", "%1$s 份新文件已接受；執行 %2$s 後出現在答案中。"),
  FOUND_FAILED("%1$s documents could not be had or read.", "%1$s 份文件无法获取或读取。", "%1$s 份文件無法取得或讀取。"),
  FOUND_NOTHING("Nothing new.", "没有新内容。", "沒有新內容。"),
  FEED_FAILED(
      "It could not be read. %1$s It is tried again later.", "无法读取。%1$s稍后会重试。", "無法讀取。%1$s稍後會重試。"),
  FEED_MALFORMED(
      "What is there is no list of this kind. Check kind and address; remove the feed if they are"
          + " wrong.",
      "该处不是此类列表。请检查类型和地址；有误则移除此订阅源。",
      "該處不是此類清單。請檢查類型和網址；有誤則移除此訂閱來源。"),
  FEED_SET_ASIDE(
      "Reading it took more memory than a list may take, so it is not looked at any more. Remove"
          + " it, or check it by hand once it is mended.",
      "读取它所需内存超出列表限额，因此不再查看。请移除，或待其修复后手动检查。",
      "讀取它所需記憶體超出清單限額，因此不再查看。請移除，或待其修復後手動檢查。"),
  FEED_NOTHING_LISTED(
      "It lists no documents. For a page of links, check the pattern.",
      "其中没有列出文件。若是链接页，请检查匹配模式。",
      "其中沒有列出文件。若是連結頁，請檢查比對模式。"),
  FEED_NEEDS_URL("Give the address of the feed or page.", "请填写订阅源或网页的地址。", "請填寫訂閱來源或網頁的網址。"),
  FEED_NEEDS_SEARCH(
      "Give an agency, a term or an address to search the Federal Register for.",
      "请填写要在《联邦公报》检索的机构、词语或地址。",
      "請填寫要在《聯邦公報》檢索的機構、詞語或網址。"),
  FEED_PATTERN_ONLY_PAGES("A pattern is for pages of links only.", "匹配模式仅用于链接页。", "比對模式僅用於連結頁。");

  private final String english;
  private final String simplified;
  private final String traditional;

  SourcePhrase(String english, String simplified, String traditional) {
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

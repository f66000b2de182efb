package dev.readout.discord.wording;

import dev.readout.answer.reading.Language;
import java.util.Locale;

/**
 * A text about the index and how it is looked after: {@code /reindex}, {@code /rollback}, {@code
 * /coverage} and a part of {@code /doctor}. As {@link Phrase}.
 */
public enum IndexPhrase {
  // /reindex: the dry run
  DRY_RUN("Reindex: what would change", "重建索引：将有的变更", "重建索引：將有的變更"),
  FOR_ALL_SERVERS("all servers", "所有服务器", "所有伺服器"),
  COMPARED_WITH(
      "Compared with generation %1$s, built %2$s.",
      "与建于 %2$s 的第 %1$s 代比较。", "與建於 %2$s 的第 %1$s 代比較。"),
  NOTHING_TO_DO(
      "Nothing to do: generation %1$s, built %2$s, holds the sources as they are now.",
      "无需操作：建于 %2$s 的第 %1$s 代与现有来源一致。", "無需操作：建於 %2$s 的第 %1$s 代與現有來源一致。"),
  FORCE_HINT(
      "`force:True` builds it anew all the same.", "仍可用 `force:True` 重建。", "仍可用 `force:True` 重建。"),
  WOULD_ADD("**Added (%1$s)**", "**新增（%1$s）**", "**新增（%1$s）**"),
  WOULD_CHANGE("**Changed (%1$s)**", "**更改（%1$s）**", "**變更（%1$s）**"),
  WOULD_REMOVE("**Removed (%1$s)**", "**移除（%1$s）**", "**移除（%1$s）**"),
  NOT_TAKEN("**Not taken (%1$s)**", "**未采用（%1$s）**", "**未採用（%1$s）**"),
  AND_MORE("and %1$s more", "另有 %1$s 项", "另有 %1$s 項"),
  NO_DIFFERENCE("No record differs.", "记录没有差异。", "紀錄沒有差異。"),
  ANEW("Everything is built anew.", "全部重建。", "全部重建。"),
  SERVERS_TOO(
      "The indexes of %1$s servers are brought up to date as well.",
      "另有 %1$s 个服务器的索引一并更新。", "另有 %1$s 個伺服器的索引一併更新。"),
  DAMAGED(
      "damaged in the catalogue; remove it and add it again", "目录中已损坏；请移除后重新添加", "目錄中已損壞；請移除後重新新增"),
  SAME_ID("another record has its id", "编号与另一条记录相同", "編號與另一筆紀錄相同"),
  NOT_POSSIBLE(
      "The shipped records have defects, so nothing can be built until they are mended; what is"
          + " there serves on.",
      "随附记录有缺陷，修复之前无法重建；现有索引继续使用。",
      "隨附紀錄有缺陷，修復之前無法重建；現有索引繼續使用。"),
  DIFFERS_NOW(
      "The sources or the index have changed since you looked. This is what would change now:",
      "在您查看之后，来源或索引已有变化。现在将有的变更：",
      "在您查看之後，來源或索引已有變化。現在將有的變更："),
  CONFIRM("Confirm", "确认", "確認"),
  CANCEL("Cancel", "取消", "取消"),

  // /reindex: under way
  UNDER_WAY("Reindex under way", "正在重建索引", "正在重建索引"),
  SINCE(
      "Begun %1$s. Members are answered all the while.", "始于 %1$s。期间照常回答成员。", "始於 %1$s。期間照常回答成員。"),
  STEP_READ("Read the records", "读取记录", "讀取紀錄"),
  STEP_CUT("Cut them into statements", "切分为表述", "切分為表述"),
  STEP_WRITE("Write the index", "写入索引", "寫入索引"),
  STEP_VERIFY("Read it back and compare", "读回核对", "讀回核對"),
  STEP_SWAP("Put it into service", "投入使用", "投入使用"),
  BEING_CANCELLED("It is being cancelled.", "正在取消。", "正在取消。"),
  OTHER_UNDER_WAY(
      "Another reindex is under way. Try again in a minute.",
      "另一次重建正在进行，请一分钟后再试。",
      "另一次重建正在進行，請一分鐘後再試。"),
  LOOK_AGAIN(
      "The reindex goes on; %1$s shows how far it is.",
      "重建仍在继续；用 %1$s 查看进度。", "重建仍在繼續；用 %1$s 查看進度。"),
  NONE_UNDER_WAY("No reindex is under way.", "没有正在进行的重建。", "沒有正在進行的重建。"),
  CANCELLING(
      "The reindex is being cancelled. What was there serves on.",
      "正在取消重建。原有索引继续使用。",
      "正在取消重建。原有索引繼續使用。"),

  // /reindex: over
  DONE("Reindexed", "索引已重建", "索引已重建"),
  DONE_SERVES(
      "Generation %1$s serves: %2$s records, %3$s statements.",
      "第 %1$s 代已投入使用：%2$s 条记录，%3$s 条表述。", "第 %1$s 代已投入使用：%2$s 筆紀錄，%3$s 條表述。"),
  DONE_COUNTS(
      "%1$s added, %2$s changed, %3$s removed; took %4$s s.",
      "新增 %1$s，更改 %2$s，移除 %3$s；用时 %4$s 秒。", "新增 %1$s，變更 %2$s，移除 %3$s；用時 %4$s 秒。"),
  DONE_SERVERS(
      "Indexes of servers: %1$s built, %2$s not.",
      "服务器索引：已建 %1$s，未建 %2$s。", "伺服器索引：已建 %1$s，未建 %2$s。"),
  CANCELLED("Reindex cancelled", "重建已取消", "重建已取消"),
  FAILED("The reindex failed", "重建失败", "重建失敗"),
  SERVES_ON("Generation %1$s serves on.", "第 %1$s 代继续使用。", "第 %1$s 代繼續使用。"),

  // Why an index could not be changed
  DISK_FULL("The disk is full. Make room and try again.", "磁盘已满。请清理空间后重试。", "磁碟已滿。請清理空間後重試。"),
  DISK(
      "The disk refuses: the index cannot be read or written. The bot's log says more.",
      "磁盘拒绝读写索引。详见机器人日志。",
      "磁碟拒絕讀寫索引。詳見機器人日誌。"),
  BUSY(
      "Another change of the index is under way. Try again in a minute.",
      "另一项索引变更正在进行，请一分钟后再试。",
      "另一項索引變更正在進行，請一分鐘後再試。"),
  DEFECT(
      "The shipped records have defects; `bin/readout check` lists them.",
      "随附记录有缺陷；`bin/readout check` 可列出。",
      "隨附紀錄有缺陷；`bin/readout check` 可列出。"),
  CATALOGUE(
      "The catalogue of sources cannot be read. The bot's log says more.",
      "来源目录无法读取。详见机器人日志。",
      "來源目錄無法讀取。詳見機器人日誌。"),
  OTHER_FAILURE("The bot's log says why.", "原因见机器人日志。", "原因見機器人日誌。"),

  // /rollback
  KEPT("Indexes kept", "保留的索引", "保留的索引"),
  KEPT_LINE(
      "`%1$s` · built %2$s · %3$s records",
      "`%1$s` · 建于 %2$s · %3$s 条记录", "`%1$s` · 建於 %2$s · %3$s 筆紀錄"),
  KEPT_CURRENT("**serves now**", "**当前使用**", "**目前使用**"),
  KEPT_NONE(
      "This server has no index of its own: it is answered from the one for everybody.",
      "本服务器没有自己的索引，使用所有人共用的索引。",
      "本伺服器沒有自己的索引，使用所有人共用的索引。"),
  KEPT_ONE("No other index is kept.", "没有保留其他索引。", "沒有保留其他索引。"),
  GO_BACK_TO("Go back to…", "回退到……", "還原到……"),
  OPTION_BUILT("built %1$s, %2$s records", "建于 %1$s，%2$s 条记录", "建於 %1$s，%2$s 筆紀錄"),
  ROLLBACK_ASK(
      "Go back to generation %1$s, built %2$s, with %3$s records? Sources removed since stay"
          + " removed. The next reindex returns to the records as they are now.",
      "回退到建于 %2$s、含 %3$s 条记录的第 %1$s 代？此后移除的来源仍不会出现。下次重建将回到现有记录。",
      "還原到建於 %2$s、含 %3$s 筆紀錄的第 %1$s 代？此後移除的來源仍不會出現。下次重建將回到現有紀錄。"),
  ROLLED_BACK(
      "Generation %1$s serves: %2$s records. The next reindex returns to the records as they are"
          + " now; until then documents of feeds that are taken at once wait, too.",
      "第 %1$s 代已投入使用：%2$s 条记录。下次重建将回到现有记录；在此之前，订阅源直接采用的文件也须等待。",
      "第 %1$s 代已投入使用：%2$s 筆紀錄。下次重建將回到現有紀錄；在此之前，訂閱來源直接採用的文件也須等待。"),
  ROLLBACK_FAILED("The rollback failed", "回退失败", "還原失敗"),
  NOT_KEPT("Generation %1$s is no longer kept.", "第 %1$s 代已不再保留。", "第 %1$s 代已不再保留。"),
  KEPT_DIFFERS(
      "The index has changed since you looked. These are kept now:",
      "在您查看之后索引已有变化。现在保留的有：",
      "在您查看之後索引已有變化。現在保留的有："),

  // /coverage
  COVERAGE("Coverage by topic, the thinnest first", "各主题覆盖情况，最薄弱的在前", "各主題涵蓋情況，最薄弱的在前"),
  PAGE_OF("Page %1$s of %2$s", "第 %1$s / %2$s 页", "第 %1$s / %2$s 頁"),
  PAGE_BEFORE("Back", "上一页", "上一頁"),
  PAGE_AFTER("Next", "下一页", "下一頁"),
  HELD("%1$s %2$s", "%1$s %2$s 条", "%1$s %2$s 條"),
  HELD_UNTIL("%1$s %2$s (to %3$s)", "%1$s %2$s 条（至%3$s）", "%1$s %2$s 條（至%3$s）"),
  GAP_DAYS("%1$s days apart", "相差 %1$s 天", "相差 %1$s 天"),
  DECLINED_TERMS(
      "**Asked in vain in the last 90 days** (in how many questions, from two on)",
      "**近 90 天未能回答的词语**（出现在几个提问中，至少两个）",
      "**近 90 天未能回答的詞語**（出現在幾個提問中，至少兩個）"),
  DISLIKED_TOPICS(
      "**Answers voted wrong or out of date, by topic**",
      "**被评为有误或过时的答案，按主题**",
      "**被評為有誤或過時的答案，按主題**"),
  DEAD_LINKS("**Sources whose pages can no longer be had**", "**网页已无法取得的来源**", "**網頁已無法取得的來源**"),
  DEAD_LINK(
      "No. %1$s · %2$s · failures in a row: %3$s",
      "编号 %1$s · %2$s · 连续失败 %3$s 次", "編號 %1$s · %2$s · 連續失敗 %3$s 次"),
  WANTED(
      "**What to add next**: thin topics that were asked about in vain",
      "**下一步可添加**：薄弱且有提问未能回答的主题",
      "**下一步可新增**：薄弱且有提問未能回答的主題"),
  WANTED_TOPIC("%1$s: %2$s (asked %3$s times)", "%1$s：%2$s（被问 %3$s 次）", "%1$s：%2$s（被問 %3$s 次）"),
  SITES("Official sites, %1$s: %2$s", "官方网站，%1$s：%2$s", "官方網站，%1$s：%2$s"),

  // /doctor
  DOC_SOURCES(
      "Sources: %1$s with an address, all to be had", "来源：%1$s 个有网址，均可取得", "來源：%1$s 個有網址，均可取得"),
  DOC_SOURCES_BAD(
      "Sources: of %1$s with an address %2$s are dead, %3$s failed the last time, %4$s were not"
          + " looked at when it was time. `/coverage` names the dead ones; remove them or give them"
          + " another address.",
      "来源：%1$s 个有网址，其中 %2$s 个失效，%3$s 个上次失败，%4$s 个到期未检查。`/coverage` 列出失效者；请移除或更换网址。",
      "來源：%1$s 個有網址，其中 %2$s 個失效，%3$s 個上次失敗，%4$s 個到期未檢查。`/coverage` 列出失效者；請移除或更換網址。"),
  DOC_FEEDS("Feeds: %1$s, all to be had", "订阅源：%1$s 个，均可取得", "訂閱來源：%1$s 個，均可取得"),
  DOC_FEEDS_BAD(
      "Feeds: of %1$s %2$s are dead, %3$s failed the last time, %4$s were not looked at when it was"
          + " time. Remove the dead ones or give them another address.",
      "订阅源：%1$s 个中 %2$s 个失效，%3$s 个上次失败，%4$s 个到期未检查。请移除失效者或更换网址。",
      "訂閱來源：%1$s 個中 %2$s 個失效，%3$s 個上次失敗，%4$s 個到期未檢查。請移除失效者或更換網址。"),
  DOC_INDEX_DISK("Disk of the index: %1$s MB free", "索引磁盘：剩余 %1$s MB", "索引磁碟：剩餘 %1$s MB"),
  DOC_INDEX_DISK_LOW(
      "Disk of the index: only %1$s MB free. Make room; rebuilding the index needs some.",
      "索引磁盘：仅剩 %1$s MB。请清理空间，重建索引需要空间。", "索引磁碟：僅剩 %1$s MB。請清理空間，重建索引需要空間。"),
  DOC_REINDEX("Reindex: under way since %1$s", "重建索引：进行中，始于 %1$s", "重建索引：進行中，始於 %1$s"),
  DOC_NO_REINDEX("Reindex: none under way", "重建索引：当前未进行", "重建索引：目前未進行");

  private final String english;
  private final String simplified;
  private final String traditional;

  IndexPhrase(String english, String simplified, String traditional) {
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

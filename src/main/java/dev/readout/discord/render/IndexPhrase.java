package dev.readout.discord.render;

import dev.readout.answer.TextKey;

/**
 * A text about the index and how it is looked after: {@code /reindex}, {@code /rollback}, {@code
 * /coverage} and a part of {@code /doctor}. As {@link Phrase}.
 */
public enum IndexPhrase implements TextKey {
  // /reindex: the dry run
  DRY_RUN,
  FOR_ALL_SERVERS,
  COMPARED_WITH,
  NOTHING_TO_DO,
  FORCE_HINT,
  WOULD_ADD,
  WOULD_CHANGE,
  WOULD_REMOVE,
  NOT_TAKEN,
  AND_MORE,
  NO_DIFFERENCE,
  ANEW,
  DAMAGED,
  SAME_ID,
  NOT_POSSIBLE,
  DIFFERS_NOW,
  CONFIRM,
  CANCEL,

  // /reindex: under way
  UNDER_WAY,
  SINCE,
  STEP_READ,
  STEP_CUT,
  STEP_WRITE,
  STEP_VERIFY,
  STEP_SWAP,
  BEING_CANCELLED,
  OTHER_UNDER_WAY,
  LOOK_AGAIN,
  NONE_UNDER_WAY,
  CANCELLING,

  // /reindex: over
  DONE,
  DONE_SERVES,
  DONE_COUNTS,
  CANCELLED,
  FAILED,
  SERVES_ON,

  // Why an index could not be changed
  DISK_FULL,
  DISK,
  BUSY,
  DEFECT,
  CATALOGUE,
  OTHER,

  // /rollback
  KEPT,
  KEPT_LINE,
  KEPT_CURRENT,
  KEPT_NONE,
  KEPT_ONE,
  GO_BACK_TO,
  OPTION_BUILT,
  ROLLBACK_ASK,
  ROLLED_BACK,
  ROLLBACK_FAILED,
  NOT_KEPT,
  KEPT_DIFFERS,

  // /coverage
  COVERAGE,
  PAGE_OF,
  PAGE_BEFORE,
  PAGE_AFTER,
  HELD,
  HELD_UNTIL,
  GAP_DAYS,
  DECLINED_TERMS,
  DISLIKED_TOPICS,
  DEAD_LINKS,
  DEAD_LINK,
  WANTED,
  WANTED_TOPIC,
  SITES,

  // /doctor
  DOC_SOURCES,
  DOC_SOURCES_BAD,
  DOC_FEEDS,
  DOC_FEEDS_BAD,
  DOC_INDEX_DISK,
  DOC_INDEX_DISK_LOW,
  DOC_REINDEX,
  DOC_NO_REINDEX
}

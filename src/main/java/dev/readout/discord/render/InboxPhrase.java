package dev.readout.discord.render;

import dev.readout.answer.TextKey;

/** The texts about what waits for a decision, and what it changes, as those of {@link Phrase}. */
public enum InboxPhrase implements TextKey {
  // A button
  ASSESS,

  // The list
  INBOX,
  ALL_WEIGHED,
  NEWEST_WEIGHED,
  NAMES,
  TELLS_AN_END,
  OF_A_MEETING,
  HELD,
  LATER_NOT_ASSESSED,
  DECIDE,

  // The form for several
  FIELD_WHICH,
  FIELD_WHICH_HINT,
  FIELD_DECISION,
  APPROVE_AND_REINDEX,
  NOT_CHOSEN,
  DECIDING,
  ACCEPTED_MANY,
  REFUSED_MANY,
  NONE_OF_THEM,
  WAITS_ON,
  NO_ROOM,
  REINDEX_NOW,

  // What it changes
  QUESTION,
  RECORDED,
  MORE_QUESTIONS,
  NAMES_NONE,
  NO_MEASURE,
  EXTENDED,
  SUSPENDED,
  SUPERSEDED,
  RESCINDED,
  UNCHANGED,
  FIELD_UNTIL,
  FIELD_FROM,
  FIELD_TO,
  ASSESSED,
  NO_CHANGE,
  NOTHING_TO_EXTEND,
  ENDS_BEFORE
}

package dev.readout.answer.reading;

/** What a question asks for; each is a hint for ranking, none a filter. */
public enum Shape {
  /** What is X. */
  DEFINITION,
  /** Who is X. */
  PERSON,
  /** When, which day, since or until when. */
  WHEN,
  /** What one side says and what the other says. */
  COMPARISON,
  /** Is X in force, suspended, still valid. */
  STATUS,
  /** How much, how many. */
  AMOUNT,
  /** First, last, since: what has a history. */
  TIMELINE,
  /** Events in their order. */
  SEQUENCE,
  /** What somebody said of it. */
  SPEECH,
  /** What happened last. */
  LATEST,
  /** What is announced to happen. */
  NEXT,
  /** How it is now. */
  NOW,
  /** What was or will be on a day or in a week counted from today. */
  COUNTED
}

package dev.readout.answer;

/** What is measured of a statement against a question; every value is about 0 to 1. */
enum StatementFeature implements Weights.Weighed {
  /** How far its record is behind the best, capped. */
  BEHIND,
  /** BM25 of the statement, by the mass of the question. */
  WORDS,
  /** Share of what tells the record's statements apart that this one holds. */
  TELLING_APART,
  /** Share of the question that it holds. */
  COVERAGE,
  /** Share of what the question mentions that it holds, with its title. */
  MENTIONED,
  /** Share of the question that the words beside it hold, and neither it nor its title. */
  OTHER_WORDS,
  /** How alike it is to the question in meaning. */
  LIKENESS,
  /** The same, against the most alike statement of its record. */
  LIKENESS_BEHIND,
  /** Share of the slots of the question that it fills. */
  FILLED,
  END_FILLED,
  START_FILLED,
  DAY_FILLED,
  PERSON_FILLED,
  BODY_FILLED,
  AMOUNT_FILLED,
  PLACE_FILLED,
  CITATION_FILLED,
  REASON_FILLED,
  LIST_FILLED,
  STANDING_FILLED,
  DEFINITION_FILLED,
  CHANGE_FILLED,
  /** It opens its record. */
  OPENS,
  /** It opens its record, and a definition is asked for. */
  OPENS_DEFINITION,
  /** It opens the record that defines a term named, and a definition or person is asked for. */
  DEFINES,
  /** The same, where the question is about the term and asks no more of it. */
  ONLY_DEFINES,
  /** A quotation, and no quotation is asked for. */
  QUOTATION,
  /** It is asked what somebody said or did, and it opens with them. */
  SPOKEN_FILLED,
  /** The question names a place where the sides met, and it is of another meeting or call. */
  OTHER_MEETING,
  LENGTH,
  /** Its record is of the side asked about. */
  SIDE,
  /** The latest is asked for: how far its record's day is behind the newest candidate's. */
  OLDER;
}

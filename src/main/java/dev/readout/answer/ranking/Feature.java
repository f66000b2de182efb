package dev.readout.answer.ranking;

import java.util.Locale;

/** What is measured of a record against a question; every value is about 0 to 1. */
enum Feature {
  /** BM25 of the whole record, by the mass of the question. */
  WHOLE,
  PHRASES,
  STATEMENT,
  QUESTION,
  /** Share of the question, by weight and idf, that the record holds. */
  RECORD_COVERAGE,
  STATEMENT_COVERAGE,
  /** The same of the best of its own questions. */
  ASKED_COVERAGE,
  /** Share of the terms named that the record holds. */
  TERM_COVERAGE,
  /** Whether it is the entry that defines a term named. */
  DEFINES_TERM,
  DEFINES_TERM_ASKED,
  PERSON_ASKED,
  /** Whether it was published in the time asked about. */
  IN_SPAN,
  OUT_OF_SPAN,
  /** The same, when it is asked what somebody said then. */
  SPEECH_OUT_OF_SPAN,
  SIDE_ASKED,
  OTHER_SIDE_ASKED,
  READOUT_COMPARED,
  READOUT_SPEECH,
  MEASURE_STATUS,
  EXPLAINER_TIMELINE,
  RECENT_LATEST,
  RECENT;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

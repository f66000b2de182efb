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
  /** Share of what the question mentions, each name and each word once, that the record holds. */
  MENTIONED,
  MENTIONED_IN_TITLE,
  /** Share of the dates asked for that the record lacks. */
  DATE_MISSING,
  /** Share of the numbers and quotations that neither a statement nor the title has. */
  NUMBER_UNSAID,
  NAME_MISSING,
  PERSON_UNSAID,
  /** Whether it is the entry that defines a term named. */
  DEFINES_TERM,
  PERSON_ASKED,
  /** Whether it was published in the time asked about. */
  IN_SPAN,
  SIDE_ASKED,
  READOUT_SPEECH,
  MEASURE_WHEN,
  EXPLAINER,
  EXPLAINER_TIMELINE,
  GLOSSARY,
  /** How many statements it has: a longer record answers more questions. */
  LENGTH,
  /** How alike its most alike statement is to the question in meaning. */
  STATEMENT_LIKENESS,
  QUESTION_LIKENESS,
  TITLE_LIKENESS,
  /** The largest of the three: one text that means the same is enough. */
  MOST_LIKENESS;

  /** Whether only a search by meaning measures it. */
  boolean isOfMeaning() {
    return switch (this) {
      case STATEMENT_LIKENESS, QUESTION_LIKENESS, TITLE_LIKENESS, MOST_LIKENESS -> true;
      default -> false;
    };
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

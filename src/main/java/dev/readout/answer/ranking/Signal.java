package dev.readout.answer.ranking;

import java.util.Locale;

/**
 * What speaks for or against the best record answering the question at all; every value is about 0
 * to 1. "Missing" is what the record lacks anywhere; "unsaid" what its closest statement, with the
 * title, lacks.
 */
public enum Signal {
  BIAS,
  /** BM25 of the whole record, by the mass of the question. */
  WHOLE,
  /** Share of the question that the closest of the record's own questions holds. */
  ASKED_COVERAGE,
  /** Share of the terms named that the record holds. */
  TERM_COVERAGE,
  /** Share of what the question mentions that the closest statement, with the title, holds. */
  SAID,
  /** How far the second record is behind, capped. */
  LEAD,
  /** A definition is asked for, and the record gives it. */
  DEFINED,
  COMPARED,
  REPAIRED,
  /** Share of the words about something that no record holds. */
  UNKNOWN_SHARE,
  /** The weightiest mention that is missing, against the weightiest there is. */
  HEAVIEST_MISSING,
  /** A date in the question. */
  DATE_MISSING,
  /** A company, law, list or other thing with a name. */
  THING_UNSAID,
  /** A place that is not one of the two countries. */
  PLACE_MISSING,
  /** A number, an official number of several, or words quoted. */
  NUMBER_UNSAID,
  /** A number whose neighbour in the question is not near it in the record. */
  NUMBER_ELSEWHERE,
  /** A capitalised word that is no term. */
  CAPITAL_MISSING,
  /** Two Chinese characters. */
  PAIR_MISSING,
  /** A person who is neither in the record nor of its side's delegation. */
  PERSON_MISSING,
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

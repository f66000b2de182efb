package dev.readout.answer.ranking;

import java.util.Locale;

/**
 * What speaks for or against the best record answering the question at all; every value is about 0
 * to 1.
 */
public enum Signal {
  BIAS,
  WHOLE,
  STATEMENT,
  QUESTION,
  RECORD_COVERAGE,
  STATEMENT_COVERAGE,
  ASKED_COVERAGE,
  TERM_COVERAGE,
  /** The weightiest word of the question that the record lacks, against the weightiest there is. */
  HEAVIEST_MISSING,
  /** Share of the words about something that the record lacks. */
  MISSING_SHARE,
  /** The same of those that no record holds. */
  UNKNOWN_SHARE,
  /** Share of what the question is about, by weight and idf, that no record holds. */
  UNKNOWN_MASS,
  /** Any word that no record holds. */
  UNKNOWN,
  REPAIRED,
  /** A capitalised name in the question that the record lacks. */
  NAME_MISSING,
  /** The same, when no record holds it. */
  NAME_UNKNOWN,
  NUMBER_MISSING,
  /** A number whose neighbour in the question is not near it in the record. */
  NUMBER_ELSEWHERE,
  /** A person, place, company, law or other name of the term list that the record lacks. */
  ENTITY_MISSING,
  /** The same, when no record holds it. */
  ENTITY_UNKNOWN,
  /** The thing asked for ("which airport", "how many senators") that the record lacks. */
  WANTED_MISSING,
  /** The same, when no record holds it. */
  WANTED_UNKNOWN,
  /** A date in the question that the record lacks. */
  DATE_MISSING,
  /** Share of the question that one statement with the record's title holds. */
  LOCAL_COVERAGE,
  /** Nothing that the question is about is in the record but places and dates. */
  ONLY_PLACES_HELD,
  CHINESE,
  /** A time is asked about, and the record neither lies in it nor names it. */
  TIME_CONFLICT,
  /** A time past the end of the sources is asked about. */
  BEYOND_SOURCES,
  /** A forecast, an opinion or advice is asked for. */
  FORECAST,
  /** How far the second record is behind, capped. */
  LEAD,
  DEFINED,
  SHORT,
  COMPARED;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

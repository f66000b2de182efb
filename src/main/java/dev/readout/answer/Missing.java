package dev.readout.answer;

/**
 * Something that a question asks for or names and the records lack. Immutable.
 *
 * @param what as the question writes it, or a day; empty for a slot
 */
public record Missing(Kind kind, String what) {

  /** What kind of thing is missing. */
  public enum Kind {
    /** No record has it at all. */
    NOWHERE,
    /** Records have it, but none of them together with the rest. */
    NOT_TOGETHER,
    /** The time asked about lies after the last day of the sources, which is named. */
    AFTER_THE_SOURCES,
    DAY,
    PERSON,
    AMOUNT,
    PLACE,
    REASON,
    /** What it asks to be told, of whatever kind. */
    DETAIL
  }
}

package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a question was understood to ask. Immutable.
 *
 * @param language EN or ZH; in either script the same
 * @param slots what it asks to be told
 * @param side the side whose words or measures are asked for; null for both or neither
 * @param first first day of the time asked about; null for any
 * @param last last day of it, inclusive; null for any
 * @param isRange whether the days that the question names are only the ends of that time: nothing
 *     has to name them
 */
record Reading(
    Language language,
    Set<Shape> shapes,
    Set<Slot> slots,
    @Nullable Side side,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    boolean isRange) {

  public Reading {
    shapes = Set.copyOf(shapes);
    slots = Set.copyOf(slots);
  }

  public boolean asks(Shape shape) {
    return shapes.contains(shape);
  }

  public boolean asks(Slot slot) {
    return slots.contains(slot);
  }

  /** The same question about the time between two days that it does not name. */
  public Reading between(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new Reading(language, shapes, slots, side, from, to, true);
  }

  /** The same question with its days as any words. */
  public Reading withoutSpan() {
    return new Reading(language, shapes, slots, side, null, null, false);
  }

  /** The same question about what is newest, or is announced next, whatever its day. */
  public Reading ofLate(Shape shape) {
    return with(shape).withoutSpan();
  }

  /** The same question about what both governments say or do, side by side. */
  Reading ofBothSides() {
    Reading both = with(Shape.COMPARISON).with(Shape.BOTH_SIDES);
    return new Reading(language, both.shapes, slots, null, first, last, isRange);
  }

  /** The same comparison, of two things and not of the two governments. */
  Reading ofThings() {
    Set<Shape> less = new HashSet<>(shapes);
    less.remove(Shape.BOTH_SIDES);
    return new Reading(language, less, slots, side, first, last, isRange);
  }

  Reading with(Shape shape) {
    Set<Shape> more = new HashSet<>(shapes);
    more.add(shape);
    return new Reading(language, more, slots, side, first, last, isRange);
  }

  /** Whether a time is asked about. */
  public boolean hasSpan() {
    return first != null || last != null;
  }

  /** Whether it names a day, and asks for nothing that is told of it. */
  boolean namesADayAlone() {
    return shapes.isEmpty() && slots.isEmpty() && first != null && first.equals(last);
  }

  /** Whether the record is of the time asked about; what was compiled is of none. */
  public boolean spans(CorpusRecord record) {
    return record.published() != null && spans(record.published());
  }

  /** Whether the day lies in the time asked about. */
  public boolean spans(LocalDate day) {
    return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
  }

  /** Whether it is a year that is asked about, or most of one, rather than a day or month. */
  boolean isLong() {
    return first == null || last == null || first.plusMonths(2).isBefore(last);
  }

  /** Whether a year of the time asked about is written, without which no day of it is. */
  boolean hasAYearIn(String text) {
    return first == null
        || last == null
        || IntStream.rangeClosed(first.getYear(), last.getYear())
            .anyMatch(year -> text.contains(Integer.toString(year)));
  }

  /** Whether part of the time written lies in the time asked about. */
  public boolean touches(DateMention time) {
    return (first == null || time.last() == null || !time.last().isBefore(first))
        && (last == null || time.first() == null || !time.first().isAfter(last));
  }

  /** What a question asks for; each is a hint for ranking, none a filter. */
  public enum Shape {
    /** What is X. */
    DEFINITION,
    /** Who is X. */
    PERSON,
    /** When, which day, since or until when. */
    WHEN,
    /** How things differ: two laws, two meetings, or what one side says and what the other says. */
    COMPARISON,
    /** A comparison of the two governments. */
    BOTH_SIDES,
    /** A comparison of what was done at two places. */
    TWO_PLACES,
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
}

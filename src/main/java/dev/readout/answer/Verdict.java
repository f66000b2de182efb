package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What recorded fields say to a question whose slot they fill, composed of records, the one asked
 * about first, for a day; participants of a side or of all, where they were asked; and, as details,
 * the goods of its rates as the record has them, empty for all that it charges, the sentences that
 * tell since when a name is on lists, or the first and last day of the time that a list is of. The
 * line that opens the answer is composed from them alone, and is never somebody's words. Immutable,
 * and knows no renderer.
 */
public record Verdict(
    Slot slot,
    List<CorpusRecord> records,
    LocalDate day,
    @Nullable Side side,
    List<Participant> participants,
    List<String> details) {

  private static final Set<Slot> IN_FIELDS =
      EnumSet.of(
          Slot.STANDING,
          Slot.END,
          Slot.START,
          Slot.CITATION,
          Slot.AMOUNT,
          Slot.CHANGE,
          Slot.DAY,
          Slot.LIST,
          Slot.PERSON,
          Slot.BODY);

  public Verdict {
    records = List.copyOf(records);
    participants = List.copyOf(participants);
    details = List.copyOf(details);
    if (records.isEmpty() || !IN_FIELDS.contains(slot)) {
      throw new IllegalArgumentException("no field holds " + slot + " of " + records);
    }
    if (participants.isEmpty() == (slot == Slot.PERSON)) {
      throw new IllegalArgumentException(slot + " by " + participants);
    }
  }

  /** One about a measure. */
  public Verdict(Slot slot, List<CorpusRecord> records, LocalDate day) {
    this(slot, records, day, null, List.of(), List.of());
  }

  /**
   * What the first record charges on the day, and from a later one on, or has charged where the
   * change is asked for: on the goods asked about, where there are any.
   */
  List<RatePeriod> rates() {
    List<RatePeriod> all = records.getFirst().rates();
    return all.stream()
        .filter(rate -> slot == Slot.CHANGE || isKnown(rate, day))
        .filter(rate -> details.isEmpty() || details.contains(rate.of()))
        .map(rate -> slot == Slot.CHANGE ? rate : sinceItIsCharged(rate, all))
        .toList();
  }

  /** From the first day on which as much was charged, by whatever scheme. */
  private static RatePeriod sinceItIsCharged(RatePeriod rate, List<RatePeriod> all) {
    return all.stream()
        .filter(before -> before.goesOnIn(rate))
        .findFirst()
        .map(before -> rate.since(sinceItIsCharged(before, all).from()))
        .orElse(rate);
  }

  /** The same of a record beside the first, on goods among the details. */
  Stream<RatePeriod> rates(CorpusRecord other) {
    return other.rates().stream()
        .filter(rate -> isToBePaid(rate, day) && details.contains(rate.of()));
  }

  /** The pauses of what another charges on such goods that have run out, and nothing follows. */
  Stream<RatePeriod> pauses(CorpusRecord other) {
    return other.rates().stream()
        .filter(rate -> hasRunOut(rate, other, day) && details.contains(rate.of()));
  }

  /** Whether something is charged on the day, or will be from a later one on. */
  static boolean isToBePaid(RatePeriod rate, LocalDate day) {
    return isKnown(rate, day) && !rate.isNothing();
  }

  /** Whether it covers the day, or a later time by a record of before it: ids begin with days. */
  private static boolean isKnown(RatePeriod rate, LocalDate day) {
    return rate.covers(day)
        || (rate.from().isAfter(day) && rate.by().compareTo(day.toString()) <= 0);
  }

  /**
   * Whether it is the last that the record has on such goods: nothing, until a day that is past.
   */
  static boolean hasRunOut(RatePeriod rate, CorpusRecord record, LocalDate day) {
    return rate.isOver(day)
        && rate.isNothing()
        && record.rates().stream()
            .noneMatch(later -> later.of().equals(rate.of()) && later.from().isAfter(rate.from()));
  }

  /** Without the records beside the first. */
  Verdict ofTheFirst() {
    return new Verdict(slot, records.subList(0, 1), day, side, participants, details);
  }

  /** The first day in effect, where it tells how a measure stands that is no more as it began. */
  Verdict ofTheStart() {
    LocalDate first = records.getFirst().effective();
    return slot == Slot.STANDING
            && first != null
            && !first.isAfter(day)
            && MeasureStatus.of(records.getFirst(), day).filter(Standings::leavesOpen).isEmpty()
        ? new Verdict(Slot.START, records, day)
        : this;
  }

  /** Whether it tells how a measure stands as a whole, and not what of it is charged. */
  boolean isOfAWhole() {
    return slot == Slot.STANDING && details.isEmpty();
  }

  /** Whether it tells of lists or who is on them, whatever the statements found say. */
  boolean isOfLists() {
    return slot == Slot.LIST || slot == Slot.BODY;
  }

  /** Somebody recorded as taking part, with their names; null where the term list has none. */
  public record Participant(String name, @Nullable Term term) {}
}

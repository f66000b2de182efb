package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads "since Geneva" as since the last meeting whose title names it; so with "before". */
final class SinceMeeting {
  private static final Pattern SINCE =
      Pattern.compile(
          "\\b(?:since|after|followed|following)\\s+(?:the\\s+)?$|自从?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern SINCE_AFTER = Pattern.compile("^(?:会谈|磋商|会晤|峰会|谈判)?(?:以来|之后|以后)");
  private static final Pattern BEFORE =
      Pattern.compile("\\b(?:before|prior to|ahead of)\\s+(?:the\\s+)?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_AFTER = Pattern.compile("^(?:会谈|磋商|会晤|峰会|谈判)?(?:之前|以前)");

  private static final QuickPattern BETWEEN =
      QuickPattern.of("\\b(?:between|from)\\s+(?:the\\s+)?$");
  private static final QuickPattern AND =
      QuickPattern.of(
          "\\s+(?:(?:round|talks|meeting|summit|session)\\s+)?(?:and|to|until|till)\\s+(?:the\\s+)?");

  private SinceMeeting() {}

  /**
   * The reading with the time opened or ended by the meeting, or between two; the same when it
   * names no meeting, or a time and one.
   */
  static Reading applied(Reading reading, QueryPlan plan, Generation generation) {
    boolean isOfADay = reading.isRange() && Objects.equals(reading.first(), reading.last());
    List<LocalDate> ends =
        isOfADay || reading.asks(Reading.Shape.COMPARISON)
            ? List.of()
            : ends(plan, generation).stream()
                .flatMap(end -> day(end, generation).stream())
                .sorted()
                .toList();
    if (ends.size() == 2) {
      return reading.between(ends.getFirst(), ends.getLast());
    }
    if (reading.hasSpan()) {
      return reading;
    }
    return day(SINCE, SINCE_AFTER, plan, generation)
        .map(day -> reading.between(day, null))
        .or(
            () ->
                day(BEFORE, BEFORE_AFTER, plan, generation)
                    .map(day -> reading.between(null, day.minusDays(1))))
        .orElse(reading);
  }

  /** Of the meeting that it names, or of the first measure. */
  private static Optional<LocalDate> day(QueryToken name, Generation generation) {
    return lastAt(generation, name.text())
        .or(
            () ->
                generation.naming(name.text()).stream()
                    .filter(record -> record.kind().isMeasure())
                    .filter(isInTitle(generation, name.text()))
                    .min(Comparator.comparing(CorpusRecord::anchorDay)))
        .map(CorpusRecord::anchorDay);
  }

  private static boolean isMeeting(QueryToken name, Generation generation) {
    return generation.term(name.text()).filter(Outcomes::isWhere).isPresent()
        && lastAt(generation, name.text()).isPresent();
  }

  /** "Between Madrid and Kuala Lumpur": the names of two meetings, or of a measure and one. */
  static List<QueryToken> ends(QueryPlan plan, Generation generation) {
    String text = plan.text();
    List<QueryToken> names =
        plan.tokens().stream().filter(token -> token.kind() == QueryToken.Kind.TERM).toList();
    return names.stream()
        .filter(first -> BETWEEN.isIn(text.substring(0, first.start())))
        .flatMap(
            first ->
                names.stream()
                    .filter(second -> first.end() < second.start())
                    .filter(second -> AND.isWhole(text.substring(first.end(), second.start())))
                    .map(second -> List.of(first, second)))
        .filter(two -> two.stream().allMatch(one -> day(one, generation).isPresent()))
        .filter(two -> two.stream().anyMatch(one -> isMeeting(one, generation)))
        .findFirst()
        .orElse(List.of());
  }

  /** The meeting after or before which something is asked about. */
  static Optional<CorpusRecord> named(QueryPlan plan, Generation generation) {
    return named(SINCE, SINCE_AFTER, plan, generation)
        .or(() -> named(BEFORE, BEFORE_AFTER, plan, generation));
  }

  private static Optional<LocalDate> day(
      Pattern before, Pattern after, QueryPlan plan, Generation generation) {
    return named(before, after, plan, generation).map(CorpusRecord::anchorDay);
  }

  /** That which stands behind or before such words. */
  private static Optional<CorpusRecord> named(
      Pattern before, Pattern after, QueryPlan plan, Generation generation) {
    return plan.tokens().stream()
        .filter(token -> token.kind() == QueryToken.Kind.TERM)
        .filter(
            token ->
                before.matcher(plan.text().substring(0, token.start())).find()
                    || after.matcher(plan.text().substring(token.end())).find())
        .flatMap(token -> lastAt(generation, token.text()).stream())
        .findFirst();
  }

  /** The last meeting whose title has the name: "Madrid", "the Busan summit". */
  static Optional<CorpusRecord> lastAt(Generation generation, String termId) {
    Predicate<CorpusRecord> isTitled = isInTitle(generation, termId);
    return generation.naming(termId).stream()
        .filter(record -> record.kind() == Kind.MEETING)
        .filter(isTitled)
        .max(Comparator.comparing(CorpusRecord::anchorDay))
        .or(() -> generation.term(termId).flatMap(term -> meeting(term, generation)));
  }

  private static Optional<CorpusRecord> meeting(Term term, Generation generation) {
    return Optional.ofNullable(term.recordId())
        .flatMap(generation::find)
        .filter(record -> record.kind() == Kind.MEETING);
  }

  /** "Geneva" is in "Geneva talks" too, which is another term. */
  static Predicate<CorpusRecord> isInTitle(Generation generation, String termId) {
    Set<String> titled = generation.titled(termId);
    List<String> names = generation.term(termId).map(Term::en).orElse(List.of());
    return record ->
        titled.contains(record.id()) || names.stream().anyMatch(record.title()::contains);
  }
}

package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who came after a person in office, or before: the statement that tells it of that person. Pure
 * functions.
 */
final class Successors {
  private static final QuickPattern AFTER =
      QuickPattern.of(
          "^\\W*who (?:has |was named to )?(?:replaced?|succeed(?:ed)?|followed(?!"
              + " [^?]*\\bto\\b)|came after|took over (?:from|for))\\b|^\\W*who"
              + " (?:is|was)\\b[^?]*\\bsuccessor\\b");

  private static final QuickPattern BEFORE =
      QuickPattern.of(
          "^\\W*whom? did [^?]+ (?:replace|succeed|follow|take over from)\\b"
              + "|^\\W*who (?:is|was)\\b[^?]*\\bpredecessor\\b"
              + "|^\\W*who was (?:the )?(?:[\\w.]+ ){1,4}before [a-z ]{3,20}\\W*$");

  private Successors() {}

  /** The statements with that first; empty where none tells it or something else is asked. */
  static Optional<Statements> first(QueryPlan plan, Statements ranked, Generation generation) {
    return asked(plan, generation)
        .flatMap(told -> place(told, generation))
        .flatMap(
            place ->
                generation.evidenceOf(plan, List.of(place.record().id())).stream()
                    .findFirst()
                    .map(evidence -> ranked.openedBy(evidence, place.ordinal())));
  }

  private static boolean tells(QueryPlan plan, Statements.Ranked one, Generation generation) {
    return asked(plan, generation)
        .filter(told -> told.pattern().matcher(one.statement().text()).find())
        .isPresent();
  }

  /** Whether it is asked, and the first tells of others. */
  static boolean isUntold(QueryPlan plan, List<Statements.Ranked> first, Generation generation) {
    return asked(plan, generation).isPresent()
        && first.stream().limit(1).noneMatch(one -> tells(plan, one, generation));
  }

  /** The person, and how what is asked of them is told. */
  private record Told(Term person, Pattern pattern) {}

  private static Optional<Told> asked(QueryPlan plan, Generation generation) {
    boolean isAfter = AFTER.isIn(plan.text());
    if (!isAfter && !BEFORE.isIn(plan.text())) {
      return Optional.empty();
    }
    List<Term> persons = Chronicle.persons(plan, generation).stream().toList();
    return persons.size() == 1
        ? Optional.of(persons.getFirst())
            .map(person -> new Told(person, isAfter ? after(person) : before(person)))
        : Optional.empty();
  }

  private static Pattern after(Term person) {
    return ofThem(
        person,
        "\\b(?:replaced|succeeded|followed)(?: as [^.;]{3,40}?)? %1$s\\b",
        "\\b%1$s\\b(?! (?:replaced|succeeded|followed)).*\\b(?:replaced|succeeded|followed)"
            + " (?:him|her)\\b",
        "\\btook over\\b[^.;]*\\bfrom %1$s\\b",
        "\\bpredecessor\\b(?:,|[^.;]{0,40} was)? %1$s\\b",
        "\\bsuccessor (?:of|to) %1$s\\b",
        "\\b%1$s was (?:replaced|succeeded|followed) by\\b");
  }

  private static Pattern before(Term person) {
    return ofThem(
        person,
        "\\b%1$s (?:replaced|succeeded|followed) \\p{Lu}",
        "\\b%1$s took over\\b[^.;]*\\bfrom \\p{Lu}",
        "\\b%1$s\\b[^.;]*\\bsuccessor (?:of|to) \\p{Lu}",
        "\\b%1$s['’]s predecessor\\b");
  }

  private static Pattern ofThem(Term person, String... forms) {
    return Pattern.compile(
        String.join("|", forms).formatted("(?:" + AskedSpeaker.names(person) + ")"));
  }

  /** Of the newest record that has one. */
  private static Optional<Place> place(Told told, Generation generation) {
    return generation.naming(told.person().id()).stream()
        .filter(record -> record.kind() == Kind.EXPLAINER)
        .sorted(Comparator.comparing(CorpusRecord::anchorDay).reversed())
        .flatMap(record -> places(record, told.pattern()))
        .findFirst();
  }

  private record Place(CorpusRecord record, int ordinal) {}

  private static Stream<Place> places(CorpusRecord record, Pattern pattern) {
    return IntStream.range(0, record.statements().size())
        .filter(i -> pattern.matcher(record.statements().get(i).text()).find())
        .mapToObj(i -> new Place(record, i));
  }
}

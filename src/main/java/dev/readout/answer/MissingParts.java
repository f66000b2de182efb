package dev.readout.answer;

import dev.readout.answer.Answer.Missing;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a question names or asks for and the records that come nearest lack. Pure functions. */
final class MissingParts {
  private static final int MAX_NAMED = 4;

  /** "Two" and "'23" are in any record. */
  private static final int TELLING_DIGITS = 3;

  private static final Set<String> PARTS =
      Set.of("commodity", "technology", "instrument", "list", "law", "company", "vocabulary");
  private static final Pattern AND =
      Pattern.compile(
          "\\s*(?:,(?:\\s*(?:and|or)\\b)?|\\b(?:and|or)\\b|&|和|与|及|、)\\s*(?:the\\s+)?",
          Pattern.CASE_INSENSITIVE);
  private static final QuickPattern OF = QuickPattern.exactly("['’]s?$");

  private MissingParts() {}

  /**
   * Of a question that is not answered: the names, numbers and dates that no record has, or that
   * the nearest lacks; where it has them all, the slot that it does not fill. Never empty.
   *
   * @param found the records found, nearest first
   * @param lacking what the first statements are known not to have of what is asked; null for no
   *     such thing
   */
  static List<Missing> of(
      Generation generation,
      QueryPlan plan,
      Reading reading,
      List<Evidence> found,
      @Nullable Missing lacking) {
    List<Missing> missing = new ArrayList<>();
    LocalDate end = generation.info().reachesTo();
    if (end != null && reading.first() != null && reading.first().isAfter(end)) {
      missing.add(new Missing(Missing.Kind.AFTER_THE_SOURCES, end.toString()));
    }
    if (lacking != null && lacking.kind() == Missing.Kind.NOWHERE) {
      return List.of(lacking);
    }
    missing.addAll(together(lacking(generation, plan, reading, found), plan, generation, reading));
    return missing.isEmpty()
        ? List.of(lacking == null ? unfilled(reading) : lacking)
        : List.copyOf(missing);
  }

  /** What no record has; else what the nearest lacks, unless another has it all. */
  private static List<Missing> lacking(
      Generation generation, QueryPlan plan, Reading reading, List<Evidence> found) {
    if (found.isEmpty()) {
      return named(generation, plan, reading, null);
    }
    List<Missing> lacking = named(generation, plan, reading, found.getFirst());
    List<Missing> nowhere =
        lacking.stream().filter(one -> one.kind() == Missing.Kind.NOWHERE).toList();
    boolean isTogether =
        found.stream().anyMatch(one -> named(generation, plan, reading, one).isEmpty());
    return isTogether || !nowhere.isEmpty() ? nowhere : lacking;
  }

  /**
   * What is lacking; where it is persons, whom many records name, all of the names that no record
   * has together.
   */
  private static List<Missing> together(
      List<Missing> lacking, QueryPlan plan, Generation generation, Reading reading) {
    List<Missing> all =
        named(generation, plan, reading, null).stream()
            .map(one -> new Missing(Missing.Kind.NEVER_TOGETHER, one.what()))
            .toList();
    boolean arePersons =
        !lacking.isEmpty()
            && lacking.stream()
                .allMatch(
                    one ->
                        one.kind() == Missing.Kind.NOT_TOGETHER
                            && isPerson(generation, one.what()));
    return arePersons && all.size() > 1 ? all : lacking;
  }

  private static boolean isPerson(Generation generation, String name) {
    return generation.termsIn(name).stream()
        .flatMap(id -> generation.term(id).stream())
        .anyMatch(term -> term.kind().equals("person"));
  }

  /**
   * A question without one of the two things that it names side by side.
   *
   * @param left the question about the other
   */
  record Part(String left, Missing missing) {}

  /**
   * Where the question names two things side by side, "TikTok and soybeans", and the nearest record
   * has but one of them: the question about that one. A person or place that is missing is no such
   * part: without it, the question is another.
   */
  static Optional<Part> withoutPart(
      Generation generation, QueryPlan plan, @Nullable Evidence nearest) {
    if (nearest == null) {
      return Optional.empty();
    }
    return sideBySide(generation, plan)
        .filter(pair -> !nearest.inAnyWords()[pair.thing()])
        .findFirst()
        .map(pair -> new Part(pair.without(plan), missing(plan, pair.thing())));
  }

  /** A thing and another that an "and" joins it to, by the places of their tokens. */
  private record Pair(int thing, int other) {
    String without(QueryPlan plan) {
      QueryToken thing = plan.tokens().get(this.thing);
      QueryToken other = plan.tokens().get(this.other);
      boolean isLast = other.end() <= thing.start();
      return plan.text().substring(0, isLast ? other.end() : thing.start())
          + plan.text().substring(isLast ? thing.end() : other.start());
    }
  }

  /**
   * Of a question that is answered: the things that it names side by side with another, and none of
   * the records has.
   */
  static List<Missing> unsaid(Generation generation, QueryPlan plan, List<Evidence> records) {
    return sideBySide(generation, plan)
        .map(Pair::thing)
        .filter(i -> records.stream().noneMatch(one -> one.inAnyWords()[i]))
        .filter(i -> !isOfKind(generation, plan, i, Set.of("vocabulary")))
        .map(i -> missing(plan, i))
        .distinct()
        .toList();
  }

  private static Stream<Pair> sideBySide(Generation generation, QueryPlan plan) {
    List<Integer> things =
        IntStream.range(0, plan.tokens().size())
            .filter(i -> isOfKind(generation, plan, i, PARTS))
            .boxed()
            .toList();
    return things.stream()
        .flatMap(
            i ->
                things.stream()
                    .filter(other -> isJoined(plan, i, other) || isJoined(plan, other, i))
                    .map(other -> new Pair(i, other)));
  }

  private static boolean isJoined(QueryPlan plan, int first, int second) {
    int end = plan.tokens().get(first).end();
    int start = plan.tokens().get(second).start();
    return end < start && AND.matcher(plan.text()).region(end, start).matches();
  }

  private static boolean isOfKind(
      Generation generation, QueryPlan plan, int place, Set<String> kinds) {
    QueryToken token = plan.tokens().get(place);
    return token.kind() == QueryToken.Kind.TERM
        && generation.term(token.text()).filter(term -> kinds.contains(term.kind())).isPresent();
  }

  /** The time that the question names; empty where it only counts days or names a season. */
  static Optional<Missing> time(QueryPlan plan) {
    return plan.tokens().stream()
        .filter(token -> token.kind() == QueryToken.Kind.DATE)
        .findFirst()
        .map(date -> plan.text().substring(date.start(), date.end()))
        .map(written -> new Missing(Missing.Kind.TIME, written));
  }

  private static Missing missing(QueryPlan plan, int place) {
    QueryToken token = plan.tokens().get(place);
    return new Missing(
        token.known() ? Missing.Kind.NOT_TOGETHER : Missing.Kind.NOWHERE,
        OF.replaceFirst(plan.written(token), ""));
  }

  /** The names and dates of the question that a record lacks, as the question writes them. */
  static List<Missing> named(
      Generation generation, QueryPlan plan, Reading reading, @Nullable Evidence record) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> record == null || !record.inRecord()[i])
        .filter(i -> isNaming(generation, plan, reading, plan.tokens().get(i)))
        .mapToObj(i -> missing(plan, i))
        .distinct()
        .limit(MAX_NAMED)
        .toList();
  }

  private static boolean isNaming(
      Generation generation, QueryPlan plan, Reading reading, QueryToken token) {
    return switch (token.kind()) {
      case TERM ->
          generation
              .term(token.text())
              .filter(term -> !term.isVocabulary() && !Composer.COUNTRIES.contains(term.id()))
              .isPresent();
      case DATE -> !reading.isRange();
      case CITATION, QUOTATION -> true;
      case NUMBER ->
          token.hasContent()
              && isAlone(plan, token)
              && (!token.known() || token.text().length() >= TELLING_DIGITS);
      case WORD -> token.isTelling() && !token.known() && isAlone(plan, token);
      case PAIR, CHARACTER -> false;
    };
  }

  /** Not part of a longer name or date. */
  private static boolean isAlone(QueryPlan plan, QueryToken token) {
    return plan.tokens().stream()
        .filter(
            other ->
                other.kind() == QueryToken.Kind.TERM
                    || other.kind() == QueryToken.Kind.DATE
                    || other.kind() == QueryToken.Kind.CITATION)
        .noneMatch(other -> other.start() <= token.start() && token.end() <= other.end());
  }

  private static Missing unfilled(Reading reading) {
    if (reading.slots().stream().anyMatch(Slot::isDay)) {
      return new Missing(Missing.Kind.DAY, "");
    }
    if (reading.asks(Slot.PERSON)) {
      return new Missing(Missing.Kind.PERSON, "");
    }
    if (reading.asks(Slot.PLACE)) {
      return new Missing(Missing.Kind.PLACE, "");
    }
    return new Missing(reading.asks(Slot.REASON) ? Missing.Kind.REASON : Missing.Kind.DETAIL, "");
  }
}

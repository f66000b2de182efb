package dev.readout.answer;

import dev.readout.answer.Answer.Missing;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a question names or asks for and the records that come nearest lack. Pure functions. */
final class MissingParts {
  private static final int MAX_NAMED = 4;
  private static final Set<String> PARTS =
      Set.of("commodity", "technology", "instrument", "list", "law", "company", "vocabulary");
  private static final Pattern AND_AT_END =
      Pattern.compile("\\s*(?:,|\\band\\b|\\bor\\b|&|和|与|及|、)\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern AND_AT_START =
      Pattern.compile("^\\s*(?:,|\\band\\b|\\bor\\b|&|和|与|及|、)\\s*", Pattern.CASE_INSENSITIVE);

  private MissingParts() {}

  /**
   * Of a question that is not answered: the names, numbers and dates that no record has, or that
   * the nearest lacks; where it has them all, the slot that it does not fill. Never empty.
   *
   * @param nearest null where no record shares anything with the question
   * @param lacksAmount whether a figure is asked for that the first statements do not have
   */
  static List<Missing> of(
      Generation generation,
      QueryPlan plan,
      Reading reading,
      @Nullable Evidence nearest,
      boolean lacksAmount) {
    List<Missing> missing = new ArrayList<>();
    LocalDate end = generation.info().reachesTo();
    if (end != null && reading.first() != null && reading.first().isAfter(end)) {
      missing.add(new Missing(Missing.Kind.AFTER_THE_SOURCES, end.toString()));
    }
    missing.addAll(together(named(generation, plan, reading, nearest), plan, generation, reading));
    return missing.isEmpty() ? List.of(unfilled(reading, lacksAmount)) : List.copyOf(missing);
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
    List<QueryToken> tokens = plan.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      QueryToken token = tokens.get(i);
      if (token.kind() == QueryToken.Kind.TERM
          && !nearest.inRecord()[i]
          && generation
              .term(token.text())
              .filter(term -> PARTS.contains(term.kind()))
              .isPresent()) {
        String before = plan.text().substring(0, token.start());
        String after = plan.text().substring(token.end());
        String what = plan.text().substring(token.start(), token.end());
        Missing missing =
            new Missing(token.known() ? Missing.Kind.NOT_TOGETHER : Missing.Kind.NOWHERE, what);
        if (AND_AT_END.matcher(before).find()) {
          return Optional.of(
              new Part(AND_AT_END.matcher(before).replaceFirst("") + after, missing));
        }
        if (AND_AT_START.matcher(after).find()) {
          return Optional.of(
              new Part(before + AND_AT_START.matcher(after).replaceFirst(""), missing));
        }
      }
    }
    return Optional.empty();
  }

  /** The names and dates of the question that a record lacks, as the question writes them. */
  static List<Missing> named(
      Generation generation, QueryPlan plan, Reading reading, @Nullable Evidence record) {
    Map<String, Missing.Kind> missing = new LinkedHashMap<>();
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      boolean held = record != null && record.inRecord()[i];
      if (!held && isNaming(generation, plan, reading, token)) {
        missing.putIfAbsent(
            plan.text().substring(token.start(), token.end()),
            token.known() ? Missing.Kind.NOT_TOGETHER : Missing.Kind.NOWHERE);
      }
    }
    return missing.entrySet().stream()
        .limit(MAX_NAMED)
        .map(entry -> new Missing(entry.getValue(), entry.getKey()))
        .toList();
  }

  private static boolean isNaming(
      Generation generation, QueryPlan plan, Reading reading, QueryToken token) {
    return switch (token.kind()) {
      case TERM -> generation.term(token.text()).filter(term -> !term.isVocabulary()).isPresent();
      case DATE -> !reading.isRange();
      case CITATION, QUOTATION -> true;
      case NUMBER -> token.hasContent() && isAlone(plan, token);
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

  private static Missing unfilled(Reading reading, boolean lacksAmount) {
    if (lacksAmount) {
      return new Missing(Missing.Kind.AMOUNT, "");
    }
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

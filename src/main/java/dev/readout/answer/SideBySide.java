package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.Language;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Two names of one kind that a question sets beside each other, the first one first: "Section 889
 * and Section 5949", "Announcements 70 and 72", "Bali with Lima". Immutable.
 */
record SideBySide(QueryToken first, QueryToken second) {
  /** What may stand between two names that are set beside each other. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "^\\W*(?:[\\w.'’-]+\\W+){0,4}?(?:vs?\\.?|versus|and|or|with|against|from|to|than|unlike|&|/)"
              + "(?:\\W+[\\w.'’-]+){0,4}?\\W*$",
          Pattern.CASE_INSENSITIVE);

  /** Words that set two beside each other without any of comparing. */
  private static final Pattern OF_EACH =
      Pattern.compile(
          "\\b(?:each|both|respectively|the two|one do\\w* .*other|which (?:one )?of|which is)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What is left out where each is asked about alone. */
  private static final Pattern COMPARING =
      Pattern.compile(
          "\\b(?:is there )?(?:(?:a|an|any|the) )?(?:\\w+ )?differences? (?:between|of|in)\\b"
              + "|\\b(?:compared?|comparing|contrast|differs?|respectively)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> OF_LAW = Set.of("instrument", "law", "list");

  private static final Set<String> WHO_ACTS = Set.of("person", "agency");

  /** Longer is a year. */
  private static final int MAX_DIGITS = 3;

  /** The first two of a question in English that compares them, or asks something of each. */
  static Optional<SideBySide> in(QueryPlan plan, Reading reading, Generation generation) {
    if (reading.language() != Language.EN
        || !(reading.asks(Shape.COMPARISON) || OF_EACH.matcher(plan.text()).find())) {
      return Optional.empty();
    }
    List<QueryToken> names =
        plan.tokens().stream().filter(token -> isThing(plan, token, generation)).toList();
    return IntStream.range(1, names.size())
        .mapToObj(i -> new SideBySide(names.get(i - 1), names.get(i)))
        .filter(two -> kind(two.first, generation).equals(kind(two.second, generation)))
        .filter(two -> two.first.end() < two.second.start())
        .filter(
            two ->
                BETWEEN
                    .matcher(plan.text().substring(two.first.end(), two.second.start()))
                    .matches())
        .findFirst();
  }

  /** Measures, the laws behind them and their lists are of one kind. */
  static String kind(QueryToken name, Generation generation) {
    return name.kind() == QueryToken.Kind.NUMBER
        ? "number"
        : generation
            .term(name.text())
            .map(Term::kind)
            .map(kind -> OF_LAW.contains(kind) ? "law" : kind)
            .orElse("");
  }

  static boolean isLaw(QueryToken name, Generation generation) {
    return kind(name, generation).equals("law");
  }

  private static boolean isThing(QueryPlan plan, QueryToken token, Generation generation) {
    return token.kind() == QueryToken.Kind.NUMBER
        ? token.text().length() <= MAX_DIGITS
            && plan.tokens().stream()
                .noneMatch(other -> !other.equals(token) && token.isWithin(other))
        : isName(token, generation)
            && !Composer.isGovernment(plan, token)
            && !WHO_ACTS.contains(kind(token, generation));
  }

  /** Whether it names something else than a country, or duties at large. */
  static boolean isName(QueryToken token, Generation generation) {
    return token.kind() == QueryToken.Kind.TERM
        && !Duties.isTariff(token)
        && token.hasContent()
        && generation
            .term(token.text())
            .filter(term -> !term.isVocabulary() && !Composer.COUNTRIES.contains(term.id()))
            .isPresent();
  }

  /** The question about the other one alone. */
  String without(QueryToken left, String text) {
    String rest =
        left.equals(second)
            ? text.substring(0, first.end()) + text.substring(second.end())
            : text.substring(0, first.start()) + text.substring(second.start());
    return COMPARING.matcher(rest).replaceAll("").strip();
  }
}

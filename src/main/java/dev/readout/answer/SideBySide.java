package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two names of one kind that a question sets beside each other, the first one first: "Section 889
 * and Section 5949", "Announcements 70 and 72", "Bali with Lima". Immutable.
 */
record SideBySide(QueryToken first, QueryToken second) {
  /** What may stand between two names that are set beside each other. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "^(?<about>\\W*(?:[\\w.'’-]+\\W+){0,4})(?:vs?\\.?|versus|and|or|with|against|from|to|than|as|unlike|&|/|,)"
              + "(?:\\W+[\\w.'’-]+){0,4}?\\W*$",
          Pattern.CASE_INSENSITIVE);

  /** Words that set two beside each other without any of comparing. */
  private static final QuickPattern OF_EACH =
      QuickPattern.of(
          "\\b(?:each|both|respectively|the two|one do\\w* .*other|which (?:one )?of|which"
              + " is|same)\\b");

  /** The same between the two: "stricter on A than on B", "in A and in B". */
  private static final QuickPattern SETS_BESIDE =
      QuickPattern.of(
          "\\b(?:or|vs|versus|than|as \\w+ as)\\b|\\band (?:[\\w.]+"
              + " ){0,2}?(?:in|on|at|by|for|how|what|when|where|who)\\b");

  /** What is left out where each is asked about alone. */
  private static final QuickPattern COMPARING =
      QuickPattern.of(
          "\\b(?:is there )?(?:(?:a|an|any|the) )?(?:\\w+ )?differences? (?:between|of|in)\\b"
              + "|\\b(?:compared?|comparing|contrast|differs?|respectively)\\b");

  private static final Set<String> OF_LAW = Set.of("instrument", "law", "list");

  private static final Set<String> WHO_ACTS = Set.of("person", "agency");

  /** Longer is a year. */
  private static final int MAX_DIGITS = 3;

  /** The first two of a question in English that compares them, or asks something of each. */
  static Optional<SideBySide> in(QueryPlan plan, Reading reading, Generation generation) {
    if (reading.language() != Language.EN) {
      return Optional.empty();
    }
    boolean isOfEach = reading.asks(Shape.COMPARISON) || OF_EACH.isIn(plan.text());
    List<QueryToken> names =
        plan.tokens().stream().filter(token -> isThing(plan, token, generation)).toList();
    return names.stream()
        .flatMap(
            first ->
                names.stream()
                    .filter(
                        other -> first.end() < other.start() && areAlike(first, other, generation))
                    .limit(1)
                    .map(second -> new SideBySide(first, second)))
        .filter(two -> BETWEEN.matcher(two.between(plan.text())).matches())
        .filter(
            two ->
                !WHO_ACTS.contains(kind(two.first, generation))
                    || (!reading.asks(Shape.BOTH_SIDES)
                        && (reading.asks(Shape.COMPARISON)
                            || SETS_BESIDE.isIn(two.between(plan.text())))))
        .filter(
            two ->
                isOfEach
                    || (two.first.kind() != QueryToken.Kind.NUMBER
                        && SETS_BESIDE.isIn(two.between(plan.text()))))
        .findFirst();
  }

  private String between(String text) {
    return text.substring(first.end(), second.start());
  }

  /** Of one kind, and of one government where they act for it. */
  private static boolean areAlike(QueryToken one, QueryToken other, Generation generation) {
    String kind = kind(one, generation);
    return kind.equals(kind(other, generation))
        && !one.text().equals(other.text())
        && (!WHO_ACTS.contains(kind) || side(one, generation).equals(side(other, generation)));
  }

  private static Optional<Side> side(QueryToken name, Generation generation) {
    return generation.term(name.text()).flatMap(term -> Optional.ofNullable(term.side()));
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
        : isName(token, generation) && !Composer.isGovernment(plan, token);
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
    Matcher between = BETWEEN.matcher(between(text));
    String about = between.matches() ? between.group("about") : "";
    QueryToken kept = left.equals(second) ? first : second;
    String rest =
        text.substring(0, first.start())
            + text.substring(kept.start(), kept.end())
            + about
            + text.substring(second.end());
    return COMPARING.replaceAll(rest, "").strip();
  }
}

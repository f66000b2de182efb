package dev.readout.answer;

import dev.readout.corpus.QuickPattern;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What another country than the two pays on some goods, "what rate does Japan pay on cars": a
 * sentence with that country, those goods and a percentage. Pure functions.
 */
final class OthersRates {
  /** What they pay, and not what they charge, nor on what comes from China or goes there. */
  private static final QuickPattern ASKED =
      QuickPattern.of(
          "^\\W*(?!.*\\b(?:charge[sd]?|impos\\w+|put|ha(?:s|ve|d)|levie[sd]|fell|fall|chinese|china|american|us"
              + " goods|deal)\\b)(?:what|which|how"
              + " (?:much|high|big))\\b[^?]*\\b(?:pays?|paying|face[sd]?|cap|ceiling|rate"
              + " (?:for|on)|tariff on)\\b");

  private static final QuickPattern PERCENT =
      QuickPattern.of("\\b[0-9.]+ percent\\b|\\bduty-free\\b");

  /** "Tariff" and "rate" are in the titles of more records than any goods. */
  private static final double OF_SOME_GOODS = 1.8;

  private OthersRates() {}

  /** The statements with that first; empty where it is not asked, or none tells it. */
  static Optional<Statements> first(QueryPlan plan, Statements ranked, Generation generation) {
    List<Integer> countries =
        ASKED.isIn(plan.text()) ? others(plan, generation) : List.<Integer>of();
    if (countries.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> goods = Measures.goods(plan, generation);
    return ranked.ranked().stream()
        .filter(one -> PERCENT.isIn(one.statement().text()))
        .filter(one -> countries.stream().allMatch(one::holds))
        .filter(one -> goods.stream().allMatch(thing -> tells(one, thing, generation)))
        .filter(one -> isTitled(plan, one, countries))
        .findFirst()
        .map(one -> ranked.openedBy(List.of(one)));
  }

  /** The countries that are named but the two, and not as where a meeting was. */
  private static List<Integer> others(QueryPlan plan, Generation generation) {
    return StatementOrder.Named.of(
        plan,
        generation,
        term ->
            term.kind().equals("place")
                && term.side() == null
                && !Composer.COUNTRIES.contains(term.id())
                && SinceMeeting.lastAt(generation, term.id()).isEmpty());
  }

  /** Whether a sentence is of the goods, or of a record of these alone. */
  private static boolean tells(Statements.Ranked one, int thing, Generation generation) {
    return one.holds(thing)
        || (one.evidence().inTitle()[thing]
            && generation.termsIn(one.record().title()).stream()
                    .flatMap(id -> generation.term(id).stream())
                    .filter(term -> term.kind().equals("commodity"))
                    .limit(2)
                    .count()
                < 2);
  }

  /** Whether the title names what is charged. */
  private static boolean isTitled(QueryPlan plan, Statements.Ranked one, List<Integer> countries) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> plan.tokens().get(i).kind() == QueryToken.Kind.TERM && !countries.contains(i))
        .filter(i -> plan.tokens().get(i).idf() >= OF_SOME_GOODS)
        .anyMatch(i -> one.evidence().inTitle()[i]);
  }
}

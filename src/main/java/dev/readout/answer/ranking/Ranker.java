package dev.readout.answer.ranking;

import dev.readout.answer.reading.Reading;
import dev.readout.corpus.Term;
import dev.readout.index.Candidate;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import dev.readout.index.SearchFilter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ranks the records of a generation against a question, and says how sure it is that the best one
 * answers it. Deterministic: equal scores are ordered by date, newest first, then by id.
 * Thread-safe.
 */
public final class Ranker {
  /**
   * Candidates looked at closely; of the development questions none had its record further down.
   */
  private static final int MAX_CLOSE_LOOKS = 20;

  private static final int MIN_IDENTIFIER_DIGITS = 4;

  /** Enough to fall behind any record that does hold it. */
  private static final double WITHOUT_IDENTIFIER = 6;

  private final Weights weights;

  public Ranker() {
    this(Weights.shipped());
  }

  Ranker(Weights weights) {
    this.weights = weights;
  }

  /**
   * What a ranking found.
   *
   * @param records best first; empty when nothing matches at all
   * @param confidence probability that the best record answers the question, 0 to 1
   */
  public record Ranking(List<Ranked> records, double confidence) {}

  public Ranking rank(Generation generation, QueryPlan plan, Reading reading, SearchFilter filter) {
    List<Evidence> evidence =
        generation.evidence(plan, closest(generation.candidates(plan, filter)));
    Features features = new Features(plan, reading, definingRecords(generation, plan));
    List<Ranked> ranked = new ArrayList<>(evidence.size());
    for (Evidence found : evidence) {
      double penalty = lacksIdentifier(plan, found) ? WITHOUT_IDENTIFIER : 0;
      ranked.add(new Ranked(found, Weights.sum(weights.ranking(), features.of(found)) - penalty));
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing((Ranked r) -> r.record().anchorDay(), Comparator.reverseOrder())
            .thenComparing(r -> r.record().id()));
    return new Ranking(
        List.copyOf(ranked), ranked.isEmpty() ? 0 : confidence(generation, plan, reading, ranked));
  }

  /**
   * "EO 14266" must stand in a statement or the title: a record that mentions the number in
   * passing, in a note, would be quoted for another order's citation.
   */
  private static boolean lacksIdentifier(QueryPlan plan, Evidence found) {
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      int place = i;
      if (token.kind() == QueryToken.Kind.NUMBER
          && token.isTelling()
          && token.text().length() >= MIN_IDENTIFIER_DIGITS
          && !found.inTitle()[i]
          && Arrays.stream(found.inStatement()).noneMatch(held -> held[place])) {
        return true;
      }
    }
    return false;
  }

  private static List<Candidate> closest(List<Candidate> candidates) {
    return candidates.stream()
        .sorted(
            Comparator.comparingDouble(
                    (Candidate c) -> c.whole() + c.phrases() + c.statement() + c.question())
                .reversed()
                .thenComparingInt(Candidate::document))
        .limit(MAX_CLOSE_LOOKS)
        .toList();
  }

  static Set<String> definingRecords(Generation generation, QueryPlan plan) {
    return plan.termIds().stream()
        .flatMap(id -> generation.term(id).stream())
        .map(Term::recordId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private double confidence(
      Generation generation, QueryPlan plan, Reading reading, List<Ranked> ranked) {
    Map<Signal, Double> signals = signals(generation, plan, reading, ranked);
    // Too rare among judged questions to be weighed, and beyond doubt: pizza, in Shanghai.
    if (signals.getOrDefault(Signal.ONLY_PLACES_HELD, 0.0) > 0) {
      return 0;
    }
    double logOdds = Weights.sum(weights.confidence(), signals);
    return 1 / (1 + Math.exp(-logOdds));
  }

  Map<Signal, Double> signals(
      Generation generation, QueryPlan plan, Reading reading, List<Ranked> ranked) {
    Features features = new Features(plan, reading, definingRecords(generation, plan));
    return new Signals(generation, plan, reading, reachesTo(generation))
        .of(ranked, features.of(ranked.getFirst().evidence()));
  }

  private static LocalDate reachesTo(Generation generation) {
    return Stream.of(generation.info().reachesToUs(), generation.info().reachesToPrc())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.MAX);
  }
}

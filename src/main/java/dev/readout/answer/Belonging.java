package dev.readout.answer;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toSet;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.corpus.CorpusRecord;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records that belong in an answer, whatever words they share with the question. Immutable. */
record Belonging(Generation generation, Composer composer, Sequences sequences) {
  /**
   * What proves a verdict, the two governments' accounts of the meeting, and the compiled history
   * are to the point however they rank.
   */
  List<Ranked> with(
      QueryPlan plan,
      Reading reading,
      List<Ranked> ranking,
      @Nullable Verdict verdict,
      Question question) {
    if (ranking.isEmpty()) {
      return ranking;
    }
    Ranked best = ranking.getFirst();
    Set<String> near =
        ranking.stream()
            .limit(StatementRanker.MAX_RECORDS)
            .map(one -> one.record().id())
            .collect(toSet());
    List<String> missing =
        Stream.of(
                Stream.ofNullable(verdict).flatMap(one -> one.records().stream()),
                composer.accounts(best.record(), reading).stream(),
                sequences.belonging(plan, reading, ranking))
            .flatMap(identity())
            .filter(record -> Composer.isWanted(question, record))
            .map(CorpusRecord::id)
            .filter(id -> !near.contains(id))
            .distinct()
            .toList();
    List<Ranked> all = new ArrayList<>(ranking);
    all.addAll(
        1,
        generation.evidenceOf(plan, missing).stream()
            .map(evidence -> new Ranked(evidence, best.score()))
            .toList());
    return all;
  }
}

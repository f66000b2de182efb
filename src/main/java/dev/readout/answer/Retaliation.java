package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.StatementOrder.Named;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.List;
import java.util.stream.Stream;

/** What a government did in answer to the other's measures. Pure functions. */
final class Retaliation {
  /** How far an answer to a measure is put before what else was found. */
  private static final double ANSWERS_AHEAD = 6;

  private static final QuickPattern IS_ASKED =
      QuickPattern.of(
          "\\bhow (?:did|has|have)"
              + " [^?]*\\b(?:respond(?:ed)?|react(?:ed)?|retaliated?|answer(?:ed)?|hit"
              + " back)\\b|\\bin (?:response|answer|reaction|retaliation) (?:to|for|against)\\b");

  private static final QuickPattern TOLD =
      QuickPattern.of(
          "\\b(?:China|Beijing|MOFCOM|Washington|U\\.S\\.|United States) (?:\\w+"
              + " )?(?:answered|retaliated)\\b|\\b(?:and|which) (?:answered|retaliated)\\b|\\bin"
              + " answer to\\b");

  private Retaliation() {}

  /** Whether it is asked what was done in answer to something. */
  static boolean isAsked(QueryPlan plan) {
    return IS_ASKED.isIn(plan.text());
  }

  /** Whether it tells of a deed as the answer to something. */
  static boolean isTold(Statements.Ranked one) {
    return TOLD.isIn(one.statement().text());
  }

  static boolean isAnswer(CorpusRecord record, CorpusRecord rule) {
    return record.kind() == Kind.COUNTERMEASURE
        && rule.kind() == Kind.RESTRICTION
        && record.relates().contains(rule.id());
  }

  /**
   * What the government did in answer to the best of the other's restrictions found that it
   * answered, before all else; without the other's measures.
   */
  static Ranker.Ranking by(
      Side side, QueryPlan plan, Ranker.Ranking ranking, Generation generation) {
    List<CorpusRecord> found = ranking.records().stream().map(Ranked::record).toList();
    List<Ranked> rules =
        ranking.records().stream()
            .filter(one -> one.record().kind() == Kind.RESTRICTION)
            .filter(one -> Imposer.isOthers(side, one.record().side()))
            .toList();
    long most = rules.stream().mapToLong(rule -> namesIn(plan, rule, generation)).max().orElse(0);
    List<String> answers =
        rules.stream()
            .filter(rule -> namesIn(plan, rule, generation) == most)
            .map(rule -> answers(side, rule.record(), found, generation))
            .filter(ids -> !ids.isEmpty())
            .findFirst()
            .orElse(List.of());
    Stream<Ranked> first =
        generation.evidenceOf(plan, answers).stream()
            .map(
                evidence ->
                    new Ranked(evidence, ranking.records().getFirst().score() + ANSWERS_AHEAD));
    Stream<Ranked> rest =
        ranking.ofMeasuresBy(side).records().stream()
            .filter(one -> !answers.contains(one.record().id()));
    return ranking.of(Stream.concat(first, rest).toList());
  }

  /** How many of the names in the question the title has. */
  private static long namesIn(QueryPlan plan, Ranked rule, Generation generation) {
    return Named.of(plan, generation, term -> !Composer.COUNTRIES.contains(term.id())).stream()
        .filter(i -> !Duties.isTariff(plan.tokens().get(i)))
        .filter(i -> rule.evidence().inTitle()[i])
        .count();
  }

  private static List<String> answers(
      Side side, CorpusRecord rule, List<CorpusRecord> found, Generation generation) {
    return Stream.concat(found.stream(), around(rule, generation))
        .filter(record -> record.side() == side && isAnswer(record, rule))
        .map(CorpusRecord::id)
        .distinct()
        .toList();
  }

  /** What a rule relates to, and what that relates to: of several lists one answer may name one. */
  private static Stream<CorpusRecord> around(CorpusRecord rule, Generation generation) {
    return related(rule, generation)
        .flatMap(near -> Stream.concat(Stream.of(near), related(near, generation)));
  }

  private static Stream<CorpusRecord> related(CorpusRecord record, Generation generation) {
    return record.relates().stream().flatMap(id -> generation.find(id).stream());
  }
}

package dev.readout.answer;

import dev.readout.answer.ranking.Ranked;
import dev.readout.answer.ranking.Ranker;
import dev.readout.answer.ranking.StatementRanker;
import dev.readout.answer.ranking.Statements;
import dev.readout.answer.reading.Language;
import dev.readout.answer.reading.QuestionReader;
import dev.readout.answer.reading.Reading;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.SearchFilter;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers by searching one generation. Thread-safe. */
public final class RetrievalAnswerer implements Answerer {
  /**
   * How likely an answer must be for it to be given. Chosen on the development questions: lower,
   * and near misses are answered; higher, and answers are withheld (docs/retrieval.md has both by
   * threshold).
   */
  static final double MIN_CONFIDENCE = 0.3;

  /** The same where statements have been read, which tells more. */
  static final double MIN_CONFIDENCE_READ = 0.3;

  /** Share of what is needed for an answer from which on the nearest statements are shown. */
  private static final double NEAR = 0.15;

  private static final int MAX_NEAREST = 3;
  private static final int MAX_NEAR_STATEMENTS = 3;

  private final Generation generation;
  private final InstantSource clock;
  private final @Nullable Double minConfidence;
  private final Ranker ranker = new Ranker();
  private final StatementRanker statementRanker;
  private final Verdicts verdicts;
  private final Composer composer;
  private final RelatedQuestions related = new RelatedQuestions();

  public RetrievalAnswerer(Generation generation, InstantSource clock) {
    this(generation, clock, null);
  }

  /**
   * Over a handful of records the confidence, which was fitted to the corpus, means little.
   *
   * @param minConfidence null for the shipped thresholds
   */
  RetrievalAnswerer(Generation generation, InstantSource clock, @Nullable Double minConfidence) {
    this.minConfidence = minConfidence;
    this.generation = generation;
    this.clock = clock;
    this.statementRanker = new StatementRanker(generation);
    this.verdicts = new Verdicts(generation);
    this.composer = new Composer(generation, ranker);
  }

  /** A question as far as it is understood and searched for. */
  private record Searched(
      Question question,
      Language language,
      LocalDate asOf,
      QueryPlan plan,
      Reading reading,
      List<Ranked> ranking,
      Statements statements) {}

  @Override
  public Answer answer(Question question) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate asOf = Objects.requireNonNullElse(question.asOf(), today);
    Optional<Problem> problem = QuestionCheck.beforeReading(question, generation);
    if (problem.isPresent()) {
      return invalid(question, asOf, problem.get());
    }
    QueryPlan plan = generation.planByMeaning(question.text());
    problem = QuestionCheck.afterReading(plan);
    if (problem.isPresent()) {
      return invalid(question, asOf, problem.get());
    }
    Reading reading =
        SinceMeeting.applied(QuestionReader.read(plan.text(), today), plan, generation);
    SearchFilter filter =
        new SearchFilter(question.side(), question.topic(), question.since(), question.until());
    Ranker.Ranking ranking = ranker.rank(generation, plan, reading, filter);
    Statements statements = statementRanker.rank(plan, reading, ranking.records());
    Searched searched =
        new Searched(
            question, labels(question), asOf, plan, reading, ranking.records(), statements);
    double needed = needed(statements);
    double confidence = ranking.confidence(statements);
    if (confidence >= needed && !statements.ranked().isEmpty()) {
      return answered(searched);
    }
    return declined(searched, confidence >= needed * NEAR);
  }

  private double needed(Statements statements) {
    double shipped = statements.read().isPresent() ? MIN_CONFIDENCE_READ : MIN_CONFIDENCE;
    return Objects.requireNonNullElse(minConfidence, shipped);
  }

  private Answer invalid(Question question, LocalDate asOf, Problem problem) {
    Language language = labels(question);
    return new Answer.Invalid(question, language, asOf, generation.info(), problem);
  }

  private static Language labels(Question question) {
    return Objects.requireNonNullElseGet(
        question.language(), () -> Language.ofLabelsFor(question.text()));
  }

  private Answer declined(Searched searched, boolean isNear) {
    List<Statements.Ranked> statements = searched.statements().ranked();
    List<Snippet> near =
        isNear
            ? statements.stream()
                .limit(MAX_NEAR_STATEMENTS)
                .map(one -> new Snippet(one.record(), one.statement()))
                .toList()
            : List.of();
    return new Answer.Declined(
        searched.question(),
        searched.language(),
        searched.asOf(),
        generation.info(),
        searched.plan().repairs(),
        MissingParts.of(
            generation,
            searched.plan(),
            searched.reading(),
            statements.isEmpty() ? null : statements.getFirst().evidence()),
        near,
        searched.ranking().stream().limit(MAX_NEAREST).map(Ranked::record).toList(),
        related(searched),
        searchedBy(searched.plan()));
  }

  private Answer answered(Searched searched) {
    Verdict verdict =
        verdicts
            .of(
                searched.plan(),
                searched.reading(),
                searched.ranking(),
                searched.language(),
                searched.asOf())
            .orElse(null);
    Composer.Composition composed =
        composer.compose(
            searched.question(),
            searched.plan(),
            searched.reading(),
            searched.ranking(),
            searched.statements(),
            verdict);
    return new Answer.Answered(
        searched.question(),
        searched.language(),
        searched.asOf(),
        generation.info(),
        searched.plan().repairs(),
        verdict,
        composed.lead(),
        composed.blocks(),
        composed.more(),
        composed.missing(),
        Statuses.of(
            generation, composed.shown().toList(), searched.reading(), searched.asOf()),
        related(searched),
        searchedBy(searched.plan()));
  }

  private List<String> related(Searched searched) {
    return related.of(
        searched.question().text(), searched.reading().language(), searched.ranking());
  }

  private static SearchedBy searchedBy(QueryPlan plan) {
    return plan.hasMeaning() ? SearchedBy.WORDS_AND_MEANING : SearchedBy.WORDS;
  }
}

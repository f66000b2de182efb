package dev.readout.answer;

import dev.readout.answer.ranking.Ranked;
import dev.readout.answer.ranking.Ranker;
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

/** Answers by searching one generation. Thread-safe. */
public final class RetrievalAnswerer implements Answerer {
  /**
   * The best record must be this likely to answer the question. Chosen on the development
   * questions: lower, and near misses are answered; higher, and answers are withheld
   * (docs/retrieval.md has both by threshold).
   */
  static final double MIN_CONFIDENCE = 0.3;

  private static final int MAX_NEAREST = 3;

  private final Generation generation;
  private final InstantSource clock;
  private final double minConfidence;
  private final Ranker ranker = new Ranker();
  private final StatementChooser chooser;
  private final RelatedQuestions related = new RelatedQuestions();

  public RetrievalAnswerer(Generation generation, InstantSource clock) {
    this(generation, clock, MIN_CONFIDENCE);
  }

  /** Over a handful of records the confidence, which was fitted to the corpus, means little. */
  RetrievalAnswerer(Generation generation, InstantSource clock, double minConfidence) {
    this.minConfidence = minConfidence;
    this.generation = generation;
    this.clock = clock;
    this.chooser = new StatementChooser(generation);
  }

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
    Language language = labels(question);
    return ranking.confidence() < minConfidence
        ? declined(question, language, asOf, plan, reading, ranking.records())
        : answered(question, language, asOf, plan, reading, ranking.records());
  }

  private Answer invalid(Question question, LocalDate asOf, Problem problem) {
    Language language = labels(question);
    return new Answer.Invalid(question, language, asOf, generation.info(), problem);
  }

  private static Language labels(Question question) {
    return Objects.requireNonNullElseGet(
        question.language(), () -> Language.ofLabelsFor(question.text()));
  }

  private Answer declined(
      Question question,
      Language language,
      LocalDate asOf,
      QueryPlan plan,
      Reading reading,
      List<Ranked> ranking) {
    return new Answer.Declined(
        question,
        language,
        asOf,
        generation.info(),
        plan.repairs(),
        ranking.stream().limit(MAX_NEAREST).map(Ranked::record).toList(),
        related.of(question.text(), reading.language(), ranking),
        searchedBy(plan));
  }

  private Answer answered(
      Question question,
      Language language,
      LocalDate asOf,
      QueryPlan plan,
      Reading reading,
      List<Ranked> ranking) {
    StatementChooser.Choice choice = chooser.choose(question, plan, reading, ranking, asOf);
    return new Answer.Answered(
        question,
        language,
        asOf,
        generation.info(),
        plan.repairs(),
        choice.lead(),
        choice.blocks(),
        Statuses.of(generation, choice, reading, asOf),
        related.of(question.text(), reading.language(), ranking),
        searchedBy(plan));
  }

  private static SearchedBy searchedBy(QueryPlan plan) {
    return plan.hasMeaning() ? SearchedBy.WORDS_AND_MEANING : SearchedBy.WORDS;
  }
}

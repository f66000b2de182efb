package dev.readout.answer;

import dev.readout.answer.Features.Feature;
import dev.readout.answer.Mentions.Mention;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.index.Evidence;
import dev.readout.index.Evidence.Candidate;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.SearchFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the records of a generation against a question, and says how sure it is that the best one
 * answers it. Deterministic: equal scores are ordered by date, newest first, then by id.
 * Thread-safe.
 */
final class Ranker {
  private static final Predicate<Mention.Kind> PERSON_OR_DAY =
      kind -> kind == Mention.Kind.PERSON || kind == Mention.Kind.DATE;

  /** Scores this near to each other say little about which record is meant. */
  private static final double CLOSE_CALL = 1;

  /** Candidates looked at closely; no development question had its record further down. */
  private static final int MAX_CLOSE_LOOKS = 20;

  /** Candidates looked at for their meaning, whatever words they share. */
  private static final int MAX_ALIKE = 5;

  /** Log-odds from which the reader clearly finds an answer. */
  private static final double CLEARLY = 2;

  private final @Nullable Weights weights;

  public Ranker() {
    this(null);
  }

  /** With other weights, whether or not meanings are compared; null for those shipped. */
  Ranker(@Nullable Weights weights) {
    this.weights = weights;
  }

  /**
   * What a ranking found, best first, and the log-odds that the best answers, before any statement
   * is read; infinite where it is beyond doubt.
   *
   * @param hasPlacesAlone whether the best has but the places and days of what is asked about: then
   *     it is no answer, unless the reader finds one in words of its own
   */
  public record Ranking(List<Ranked> records, double logOdds, boolean hasPlacesAlone) {
    /** The same of other records. */
    Ranking of(List<Ranked> others) {
      return new Ranking(others, logOdds, hasPlacesAlone);
    }

    /** The same without what was compiled, which is of no day. */
    public Ranking published() {
      return of(records.stream().filter(one -> one.record().published() != null).toList());
    }

    /** The same without the other government's measures and what explains them, if any is left. */
    public Ranking ofMeasuresBy(Side imposer) {
      List<Ranked> left =
          records.stream()
              .filter(
                  one ->
                      !(one.record().kind().isMeasure() || one.record().kind() == Kind.EXPLAINER)
                          || !Imposer.isOthers(imposer, one.record().side()))
              .toList();
      return left.isEmpty() ? this : of(left);
    }

    /** Probability that the best record answers the question, 0 to 1. */
    public double confidence() {
      return hasPlacesAlone ? 0 : probability(logOdds);
    }

    /** The same when its statements have been read. */
    public double confidence(Statements statements) {
      double read = statements.read().orElse(Double.NEGATIVE_INFINITY);
      boolean isRead = Double.isFinite(read) && Double.isFinite(logOdds);
      return isRead && (!hasPlacesAlone || read >= CLEARLY)
          ? probability(Weights.of(Weights.Search.MEANING).stacked(logOdds, read))
          : confidence();
    }

    private static double probability(double logOdds) {
      return 1 / (1 + Math.exp(-logOdds));
    }
  }

  public Ranking rank(Generation generation, QueryPlan plan, Reading reading, SearchFilter filter) {
    List<Evidence> evidence =
        generation.evidence(plan, closest(generation.candidates(plan, filter)));
    Features features = features(generation, plan, reading);
    Weights weights = this.weights == null ? Weights.of(Weights.Search.of(plan)) : this.weights;
    ToDoubleFunction<ToDoubleFunction<Feature>> sum = Weights.summing(weights.ranking());
    List<Ranked> ranked = new ArrayList<>(evidence.size());
    for (Evidence found : evidence) {
      ranked.add(new Ranked(found, sum.applyAsDouble(features.of(found))));
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing((Ranked r) -> r.record().anchorDay(), Comparator.reverseOrder())
            .thenComparing(r -> r.record().id()));
    preferTheTimeAskedAbout(ranked, reading);
    MeetingPlaces places = MeetingPlaces.of(features.mentions(), evidence);
    preferWhatIsNamed(ranked, features.mentions(), places);
    if (ranked.isEmpty()) {
      return new Ranking(List.of(), Double.NEGATIVE_INFINITY, false);
    }
    Signals signals = new Signals(generation, plan, reading, features, places);
    return new Ranking(
        List.copyOf(ranked),
        logOdds(weights, signals, ranked),
        signals.onlyPlacesHeld(ranked.getFirst().evidence()));
  }

  /** Where it is a close call, a record of the time asked about goes before the others. */
  private static void preferTheTimeAskedAbout(List<Ranked> ranked, Reading reading) {
    if (ranked.isEmpty() || !reading.hasSpan()) {
      return;
    }
    double close = ranked.getFirst().score() - CLOSE_CALL;
    ranked.sort(
        Comparator.comparing(one -> !(one.score() >= close && reading.spans(one.record()))));
  }

  /**
   * A record without the day or a person asked about, or of a meeting elsewhere, goes behind the
   * first that has every name.
   */
  private static void preferWhatIsNamed(
      List<Ranked> ranked, Mentions mentions, MeetingPlaces places) {
    if (ranked.isEmpty() || isOf(ranked.getFirst(), mentions, places, PERSON_OR_DAY)) {
      return;
    }
    ranked.stream()
        .filter(one -> isOf(one, mentions, places, PERSON_OR_DAY.or(Mention.Kind::isName)))
        .findFirst()
        .ifPresent(
            one -> {
              double best = ranked.getFirst().score();
              ranked.remove(one);
              ranked.addFirst(new Ranked(one.evidence(), best));
            });
  }

  private static boolean isOf(
      Ranked one, Mentions mentions, MeetingPlaces places, Predicate<Mention.Kind> kinds) {
    return !places.isElsewhere(one.evidence())
        && mentions.lacking(one.evidence().inRecord(), m -> kinds.test(m.kind())).isEmpty();
  }

  private static List<Candidate> closest(List<Candidate> candidates) {
    Stream<Candidate> inWords =
        candidates.stream()
            .sorted(
                Comparator.comparingDouble(
                        (Candidate c) -> c.whole() + c.phrases() + c.statement() + c.question())
                    .reversed()
                    .thenComparingInt(Candidate::document))
            .limit(MAX_CLOSE_LOOKS);
    Stream<Candidate> inMeaning =
        candidates.stream()
            .filter(candidate -> candidate.likeness().most() > 0)
            .sorted(
                Comparator.comparingDouble((Candidate c) -> c.likeness().most())
                    .reversed()
                    .thenComparingInt(Candidate::document))
            .limit(MAX_ALIKE);
    return Stream.concat(inWords, inMeaning).distinct().toList();
  }

  static Features features(Generation generation, QueryPlan plan, Reading reading) {
    Set<String> defining =
        plan.termIds().stream()
            .flatMap(id -> generation.term(id).stream())
            .map(Term::recordId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new Features(plan, reading, Mentions.of(plan, reading, generation), defining);
  }

  private static double logOdds(Weights weights, Signals signals, List<Ranked> ranked) {
    // Too rare among judged questions to be weighed, and beyond doubt: an official number that no
    // paper has, or that this one has.
    Evidence best = ranked.getFirst().evidence();
    if (signals.namesWhatNobodyHas()
        || signals.asksOfWhatNobodyHas()
        || signals.asksForAFavour()
        || signals.isAfterTheSources(best)) {
      return Double.NEGATIVE_INFINITY;
    }
    if (signals.isCited(best)) {
      return Double.POSITIVE_INFINITY;
    }
    return Weights.sum(weights.confidence(), signals.of(ranked));
  }

  /**
   * A record in the order of a ranking, with the natural logarithm of its odds against the others,
   * up to a constant: a difference of 1 is a factor of e. Immutable.
   */
  public record Ranked(Evidence evidence, double score) {
    public CorpusRecord record() {
      return evidence.record();
    }
  }
}

package dev.readout.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.readout.index.Generation;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Keeps answers, per generation, language, filters, day and normalised question. Simultaneous same
 * questions are worked out once; a failure is never kept. Thread-safe.
 */
public final class CachingAnswerer implements Answerer {
  private static final Duration MAX_AGE = Duration.ofHours(1);

  private final Answerer delegate;
  private final Generation generation;
  private final String name;
  private final InstantSource clock;
  private final Cache<Key, Answer> answers;

  /**
   * The question as far as the answer depends on it; the day, since standing and "last year" do;
   * and which models were there, so that what was answered while it was being loaded is not kept;
   * nor what was answered before a record was hidden.
   */
  private record Key(
      String generation,
      int hidden,
      boolean byMeaning,
      boolean read,
      Question question,
      LocalDate today) {}

  /** A cache of so many answers before another answerer; others may be counted with it. */
  public CachingAnswerer(
      Generation generation,
      Answerer delegate,
      InstantSource clock,
      int maxAnswers,
      CacheTally tally) {
    this.generation = generation;
    this.name = generation.info().name();
    this.delegate = delegate;
    this.clock = clock;
    this.answers =
        Caffeine.newBuilder()
            .maximumSize(maxAnswers)
            .expireAfterWrite(MAX_AGE)
            .recordStats(tally::counter)
            .build();
  }

  @Override
  public Answer answer(Question question) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Question normalised = normalised(question);
    // The answer is to the normalised question, so that it does not depend on who asked first.
    return Objects.requireNonNull(
        answers.get(
            new Key(
                name,
                generation.hidden(),
                generation.searchesByMeaning(),
                generation.readsStatements(),
                normalised,
                today),
            key -> delegate.answer(key.question())));
  }

  /** How many answers are held now. */
  public long size() {
    return answers.estimatedSize();
  }

  /** Composed characters, single spaces; case stays, since a capital can tell a name. */
  private static Question normalised(Question question) {
    String text =
        question.text().length() > Question.MAX_TEXT_CHARS
            ? question.text()
            : Normalizer.normalize(question.text(), Normalizer.Form.NFC)
                .strip()
                .replaceAll("[\\s\\p{Z}]+", " ");
    return new Question(
        text,
        question.language(),
        question.side(),
        question.topic(),
        question.since(),
        question.until(),
        question.asOf(),
        question.budgetChars());
  }

  /**
   * Counts what answer caches do, also those that are gone: a generation is replaced with its
   * cache, and the counts go on. Thread-safe.
   */
  public static final class CacheTally {
    private final StatsCounter counter = new ConcurrentStatsCounter();

    StatsCounter counter() {
      return counter;
    }

    /** What they have done so far, with how many answers they hold now. */
    public CacheStatistics statistics(long size) {
      CacheStats stats = counter.snapshot();
      return new CacheStatistics(
          stats.hitCount(), stats.missCount(), stats.loadFailureCount(), size);
    }
  }

  /**
   * What answer caches have done so far: answers that were there, were worked out, or threw and
   * were not kept; and how many are held now. Immutable.
   */
  public record CacheStatistics(long hits, long misses, long failures, long size) {}
}

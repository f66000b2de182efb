package dev.readout.answer;

import dev.readout.answer.CachingAnswerer.CacheTally;
import dev.readout.answer.quote.QuoteChecker;
import dev.readout.index.Generation;
import java.time.InstantSource;

/**
 * Everything that answers from one generation; answers are kept as long as it is in use. Immutable
 * and thread-safe.
 */
public record ServingIndex(
    Generation generation,
    CachingAnswerer answerer,
    Lookups lookups,
    Completions completions,
    QuoteChecker quotes) {

  /** Everything over one generation, with so many answers kept. */
  public static ServingIndex of(Generation generation, InstantSource clock, int maxAnswers) {
    return of(generation, clock, maxAnswers, new CacheTally());
  }

  /** The same where what caches do is counted, for as many indexes as share the tally. */
  static ServingIndex of(
      Generation generation, InstantSource clock, int maxAnswers, CacheTally tally) {
    return of(generation, new Completions(generation), clock, maxAnswers, tally);
  }

  /** Everything over a server's generation, which lies over this index's. */
  ServingIndex over(Generation server, InstantSource clock, int maxAnswers, CacheTally tally) {
    return of(server, completions.over(server), clock, maxAnswers, tally);
  }

  private static ServingIndex of(
      Generation generation,
      Completions completions,
      InstantSource clock,
      int maxAnswers,
      CacheTally tally) {
    return new ServingIndex(
        generation,
        new CachingAnswerer(
            generation, new RetrievalAnswerer(generation, clock), clock, maxAnswers, tally),
        new Lookups(generation),
        completions,
        new QuoteChecker(generation));
  }
}

package dev.readout.answer;

import dev.readout.answer.CachingAnswerer.CacheTally;
import dev.readout.answer.quote.QuoteChecker;
import dev.readout.index.Generation;
import java.time.InstantSource;

/**
 * Everything that answers from one generation. Immutable and thread-safe.
 *
 * @param generation what is answered from
 * @param answerer answers questions, and keeps answers as long as the index is in use
 * @param lookups looks up meetings, measures and terms
 * @param completions completes what is being typed
 * @param quotes checks quotations
 */
public record ServingIndex(
    Generation generation,
    CachingAnswerer answerer,
    Lookups lookups,
    Completions completions,
    QuoteChecker quotes) {

  /**
   * Everything over one generation.
   *
   * @param maxAnswers how many answers are kept
   */
  public static ServingIndex of(Generation generation, InstantSource clock, int maxAnswers) {
    return of(generation, clock, maxAnswers, new CacheTally());
  }

  /**
   * The same where what caches do is counted.
   *
   * @param tally counts it, for as many indexes as share it
   */
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

package dev.readout.answer.desk;

import dev.readout.answer.CachingAnswerer;
import dev.readout.answer.ReferenceDesk;
import dev.readout.answer.RetrievalAnswerer;
import dev.readout.answer.quote.QuoteChecker;
import dev.readout.index.Generation;
import java.time.InstantSource;

/**
 * Everything that answers from one generation. Immutable and thread-safe.
 *
 * @param generation what is answered from
 * @param answerer answers questions, and keeps answers as long as the desk is in use
 * @param references looks up meetings, measures and terms
 * @param completions completes what is being typed
 * @param quotes checks quotations
 */
public record Desk(
    Generation generation,
    CachingAnswerer answerer,
    ReferenceDesk references,
    Completions completions,
    QuoteChecker quotes) {

  /**
   * Everything over one generation.
   *
   * @param maxAnswers how many answers are kept
   */
  public static Desk of(Generation generation, InstantSource clock, int maxAnswers) {
    return new Desk(
        generation,
        new CachingAnswerer(
            generation, new RetrievalAnswerer(generation, clock), clock, maxAnswers),
        new ReferenceDesk(generation),
        new Completions(generation),
        new QuoteChecker(generation));
  }
}

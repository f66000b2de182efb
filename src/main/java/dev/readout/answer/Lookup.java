package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import java.util.List;

/**
 * What an id or a few words name. Immutable.
 *
 * @param <T> what was looked for
 */
public sealed interface Lookup<T> {
  /** It is this. */
  record Found<T>(T value) implements Lookup<T> {}

  /**
   * Nothing is certain.
   *
   * @param nearest records that come near, best first, at most 3; may be empty
   * @param areMeant whether the words name each of them, and they are all that are so named
   */
  record NotFound<T>(List<CorpusRecord> nearest, boolean areMeant) implements Lookup<T> {
    public NotFound {
      nearest = List.copyOf(nearest);
    }
  }
}

package dev.readout.answer.receipt;

import dev.readout.answer.Answer;
import dev.readout.corpus.CorpusRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An answer read back from its receipt. Immutable.
 *
 * @param id the receipt's
 * @param created when it was given
 * @param answer as it was given; its question has no text unless questions are kept
 * @param records the records that it quotes or that prove its standing, by id, as they were
 */
public record KeptAnswer(
    String id, Instant created, Answer.Answered answer, Map<String, CorpusRecord> records) {
  public KeptAnswer {
    records = Map.copyOf(records);
  }

  /** The record with this id as it was; empty when the answer did not need it. */
  public Optional<CorpusRecord> find(String id) {
    return Optional.ofNullable(records.get(id));
  }
}

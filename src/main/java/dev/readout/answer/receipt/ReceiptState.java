package dev.readout.answer.receipt;

import dev.readout.corpus.CorpusRecord;
import java.util.List;

/**
 * What has become of an answer's sources since. Immutable; all lists empty means that the answer
 * stands as it was given.
 *
 * @param withdrawn quoted records that the index no longer holds
 * @param changed quoted records of which a quoted statement no longer stands as it was
 * @param newer records published since that name a quoted one or belong to its meeting
 */
public record ReceiptState(
    List<CorpusRecord> withdrawn, List<CorpusRecord> changed, List<CorpusRecord> newer) {
  public ReceiptState {
    withdrawn = List.copyOf(withdrawn);
    changed = List.copyOf(changed);
    newer = List.copyOf(newer);
  }

  /** Whether every statement stands today as it was shown, and nothing newer touches it. */
  public boolean isSame() {
    return withdrawn.isEmpty() && changed.isEmpty() && newer.isEmpty();
  }
}

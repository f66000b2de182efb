package dev.readout.answer;

import dev.readout.answer.reading.Slot;
import dev.readout.corpus.CorpusRecord;
import java.util.List;

/**
 * The line that opens an answer whose slot is held by recorded fields: composed from them alone,
 * and never somebody's words. Immutable.
 *
 * @param text in the language of the answer
 * @param slot what it fills
 * @param records those whose fields it is composed of, the one asked about first; not empty
 */
public record Verdict(String text, Slot slot, List<CorpusRecord> records) {
  public Verdict {
    records = List.copyOf(records);
    if (text.isBlank() || records.isEmpty()) {
      throw new IllegalArgumentException("no verdict: '" + text + "' by " + records);
    }
  }
}

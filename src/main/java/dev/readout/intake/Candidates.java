package dev.readout.intake;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Topic;
import java.util.List;

/**
 * What a source may be filed under. Immutable.
 *
 * @param meetings the one that it is filed under, then those near its day, best first
 * @param topics those that it is filed under, then those that it names most
 */
public record Candidates(List<CorpusRecord> meetings, List<Topic> topics) {
  public Candidates {
    meetings = List.copyOf(meetings);
    topics = List.copyOf(topics);
  }
}

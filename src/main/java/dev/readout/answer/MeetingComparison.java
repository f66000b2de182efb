package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Both sides' accounts of one meeting, statement beside statement by topic. Immutable. "Only"
 * speaks of our sources, not of what a government said or left out.
 *
 * @param meeting the meeting's record
 * @param usRecords the American accounts, oldest first; may be empty
 * @param prcRecords the Chinese accounts, oldest first; may be empty
 * @param rows topics that either side's statements are about, those of both sides first
 * @param onlyUs terms that only the American accounts name
 * @param onlyPrc terms that only the Chinese accounts name
 */
public record MeetingComparison(
    CorpusRecord meeting,
    List<CorpusRecord> usRecords,
    List<CorpusRecord> prcRecords,
    List<Row> rows,
    List<Term> onlyUs,
    List<Term> onlyPrc) {
  public MeetingComparison {
    usRecords = List.copyOf(usRecords);
    prcRecords = List.copyOf(prcRecords);
    rows = List.copyOf(rows);
    onlyUs = List.copyOf(onlyUs);
    onlyPrc = List.copyOf(onlyPrc);
  }

  /**
   * What the two sides say on one topic.
   *
   * @param topic null for statements that fit none of the records' topics
   */
  public record Row(@Nullable Topic topic, List<Snippet> us, List<Snippet> prc) {
    public Row {
      us = List.copyOf(us);
      prc = List.copyOf(prc);
    }
  }
}

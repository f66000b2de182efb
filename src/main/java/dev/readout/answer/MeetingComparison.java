package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Both sides' accounts of one meeting, oldest first, statement beside statement by topic, those of
 * both sides first, and the terms that one side alone names. Immutable. "Only" speaks of our
 * sources, not of what a government said or left out.
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

  /** Topics that statements of both sides are about. */
  public List<Row> ofBoth() {
    return rows.stream().filter(row -> !row.us().isEmpty() && !row.prc().isEmpty()).toList();
  }

  /**
   * Topics that only the American accounts are about, or only the Chinese ones. None where the
   * other side's accounts carry the topic: one may be about it without its name in a statement.
   */
  public List<Row> onlyOf(Side side) {
    Side other = side == Side.US ? Side.PRC : Side.US;
    return rows.stream()
        .filter(row -> !row.of(side).isEmpty() && row.of(side).size() == row.size())
        .filter(row -> !isCarriedBy(other, row))
        .toList();
  }

  /** Whether a side's accounts are about a topic, be it named in a statement or not. */
  public boolean isCarriedBy(Side side, Row row) {
    Topic topic = row.topic();
    return topic != null
        && (side == Side.US ? usRecords : prcRecords)
            .stream().anyMatch(account -> account.topics().contains(topic.id()));
  }

  /** What the two sides say on one topic; null for statements that fit none there is. */
  public record Row(@Nullable Topic topic, List<Snippet> us, List<Snippet> prc) {
    public Row {
      us = List.copyOf(us);
      prc = List.copyOf(prc);
    }

    /** What the American accounts say, or the Chinese ones. */
    public List<Snippet> of(Side side) {
      return side == Side.US ? us : prc;
    }

    private int size() {
      return us.size() + prc.size();
    }
  }
}

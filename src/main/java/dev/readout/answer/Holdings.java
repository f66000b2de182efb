package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the sources hold, on a topic or, if null, on all: of every side in their order, and at most
 * 5 published last, without the entries that we compiled. Immutable.
 */
public record Holdings(@Nullable Topic topic, List<OfSide> sides, List<CorpusRecord> latest) {
  private static final int MAX_LATEST = 5;

  public Holdings {
    sides = List.copyOf(sides);
    latest = List.copyOf(latest);
  }

  /** What is held of one side, published from a first to a last day; null when there is none. */
  public record OfSide(
      Side side,
      int records,
      int statements,
      @Nullable LocalDate first,
      @Nullable LocalDate last) {}

  /** What a generation holds. */
  public static Holdings of(Generation generation, @Nullable Topic topic) {
    List<CorpusRecord> records =
        generation
            .records()
            .filter(record -> topic == null || record.topics().contains(topic.id()))
            .sorted(
                Comparator.comparing(CorpusRecord::anchorDay)
                    .reversed()
                    .thenComparing(CorpusRecord::id))
            .toList();
    List<OfSide> sides = new ArrayList<>();
    for (Side side : Side.values()) {
      sides.add(ofSide(side, records.stream().filter(record -> record.side() == side).toList()));
    }
    return new Holdings(topic, sides, published(records).limit(MAX_LATEST).toList());
  }

  /** Records newest first. */
  private static OfSide ofSide(Side side, List<CorpusRecord> records) {
    int statements = records.stream().mapToInt(record -> record.statements().size()).sum();
    List<LocalDate> days = published(records).map(CorpusRecord::anchorDay).toList();
    return new OfSide(
        side,
        records.size(),
        statements,
        days.isEmpty() ? null : days.getLast(),
        days.isEmpty() ? null : days.getFirst());
  }

  private static Stream<CorpusRecord> published(List<CorpusRecord> records) {
    return records.stream().filter(record -> record.published() != null);
  }
}

package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import dev.readout.store.GapTable.Gap;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well each topic is covered by both sides, the thinnest first: with an empty side, then by the
 * days between both sides' newest. Immutable.
 */
public record Coverage(List<OfTopic> topics) {
  /** So many days between both sides' newest records are worth a look. */
  public static final int LARGE_GAP_DAYS = 60;

  private static final List<Side> GOVERNMENTS = List.of(Side.US, Side.PRC);

  public Coverage {
    topics = List.copyOf(topics);
  }

  /** What is held of one side, and the last day on which a record was published; null for none. */
  public record OfSide(Side side, int statements, @Nullable LocalDate newest) {}

  /** One topic, with every side in their order. */
  public record OfTopic(Topic topic, List<OfSide> sides) {
    public OfTopic {
      sides = List.copyOf(sides);
    }

    /** What is held of this side. */
    public OfSide of(Side side) {
      return sides.stream().filter(held -> held.side() == side).findFirst().orElseThrow();
    }

    /** The governments of which there is no statement. */
    public List<Side> emptySides() {
      return GOVERNMENTS.stream().filter(side -> of(side).statements() == 0).toList();
    }

    /** Days between both governments' newest records; empty where one has none with a day. */
    public OptionalLong gapDays() {
      LocalDate american = of(Side.US).newest();
      LocalDate chinese = of(Side.PRC).newest();
      return american == null || chinese == null
          ? OptionalLong.empty()
          : OptionalLong.of(Math.abs(ChronoUnit.DAYS.between(american, chinese)));
    }

    /** The governments of which something more should be added; none where both are level. */
    public List<Side> thinSides() {
      if (!emptySides().isEmpty()) {
        return emptySides();
      }
      LocalDate american = of(Side.US).newest();
      LocalDate chinese = of(Side.PRC).newest();
      if (american == null || chinese == null) {
        return GOVERNMENTS.stream().filter(side -> of(side).newest() == null).toList();
      }
      if (gapDays().orElse(0) < LARGE_GAP_DAYS) {
        return List.of();
      }
      return List.of(american.isBefore(chinese) ? Side.US : Side.PRC);
    }
  }

  /** What a generation holds of each of its topics. */
  public static Coverage of(Generation generation) {
    List<CorpusRecord> records = generation.records().toList();
    return new Coverage(
        generation.topics().stream()
            .map(topic -> of(topic, records))
            .sorted(
                Comparator.comparingInt((OfTopic topic) -> topic.emptySides().size())
                    .thenComparingLong(topic -> topic.gapDays().orElse(0))
                    .reversed()
                    .thenComparing(topic -> topic.topic().id()))
            .toList());
  }

  private static OfTopic of(Topic topic, List<CorpusRecord> records) {
    return new OfTopic(
        topic,
        Stream.of(Side.values())
            .map(
                side ->
                    of(
                        side,
                        records.stream()
                            .filter(record -> record.side() == side)
                            .filter(record -> record.topics().contains(topic.id()))
                            .toList()))
            .toList());
  }

  private static OfSide of(Side side, List<CorpusRecord> records) {
    return new OfSide(
        side,
        records.stream().mapToInt(record -> record.statements().size()).sum(),
        records.stream()
            .map(CorpusRecord::published)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null));
  }

  /**
   * A topic on which a government's sources are wanted: thin on its side, with at least so many
   * unanswered questions that name a term of it. Immutable.
   */
  public record Wanted(Topic topic, List<Side> sides, long questions) {
    public Wanted {
      sides = List.copyOf(sides);
    }

    /** The topics of these gaps that are thin, the most often asked about first. */
    public static List<Wanted> of(Generation generation, Coverage coverage, List<Gap> gaps) {
      Map<String, Long> asked = new HashMap<>();
      for (Gap gap : gaps) {
        Optional<Topic> topic = GapTerms.topicOf(generation, gap.term());
        // A question has several terms, so that the most frequent one counts questions best.
        topic.ifPresent(found -> asked.merge(found.id(), gap.count(), Math::max));
      }
      return coverage.topics().stream()
          .filter(topic -> asked.containsKey(topic.topic().id()))
          .filter(topic -> !topic.thinSides().isEmpty())
          .map(
              topic ->
                  new Wanted(
                      topic.topic(), topic.thinSides(), asked.getOrDefault(topic.topic().id(), 0L)))
          .sorted(Comparator.comparingLong(Wanted::questions).reversed())
          .toList();
    }
  }
}

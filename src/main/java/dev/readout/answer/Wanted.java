package dev.readout.answer;

import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import dev.readout.store.GapTable.Gap;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A topic on which sources are wanted: thin on one side, and asked about in vain. Immutable.
 *
 * @param sides the governments of which sources are wanted
 * @param questions in how many questions, at least, a term of the topic was
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

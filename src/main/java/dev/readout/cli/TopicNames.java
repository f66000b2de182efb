package dev.readout.cli;

import dev.readout.cli.Terminal.BadInputException;
import dev.readout.config.Nearest;
import dev.readout.corpus.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds a topic by its id or its English or Chinese names. */
record TopicNames(List<Topic> topics) {
  private static final int MAX_NEAREST = 3;

  /**
   * The id of the topic that is called so.
   *
   * @throws BadInputException when none is; names the nearest
   */
  String idOf(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return topics.stream()
        .filter(topic -> names(topic).anyMatch(wanted::equals))
        .map(Topic::id)
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "no topic '%s'; the nearest are %s, and all are in topics.yaml of the records"
                        .formatted(typed, nearest(wanted))));
  }

  private String nearest(String wanted) {
    return topics.stream()
        .sorted(
            Comparator.<Topic>comparingInt(
                    topic -> names(topic).mapToInt(name -> distance(wanted, name)).min().orElse(0))
                .thenComparing(Topic::id))
        .limit(MAX_NEAREST)
        .map(Topic::id)
        .collect(Collectors.joining(", "));
  }

  private static Stream<String> names(Topic topic) {
    return Stream.of(topic.id(), topic.en(), topic.zh(), topic.zhHant())
        .map(name -> name.toLowerCase(Locale.ROOT));
  }

  /** None when one holds the other. */
  private static int distance(String typed, String name) {
    return typed.length() > 2 && (name.contains(typed) || typed.contains(name))
        ? 0
        : Nearest.distance(typed, name);
  }
}

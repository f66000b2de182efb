package dev.readout.cli.source;

import dev.readout.cli.DayConverter;
import dev.readout.cli.TopicNames;
import dev.readout.cli.WordConverter;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import dev.readout.intake.Details;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What somebody decides about a source, in place of what is proposed. Filled in by picocli. */
final class DetailsOptions {
  /** In place of an id: no meeting, no topics. */
  private static final String NONE = "none";

  @Option(
      names = "--side",
      paramLabel = "us|prc|joint|other",
      converter = SideConverter.class,
      description = "Whose words they are.")
  private @Nullable Side side;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = KindConverter.class,
      description = "readout, restriction, countermeasure, agreement or explainer.")
  private @Nullable Kind kind;

  @Option(names = "--title", paramLabel = "TITLE", description = "What it is called in answers.")
  private @Nullable String title;

  @Option(
      names = "--published",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The day it was published, such as 2026-05-12.")
  private @Nullable LocalDate published;

  @Option(
      names = "--meeting",
      paramLabel = "ID",
      description = "The meeting that a read-out belongs to; none for no meeting.")
  private @Nullable String meeting;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "A topic of topics.yaml; once for each topic, or none for no topic.")
  private List<String> topics = List.of();

  /** Whether nothing is decided. */
  boolean isEmpty() {
    return topics.isEmpty()
        && Stream.of(side, kind, title, published, meeting).allMatch(Objects::isNull);
  }

  /**
   * The details with what is decided in its place.
   *
   * @throws dev.readout.cli.BadInputException when no topic is called so
   */
  Details over(Details proposed, List<Topic> known) {
    return new Details(
        Objects.requireNonNullElse(side, proposed.side()),
        Objects.requireNonNullElse(kind, proposed.kind()),
        Objects.requireNonNullElse(title, proposed.title()),
        published == null ? proposed.published() : published,
        meeting == null ? proposed.meeting() : meeting.equals(NONE) ? null : meeting.strip(),
        topics.isEmpty() ? proposed.topics() : ids(new TopicNames(known)));
  }

  private List<String> ids(TopicNames names) {
    return topics.equals(List.of(NONE))
        ? List.of()
        : topics.stream().map(names::idOf).distinct().toList();
  }

  /** Reads the words of front matter. */
  static final class SideConverter extends WordConverter<Side> {
    SideConverter() {
      super("side", Side::ofWireName, "us, prc, joint or other");
    }
  }

  /** Reads those kinds that a source can be. */
  static final class KindConverter extends WordConverter<Kind> {
    KindConverter() {
      super(
          "source is of the kind",
          word -> Kind.ofWireName(word).filter(Details.KINDS::contains),
          Details.KINDS.stream()
              .map(Kind::wireName)
              .collect(Collectors.joining(", ", "one of ", "")));
    }
  }
}

package dev.readout.discord.moderation;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.discord.render.SourcePhrase;
import dev.readout.discord.render.SourceProblems;
import dev.readout.intake.Details;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody filled in about a source, right or wrong: the form opens with it again. Immutable.
 *
 * @param meetings ids of those chosen, where one is allowed
 */
record TypedDetails(
    String title,
    String day,
    Optional<Side> side,
    Optional<Kind> kind,
    List<String> meetings,
    List<String> topics) {
  TypedDetails {
    meetings = List.copyOf(meetings);
    topics = List.copyOf(topics);
  }

  static TypedDetails of(Details details) {
    String meeting = details.meeting();
    return new TypedDetails(
        details.title(),
        Objects.toString(details.published(), ""),
        Optional.of(details.side()),
        Optional.of(details.kind()),
        Stream.ofNullable(meeting).toList(),
        details.topics());
  }

  /** The same under a topic more. */
  TypedDetails with(String topic) {
    List<String> more = Stream.concat(Stream.of(topic), topics.stream()).distinct().toList();
    return new TypedDetails(title, day, side, kind, meetings, more);
  }

  /** What is wrong with how it is written; empty when nothing is. */
  Optional<String> mistake(Language language) {
    List<String> mistakes = new ArrayList<>();
    if (!day.isEmpty() && published().isEmpty()) {
      mistakes.add(SourcePhrase.D_BAD_DAY.in(language, SourceProblems.named(day)));
    }
    if (side.isEmpty() || kind.isEmpty()) {
      mistakes.add(SourcePhrase.D_WRONG_KIND.in(language));
    }
    if (meetings.size() > 1) {
      mistakes.add(SourcePhrase.D_TWO_MEETINGS.in(language));
    }
    return mistakes.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", mistakes));
  }

  private Optional<LocalDate> published() {
    try {
      return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What was meant, as far as it can be read. */
  Details details() {
    return new Details(
        side.orElse(Side.OTHER),
        kind.orElse(Kind.EXPLAINER),
        title,
        published().orElse(null),
        meetings.isEmpty() ? null : meetings.getFirst(),
        topics);
  }
}

package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.Label;
import dev.readout.answer.SideText;
import dev.readout.answer.SourceText;
import dev.readout.answer.TermText;
import dev.readout.answer.TextKey;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Topic;
import dev.readout.intake.Details;
import dev.readout.intake.Details.Candidates;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.SourceEntry.SourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What sources, their states and kinds are called. Pure functions. */
public final class SourceNames {
  private static final int MAX_TITLE_CHARS = 200;
  private static final int MAX_ISSUER_CHARS = 200;
  static final int MAX_URL_CHARS = 500;

  private SourceNames() {}

  public static TextKey of(SourceState state) {
    return SourcePhrase.valueOf(state.name());
  }

  public static TextKey of(Kind kind) {
    return SourcePhrase.valueOf("KIND_" + kind.name());
  }

  public static TextKey of(FeedKind kind) {
    return SourcePhrase.valueOf(kind.name());
  }

  /** Issuer, side, kind, day, meeting and topics, a line each. */
  static List<String> lines(
      Details details, String issuer, Candidates candidates, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(SourcePhrase.ISSUER.in(language, Markdown.escapeLine(issuer, MAX_ISSUER_CHARS)));
    lines.add(SourcePhrase.SIDE.in(language, SideText.name(details.side(), language)));
    lines.add(SourcePhrase.KIND.in(language, of(details.kind()).in(language)));
    lines.add(
        SourcePhrase.DAY.in(
            language,
            details.published() == null
                ? SourcePhrase.NOT_STATED.in(language)
                : DateText.of(details.published(), language)));
    lines.add(SourcePhrase.MEETING.in(language, meeting(details, candidates, language)));
    lines.add(SourcePhrase.TOPICS.in(language, topics(details, candidates, language)));
    return lines;
  }

  private static String meeting(Details details, Candidates candidates, Language language) {
    String id = details.meeting();
    if (id == null) {
      return SourcePhrase.NONE.in(language);
    }
    return candidates.meetings().stream()
        .filter(meeting -> meeting.id().equals(id))
        .map(meeting -> SourceText.title(meeting, language))
        .findFirst()
        .map(title -> Markdown.escapeLine(title, MAX_TITLE_CHARS))
        .orElseGet(() -> Markdown.escapeLine(id, MAX_TITLE_CHARS));
  }

  private static String topics(Details details, Candidates candidates, Language language) {
    return details.topics().isEmpty()
        ? SourcePhrase.NONE.in(language)
        : details.topics().stream()
            .map(
                id ->
                    Markdown.escapeLine(topic(id, candidates.topics(), language), MAX_TITLE_CHARS))
            .collect(Collectors.joining(Label.BETWEEN_NAMES.in(language)));
  }

  private static String topic(String id, List<Topic> topics, Language language) {
    return topics.stream()
        .filter(topic -> topic.id().equals(id))
        .map(topic -> TermText.name(topic, language))
        .findFirst()
        .orElse(id);
  }

  /** A title, linked where there is a short enough address. */
  static String title(String title, @Nullable String address, int maxChars) {
    String shown = Markdown.shortened(title, maxChars);
    return address == null || address.length() > MAX_URL_CHARS
        ? Markdown.escapeLine(shown)
        : Markdown.link(shown, address);
  }

  /** An address as a link; Discord links no text that looks like an address itself. */
  static String link(String address, int maxChars) {
    return title(address.replaceFirst("^https?://", ""), address, maxChars);
  }
}

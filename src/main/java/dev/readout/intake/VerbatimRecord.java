package dev.readout.intake;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.Standing;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import dev.readout.index.Indexes.Additions;
import dev.readout.intake.Details.DetailsProblem;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.extract.FeedReading.Gazetted;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document as a record of its own words, its issuer the speaker. Pure functions. */
final class VerbatimRecord {
  /** Before the first of the talks that anybody asks about. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);

  private static final int MAX_SLUG_CHARS = 36;
  private static final int SHOWN_HASH_CHARS = 12;

  private VerbatimRecord() {}

  /** What keeps these details from being those of a record; empty when nothing does. */
  static Optional<DetailsProblem> problem(
      Details details, Set<Side> sides, Generation generation, InstantSource clock) {
    LocalDate day = details.published();
    // A page of tomorrow's date in Beijing is today's in UTC.
    LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    if (details.title().isEmpty() || details.title().length() > Details.MAX_TITLE_CHARS) {
      return Optional.of(new DetailsProblem.Title(details.title().length()));
    }
    if (day == null) {
      return Optional.of(new DetailsProblem.NoDay());
    }
    if (day.isAfter(latest) || day.isBefore(FIRST_DAY)) {
      return Optional.of(new DetailsProblem.ImpossibleDay(day));
    }
    if (!sides.contains(details.side())) {
      return Optional.of(new DetailsProblem.WrongSide(details.side(), sides));
    }
    if (!Details.KINDS.contains(details.kind())) {
      return Optional.of(new DetailsProblem.WrongKind());
    }
    return references(details, generation);
  }

  private static Optional<DetailsProblem> references(Details details, Generation generation) {
    String meeting = details.meeting();
    if (meeting != null
        && generation.find(meeting).filter(found -> found.kind() == Kind.MEETING).isEmpty()) {
      return Optional.of(new DetailsProblem.UnknownMeeting(meeting));
    }
    if (details.topics().size() > Details.MAX_TOPICS) {
      return Optional.of(new DetailsProblem.TooManyTopics(details.topics().size()));
    }
    List<String> known = generation.topics().stream().map(Topic::id).toList();
    return details.topics().stream()
        .filter(topic -> !known.contains(topic))
        .findFirst()
        .map(DetailsProblem.UnknownTopic::new);
  }

  /** The record; without a day it is as of when it was retrieved, until somebody says the day. */
  static CorpusRecord of(Draft draft, Details details) {
    LocalDate retrieved = day(draft.retrieved());
    String id = id(draft, Objects.requireNonNullElse(details.published(), retrieved), details);
    return withDetails(of(draft, id, source(draft)), details, retrieved);
  }

  /** The same text under other details: the id stays. */
  static CorpusRecord withDetails(CorpusRecord record, Details details, LocalDate retrieved) {
    return with(record, details, retrieved, record.provenance());
  }

  /** The same on a moderator's word. */
  static CorpusRecord confirmed(CorpusRecord record, LocalDate retrieved) {
    return with(record, detailsOf(record), retrieved, Provenance.SECONDARY);
  }

  private static CorpusRecord with(
      CorpusRecord record, Details details, LocalDate retrieved, Provenance provenance) {
    Map<String, @Nullable Object> other = new HashMap<>();
    other.put("kind", details.kind());
    other.put("side", details.side());
    other.put("title", details.title());
    other.put("titleZh", record.titleZh() == null ? null : details.title());
    other.put("published", details.published());
    other.put("asOf", details.published() == null ? retrieved : null);
    other.put("meeting", details.meeting());
    other.put("topics", details.topics());
    other.put("provenance", provenance);
    return JsonCodec.with(record, other);
  }

  /** A changed document under the details and the id of the record that it was. */
  static CorpusRecord revised(CorpusRecord before, Draft draft) {
    LocalDate retrieved = day(draft.retrieved());
    return withDetails(of(draft, before.id(), source(draft)), detailsOf(before), retrieved)
        .withTies(before.relates(), before.changes());
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  static Details detailsOf(CorpusRecord record) {
    return new Details(
        record.side(),
        record.kind(),
        record.title(),
        record.published(),
        record.meeting(),
        record.topics());
  }

  private static CorpusRecord of(Draft draft, String id, Source source) {
    Details proposed = draft.proposed();
    Extraction.Extracted text = draft.text();
    List<Statement> statements =
        text.statements().stream()
            .map(
                slice ->
                    Statement.cut(
                            id,
                            text.body(),
                            slice.start(),
                            slice.end(),
                            Voice.VERBATIM,
                            draft.issuer())
                        .at(draft.address() == null ? null : slice.fragment()))
            .toList();
    return new CorpusRecord(
        id,
        proposed.kind(),
        proposed.side(),
        proposed.title(),
        "zh".equals(text.language()) ? proposed.title() : null,
        null,
        day(draft.retrieved()),
        draft.gazetted() == null ? null : draft.gazetted().effective(),
        draft.issuer(),
        null,
        List.of(),
        null,
        List.of(),
        List.of(source),
        provenance(source),
        Standing.NONE,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        text.body(),
        statements,
        List.of());
  }

  private static Provenance provenance(Source source) {
    return switch (source.type()) {
      case OFFICIAL -> Provenance.OFFICIAL_PAGE;
      case OFFICIAL_MIRROR -> Provenance.SECONDARY;
      // Nobody known stands behind it: a moderator says whether it is right.
      case NEWS, ANALYSIS -> Provenance.UNCONFIRMED;
      case null -> Provenance.UNCONFIRMED;
    };
  }

  /** A file has no address: its name and the beginning of its hash say which file it was. */
  private static Source source(Draft draft) {
    String address = draft.address();
    String language = draft.text().language();
    if (address != null) {
      Source.SourceType type = Publisher.of(URI.create(address)).type();
      return new Source(address, citation(draft.gazetted()), draft.issuer(), type, language);
    }
    String hash = draft.original().sha256().substring(0, SHOWN_HASH_CHARS);
    return new Source(null, draft.fileName() + " (SHA-256 " + hash + "…)", null, null, null);
  }

  /** {@code 90 FR 47201, FR Doc. 2025-19001}, by which later documents name it. */
  private static @Nullable String citation(@Nullable Gazetted gazetted) {
    if (gazetted == null) {
      return null;
    }
    String number = gazetted.number() == null ? null : "FR Doc. " + gazetted.number();
    return Stream.of(gazetted.citation(), number)
        .filter(Objects::nonNull)
        .reduce((citation, document) -> citation + ", " + document)
        .orElse(null);
  }

  /** {@code added-2026-05-12-title-in-words-1f3a9c}: no shipped record begins so. */
  private static String id(Draft draft, LocalDate day, Details details) {
    String slug =
        details
            .title()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String shortened = slug.substring(0, Math.min(MAX_SLUG_CHARS, slug.length()));
    String words = shortened.isEmpty() ? "" : "-" + shortened.replaceAll("-+$", "");
    return Additions.ID_START + day + words + "-" + draft.original().sha256().substring(0, 8);
  }
}

package dev.readout.intake;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.extract.Extractor;
import dev.readout.intake.extract.FeedReading;
import dev.readout.intake.fetch.Fetcher;
import dev.readout.intake.fetch.Original;
import dev.readout.intake.fetch.SourceAddress;
import dev.readout.intake.reindex.Serving;
import dev.readout.store.SourceEntry.Snapshot;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches, reads and describes documents, within the limits of both; stores nothing. */
record Drafts(Fetcher fetcher, Extractor extractor, Serving records, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

  /** Empty when no document can be read now, which is no fault of this one's. */
  Optional<Extraction> extract(Scope asker, Original original) {
    try {
      return Optional.of(extractor.extract(asker, original));
    } catch (Extractor.ExtractorUnavailableException e) {
      LOG.warn("no document can be read now", e);
      return Optional.empty();
    }
  }

  /** What was found, and where: the address it is known by, and the site it was read from. */
  record Found(
      @Nullable String address,
      @Nullable URI read,
      @Nullable String fileName,
      Original original,
      @Nullable String etag,
      @Nullable String lastModified,
      FeedReading.@Nullable Item item) {

    FeedReading.@Nullable Gazetted gazetted() {
      return item == null ? null : item.gazetted();
    }

    /** What the gazette says of a document counts more than what its text seems to say. */
    Extraction.Extracted described(Extraction.Extracted text) {
      FeedReading.Gazetted gazetted = gazetted();
      return item == null || gazetted == null
          ? text
          : new Extraction.Extracted(
              item.title().isEmpty() ? text.title() : item.title(),
              gazetted.published() == null ? text.published() : gazetted.published(),
              text.language(),
              text.publisher(),
              text.body(),
              text.statements());
    }
  }

  /** A document with what is proposed for it from what the scope may see. */
  Draft draft(Scope scope, Found found, Extraction.Extracted text) {
    return records.with(scope, generation -> draft(found, found.described(text), generation));
  }

  private Draft draft(Found found, Extraction.Extracted text, Generation generation) {
    Publisher publisher = found.read() == null ? Publisher.OF_FILES : Publisher.of(found.read());
    List<CorpusRecord> meetings = Proposals.meetings(generation, text);
    List<Topic> topics = Proposals.topics(generation, text);
    String name =
        Objects.requireNonNullElse(found.address(), Objects.toString(found.fileName(), ""));
    return new Draft(
        found.address(),
        found.fileName(),
        found.etag(),
        found.lastModified(),
        found.original(),
        clock.instant(),
        text,
        issuer(publisher, found, text),
        Proposals.details(generation, publisher, found.gazetted(), text, name, meetings, topics),
        publisher.sides(),
        meetings,
        topics,
        found.gazetted());
  }

  /** Whose words these are: what a page says of itself counts only where nothing better is. */
  private static String issuer(Publisher publisher, Found found, Extraction.Extracted text) {
    if (publisher.name() != null) {
      return publisher.name();
    }
    if (found.read() != null) {
      // A host with an underscore is none to Java.
      return SourceAddress.shownHost(
          Objects.requireNonNullElse(found.read().getHost(), found.read().getRawAuthority()));
    }
    String stated = text.publisher();
    return stated != null && !stated.isBlank() ? stated : Objects.toString(found.fileName(), "");
  }

  static Snapshot snapshot(Draft draft) {
    Original original = draft.original();
    Charset declared = original.declaredCharset();
    return new Snapshot(
        original.size(),
        original.sha256(),
        original::bytes,
        original.format().wireName(),
        declared == null ? null : declared.name(),
        draft.retrieved());
  }
}

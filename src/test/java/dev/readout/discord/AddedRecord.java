package dev.readout.discord;

import dev.readout.answer.RecordSketch;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.store.RefusedChangeException;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.Snapshot;
import dev.readout.store.SourceEntry.SourceState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A record put into the catalogue as a moderator's, without a page to fetch. */
final class AddedRecord {
  private static final Instant RETRIEVED = Instant.parse("2026-11-01T00:00:00Z");

  private static final String ACTOR = "1";

  private AddedRecord() {}

  static SourceEntry accepted(ServedBot served, Scope scope, RecordSketch sketch) {
    return in(SourceState.ACCEPTED, served, scope, sketch);
  }

  /** As if a feed had found it. */
  static SourceEntry waiting(ServedBot served, Scope scope, RecordSketch sketch) {
    return in(SourceState.WAITING, served, scope, sketch);
  }

  private static SourceEntry in(
      SourceState state, ServedBot served, Scope scope, RecordSketch sketch) {
    CorpusRecord record = sketch.record();
    byte[] page = (record.id() + record.body()).getBytes(StandardCharsets.UTF_8);
    NewSource source =
        new NewSource(
            scope,
            "https://example.org/" + record.id(),
            null,
            null,
            state,
            record,
            Snapshot.of(page, "html", "utf-8", RETRIEVED),
            null,
            null);
    try {
      return served.sources().sources().add(source, ACTOR);
    } catch (RefusedChangeException e) {
      throw new AssertionError(e);
    }
  }

  static void remove(ServedBot served, SourceEntry entry) {
    try {
      var _ =
          served
              .sources()
              .sources()
              .setState(entry.scope(), entry.number(), SourceState.REMOVED, ACTOR)
              .orElseThrow();
    } catch (RefusedChangeException e) {
      throw new AssertionError(e);
    }
  }
}

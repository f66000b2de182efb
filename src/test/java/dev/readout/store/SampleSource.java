package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.Snapshot;
import dev.readout.store.SourceEntry.SourceState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source for a test, of which the test says only what it is about. Confined to one thread. */
final class SampleSource {
  static final Scope ONE = new Scope("server-1");
  static final Scope OTHER = new Scope("server-2");
  static final String ACTOR = "80351110224678912";
  static final Instant RETRIEVED = Instant.parse("2026-03-01T09:00:00.500Z");

  private final String id;
  private Scope scope = ONE;
  private @Nullable String address;
  private SourceState state = SourceState.ACCEPTED;
  private @Nullable Long feed;
  private String content;
  private String says = "It was said.";

  SampleSource(String id) {
    this.id = id;
    this.address = "https://example.org/" + id;
    this.content = "<p>" + id + "</p>";
  }

  SampleSource scope(Scope value) {
    scope = value;
    return this;
  }

  SampleSource address(@Nullable String value) {
    address = value;
    return this;
  }

  SampleSource waiting() {
    state = SourceState.WAITING;
    return this;
  }

  SampleSource foundBy(long value) {
    feed = value;
    return this;
  }

  SampleSource content(String value) {
    content = value;
    return this;
  }

  SampleSource says(String value) {
    says = value;
    return this;
  }

  NewSource build() {
    return new NewSource(
        scope,
        address,
        address == null ? "file.pdf" : null,
        feed,
        state,
        SampleReceipt.record(id, says),
        snapshot(content),
        "\"tag\"",
        "Sun, 01 Mar 2026 09:00:00 GMT");
  }

  static Snapshot snapshot(String content) {
    return Snapshot.of(content.getBytes(StandardCharsets.UTF_8), "html", "utf-8", RETRIEVED);
  }

  /** The same record under another title. */
  static CorpusRecord titled(CorpusRecord record, String title) {
    return new CorpusRecord(
        record.id(),
        record.kind(),
        record.side(),
        title,
        record.titleZh(),
        record.published(),
        record.asOf(),
        record.effective(),
        record.issuer(),
        null,
        record.participants(),
        record.meeting(),
        record.topics(),
        record.sources(),
        record.provenance(),
        record.standing(),
        List.of(),
        List.of(),
        record.statusNote(),
        null,
        record.relates(),
        record.questions(),
        record.otherWords(),
        record.body(),
        record.statements(),
        List.of());
  }
}

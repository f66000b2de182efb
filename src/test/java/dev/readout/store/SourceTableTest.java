package dev.readout.store;

import static dev.readout.store.SampleSource.ACTOR;
import static dev.readout.store.SampleSource.ONE;
import static dev.readout.store.SampleSource.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.CorpusRecord;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.RecordCopy.DamagedEntryException;
import dev.readout.store.RefusedChangeException.Reason;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnBothEngines
final class SourceTableTest extends SourceTableFixture {
  @Test
  void add_source_isFoundAsItWasGiven() throws Exception {
    NewSource given = new SampleSource("truce").waiting().foundBy(3).build();
    SourceEntry entry = table.add(given, ACTOR);

    assertThat(table.find(ONE, 1)).contains(entry);
    assertThat(entry)
        .isEqualTo(
            new SourceEntry(
                1,
                ONE,
                "https://example.org/truce",
                null,
                3L,
                SourceState.WAITING,
                given.record(),
                given.snapshot().sha256(),
                SampleSource.RETRIEVED,
                SampleReceipt.CREATED,
                ACTOR,
                1,
                new SourceHealth(
                    null,
                    null,
                    SampleSource.RETRIEVED.plus(Duration.ofDays(1)),
                    0,
                    null,
                    null,
                    "\"tag\"",
                    "Sun, 01 Mar 2026 09:00:00 GMT")));
    assertThat(lastAudit())
        .extracting(AuditEntry::actor, AuditEntry::action, AuditEntry::subject, AuditEntry::detail)
        .containsExactly(
            ACTOR, "source.add", "source 1", "waiting; truce; https://example.org/truce; feed 3");
  }

  @Test
  void add_file_isNeverDue() throws Exception {
    SourceEntry entry = add(new SampleSource("truce").address(null));

    assertThat(entry.fileName()).isEqualTo("file.pdf");
    assertThat(entry.health().nextCheck()).isNull();
    assertThat(table.due(ONE, Instant.parse("2100-01-01T00:00:00Z"), 10)).isEmpty();
  }

  @Test
  void add_source_keepsWhatWasReceivedByteForByte() throws Exception {
    SourceEntry entry = add(new SampleSource("truce").content("关税 \0 bytes"));

    assertThat(
            store
                .database()
                .one(byte[].class, "SELECT bytes FROM snapshot WHERE sha256 = ?", entry.snapshot()))
        .isEqualTo("关税 \0 bytes".getBytes(StandardCharsets.UTF_8));
    assertThat(
            store
                .database()
                .one(String.class, "SELECT format || ' ' || charset FROM source_version"))
        .isEqualTo("html utf-8");
  }

  @Test
  void find_recordChangedByHand_isDamaged() throws Exception {
    add(new SampleSource("truce"));
    store.execute("UPDATE source_version SET record = replace(record, 'said', 'sung')");

    assertThatThrownBy(() -> table.find(ONE, 1))
        .isInstanceOf(DamagedEntryException.class)
        .hasMessageContaining("source 1 of server-1");
    assertThat(table.accepted(ONE).records()).isEmpty();
    assertThat(table.accepted(ONE).damaged()).containsExactly("truce");
    assertThat(table.due(ONE, SampleSource.RETRIEVED.plus(NewSource.FIRST_CHECK), 10)).isEmpty();
  }

  @Test
  void add_sameBytesTwice_areKeptOnceUntilTheLastVersionGoes() throws Exception {
    add(new SampleSource("truce").content("same"));
    add(new SampleSource("truce").scope(OTHER).content("same"));
    assertThat(store.count("snapshot")).isEqualTo(1);

    table.forget(ONE, ACTOR);
    assertThat(store.count("snapshot")).isEqualTo(1);
    table.forget(OTHER, ACTOR);
    assertThat(store.count("snapshot")).isZero();
  }

  @Test
  void add_addressOfALiveSource_isRefusedWithItsNumber() throws Exception {
    add(new SampleSource("truce").waiting());

    assertThatThrownBy(() -> add(new SampleSource("other").address("https://example.org/truce")))
        .isInstanceOfSatisfying(
            RefusedChangeException.class,
            refused -> assertThat(refused.reason()).isEqualTo(new Reason.Duplicate("address", 1)));
    assertThat(store.count("source")).isEqualTo(1);
    assertThat(store.count("audit")).isEqualTo(1);
  }

  @Test
  void add_idOfAnother_isRefusedAlsoAfterRemoval() throws Exception {
    add(new SampleSource("truce"));
    SampleSource other = new SampleSource("truce").address("https://example.org/other");

    assertThatThrownBy(() -> add(other))
        .isInstanceOf(RefusedChangeException.class)
        .hasMessage("number 1 has the same record id");
    table.setState(ONE, 1, SourceState.REMOVED, ACTOR);
    assertThatThrownBy(() -> add(other)).isInstanceOf(RefusedChangeException.class);
    assertThatThrownBy(() -> add(new SampleSource("truce").address(null)))
        .isInstanceOf(RefusedChangeException.class);
  }

  @Test
  void add_removedDocumentAgain_mayHaveItsIdByAddressOrBytes() throws Exception {
    add(new SampleSource("page"));
    add(new SampleSource("file").address(null).content("bytes"));
    table.setState(ONE, 1, SourceState.REMOVED, ACTOR);
    table.setState(ONE, 2, SourceState.REMOVED, ACTOR);

    assertThatThrownBy(() -> add(new SampleSource("file").address(null).content("other bytes")))
        .isInstanceOf(RefusedChangeException.class);
    assertThat(add(new SampleSource("page").content("newer")).number()).isEqualTo(3);
    assertThat(add(new SampleSource("file").address(null).content("bytes")).number()).isEqualTo(4);
    assertThat(table.withdrawn(ONE)).isEmpty();
  }

  @Test
  void add_statementThatIsNoSlice_isRefused() {
    CorpusRecord record = SampleReceipt.record("truce", "It was said.");
    CorpusRecord other = SampleReceipt.record("other", "It was said.");
    CorpusRecord mixed =
        new CorpusRecord(
            record.id(),
            record.kind(),
            record.side(),
            record.title(),
            null,
            record.published(),
            null,
            null,
            record.issuer(),
            null,
            List.of(),
            null,
            List.of(),
            record.sources(),
            record.provenance(),
            record.standing(),
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            record.body(),
            other.statements(),
            List.of());
    NewSource source =
        new NewSource(
            ONE,
            null,
            "f",
            null,
            SourceState.ACCEPTED,
            mixed,
            SampleSource.snapshot("x"),
            null,
            null);

    assertThatThrownBy(() -> table.add(source, ACTOR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no slice");
  }

  @Test
  void numbers_ofEachScope_countUpAndAreNeverGivenTwice() throws Exception {
    add(new SampleSource("a"));
    add(new SampleSource("b"));
    assertThat(add(new SampleSource("a").scope(OTHER)).number()).isEqualTo(1);

    assertThat(table.forget(ONE, ACTOR)).isEqualTo(2);
    assertThat(add(new SampleSource("c")).number()).isEqualTo(3);
    assertThat(table.count(OTHER, ALL)).isEqualTo(1);
    assertThat(audit.newest(ONE, 2).getLast().action()).isEqualTo("source.forget");
  }

  @Test
  void numberOfAnotherScope_isNotFound() throws Exception {
    SourceEntry entry = add(new SampleSource("truce"));
    CorpusRecord edited = SampleSource.titled(entry.record(), "New");

    assertThat(table.find(OTHER, 1)).isEmpty();
    assertThat(table.edit(OTHER, 1, edited, ACTOR)).isEmpty();
    assertThat(table.revise(OTHER, 1, edited, SampleSource.snapshot("new"), entry.health(), ACTOR))
        .isEmpty();
    assertThat(table.setState(OTHER, 1, SourceState.REMOVED, ACTOR)).isEmpty();
    assertThat(table.checked(OTHER, 1, entry.health())).isFalse();
    assertThat(table.reschedule(OTHER, 1, Instant.EPOCH)).isFalse();
    assertThat(table.versions(OTHER, 1)).isEmpty();
    assertThat(table.withAddress(OTHER, "https://example.org/truce")).isEmpty();
    assertThat(table.withContent(OTHER, entry.snapshot())).isEmpty();
    assertThat(table.find(ONE, 1)).contains(entry);
    assertThat(audit.newest(OTHER, 10)).isEmpty();
  }

  @Test
  void forget_scope_leavesNoByteOfItsSources() throws Exception {
    add(new SampleSource("a").content("unmistakable-bytes"));
    add(new SampleSource("b").says("Unmistakable sentence."));
    table.forget(ONE, ACTOR);
    store.close();

    assertThat(StoredFiles.holding(temp, "unmistakable-bytes")).isEmpty();
    assertThat(StoredFiles.holding(temp, "Unmistakable sentence")).isEmpty();
  }

  @Test
  void health_longTexts_areCutOrLeftOut() {
    SourceHealth health =
        new SourceHealth(
            null,
            null,
            null,
            0,
            "p".repeat(499) + "🙂",
            "m".repeat(2_001),
            "e".repeat(1_001),
            "l".repeat(1_000));

    assertThat(health.problem()).isEqualTo("p".repeat(499) + "…");
    assertThat(health.movedTo()).isNull();
    assertThat(health.etag()).isNull();
    assertThat(health.lastModified()).hasSize(1_000);
  }
}

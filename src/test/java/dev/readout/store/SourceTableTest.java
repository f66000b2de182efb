package dev.readout.store;

import static dev.readout.store.SampleSource.ACTOR;
import static dev.readout.store.SampleSource.ONE;
import static dev.readout.store.SampleSource.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.RecordCopy.DamagedEntryException;
import dev.readout.store.RefusedChangeException.Reason;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceTable.SourceTitle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothEngines
final class SourceTableTest {
  @Parameter private StoreFixture.Kind kind;

  private static final Set<SourceState> ALL = EnumSet.allOf(SourceState.class);

  @TempDir private Path temp;
  private StoreFixture store;
  private SourceTable table;
  private AuditTable audit;

  @BeforeEach
  void open() {
    store = new StoreFixture(kind, temp);
    table = new SourceTable(store.database());
    audit = new AuditTable(store.database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private SourceEntry add(SampleSource source) throws Exception {
    return table.add(source.build(), ACTOR);
  }

  private AuditEntry lastAudit() {
    return audit.newest(ONE, 1).getFirst();
  }

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
  void snapshot_added_hasTheSameBytes() throws Exception {
    SourceEntry entry = add(new SampleSource("truce").content("关税 \0 bytes"));
    Snapshot snapshot = table.snapshot(ONE, entry.snapshot()).orElseThrow();

    assertThat(snapshot.bytes()).isEqualTo("关税 \0 bytes".getBytes(StandardCharsets.UTF_8));
    assertThat(snapshot.stream().readAllBytes()).isEqualTo(snapshot.bytes());
    assertThat(snapshot.size()).isEqualTo(14);
    assertThat(snapshot.format()).isEqualTo("html");
    assertThat(snapshot.charset()).isEqualTo("utf-8");
    assertThat(snapshot.retrieved()).isEqualTo(SampleSource.RETRIEVED);
    assertThat(table.snapshot(OTHER, entry.snapshot())).isEmpty();
  }

  @Test
  void snapshot_changedByHand_isDamaged() throws Exception {
    SourceEntry entry = add(new SampleSource("truce"));
    store
        .database()
        .write(handle -> handle.execute("UPDATE snapshot SET bytes = ?", new byte[] {0}));

    assertThatThrownBy(() -> table.snapshot(ONE, entry.snapshot()))
        .isInstanceOf(DamagedEntryException.class)
        .hasMessageContaining(entry.snapshot());
  }

  @Test
  void find_recordChangedByHand_isDamaged() throws Exception {
    add(new SampleSource("truce"));
    store.execute("UPDATE source_version SET record = replace(record, 'said', 'sung')");

    assertThatThrownBy(() -> table.find(ONE, 1))
        .isInstanceOf(DamagedEntryException.class)
        .hasMessageContaining("source 1 of server-1");
    assertThatThrownBy(() -> table.versions(ONE, 1)).isInstanceOf(DamagedEntryException.class);
    assertThat(table.accepted(ONE).records()).isEmpty();
    assertThat(table.accepted(ONE).damaged()).containsExactly("truce");
    assertThat(table.due(ONE, SampleSource.RETRIEVED.plus(NewSource.FIRST_CHECK), 10)).isEmpty();
  }

  @Test
  void add_sameBytesTwice_areKeptOnceUntilTheLastVersionGoes() throws Exception {
    add(new SampleSource("truce").content("same"));
    SourceEntry second = add(new SampleSource("truce").scope(OTHER).content("same"));
    assertThat(store.count("snapshot")).isEqualTo(1);

    table.forget(ONE, ACTOR);
    assertThat(table.snapshot(OTHER, second.snapshot())).isPresent();
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
  void page_byNumberAndState_isEverySourceOnce() throws Exception {
    for (int i = 1; i <= 5; i++) {
      SampleSource source = new SampleSource("r" + i);
      add(i % 2 == 0 ? source.waiting() : source);
    }

    assertThat(table.page(ONE, ALL, 0, 3))
        .extracting(SourceEntry::number)
        .containsExactly(1L, 2L, 3L);
    assertThat(table.page(ONE, ALL, 3, 3)).extracting(SourceEntry::number).containsExactly(4L, 5L);
    assertThat(table.page(ONE, Set.of(SourceState.WAITING), 2, 3))
        .extracting(SourceEntry::number)
        .containsExactly(4L);
    assertThat(table.page(ONE, Set.of(), 0, 3)).isEmpty();
    assertThat(table.count(ONE, Set.of(SourceState.WAITING, SourceState.REFUSED))).isEqualTo(2);
    assertThat(table.count(ONE, Set.of())).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101})
  void page_noSuchSize_isRefused(int size) {
    assertThatThrownBy(() -> table.page(ONE, ALL, 0, size))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> table.due(ONE, Instant.EPOCH, size))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withAddress_removedAndLive_isTheLiveOneElseTheNewest() throws Exception {
    add(new SampleSource("truce"));
    table.setState(ONE, 1, SourceState.REMOVED, ACTOR);
    assertThat(table.withAddress(ONE, "https://example.org/truce").orElseThrow().state())
        .isEqualTo(SourceState.REMOVED);

    add(new SampleSource("truce"));
    assertThat(table.withAddress(ONE, "https://example.org/truce").orElseThrow().number())
        .isEqualTo(2);
    table.setState(ONE, 2, SourceState.REMOVED, ACTOR);
    table.setState(ONE, 1, SourceState.ACCEPTED, ACTOR);
    assertThat(table.withAddress(ONE, "https://example.org/truce").orElseThrow().number())
        .isEqualTo(1);
  }

  @Test
  void accepted_sources_areInOrderOfIdAndHaveAFingerprint() throws Exception {
    String none = table.acceptedFingerprint(ONE);
    CorpusRecord b = add(new SampleSource("b")).record();
    CorpusRecord a = add(new SampleSource("a")).record();
    add(new SampleSource("c").waiting());
    add(new SampleSource("0").scope(OTHER));
    String both = table.acceptedFingerprint(ONE);

    assertThat(table.accepted(ONE).records()).containsExactly(a, b);
    assertThat(both).hasSize(64).isNotEqualTo(none);
    table.checked(ONE, 1, SourceTableTest.health(Instant.EPOCH));
    assertThat(table.acceptedFingerprint(ONE)).isEqualTo(both);
    table.edit(ONE, 1, SampleSource.titled(b, "Other"), ACTOR);
    assertThat(table.acceptedFingerprint(ONE)).isNotEqualTo(both);
    table.edit(ONE, 1, b, ACTOR);
    assertThat(table.acceptedFingerprint(ONE)).isEqualTo(both);
  }

  private static SourceHealth health(Instant next) {
    return new SourceHealth(next, next, next, 2, "gone", "https://example.org/new", "e", "m");
  }

  @Test
  void scopesWithSources_waitingOnly_areNotThose() throws Exception {
    add(new SampleSource("a").waiting());
    add(new SampleSource("a").scope(OTHER));
    add(new SampleSource("a").scope(Scope.GLOBAL));
    table.setState(OTHER, 1, SourceState.REMOVED, ACTOR);

    assertThat(table.scopesWithSources()).containsExactlyInAnyOrder(OTHER, Scope.GLOBAL);
  }

  @Test
  void setState_overAndOver_isToldInTheAuditLog() throws Exception {
    add(new SampleSource("truce").waiting());
    for (SourceState state :
        List.of(
            SourceState.REFUSED, SourceState.ACCEPTED, SourceState.REMOVED, SourceState.ACCEPTED)) {
      assertThat(table.setState(ONE, 1, state, ACTOR).orElseThrow().state()).isEqualTo(state);
    }

    assertThat(audit.newest(ONE, 10).reversed())
        .extracting(entry -> entry.action() + ": " + entry.detail())
        .containsExactly(
            "source.add: waiting; truce; https://example.org/truce",
            "source.refuse: waiting → refused; truce",
            "source.approve: refused → accepted; truce",
            "source.remove: accepted → removed; truce",
            "source.restore: removed → accepted; truce");
  }

  @Test
  void setState_thatCannotBe_changesNothing() throws Exception {
    SourceEntry accepted = add(new SampleSource("truce"));

    for (SourceState state :
        List.of(SourceState.ACCEPTED, SourceState.REFUSED, SourceState.WAITING)) {
      assertThat(table.setState(ONE, 1, state, ACTOR)).contains(accepted);
    }
    assertThat(table.setState(ONE, 2, SourceState.REMOVED, ACTOR)).isEmpty();
    assertThat(audit.newest(ONE, 10)).hasSize(1);
  }

  @Test
  void setState_addressTakenMeanwhile_isRefused() throws Exception {
    add(new SampleSource("truce"));
    table.setState(ONE, 1, SourceState.REMOVED, ACTOR);
    add(new SampleSource("truce"));

    assertThatThrownBy(() -> table.setState(ONE, 1, SourceState.ACCEPTED, ACTOR))
        .isInstanceOf(RefusedChangeException.class)
        .hasMessage("number 2 has the same address");
    assertThat(table.find(ONE, 1).orElseThrow().state()).isEqualTo(SourceState.REMOVED);
  }

  @Test
  void withdrawn_removedAndNotBack_isInOrder() throws Exception {
    add(new SampleSource("b"));
    add(new SampleSource("a"));
    add(new SampleSource("c"));
    for (int number = 1; number <= 3; number++) {
      table.setState(ONE, number, SourceState.REMOVED, ACTOR);
    }
    table.setState(ONE, 3, SourceState.ACCEPTED, ACTOR);

    assertThat(table.withdrawn(ONE)).containsExactly("a", "b");
    assertThat(table.withdrawn(OTHER)).isEmpty();
  }

  @Test
  void edit_accepted_keepsTheSnapshotAndBothVersions() throws Exception {
    SourceEntry before = add(new SampleSource("truce"));
    CorpusRecord record = SampleSource.titled(before.record(), "The truce");
    SourceEntry after = table.edit(ONE, 1, record, "other").orElseThrow();

    assertThat(after.record()).isEqualTo(record);
    assertThat(after.versions()).isEqualTo(2);
    assertThat(after.snapshot()).isEqualTo(before.snapshot());
    assertThat(after.state()).isEqualTo(SourceState.ACCEPTED);
    assertThat(table.find(ONE, 1)).contains(after);
    assertThat(table.versions(ONE, 1))
        .extracting(SourceVersion::version, SourceVersion::actor, SourceVersion::record)
        .containsExactly(tuple(2, "other", record), tuple(1, ACTOR, before.record()));
    assertThat(lastAudit().action()).isEqualTo("source.edit");
    assertThat(lastAudit().detail()).isEqualTo("title: truce → The truce");
  }

  @Test
  void edit_nothing_makesNoVersion() throws Exception {
    SourceEntry before = add(new SampleSource("truce"));

    assertThat(table.edit(ONE, 1, before.record(), ACTOR)).contains(before);
    assertThat(audit.newest(ONE, 10)).hasSize(1);
  }

  @Test
  void edit_removed_isEmpty() throws Exception {
    SourceEntry before = add(new SampleSource("truce"));
    table.setState(ONE, 1, SourceState.REMOVED, ACTOR);

    assertThat(table.edit(ONE, 1, SampleSource.titled(before.record(), "New"), ACTOR)).isEmpty();
  }

  @Test
  void edit_otherId_isOnlyForOneWaitingAndFree() throws Exception {
    add(new SampleSource("a"));
    add(new SampleSource("b").waiting());
    CorpusRecord taken = SampleReceipt.record("a", "It was said.");
    CorpusRecord free = SampleReceipt.record("c", "It was said.");

    assertThat(table.edit(ONE, 1, free, ACTOR)).isEmpty();
    assertThatThrownBy(() -> table.edit(ONE, 2, taken, ACTOR))
        .isInstanceOf(RefusedChangeException.class);
    assertThat(table.edit(ONE, 2, free, ACTOR).orElseThrow().record()).isEqualTo(free);
    assertThat(lastAudit().detail()).startsWith("id: b → c; title: b → c");
  }

  @Test
  void revise_changedPage_keepsStateAndBothTexts() throws Exception {
    SourceEntry before = add(new SampleSource("truce").waiting());
    CorpusRecord record = SampleReceipt.record("truce", "It was said again.");
    SourceHealth health = health(Instant.parse("2026-04-01T00:00:00Z"));
    SourceEntry after =
        table
            .revise(ONE, 1, record, SampleSource.snapshot("newer"), health, "terminal")
            .orElseThrow();

    assertThat(after.state()).isEqualTo(SourceState.WAITING);
    assertThat(after.health()).isEqualTo(health);
    assertThat(after.record()).isEqualTo(record);
    assertThat(table.snapshot(ONE, before.snapshot())).isPresent();
    assertThat(table.snapshot(ONE, after.snapshot())).isPresent();
    assertThat(table.versions(ONE, 1))
        .extracting(SourceVersion::record)
        .containsExactly(record, before.record());
    assertThat(table.withContent(ONE, before.snapshot())).contains(after);
    assertThat(lastAudit().action()).isEqualTo("source.revise");
    assertThat(lastAudit().detail())
        .contains(before.snapshot().substring(0, 12) + " → " + after.snapshot().substring(0, 12))
        .contains("text: 16 → 22 characters");
  }

  @Test
  void revise_sameDocument_notesOnlyTheHealth() throws Exception {
    SourceEntry before = add(new SampleSource("truce"));
    SourceHealth health = health(Instant.parse("2026-04-01T00:00:00Z"));
    Snapshot same = SampleSource.snapshot("<p>truce</p>");
    SourceEntry after = table.revise(ONE, 1, before.record(), same, health, ACTOR).orElseThrow();

    assertThat(after.versions()).isEqualTo(1);
    assertThat(after.health()).isEqualTo(health);
    assertThat(audit.newest(ONE, 10)).hasSize(1);
  }

  @Test
  void revise_25Times_keepsTheNewest20Versions() throws Exception {
    SourceEntry first = add(new SampleSource("truce"));
    for (int i = 2; i <= 25; i++) {
      table.revise(ONE, 1, first.record(), SampleSource.snapshot("v" + i), first.health(), ACTOR);
    }

    assertThat(table.versions(ONE, 1)).hasSize(20);
    assertThat(table.versions(ONE, 1).getLast().version()).isEqualTo(6);
    assertThat(table.find(ONE, 1).orElseThrow().versions()).isEqualTo(25);
    assertThat(table.snapshot(ONE, first.snapshot())).isEmpty();
    assertThat(store.count("snapshot")).isEqualTo(20);
  }

  @Test
  void due_acceptedAndByThen_isTheLongestDueFirst() throws Exception {
    add(new SampleSource("a"));
    add(new SampleSource("b").scope(OTHER));
    add(new SampleSource("c"));
    add(new SampleSource("d").waiting());
    Instant then = Instant.parse("2026-03-05T00:00:00Z");
    table.reschedule(ONE, 1, then);
    table.reschedule(OTHER, 1, then.minusSeconds(1));
    table.reschedule(ONE, 2, then.plusMillis(1));
    table.reschedule(ONE, 3, then.minusSeconds(9));

    FeedTable feeds = new FeedTable(store.database());
    assertThat(feeds.scopesDue(then)).containsExactly(OTHER, ONE);
    assertThat(table.due(ONE, then, 10))
        .extracting(entry -> entry.record().id())
        .containsExactly("a");
    table.reschedule(ONE, 2, then.minusMillis(1));
    assertThat(table.due(ONE, then, 1))
        .extracting(entry -> entry.record().id())
        .containsExactly("c");
    table.checked(OTHER, 1, new SourceHealth(then, null, null, 0, null, null, null, null));
    assertThat(feeds.scopesDue(then)).containsExactly(ONE);
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

  @Test
  void titles_byNumberOrTitle_newestFirstAndOfTheScopeAlone() throws Exception {
    for (int i = 1; i <= 12; i++) {
      add(new SampleSource("truce-" + i));
    }
    add(new SampleSource("elsewhere").scope(OTHER));
    SourceEntry last = table.find(ONE, 12).orElseThrow();
    table.edit(ONE, 12, SampleSource.titled(last.record(), "The RULE of 100%_"), ACTOR);

    assertThat(table.titles(ONE, "", 3))
        .extracting(SourceTitle::number)
        .containsExactly(12L, 11L, 10L);
    assertThat(table.titles(ONE, "1", 9))
        .extracting(SourceTitle::number)
        .contains(1L, 10L, 11L, 12L)
        .doesNotContain(2L);
    assertThat(table.titles(ONE, "the rule", 9))
        .singleElement()
        .isEqualTo(new SourceTitle(12, SourceState.ACCEPTED, "The RULE of 100%_"));
    assertThat(table.titles(ONE, "%", 9)).hasSize(1);
    assertThat(table.titles(ONE, "'; DROP TABLE source; --", 9)).isEmpty();
    assertThat(table.titles(Scope.ofServer(3), "", 9)).isEmpty();
  }
}

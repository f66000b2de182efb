package dev.readout.store;

import static dev.readout.store.SampleSource.ACTOR;
import static dev.readout.store.SampleSource.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.readout.corpus.CorpusRecord;
import dev.readout.store.SourceEntry.Snapshot;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceEntry.SourceVersion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may become of a source, and what of it is told. */
@OnBothEngines
final class SourceChangesTest extends SourceTableFixture {
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
        .extracting(SourceVersion::version, SourceVersion::snapshot)
        .containsExactly(tuple(2, before.snapshot()), tuple(1, before.snapshot()));
    assertThat(kept("actor || ' ' || json_extract(record, '$.title')"))
        .containsExactly("other The truce", ACTOR + " " + before.record().title());
    assertThat(lastAudit().action()).isEqualTo("source.edit");
    assertThat(lastAudit().detail()).isEqualTo("title: truce → The truce");
  }

  private List<String> kept(String column) {
    return store
        .database()
        .list(String.class, "SELECT " + column + " FROM source_version ORDER BY version DESC");
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
    assertThat(store.count("snapshot")).isEqualTo(2);
    assertThat(kept("json_extract(record, '$.body')"))
        .containsExactly(record.body(), before.record().body());
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
    assertThat(store.count("snapshot WHERE sha256 = '" + first.snapshot() + "'")).isZero();
    assertThat(store.count("snapshot")).isEqualTo(20);
  }
}

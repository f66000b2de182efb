package dev.readout.store;

import static dev.readout.store.SampleSource.ACTOR;
import static dev.readout.store.SampleSource.ONE;

import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A catalogue on either engine, with its audit log. */
abstract class SourceTableFixture {
  @Parameter StoreFixture.Kind kind;
  static final Set<SourceState> ALL = EnumSet.allOf(SourceState.class);
  @TempDir Path temp;
  StoreFixture store;
  SourceTable table;
  AuditTable audit;

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

  SourceEntry add(SampleSource source) throws Exception {
    return table.add(source.build(), ACTOR);
  }

  AuditEntry lastAudit() {
    return audit.newest(ONE, 1).getFirst();
  }

  static SourceHealth health(Instant next) {
    return new SourceHealth(next, next, next, 2, "gone", "https://example.org/new", "e", "m");
  }
}

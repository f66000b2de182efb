package dev.readout.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Scope;
import dev.readout.index.Additions;
import dev.readout.index.BuildMonitor;
import dev.readout.index.Generation;
import dev.readout.index.Indexes;
import dev.readout.intake.reindex.ShippedCorpus;
import dev.readout.store.AuditTable;
import dev.readout.store.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backups made while another process writes to the database and reindexes without end. */
@Timeout(120)
final class BusyBackupTest {
  private static final int BACKUPS = 6;

  @TempDir private Path temp;

  @Test
  void write_anotherProcessWritesAndReindexes_isOfOneMomentAndWhole() throws Exception {
    SampleInstallation site =
        SampleInstallation.make(
            temp.resolve("site"), "first", Instant.parse("2026-11-01T08:00:00Z"));
    Process process = start(site);
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < BACKUPS; i++) {
        long written = Long.parseLong(Objects.requireNonNull(out.readLine()));
        Path file = site.backup("backup-" + i + ".zip");
        SampleInstallation restored = new SampleInstallation(temp.resolve("restored-" + i));
        restored.restore(file, SampleInstallation.CAREFUL);
        assertWhole(restored, written);
      }
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /**
   * The entries without a gap, at least those that had been told of; an index that is not stale.
   */
  private static void assertWhole(SampleInstallation restored, long written) {
    Locations where = restored.where();
    try (Database database = Database.open(where.store().file(), SampleInstallation.CLOCK)) {
      List<Long> numbers =
          new AuditTable(database)
              .newest(Scope.GLOBAL, AuditTable.MAX_PAGE).stream()
                  .filter(entry -> entry.actor().equals("writer"))
                  .map(entry -> Long.valueOf(entry.subject()))
                  .toList();
      assertThat(numbers.getFirst()).isGreaterThanOrEqualTo(written);
      assertThat(numbers.reversed())
          .containsExactlyElementsOf(
              LongStream.rangeClosed(numbers.getLast(), numbers.getFirst()).boxed().toList());
    }
    Indexes indexes = new Indexes(where.index(), SampleInstallation.CLOCK);
    String current = indexes.current(Scope.GLOBAL).orElseThrow();
    try (Generation generation =
        indexes.openGlobal(
            where.records(),
            () -> {
              throw new AssertionError("the restored index was built anew");
            },
            Additions.NONE)) {
      assertThat(generation.info().name()).isEqualTo(current);
      assertThat(generation.records()).hasSize(4);
    }
  }

  private static Process start(SampleInstallation site) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            BusyBackupTest.class.getName(),
            site.folder().toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The other process: says the number of each entry that it has written. */
  public static void main(String[] args) {
    Locations where = new SampleInstallation(Path.of(args[0])).where();
    ShippedCorpus shipped = new ShippedCorpus(where.records());
    Indexes indexes = new Indexes(where.index(), SampleInstallation.CLOCK);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (true) {
                indexes
                    .buildGlobal(
                        where.records(), shipped.read(), List.of(), true, BuildMonitor.NONE)
                    .close();
              }
            });
    try (Database database = Database.open(where.store().file(), SampleInstallation.CLOCK)) {
      AuditTable audit = new AuditTable(database);
      for (long number = 1; true; number++) {
        audit.add(Scope.GLOBAL, "writer", "write", Long.toString(number), "");
        System.out.println(number);
      }
    }
  }
}

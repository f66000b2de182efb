package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Scope;
import dev.readout.store.AuditTable.AuditEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
  @TempDir private Path temp;

  private Database open() {
    return Database.open(temp.resolve("readout.db"), InstantSource.system());
  }

  @Test
  void write_noSpace_isRefusedAndTheRestCanBeRead() {
    try (Database database =
        Database.open(
            temp.resolve("readout.db"), InstantSource.system(), Database.MIGRATIONS, 80)) {
      AuditTable audit = new AuditTable(database);
      AtomicInteger written = new AtomicInteger();

      assertThatThrownBy(
              () -> {
                while (true) {
                  audit.add(Scope.GLOBAL, "operator", "fill", "", "x".repeat(4_000));
                  written.incrementAndGet();
                }
              })
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("its disk is full");

      assertThat(audit.newest(Scope.GLOBAL, 500)).hasSize(written.get()).isNotEmpty();
    }
  }

  @Test
  void isWritable_fileRemoved_isFalse() throws IOException {
    try (Database database = open()) {
      Files.delete(temp.resolve("readout.db"));

      assertThat(database.isWritable()).isFalse();
    }
  }

  @Test
  void check_fileDamagedMeanwhile_nothingIsReadOrWrittenAnyMore() throws IOException {
    try (Database database = open()) {
      ServerSettingsTable table = new ServerSettingsTable(database);
      for (int server = 1; server <= 200; server++) {
        table.save(JsonCodec.with(ServerSettings.defaults(server), "feedback", false), "1");
      }
      database.emptyLog();
      database.check();
      assertThat(database.isDamaged()).isFalse();
      byte[] bytes = Files.readAllBytes(temp.resolve("readout.db"));
      Arrays.fill(bytes, 8 << 10, bytes.length, (byte) 7);
      Files.write(temp.resolve("readout.db"), bytes, StandardOpenOption.WRITE);

      database.check();

      assertThat(database.isDamaged()).isTrue();
      assertThat(database.isWritable()).isFalse();
      assertThat(database.isAlive()).isTrue();
      assertThatThrownBy(() -> table.of(1))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void isAlive_closed_isFalse() {
    Database database = open();
    database.close();
    assertThat(database.isAlive()).isFalse();
  }

  @Test
  void isWritable_closed_isFalse() {
    Database database = open();
    database.close();

    assertThat(database.isWritable()).isFalse();
  }

  @Test
  void close_twice_doesNothing() {
    Database database = open();
    database.close();
    database.close();

    assertThatThrownBy(() -> new ServerSettingsTable(database).of(1))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void write_failing_undoesAllOfItAndTheNextSucceeds() {
    try (Database database = open()) {
      assertThatThrownBy(
              () ->
                  database.write(
                      handle -> {
                        handle.execute("INSERT INTO registration VALUES (1, 'abc', 0)");
                        return handle.execute("INSERT INTO no_such_table VALUES (1)");
                      }))
          .isInstanceOf(StoreUnavailableException.class);

      RegistrationTable registrations = new RegistrationTable(database);
      assertThat(registrations.hash(1)).isEmpty();
      registrations.save(1, "def");
      assertThat(registrations.hash(1)).contains("def");
    }
  }

  @Test
  void read_thatWrites_isRefused() {
    try (Database database = open()) {
      assertThatThrownBy(
              () ->
                  database.read(
                      handle -> handle.execute("INSERT INTO registration VALUES (1, 'abc', 0)")))
          .isInstanceOf(StoreUnavailableException.class)
          .hasStackTraceContaining("readonly");
    }
  }

  @Test
  void write_50VirtualThreadsAtOnce_losesNothing() throws Exception {
    try (Database database = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      AuditTable audit = new AuditTable(database);
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String actor = "member-" + i;
        writers.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < 20; n++) {
                    audit.add(Scope.GLOBAL, actor, "write", Integer.toString(n), "");
                    assertThat(audit.newest(Scope.GLOBAL, 1)).hasSize(1);
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get(5, TimeUnit.MINUTES);
      }

      List<AuditEntry> all = new ArrayList<>(audit.newest(Scope.GLOBAL, 500));
      all.addAll(audit.upTo(Scope.GLOBAL, 500, 500));
      assertThat(audit.count(Scope.GLOBAL)).isEqualTo(1_000);
      assertThat(all)
          .hasSize(1_000)
          .extracting(entry -> entry.actor() + " " + entry.subject())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void write_twoDatabasesOnOneFile_losesNothing() throws Exception {
    try (Database one = open();
        Database other = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (Database database : List.of(one, other)) {
        AuditTable audit = new AuditTable(database);
        writers.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < 200; n++) {
                    audit.add(Scope.GLOBAL, "process", "write", "", "");
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get(5, TimeUnit.MINUTES);
      }

      assertThat(new AuditTable(one).newest(Scope.GLOBAL, 500)).hasSize(400);
    }
  }

  @Test
  void write_callerInterrupted_isNotMade() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (Database database = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      RegistrationTable registrations = new RegistrationTable(database);
      Future<Integer> before = holdWriter(database, threads, release);

      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> registrations.save(1, "abc"))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();

      release.countDown();
      before.get(5, TimeUnit.MINUTES);
      registrations.save(2, "def");
      assertThat(registrations.hash(1)).isEmpty();
    }
  }

  @Test
  void write_queueFull_isRefusedAtOnceAndTheOthersAreMade() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (Database database = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      RegistrationTable registrations = new RegistrationTable(database);
      Future<Integer> before = holdWriter(database, threads, release);
      List<Future<?>> waiting = new ArrayList<>();
      CountDownLatch refused = new CountDownLatch(1);
      for (int i = 0; i < 1_001; i++) {
        int application = i;
        waiting.add(
            threads.submit(
                () -> {
                  try {
                    registrations.save(application, "abc");
                  } catch (StoreUnavailableException e) {
                    refused.countDown();
                    throw e;
                  }
                }));
      }

      assertThat(refused.await(5, TimeUnit.MINUTES)).isTrue();
      release.countDown();
      before.get(5, TimeUnit.MINUTES);
      int failed = 0;
      for (Future<?> writer : waiting) {
        try {
          writer.get(5, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
          assertThat(e).hasMessageContaining("1000 others wait");
          failed++;
        }
      }
      assertThat(failed).isEqualTo(1);
    }
  }

  /** Returns when the writer's thread is held. */
  private static Future<Integer> holdWriter(
      Database database, ExecutorService threads, CountDownLatch release)
      throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    Future<Integer> result =
        threads.submit(
            () ->
                database.write(
                    handle -> {
                      held.countDown();
                      awaitQuietly(release);
                      return 0;
                    }));
    assertThat(held.await(5, TimeUnit.MINUTES)).isTrue();
    return result;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void write_isForcedToTheDisk_noteIsNot(@TempDir Path folder) {
    try (Database database = Database.open(folder.resolve("readout.db"), InstantSource.system())) {
      for (int i = 0; i < 2; i++) {
        assertThat(database.<Integer, RuntimeException>write(DatabaseTest::synchronous))
            .isEqualTo(2);
        assertThat(database.<Integer>note(DatabaseTest::synchronous)).isEqualTo(1);
      }
    }
  }

  private static int synchronous(Handle handle) {
    return handle.createQuery("PRAGMA synchronous").mapTo(Integer.class).one();
  }

  /** "Erased" is said only of what is gone. */
  @Test
  void emptyLog_othersRead_isSaid_andDoneOnceTheyDoNot(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("readout.db");
    try (Database database = Database.open(file, InstantSource.system());
        Connection other = new SqliteFile(file).connect();
        Statement reading = other.createStatement()) {
      reading.execute("BEGIN");
      reading.executeQuery("SELECT count(*) FROM audit").close();
      assertThat(database.isWritable()).isTrue(); // what the other does not see yet
      assertThatThrownBy(database::emptyLog)
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("still holds what was erased");
      reading.execute("COMMIT");
      database.emptyLog();
      assertThat(Files.size(folder.resolve("readout.db-wal"))).isZero();
    }
  }
}

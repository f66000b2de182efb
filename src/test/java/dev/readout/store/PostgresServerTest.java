package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.readout.corpus.Scope;
import dev.readout.store.StoreSettings.StorePassword;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is other with a server than with a file. */
final class PostgresServerTest {
  @TempDir private Path temp;
  private StoreSettings settings;

  @BeforeEach
  void empty() {
    settings = TestPostgres.empty("server", temp);
  }

  private Database open() {
    return Database.open(settings, InstantSource.system());
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
          .hasStackTraceContaining("read-only");
    }
  }

  /** What is read and then written is not changed by another process in between. */
  @Test
  void write_twoProcessesAtOnce_oneAfterTheOther() throws Exception {
    try (Database one = open();
        Database other = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (Database database : List.of(one, other)) {
        SourceTable sources = new SourceTable(database);
        AuditTable audit = new AuditTable(database);
        writers.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < 50; n++) {
                    String id = (database == one ? "one-" : "other-") + n;
                    sources.add(new SampleSource(id).scope(SampleSource.ONE).build(), "1");
                    audit.add(Scope.GLOBAL, "process", "write", "", "");
                  }
                  return null;
                }));
      }
      for (Future<?> writer : writers) {
        writer.get(5, TimeUnit.MINUTES);
      }

      assertThat(new AuditTable(one).count(Scope.GLOBAL)).isEqualTo(100);
      assertThat(new SourceTable(other).accepted(SampleSource.ONE).records()).hasSize(100);
    }
  }

  /** By the server after 20 s, or by whoever looks after it. */
  @Test
  void write_whoseWaitForOthersIsEnded_leavesTheNextToSucceed() {
    try (Database database = open();
        Database other = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      RegistrationTable registrations = new RegistrationTable(database);
      var _ =
          other.<Boolean, RuntimeException>write(
              handle -> {
                Future<?> waiting = threads.submit(() -> registrations.save(1, "abc"));
                await().until(() -> endedWaits(handle) > 0);
                assertThatThrownBy(waiting::get).hasMessageContaining("canceling statement");
                return true;
              });

      registrations.save(1, "def");
      assertThat(registrations.hash(1)).contains("def");
    }
  }

  private static int endedWaits(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT pg_cancel_backend(pid) FROM pg_locks JOIN pg_database d ON d.oid = database
            WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()\
            """)
        .mapTo(Boolean.class)
        .list()
        .size();
  }

  @Test
  void open_fourAtOnceWithoutTables_makeThemOnce() throws Exception {
    StoreSettings bare = TestPostgres.bare("bare", temp);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> openings = new ArrayList<>();
      CountDownLatch all = new CountDownLatch(4);
      for (int i = 0; i < 4; i++) {
        openings.add(
            threads.submit(
                () -> {
                  all.countDown();
                  all.await();
                  Database.open(bare, InstantSource.system()).close();
                  return null;
                }));
      }
      for (Future<?> opening : openings) {
        opening.get(5, TimeUnit.MINUTES);
      }
    }
    Database.openKept(bare, InstantSource.system()).close();
  }

  @Test
  void openKept_noTables_isRefused() {
    StoreSettings bare = TestPostgres.bare("empty", temp);

    assertThatThrownBy(() -> Database.openKept(bare, InstantSource.system()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("it is missing or empty");
  }

  @Test
  void connections_endedByTheServer_areReplacedUnnoticed() {
    try (Database database = open()) {
      RegistrationTable registrations = new RegistrationTable(database);
      registrations.save(1, "abc");
      for (int i = 0; i < 2; i++) {
        TestPostgres.endConnections("server");

        assertThat(registrations.hash(1)).contains("abc");
        registrations.save(1, "abc");
        assertThat(database.isWritable()).isTrue();
      }
    }
  }

  @Test
  void server_stoppedAndStarted_isRefusedMeanwhileAndServedAfter() throws Exception {
    try (TestPostgres.Stoppable server = TestPostgres.Stoppable.start(temp)) {
      try (Database database = Database.open(server.settings(), InstantSource.system())) {
        RegistrationTable registrations = new RegistrationTable(database);
        registrations.save(1, "abc");
        server.stop();

        assertThatThrownBy(() -> registrations.hash(1))
            .isInstanceOf(StoreUnavailableException.class)
            .hasMessageContaining("its server does not answer");
        assertThat(database.isWritable()).isFalse();
        assertThat(database.isAlive()).isTrue();

        server.startAgain();
        assertThat(registrations.hash(1)).contains("abc");
        assertThat(database.isWritable()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:1/server, postgres, its server does not answer",
    "%s/no_such, postgres, does not exist",
    "%s/server, nobody, its server refuses us"
  })
  void open_wrongAddress_isRefusedWithWhatToDo(String address, String user, String message) {
    String host = settings.server().toString().replaceFirst("^[a-z:]*//(.*)/server$", "$1");
    StoreSettings wrong =
        new StoreSettings(
            settings.file(),
            null,
            "jdbc:postgresql://" + address.formatted(host),
            user,
            new StorePassword("s3cr3t"));

    assertThatThrownBy(() -> Database.open(wrong, InstantSource.system()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("check store.u")
        .hasMessageNotContaining("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:mysql://localhost/db", "postgresql://localhost/db"})
  void settings_otherAddress_areRefused(String url) {
    assertThatThrownBy(() -> new StoreSettings(temp, null, url, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write jdbc:postgresql://");
  }

  @Test
  void settings_passwordInTheAddress_isRefused() {
    assertThatThrownBy(
            () ->
                new StoreSettings(temp, null, "jdbc:postgresql://a/b?password=s3cr3t", null, null))
        .hasMessageNotContaining("s3cr3t");
    assertThat(new StorePassword("s3cr3t").toString()).doesNotContain("s3cr3t");
  }

  @Test
  void duty_isOneProcesss_untilItEnds() {
    try (Database other = open()) {
      try (Database one = open()) {
        assertThat(one.isShared()).isTrue();
        assertThat(one.holds("feeds")).isTrue();
        assertThat(other.holds("feeds")).isFalse();
        assertThat(other.holds("watches")).isTrue();
        assertThat(one.holds("feeds")).isTrue();
        assertThat(new FeedTable(other).scopesDue(Instant.EPOCH)).isEmpty();
      }
      await().until(() -> other.holds("feeds"));
    }
  }

  @Test
  void duty_connectionIsCutOff_isTakenOverAndNotHeldByBoth() {
    try (Database one = open();
        Database other = open()) {
      assertThat(one.holds("feeds")).isTrue();
      TestPostgres.endConnections("server");
      await().until(() -> other.holds("feeds"));
      assertThat(one.holds("feeds")).isFalse();
      assertThat(one.holds("feeds")).isFalse();
    }
  }

  @Test
  void duty_ofAFile_isAlwaysOurs() {
    try (Database file = Database.open(temp.resolve("file.db"), InstantSource.system())) {
      assertThat(file.isShared()).isFalse();
      assertThat(file.holds("feeds")).isTrue();
    }
  }

  /** A process that the network cuts off in the middle must not keep the others from writing. */
  @Test
  void connections_all_haveALimitToWhatTheyHoldUp() {
    try (Database database = open()) {
      List<String> settings = List.of("20s", "10s", "10");

      assertThat(database.write(PostgresServerTest::limits)).isEqualTo(settings);
      assertThat(database.read(PostgresServerTest::limits)).isEqualTo(settings);
    }
  }

  private static List<String> limits(Handle handle) {
    return Stream.of(
            "statement_timeout", "idle_in_transaction_session_timeout", "tcp_keepalives_idle")
        .map(name -> handle.createQuery("SHOW " + name).mapTo(String.class).one())
        .toList();
  }
}

package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Scope;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.FeedbackTable.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TransferTest {
  private static final Scope HERE = Scope.ofServer(1);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-26T12:00:00.123Z"));

  @TempDir private Path temp;
  private StoreSettings settings;

  @BeforeEach
  void empty() {
    settings = TestPostgres.empty("transfer", temp);
  }

  private StoreSettings elsewhere() {
    return settings.withFile(temp.resolve("back.db"));
  }

  /** Something in every table. */
  private static void fill(Database database) throws Exception {
    MemberKeys keys = new MemberKeys(database);
    Receipts receipts = new Receipts(database);
    receipts.save(
        new SampleReceipt("AAAAAAAA").asked("Is the truce in force? 休战 🕊", keys.of(7)).build());
    new FeedbackTable(database).save("AAAAAAAA", Scope.GLOBAL, keys.of(7), Verdict.HELPFUL);
    new ServerSettingsTable(database)
        .save(
            new ServerSettings(1, "zh", true, false, true, Set.of(5L), true, 7, Set.of(6L), true),
            "1");
    new RegistrationTable(database).save(Long.MAX_VALUE, "abc");
    new SourceTable(database).add(new SampleSource("truce").scope(HERE).build(), "1");
    FeedTable feeds = new FeedTable(database);
    feeds.add(HERE, new Feed.Listing(FeedKind.RSS, "https://example.org/feed", null), "1");
    feeds.markSeen(HERE, 1, "item");
    new GapTable(database).note(HERE, GapTable.GapKind.DECLINED, List.of("truce"), LocalDate.EPOCH);
    WatchTable watches = new WatchTable(database);
    watches.add(
        new WatchTable.Place(0, HERE, 5, 0, "en", "UTC", 0, 0, 1, "", 0, null),
        WatchTable.Kind.TOPIC,
        "tariffs");
    WatchTable.Place place = watches.find(HERE, 5, 0).orElseThrow();
    new NoteTable(database)
        .add(HERE, List.of("a"), List.of(new NoteTable.NewNote(place.key(), "a", "text")));
  }

  private static Map<String, List<String>> rows(StoreSettings where) {
    try (Database database = Database.open(where, CLOCK)) {
      return database.read(
          handle -> {
            Map<String, List<String>> rows = new TreeMap<>();
            Transfer.TABLES.forEach(table -> rows.put(table, rows(handle, table)));
            return rows;
          });
    }
  }

  private static List<String> rows(Handle handle, String table) {
    return handle.createQuery("SELECT * FROM " + table).mapToMap().list().stream()
        .map(
            row ->
                row.entrySet().stream()
                    .map(column -> column.getKey() + "=" + value(column.getValue()))
                    .sorted()
                    .collect(Collectors.joining(" ")))
        .sorted()
        .toList();
  }

  private static String value(Object value) {
    return switch (value) {
      case byte[] bytes -> new java.math.BigInteger(bytes).toString();
      case Boolean is -> is ? "1" : "0";
      case null -> "null";
      default -> value.toString();
    };
  }

  @Test
  void thereAndBack_everyTable_isTheSame() throws Exception {
    try (Database database = Database.open(settings.ofFile(), CLOCK)) {
      fill(database);
    }
    Map<String, List<String>> before = rows(settings.ofFile());
    assertThat(before.values()).allSatisfy(table -> assertThat(table).isNotEmpty());

    assertThat(Transfer.toServer(settings).rows())
        .isEqualTo(before.values().stream().mapToLong(List::size).sum());
    assertThat(rows(settings)).isEqualTo(before);
    Transfer.toFile(elsewhere());

    assertThat(rows(elsewhere().ofFile())).isEqualTo(before);
    assertThat(rows(settings.ofFile())).isEqualTo(before);
  }

  @Test
  void toServer_thenMoreIsAdded_noNumberIsGivenTwice() throws Exception {
    try (Database database = Database.open(settings.ofFile(), CLOCK)) {
      fill(database);
    }
    Transfer.toServer(settings);

    try (Database database = Database.open(settings, CLOCK)) {
      new Receipts(database).save(new SampleReceipt("BBBBBBBB").build());
      AuditTable audit = new AuditTable(database);
      audit.add(HERE, "1", "more", "", "");
      SourceEntry more =
          new SourceTable(database).add(new SampleSource("more").scope(HERE).build(), "1");

      assertThat(more.number()).isEqualTo(2);
      assertThat(audit.newest(HERE, 2)).extracting(AuditTable.AuditEntry::action).contains("more");
      assertThat(new Receipts(database).find("AAAAAAAA")).isPresent();
    }
  }

  @Test
  void toServer_somethingIsThere_isRefusedAndNothingChanges() throws Exception {
    try (Database file = Database.open(settings.ofFile(), CLOCK);
        Database server = Database.open(settings, CLOCK)) {
      fill(file);
      new RegistrationTable(server).save(1, "abc");
    }
    Map<String, List<String>> before = rows(settings);

    assertThatThrownBy(() -> Transfer.toServer(settings))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("it holds something already");
    assertThat(rows(settings)).isEqualTo(before);
  }

  @Test
  void toServer_noFile_isRefused() {
    assertThatThrownBy(() -> Transfer.toServer(settings)).hasMessageContaining("it is missing");
  }

  /** Else a new table would be left behind. */
  @Test
  void tables_areAllThatThereAre() {
    String sqlite =
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    String postgres = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";

    assertThat(names(settings.ofFile(), sqlite)).isEqualTo(names(settings, postgres));
    assertThat(names(settings, postgres))
        .containsAll(Transfer.TABLES)
        .hasSize(Transfer.TABLES.size() + 2)
        .contains("heartbeat", "flyway_schema_history");
  }

  private static Set<String> names(StoreSettings where, String query) {
    try (Database database = Database.open(where, CLOCK)) {
      return database.read(handle -> handle.createQuery(query).mapTo(String.class).set());
    }
  }

  @Test
  void backup_ofAServer_isAFileOfSqlites() throws Exception {
    try (Database database = Database.open(settings, CLOCK)) {
      fill(database);
    }
    Path copy = temp.resolve("copy.db");

    assertThat(DatabaseCopy.make(settings, copy)).isEqualTo(Schema.NEWEST);

    assertThat(DatabaseCopy.look(settings, copy))
        .isEqualTo(new DatabaseCopy.Found.Ours(Schema.NEWEST));
    assertThat(rows(new StoreSettings(copy, null))).isEqualTo(rows(settings));
  }
}

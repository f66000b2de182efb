package dev.readout.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** An open database for a test. The test moves its clock. */
final class StoreFixture implements AutoCloseable {
  private final Database database;
  private Instant now = SampleReceipt.CREATED;

  /** What it is kept by. */
  enum Kind {
    SQLITE,
    POSTGRESQL;

    /** Makes every entry of the audit log fail. */
    List<String> failing() {
      return this == SQLITE
          ? List.of(
              "CREATE TRIGGER failing BEFORE INSERT ON audit"
                  + " BEGIN SELECT RAISE(ABORT, 'no room'); END")
          : List.of(
              "CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql"
                  + " AS 'BEGIN RAISE EXCEPTION ''no room''; END'",
              "CREATE TRIGGER failing BEFORE INSERT ON audit"
                  + " FOR EACH ROW EXECUTE FUNCTION fail()");
    }

    /** One without anything in it. */
    StoreSettings empty(Path folder) {
      if (this == POSTGRESQL) {
        return TestPostgres.empty("test", folder);
      }
      Path file = folder.resolve("readout.db");
      TestDatabase.make(file);
      return new StoreSettings(file, null);
    }
  }

  StoreFixture(Path folder) {
    this(Kind.SQLITE, folder);
  }

  StoreFixture(Kind kind, Path folder) {
    database = Database.open(kind.empty(folder), clock());
  }

  private InstantSource clock() {
    return () -> now;
  }

  Database database() {
    return database;
  }

  void moveClockTo(Instant instant) {
    now = instant;
  }

  int count(String table) {
    return database.one(Integer.class, "SELECT count(*) FROM " + table);
  }

  void execute(String sql) {
    database.write(sql);
  }

  @Override
  public void close() {
    database.close();
  }
}

package dev.readout.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** An open database for a test. The test moves its clock. */
final class StoreFixture implements AutoCloseable {
  private final Database database;
  private Instant now = SampleReceipt.CREATED;

  StoreFixture(Path folder) {
    database = Database.open(folder.resolve("readout.db"), clock());
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
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }

  void execute(String sql) {
    database.write(handle -> handle.execute(sql));
  }

  @Override
  public void close() {
    database.close();
  }
}

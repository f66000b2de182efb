package dev.readout.store;

import java.time.Instant;
import java.util.Optional;

/** The commands that each Discord application was last told, by their hash. Thread-safe. */
public record RegistrationTable(Database database) {
  private static final Limit HASH = new Limit("the hash of the commands", 1, 200);

  /** The hash of the commands last registered; empty for an application not yet seen. */
  public Optional<String> hash(long application) {
    return database.find(
        String.class, "SELECT hash FROM registration WHERE application = ?", application);
  }

  public void save(long application, String hash) {
    HASH.check(hash);
    Instant now = database.now();
    database.write(
        """
        INSERT INTO registration (application, hash, at) VALUES (?, ?, ?)
        ON CONFLICT (application) DO UPDATE SET hash = excluded.hash, at = excluded.at\
        """,
        application,
        hash,
        now);
  }
}

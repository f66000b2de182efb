package dev.readout.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteDataSource;

/**
 * Where the database is, and how every connection to it is set up. Immutable.
 *
 * @param path absolute
 * @param maxPages how many pages of 4 KiB the file may grow to
 */
record SqliteFile(Path path, int maxPages) {
  private static final int BUSY_MILLIS = 5_000;

  Connection connect() throws SQLException {
    return dataSource().getConnection();
  }

  SQLiteDataSource dataSource() {
    SQLiteConfig config = new SQLiteConfig();
    // Readers and the writer do not wait for each other. NORMAL: a loss of power may take the last
    // writes with it, never the file; the death of the process takes nothing. What must not be lost
    // is written with FULL: Database.write.
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    // What is forgotten is overwritten.
    config.setPragma(Pragma.SECURE_DELETE, "true");
    // A read-only container has no folder for temporary files.
    config.setTempStore(TempStore.MEMORY);
    config.setPragma(Pragma.MAX_PAGE_COUNT, Integer.toString(maxPages));
    SQLiteDataSource source = new SQLiteDataSource(config);
    // As an address, since the driver would cut a path at its question mark.
    source.setUrl("jdbc:sqlite:" + path.toUri());
    return source;
  }
}

package dev.readout.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/**
 * What differs between SQLite and PostgreSQL; all other statements both understand. Its text names
 * it without secrets. Immutable.
 */
sealed interface Engine permits SqliteFile, PostgresServer {

  /** What a transaction is for. */
  enum Access {
    READ,
    /** To change what a loss of power may take back. */
    NOTE,
    WRITE
  }

  /** How many connections read at once. */
  int readers();

  /** Where Flyway finds what makes the tables. */
  List<String> migrations();

  DataSource dataSource();

  /** A connection that commits each statement, unless told otherwise by {@link #begin}. */
  Connection connect(Access access) throws SQLException;

  /** What begins a transaction: one that reads is of one moment, one that changes is alone. */
  List<String> begin(Access access);

  /** Whether a failure says that the connection is gone, and another may do. */
  boolean isLost(Throwable failure);

  StoreUnavailableException unavailable(Throwable failure);

  /** Whether a handle is one of PostgreSQL's, for the few statements that only one has. */
  static boolean isPostgres(Handle handle) {
    return handle.getConnection() instanceof PGConnection;
  }
}

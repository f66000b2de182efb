package dev.readout.store;

import dev.readout.store.Engine.Access;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Copies all of a database as of one moment into an empty one, from SQLite to PostgreSQL or back,
 * or nothing. Pure functions.
 */
public final class Transfer {
  /** All tables but the heartbeat's, in an order in which each row finds what it refers to. */
  static final List<String> TABLES =
      List.of(
          "secret",
          "record_copy",
          "receipt",
          "receipt_statement",
          "receipt_record",
          "feedback",
          "server_settings",
          "server_channel",
          "server_moderator_role",
          "registration",
          "audit",
          "catalogue",
          "snapshot",
          "source",
          "source_version",
          "feed",
          "feed_seen",
          "gap",
          "watch_place",
          "watch",
          "watch_seen",
          "watch_note");

  /** Few enough that snapshots of the largest size have room in memory. */
  private static final int BATCH = 20;

  private Transfer() {}

  /** How many rows were copied, in all tables together. Immutable. */
  public record Moved(String from, String to, long rows) {}

  /** From {@code store.file} to {@code store.url}; throws when the server's holds something. */
  public static Moved toServer(StoreSettings settings) {
    Path file = settings.file().toAbsolutePath().normalize();
    if (!Files.exists(file)) {
      throw new StoreUnavailableException(file, "it is missing", "check store.file");
    }
    makeTables(settings);
    return copy(new SqliteFile(file), settings.server());
  }

  /** From {@code store.url} to {@code store.file}; see {@link #toServer}. */
  public static Moved toFile(StoreSettings settings) {
    makeTables(settings);
    return copy(settings.server(), new SqliteFile(settings.file().toAbsolutePath().normalize()));
  }

  /** Those of both, as this version needs them. */
  private static void makeTables(StoreSettings settings) {
    Database.open(settings, InstantSource.system()).close();
    Database.open(settings.ofFile(), InstantSource.system()).close();
  }

  private static Moved copy(Engine from, Engine to) {
    try (Connection source = from.connect(Access.READ)) {
      source.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE); // one moment
      source.setAutoCommit(false);
      try (Connection target = to.connect(Access.WRITE)) {
        target.setAutoCommit(false);
        long rows = 0;
        for (String table : TABLES) {
          refuseAnything(target, table, to);
          rows += copy(table, source, target);
        }
        target.commit();
        return new Moved(from.toString(), to.toString(), rows);
      } catch (SQLException e) {
        throw to.unavailable(e);
      }
    } catch (SQLException e) {
      throw from.unavailable(e);
    }
  }

  private static void refuseAnything(Connection target, String table, Engine to)
      throws SQLException {
    try (Statement statement = target.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
      if (rows.next()) {
        throw new StoreUnavailableException(
            to, "it holds something already", "move into a new one, before a bot starts on it");
      }
    }
  }

  private static long copy(String table, Connection source, Connection target) throws SQLException {
    try (Statement statement = source.createStatement()) {
      statement.setFetchSize(BATCH);
      try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
        List<String> columns = columns(rows.getMetaData());
        long copied = insert(table, columns, rows, target);
        if (target.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
          goOnCounting(table, columns, target);
        }
        return copied;
      }
    }
  }

  private static List<String> columns(ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnName(i));
    }
    return names;
  }

  private static long insert(String table, List<String> columns, ResultSet rows, Connection target)
      throws SQLException {
    String names = String.join(", ", columns);
    String values = String.join(", ", Collections.nCopies(columns.size(), "?"));
    try (Statement types = target.createStatement();
        ResultSet none =
            types.executeQuery("SELECT %s FROM %s WHERE 1 = 0".formatted(names, table));
        PreparedStatement insert =
            target.prepareStatement(
                "INSERT INTO %s (%s) VALUES (%s)".formatted(table, names, values))) {
      long copied = 0;
      while (rows.next()) {
        for (int i = 1; i <= columns.size(); i++) {
          // SQLite keeps whether something is so as a number.
          boolean isBoolean = none.getMetaData().getColumnType(i) == Types.BIT;
          insert.setObject(i, isBoolean ? rows.getBoolean(i) : rows.getObject(i));
        }
        insert.addBatch();
        copied++;
        if (copied % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
      return copied;
    }
  }

  /** Else PostgreSQL would give the numbers again that were just copied. */
  private static void goOnCounting(String table, List<String> columns, Connection target)
      throws SQLException {
    String key = table.equals("audit") ? "number" : "key";
    if (columns.contains(key)) {
      try (Statement statement = target.createStatement()) {
        statement.execute(
            "SELECT setval(pg_get_serial_sequence('%1$s', '%2$s'), coalesce(max(%2$s), 1),"
                    .formatted(table, key)
                + " max(%2$s) IS NOT NULL) FROM %1$s".formatted(table, key));
      }
    }
  }
}

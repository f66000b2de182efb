package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.JsonCodec;
import dev.readout.store.SourceEntry.SourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The store's commonest calls beside what their statements alone take: plain JDBC on a connection
 * of its own to the same file, on the caller's thread, which reads every column and makes nothing
 * of it. By turns, in one run.
 */
public final class StoreBenchmark {
  private static final int TIMES = Integer.getInteger("times", 1_000);
  private static final int RECORDS = 4;
  private static final int PAGE = 25;
  private static final int SERVER = 7;

  private final Receipts receipts;
  private final ServerSettingsTable settings;
  private final SourceTable sources;
  private final Connection jdbc;
  private final List<String> kept = new ArrayList<>();

  private interface Work {
    void run() throws Exception;
  }

  private StoreBenchmark(Database database, Connection jdbc) {
    this.receipts = new Receipts(database);
    this.settings = new ServerSettingsTable(database);
    this.sources = new SourceTable(database);
    this.jdbc = jdbc;
  }

  public static void main(String[] args) throws Exception {
    Path file = Files.createTempDirectory("store-benchmark").resolve("readout.db");
    try (Database database = Database.open(file, InstantSource.system());
        Connection jdbc = new SqliteFile(file).connect()) {
      new StoreBenchmark(database, jdbc).run();
    }
  }

  private void run() throws Exception {
    settings.save(
        JsonCodec.with(ServerSettings.defaults(SERVER), "feedback", false), SampleSource.ACTOR);
    for (int i = 0; i < 4 * PAGE; i++) {
      sources.add(
          new SampleSource("added-2026-01-01-" + i).scope(SampleReceipt.SERVER).build(),
          SampleSource.ACTOR);
    }
    System.out.printf("%-20s %10s %10s %10s%n", "p50, µs", "store", "JDBC", "ratio");
    compare("keep a receipt", this::keep, this::keepByJdbc);
    compare("find a receipt", () -> receipts.find(any()), this::findByJdbc);
    compare("settings", () -> settings.of(SERVER), this::settingsByJdbc);
    compare("page of catalogue", this::page, this::pageByJdbc);
  }

  private static void compare(String what, Work store, Work plain) throws Exception {
    long[] ours = new long[TIMES];
    long[] theirs = new long[TIMES];
    for (int round = 0; round < 2; round++) { // the first one warms up
      for (int i = 0; i < TIMES; i++) {
        ours[i] = nanos(store);
        theirs[i] = nanos(plain);
      }
    }
    double one = median(ours) / 1e3;
    double other = median(theirs) / 1e3;
    System.out.printf(Locale.ROOT, "%-20s %10.1f %10.1f %10.2f%n", what, one, other, one / other);
  }

  private static long nanos(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static long median(long[] nanos) {
    return LongStream.of(nanos).sorted().toArray()[nanos.length / 2];
  }

  private String any() {
    return kept.get(kept.size() / 2);
  }

  private Receipt receipt() {
    return new SampleReceipt(receipts.newId())
        .scope(SampleReceipt.SERVER)
        .quotes(
            IntStream.range(0, RECORDS)
                .mapToObj(i -> SampleReceipt.record("truce-" + i, "The truce holds, say " + i))
                .toArray(CorpusRecord[]::new))
        .build();
  }

  private void keep() {
    kept.add(receipts.save(receipt()).id());
  }

  private void keepByJdbc() throws SQLException, IOException {
    Receipt receipt = receipt();
    execute("BEGIN IMMEDIATE");
    long key =
        query(
            "INSERT INTO receipt (id, scope, created, language, as_of, about, measures, related)"
                + " VALUES (?, ?, ?, 'en', '2026-02-28', '{}', '[]', '[]') RETURNING key",
            receipt.id(),
            receipt.scope().id(),
            receipt.created().toEpochMilli());
    for (int i = 0; i < receipt.statements().size(); i++) {
      Receipt.QuotedStatement quoted = receipt.statements().get(i);
      execute(
          "INSERT INTO receipt_statement VALUES (?, ?, ?, ?, ?, ?, ?)",
          key,
          i,
          quoted.block(),
          quoted.recordId(),
          quoted.start(),
          quoted.end(),
          quoted.hash());
    }
    for (CorpusRecord record : receipt.records().values()) {
      RecordCopy copy = RecordCopy.of(record);
      execute(
          "INSERT INTO record_copy (hash, record_id, json) VALUES (?, ?, ?)"
              + " ON CONFLICT (hash) DO NOTHING",
          copy.hash(),
          copy.recordId(),
          copy.json());
      execute(
          "INSERT INTO receipt_record (receipt, record_copy)"
              + " SELECT ?, key FROM record_copy WHERE hash = ?",
          key,
          copy.hash());
    }
    execute("COMMIT");
  }

  private void findByJdbc() throws SQLException {
    execute("BEGIN");
    long key = query("SELECT * FROM receipt WHERE id = ?", any());
    query("SELECT * FROM receipt_statement WHERE receipt = ? ORDER BY position", key);
    query(
        "SELECT hash, record_id, json FROM record_copy"
            + " JOIN receipt_record ON record_copy = key WHERE receipt = ?",
        key);
    execute("COMMIT");
  }

  private void settingsByJdbc() throws SQLException {
    execute("BEGIN");
    query("SELECT channel FROM server_channel WHERE server = ?", SERVER);
    query("SELECT role FROM server_moderator_role WHERE server = ?", SERVER);
    query("SELECT * FROM server_settings WHERE server = ?", SERVER);
    execute("COMMIT");
  }

  private void page() {
    var _ = sources.page(SampleReceipt.SERVER, EnumSet.allOf(SourceState.class), 0, PAGE);
  }

  private void pageByJdbc() throws SQLException {
    execute("BEGIN");
    query(
        SourceEntry.SourceRow.SELECT
            + "WHERE source.scope = ? AND source.number > 0 ORDER BY source.number LIMIT ?",
        SampleReceipt.SERVER.id(),
        PAGE);
    execute("COMMIT");
  }

  private PreparedStatement prepared(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = jdbc.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  private void execute(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = prepared(sql, arguments)) {
      statement.execute();
    }
  }

  /** The first column of the last row, if that is a number. */
  private long query(String sql, Object... arguments) throws SQLException {
    long number = 0;
    try (PreparedStatement statement = prepared(sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          Object value = rows.getObject(column);
          number = column == 1 && value instanceof Number one ? one.longValue() : number;
        }
      }
    }
    return number;
  }
}

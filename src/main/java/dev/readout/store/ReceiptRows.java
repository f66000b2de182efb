package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Scope;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as its rows hold it: read on a thread of the database as it is, made a receipt and
 * checked on the caller's. Immutable.
 */
record ReceiptRows(
    Map<String, Object> receipt, List<Map<String, Object>> statements, List<RecordCopy> copies) {

  static Optional<ReceiptRows> read(Handle handle, String id) {
    return handle
        .createQuery("SELECT * FROM receipt WHERE id = ?")
        .bind(0, id)
        .mapToMap()
        .findOne()
        .map(receipt -> new ReceiptRows(receipt, statements(handle, id), copies(handle, id)));
  }

  private static List<Map<String, Object>> statements(Handle handle, String id) {
    return handle
        .createQuery(
            """
            SELECT receipt_statement.* FROM receipt_statement
            JOIN receipt ON receipt.key = receipt_statement.receipt
            WHERE receipt.id = ?
            ORDER BY position\
            """)
        .bind(0, id)
        .mapToMap()
        .list();
  }

  private static List<RecordCopy> copies(Handle handle, String id) {
    return handle
        .createQuery(
            """
            SELECT record_copy.hash, record_copy.record_id, record_copy.json FROM record_copy
            JOIN receipt_record ON receipt_record.record_copy = record_copy.key
            JOIN receipt ON receipt.key = receipt_record.receipt
            WHERE receipt.id = ?\
            """)
        .bind(0, id)
        .map((row, context) -> new RecordCopy(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  /**
   * The receipt.
   *
   * @throws DamagedReceiptException when it is not what was saved
   */
  Receipt toReceipt() {
    String id = text(receipt, "id");
    try {
      Map<String, CorpusRecord> records = new TreeMap<>();
      for (RecordCopy copy : copies) {
        records.put(copy.recordId(), copy.toRecord());
      }
      return new Receipt(
          id,
          new Scope(text(receipt, "scope")),
          Instant.ofEpochMilli(number(receipt, "created")),
          text(receipt, "language"),
          LocalDate.parse(text(receipt, "as_of")),
          entries(text(receipt, "about")),
          (@Nullable String) receipt.get("question"),
          (@Nullable String) receipt.get("member"),
          statements.stream().map(ReceiptRows::statement).toList(),
          texts(text(receipt, "measures")),
          texts(text(receipt, "related")),
          records);
    } catch (IOException | RuntimeException e) { // as many kinds as there are ways to be amiss
      throw new DamagedReceiptException(id, e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> entries(String json) throws IOException {
    return JsonCodec.read(json, Map.class);
  }

  private static List<String> texts(String json) throws IOException {
    return List.of(JsonCodec.read(json, String[].class));
  }

  private static QuotedStatement statement(Map<String, Object> row) {
    return new QuotedStatement(
        text(row, "block"),
        text(row, "record_id"),
        Math.toIntExact(number(row, "first_char")),
        Math.toIntExact(number(row, "end_char")),
        text(row, "hash"));
  }

  private static String text(Map<String, Object> row, String column) {
    return (String) Objects.requireNonNull(row.get(column), column);
  }

  /** The driver gives an {@code Integer} where it is large enough. */
  private static long number(Map<String, Object> row, String column) {
    return ((Number) Objects.requireNonNull(row.get(column), column)).longValue();
  }
}

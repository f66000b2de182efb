package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Scope;
import dev.readout.store.Receipt.QuotedStatement;
import dev.readout.store.Receipt.ReceiptIds;
import dev.readout.store.RecordCopy.DamagedEntryException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The receipts of answers. A record that several of them hold is stored once, and goes with the
 * last of them. Thread-safe.
 */
public record Receipts(Database database, ReceiptIds ids) {
  private static final int ATTEMPTS = 5;
  private static final int BATCH = 500;

  public Receipts(Database database) {
    this(database, new ReceiptIds());
  }

  public String newId() {
    return ids.next();
  }

  /** Stores it, under another id in the rare case that its own is taken; returns it as stored. */
  public Receipt save(Receipt receipt) {
    List<RecordCopy> copies = receipt.records().values().stream().map(RecordCopy::of).toList();
    return database.note(
        handle -> {
          Receipt stored = receipt;
          for (int i = 0; i < ATTEMPTS; i++) {
            Optional<Long> key = insert(handle, stored);
            if (key.isPresent()) {
              insertStatements(handle, key.get(), stored.statements());
              copies.forEach(copy -> copy.insert(handle, key.get()));
              return stored;
            }
            stored = stored.withId(ids.next());
          }
          throw new IllegalStateException(ATTEMPTS + " random receipt ids were all taken");
        });
  }

  /** The row's key; empty when the id is taken. */
  private static Optional<Long> insert(Handle handle, Receipt receipt) {
    return handle
        .createQuery(
            """
            INSERT INTO receipt (id, scope, created, language, as_of, question, member,
              about, measures, related)
            VALUES (:id, :scope, :created, :language, :asOf, :question, :member,
              :about, :measures, :related)
            ON CONFLICT (id) DO NOTHING
            RETURNING key\
            """)
        .bindMethods(receipt)
        .bind("asOf", receipt.asOf().toString())
        .bind("about", JsonCodec.write(receipt.about()))
        .bind("measures", JsonCodec.write(receipt.measures()))
        .bind("related", JsonCodec.write(receipt.related()))
        .mapTo(Long.class)
        .findOne();
  }

  private static void insertStatements(
      Handle handle, long receipt, List<QuotedStatement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      QuotedStatement quoted = statements.get(i);
      handle.execute(
          """
          INSERT INTO receipt_statement
            (receipt, position, block, record_id, first_char, end_char, hash)
          VALUES (?, ?, ?, ?, ?, ?, ?)\
          """,
          receipt,
          i,
          quoted.block(),
          quoted.recordId(),
          quoted.start(),
          quoted.end(),
          quoted.hash());
    }
  }

  /**
   * The receipt with an id as {@link ReceiptIds#parse} takes it, of whatever scope; throws when it
   * is damaged.
   */
  public Optional<Receipt> find(String id) {
    return ReceiptIds.parse(id)
        .flatMap(parsed -> database.read(handle -> Row.find(handle, parsed)))
        .map(Row::toReceipt);
  }

  /**
   * A receipt as its rows hold it: read on a thread of the database as it is, made a receipt and
   * checked on the caller's.
   */
  private record Row(Columns columns, List<Quoted> statements, List<RecordCopy> copies) {
    static Optional<Row> find(Handle handle, String id) {
      return handle
          .select("SELECT * FROM receipt WHERE id = ?", id)
          .mapTo(Columns.class)
          .findOne()
          .map(
              columns ->
                  new Row(
                      columns,
                      handle
                          .select(
                              "SELECT * FROM receipt_statement WHERE receipt = ?"
                                  + " ORDER BY position",
                              columns.key())
                          .mapTo(Quoted.class)
                          .list(),
                      handle
                          .select(
                              """
                              SELECT hash, record_id, json FROM record_copy
                              JOIN receipt_record ON record_copy = key WHERE receipt = ?\
                              """,
                              columns.key())
                          .mapTo(RecordCopy.class)
                          .list()));
    }

    Receipt toReceipt() {
      try {
        Map<String, CorpusRecord> records = new TreeMap<>();
        for (RecordCopy copy : copies) {
          records.put(copy.recordId(), copy.toRecord());
        }
        return columns.toReceipt(statements.stream().map(Quoted::toStatement).toList(), records);
      } catch (IOException | RuntimeException e) { // as many kinds as there are ways to be amiss
        throw new DamagedEntryException("receipt " + columns.id(), e);
      }
    }
  }

  record Columns(
      long key,
      String id,
      String scope,
      Instant created,
      String language,
      String asOf,
      @Nullable String question,
      @Nullable String member,
      String about,
      String measures,
      String related) {
    Receipt toReceipt(List<QuotedStatement> statements, Map<String, CorpusRecord> records)
        throws IOException {
      return new Receipt(
          id,
          new Scope(scope),
          created,
          language,
          LocalDate.parse(asOf),
          entries(about),
          question,
          member,
          statements,
          List.of(JsonCodec.read(measures, String[].class)),
          List.of(JsonCodec.read(related, String[].class)),
          records);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> entries(String json) throws IOException {
      return JsonCodec.read(json, Map.class);
    }
  }

  record Quoted(String block, String recordId, int firstChar, int endChar, String hash) {
    QuotedStatement toStatement() {
      return new QuotedStatement(block, recordId, firstChar, endChar, hash);
    }
  }

  /** When the scope's first kept answer, anybody's for the global one, quoted the record. */
  public Optional<Instant> firstQuoting(String recordId, Scope scope) {
    return database.find(
        Instant.class,
        """
        SELECT MIN(receipt.created)
        FROM record_copy
        JOIN receipt_record ON receipt_record.record_copy = record_copy.key
        JOIN receipt ON receipt.key = receipt_record.receipt
        WHERE record_copy.record_id = ? AND ? IN (receipt.scope, 'global')\
        """,
        recordId,
        scope);
  }

  /** Removes receipts created before a moment, with their feedback, and says how many. */
  public long removeOlderThan(Instant moment) {
    return database.writeInBatches(
        """
        DELETE FROM receipt WHERE key IN
          (SELECT key FROM receipt WHERE created < ? ORDER BY created LIMIT ?)\
        """,
        moment,
        BATCH);
  }

  /** Removes receipts older than their server keeps them, with their feedback; how many. */
  public long removeOlderThanServersKeep(Instant now) {
    return database.writeInBatches(
        """
        DELETE FROM receipt WHERE key IN
          (SELECT receipt.key FROM server_settings
           JOIN receipt ON receipt.scope = 'server-' || server_settings.server
           WHERE receipt.created < ? - server_settings.receipt_days * 86400000
           LIMIT ?)\
        """,
        now,
        BATCH);
  }

  /** Takes question and member off every receipt of a member's key, and says of how many. */
  public long forget(String member) {
    MemberKeys.check(member);
    long forgotten =
        database.writeInBatches(
            """
            UPDATE receipt SET question = NULL, member = NULL WHERE key IN
              (SELECT key FROM receipt WHERE member = ? LIMIT ?)\
            """,
            member,
            BATCH);
    database.emptyLog();
    return forgotten;
  }
}

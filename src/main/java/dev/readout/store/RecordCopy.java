package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A record as it was when it was quoted. Immutable.
 *
 * @param hash SHA-256 of the JSON in UTF-8, hexadecimal; the same content is stored once
 * @param json of {@link JsonCodec}, at most {@link #MAX_CHARS} characters
 */
record RecordCopy(String hash, String recordId, String json) {
  static final int MAX_CHARS = 1_000_000;

  private static final Limit JSON = new Limit("a record", 1, MAX_CHARS);

  static RecordCopy of(CorpusRecord record) {
    String json = JsonCodec.write(record);
    JSON.check(json);
    return new RecordCopy(Sha256.of(json), record.id(), json);
  }

  /**
   * The same for a record that may be too large; empty when it is.
   *
   * @throws IllegalArgumentException when a statement is no slice of its body
   */
  static Optional<RecordCopy> ifSmallEnough(CorpusRecord record) {
    if (!record.isWhole()) {
      throw new IllegalArgumentException("a statement of " + record.id() + " is no slice of it");
    }
    String json = JsonCodec.write(record);
    return json.length() > MAX_CHARS ? Optional.empty() : Optional.of(of(record));
  }

  /** Bytes in UTF-8. */
  int size() {
    return json.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Stores it unless it is, and notes that the receipt holds it. */
  void insert(Handle handle, long receipt) {
    handle.execute(
        "INSERT INTO record_copy (hash, record_id, json) VALUES (?, ?, ?)"
            + " ON CONFLICT (hash) DO NOTHING",
        hash,
        recordId,
        json);
    handle.execute(
        "INSERT INTO receipt_record (receipt, record_copy)"
            + " SELECT ?, key FROM record_copy WHERE hash = ?",
        receipt,
        hash);
  }

  /**
   * The record.
   *
   * @throws IOException when the copy is not what was stored
   */
  CorpusRecord toRecord() throws IOException {
    if (!hash.equals(Sha256.of(json))) {
      throw new IOException("the copy of " + recordId + " has been changed");
    }
    CorpusRecord record = JsonCodec.read(json, CorpusRecord.class);
    if (!record.isWhole()) {
      throw new IOException("a statement of " + recordId + " is no slice of its body");
    }
    return record;
  }
}

package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/**
 * A record as it was when it was quoted. Immutable.
 *
 * @param hash SHA-256 of the JSON in UTF-8, hexadecimal; the same content is stored once
 * @param json of {@link StoredJson}, at most a million characters
 */
record RecordCopy(String hash, String recordId, String json) {
  private static final Limit JSON = new Limit("a record", 1, 1_000_000);

  static RecordCopy of(CorpusRecord record) {
    String json = JSON.check(StoredJson.write(record));
    return new RecordCopy(hash(json), record.id(), json);
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
    if (!hash.equals(hash(json))) {
      throw new IOException("the copy of " + recordId + " has been changed");
    }
    return StoredJson.readRecord(json);
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

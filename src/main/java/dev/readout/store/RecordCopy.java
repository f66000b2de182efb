package dev.readout.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Sha256;
import dev.readout.corpus.Source;
import dev.readout.corpus.Standing.StandingPeriod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was when quoted, {@link JsonCodec}'s text of at most {@link #MAX_CHARS}
 * characters, known by its SHA-256. Immutable.
 */
record RecordCopy(String hash, String recordId, String json) {
  static final int MAX_CHARS = 1_000_000;

  private static final Limit JSON = new Limit("a record", 1, MAX_CHARS);

  static RecordCopy of(CorpusRecord record) {
    String json = JsonCodec.write(record);
    JSON.check(json);
    return new RecordCopy(Sha256.of(json), record.id(), json);
  }

  /** The same, empty for too large a record; refuses one with a statement not of its body. */
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

  /** The record; throws when the copy is not what was stored. */
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

  /** What is other in a record than before, for the audit log. Thread-safe. */
  static final class RecordChanges {
    private static final int MAX_VALUE = 160;

    /** As front matter calls them, and what was assessed. */
    private static final List<String> FIELDS =
        List.of(
            ("id kind side title title_zh published as_of effective issuer issuer_zh participants"
                 + " meeting topics sources provenance standing status_note status_note_zh relates"
                 + " assessed questions other_words")
                .split(" ", -1));

    private RecordChanges() {}

    /** As in {@code title: Old → New; side: us → prc}; empty for the same. */
    static String between(RecordCopy before, CorpusRecord after) {
      try {
        return between(before.toRecord(), after);
      } catch (IOException e) {
        return "what was before cannot be read";
      }
    }

    private static String between(CorpusRecord before, CorpusRecord after) {
      List<String> changes = new ArrayList<>();
      JsonNode old = JsonCodec.toFrontMatter(before);
      JsonNode now = JsonCodec.toFrontMatter(after);
      for (String field : FIELDS) {
        String was = text(field, before, old.path(field));
        String is = text(field, after, now.path(field));
        if (!was.equals(is)) {
          changes.add(field + ": " + shown(was) + " → " + shown(is));
        }
      }
      if (!before.body().equals(after.body())) {
        changes.add("text: " + length(before) + " → " + length(after) + " characters");
      }
      if (!before.statements().equals(after.statements())) {
        changes.add(
            "statements: " + before.statements().size() + " → " + after.statements().size());
      }
      return String.join("; ", changes);
    }

    private static String text(String field, CorpusRecord record, JsonNode value) {
      return switch (field) {
        case "sources" -> sources(record);
        case "standing" -> standing(record);
        case "assessed" -> assessed(record);
        default ->
            value.isArray()
                ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))
                : value.asText("");
      };
    }

    private static String shown(@Nullable Object value) {
      String text = value == null ? "" : value.toString();
      return text.isEmpty() ? "none" : Limit.cut(text, MAX_VALUE);
    }

    private static String sources(CorpusRecord record) {
      return record.sources().stream().map(RecordChanges::source).collect(Collectors.joining(", "));
    }

    private static String source(Source source) {
      return Stream.of(source.url(), source.citation(), source.publisher())
          .filter(Objects::nonNull)
          .collect(Collectors.joining(" "));
    }

    private static String standing(CorpusRecord record) {
      return record.standing().periods().stream()
          .map(RecordChanges::period)
          .collect(Collectors.joining(", "));
    }

    private static String period(StandingPeriod period) {
      return period.state().wireName() + " from " + period.from() + " to " + shown(period.to());
    }

    private static String assessed(CorpusRecord record) {
      return record.changes().stream()
          .map(
              change ->
                  change.measure()
                      + " "
                      + (change.state() == null
                          ? "unchanged"
                          : "%s from %s to %s"
                              .formatted(
                                  change.state().wireName(), change.from(), shown(change.to()))))
          .collect(Collectors.joining(", "));
    }

    private static int length(CorpusRecord record) {
      return record.body().length();
    }
  }

  /** A receipt, source or version is not what was saved; it cannot be shown, others can. */
  public static final class DamagedEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedEntryException(String which, Throwable how) {
      super(which + " is not what was saved: " + how.getMessage(), how);
    }
  }
}

package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.Source.SourceType;
import dev.readout.corpus.Standing;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import dev.readout.store.Receipt.QuotedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A receipt for a test, of which the test says only what it is about. Confined to one thread. */
final class SampleReceipt {
  static final Instant CREATED = Instant.parse("2026-03-01T10:15:30.123Z");
  static final String MEMBER = "0123456789abcdef0123456789abcdef";
  static final String OTHER_MEMBER = "ffffffffffffffffffffffffffffffff";
  static final Scope SERVER = new Scope("server-7");

  private final String id;
  private Scope scope = Scope.GLOBAL;
  private Instant created = CREATED;
  private @Nullable String question;
  private @Nullable String member;
  private List<CorpusRecord> records = List.of(record("tariff-truce", "The truce holds."));

  SampleReceipt(String id) {
    this.id = id;
  }

  SampleReceipt scope(Scope value) {
    scope = value;
    return this;
  }

  SampleReceipt created(Instant value) {
    created = value;
    return this;
  }

  SampleReceipt asked(String value, String by) {
    question = value;
    member = by;
    return this;
  }

  SampleReceipt quotes(CorpusRecord... values) {
    records = List.of(values);
    return this;
  }

  /** Quotes the first statement of each record. */
  Receipt build() {
    Map<String, CorpusRecord> byId = new TreeMap<>();
    List<QuotedStatement> quoted = new ArrayList<>();
    for (CorpusRecord record : records) {
      byId.put(record.id(), record);
      String block = quoted.isEmpty() ? QuotedStatement.LEAD : record.side().wireName();
      quoted.add(QuotedStatement.of(block, record.statements().getFirst()));
    }
    return new Receipt(
        id,
        scope,
        created,
        "en",
        LocalDate.of(2026, 2, 28),
        Map.of("name", "000007", "reachesToUs", ""),
        question,
        member,
        quoted,
        List.of(records.getFirst().id()),
        List.of("Is the truce extended?", "关税是多少？"),
        byId);
  }

  /** A record of one statement. */
  static CorpusRecord record(String id, String says) {
    String body = "\n- " + says + "\n";
    return new CorpusRecord(
        id,
        Kind.READOUT,
        Side.US,
        id,
        null,
        LocalDate.of(2025, 1, 1),
        null,
        null,
        "Office of Tests",
        null,
        List.of(),
        null,
        List.of(),
        List.of(new Source("https://example.org/" + id, null, "Example", SourceType.NEWS, "en")),
        Provenance.SECONDARY,
        Standing.NONE,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        body,
        List.of(Statement.cut(id, body, 3, 3 + says.length(), Voice.SUMMARY, null)),
        List.of());
  }
}

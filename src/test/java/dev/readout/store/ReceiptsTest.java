package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.store.Receipt.ReceiptIds;
import dev.readout.store.RecordCopy.DamagedEntryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothEngines
final class ReceiptsTest {
  @Parameter private StoreFixture.Kind kind;

  private static final CorpusRecord TRUCE = SampleReceipt.record("truce", "The truce holds.");
  private static final CorpusRecord TRUCE_LATER = SampleReceipt.record("truce", "It has ended.");
  private static final CorpusRecord TARIFF = SampleReceipt.record("tariff", "It is 10%.");

  private StoreFixture store;
  private Receipts receipts;

  @BeforeEach
  void open(@TempDir Path temp) {
    store = new StoreFixture(kind, temp);
    receipts = new Receipts(store.database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private SampleReceipt draft() {
    return new SampleReceipt(receipts.newId());
  }

  @Test
  void find_saved_isEqualInEveryPart() {
    Receipt receipt =
        draft()
            .scope(SampleReceipt.SERVER)
            .asked("Is the truce in force? 休战", SampleReceipt.MEMBER)
            .quotes(TRUCE, TARIFF)
            .build();

    assertThat(receipts.save(receipt)).isEqualTo(receipt);
    assertThat(receipts.find(receipt.id())).contains(receipt);
  }

  @Test
  void find_declinedWithoutQuestion_isEqual() {
    Receipt answered = draft().build();
    Receipt declined =
        new Receipt(
            answered.id(),
            answered.scope(),
            answered.created(),
            "zh",
            answered.asOf(),
            Map.of(),
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            Map.of());

    receipts.save(declined);

    assertThat(receipts.find(declined.id())).contains(declined);
  }

  @Test
  void find_everyShippedRecord_isEqual() {
    Corpus corpus = new CorpusReader(Path.of("index-data")).read();
    for (CorpusRecord record : corpus.records()) {
      Receipt receipt = receipts.save(draft().quotes(record).build());

      assertThat(receipts.find(receipt.id())).contains(receipt);
    }
    assertThat(store.count("record_copy")).isEqualTo(corpus.records().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"8K3M01QA", "8k3moiqa", " 8K3M-01QA ", "8K3M O1QA", "8k3m-0lqa"})
  void find_typedByHand_isTheSame(String typed) {
    Receipt receipt = receipts.save(new SampleReceipt("8K3M01QA").build());

    assertThat(receipts.find(typed)).contains(receipt);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8K3M01Q", "8K3M01QAA", "8K3M01QU", "' OR 1=1", "8K3M01QB"})
  void find_unknown_isEmpty(String typed) {
    receipts.save(new SampleReceipt("8K3M01QA").build());

    assertThat(receipts.find(typed)).isEmpty();
  }

  @Test
  void save_idTaken_givesAnother() {
    Receipts repeating = new Receipts(store.database(), new ReceiptIds(new Random(5)));
    String taken = new ReceiptIds(new Random(5)).next();
    Receipt first = repeating.save(new SampleReceipt(taken).quotes(TRUCE).build());
    Receipt second = repeating.save(new SampleReceipt(taken).quotes(TARIFF).build());

    assertThat(second.id()).isNotEqualTo(taken);
    assertThat(receipts.find(taken)).contains(first);
    assertThat(receipts.find(second.id())).contains(second);
  }

  @Test
  void save_idsAllTaken_isRefusedAndStoresNothing() {
    String taken = "8K3M01QA";
    Receipts repeating = new Receipts(store.database(), new ReceiptIds(() -> 0));
    repeating.save(new SampleReceipt("00000000").build());
    repeating.save(new SampleReceipt(taken).build());

    assertThatThrownBy(() -> repeating.save(new SampleReceipt(taken).quotes(TARIFF).build()))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(store.count("receipt")).isEqualTo(2);
    assertThat(store.count("record_copy")).isEqualTo(1);
  }

  @Test
  void save_sameRecordTwice_isStoredOnce() {
    receipts.save(draft().quotes(TRUCE, TARIFF).build());
    receipts.save(draft().quotes(TRUCE).build());

    assertThat(store.count("record_copy")).isEqualTo(2);
  }

  @Test
  void save_recordChangedSince_keepsBothAsTheyWere() {
    Receipt before = receipts.save(draft().quotes(TRUCE).build());
    Receipt after = receipts.save(draft().quotes(TRUCE_LATER).build());

    assertThat(receipts.find(before.id()).orElseThrow().records().values()).containsOnly(TRUCE);
    assertThat(receipts.find(after.id()).orElseThrow().records().values())
        .containsOnly(TRUCE_LATER);
  }

  @Test
  void removeOlderThan_sharedRecord_goesWithTheLastReceipt() {
    receipts.save(draft().quotes(TRUCE).created(SampleReceipt.CREATED).build());
    Receipt later =
        receipts.save(draft().quotes(TRUCE).created(SampleReceipt.CREATED.plusMillis(1)).build());

    assertThat(receipts.removeOlderThan(SampleReceipt.CREATED.plusMillis(1))).isEqualTo(1);
    assertThat(receipts.find(later.id())).contains(later);
    assertThat(store.count("record_copy")).isEqualTo(1);

    assertThat(receipts.removeOlderThan(SampleReceipt.CREATED.plusMillis(2))).isEqualTo(1);
    for (String table : List.of("receipt", "receipt_statement", "receipt_record", "record_copy")) {
      assertThat(store.count(table)).as(table).isZero();
    }
  }

  @Test
  void removeOlderThan_moreThanABatch_removesAll() {
    for (int i = 0; i < 1_100; i++) {
      receipts.save(draft().created(SampleReceipt.CREATED.plusSeconds(i)).build());
    }

    assertThat(receipts.removeOlderThan(SampleReceipt.CREATED.plus(Duration.ofSeconds(1_099))))
        .isEqualTo(1_099);
    assertThat(store.count("receipt")).isEqualTo(1);
  }

  @Test
  void forget_member_takesQuestionAndMemberOffTheirReceiptsOnly() {
    Receipt mine = receipts.save(draft().asked("Mine?", SampleReceipt.MEMBER).build());
    Receipt other = receipts.save(draft().asked("Other?", SampleReceipt.OTHER_MEMBER).build());

    assertThat(receipts.forget(SampleReceipt.MEMBER)).isEqualTo(1);

    Receipt forgotten = receipts.find(mine.id()).orElseThrow();
    assertThat(forgotten.question()).isNull();
    assertThat(forgotten.member()).isNull();
    assertThat(forgotten.statements()).isEqualTo(mine.statements());
    assertThat(receipts.find(other.id())).contains(other);
  }

  @Test
  void forget_question_isInNoFileAnyMore(@TempDir Path folder) throws Exception {
    String question = "Who asked after the quokka?";
    try (StoreFixture fixture = new StoreFixture(folder)) {
      Receipts saved = new Receipts(fixture.database());
      saved.save(new SampleReceipt(saved.newId()).asked(question, SampleReceipt.MEMBER).build());
      assertThat(StoredFiles.holding(folder, question)).isNotEmpty();

      saved.forget(SampleReceipt.MEMBER);

      assertThat(StoredFiles.holding(folder, question)).isEmpty();
    }
  }

  @Test
  void firstQuoting_record_isOfTheOldestInTheScope() {
    assertThat(receipts.firstQuoting("truce", Scope.GLOBAL)).isEmpty();
    Receipt first = receipts.save(draft().quotes(TRUCE).scope(SampleReceipt.SERVER).build());

    assertThat(receipts.firstQuoting("truce", SampleReceipt.SERVER)).contains(first.created());
    assertThat(receipts.firstQuoting("truce", Scope.GLOBAL)).contains(first.created());
    assertThat(receipts.firstQuoting("truce", new Scope("server-8"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE record_copy SET json = replace(json, 'holds', 'ended')",
        "UPDATE record_copy SET json = replace(json, '\"us\"', '\"prc\"')",
        "UPDATE record_copy SET hash = replace(hash, substr(hash, 1, 1), 'x')",
        "UPDATE record_copy SET record_id = 'other'",
        "UPDATE receipt_statement SET hash = '0123456789abcdef'",
        "UPDATE receipt_statement SET first_char = first_char + 1",
        "UPDATE receipt_statement SET block = 'moon'",
        "UPDATE receipt_statement SET record_id = 'other'",
        "DELETE FROM receipt_record",
        "UPDATE receipt SET measures = 'none'",
        "UPDATE receipt SET related = '[null]'",
        "UPDATE receipt SET as_of = '2026-02-30'",
        "UPDATE receipt SET scope = ''"
      })
  void find_rowsChangedSince_isRefused(String change) {
    Receipt receipt = receipts.save(draft().quotes(TRUCE).build());
    store.execute(change);

    assertThatThrownBy(() -> receipts.find(receipt.id()))
        .isInstanceOf(DamagedEntryException.class)
        .hasMessageContaining(receipt.id());
  }
}

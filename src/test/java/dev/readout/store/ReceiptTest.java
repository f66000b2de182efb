package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.CorpusRecord;
import dev.readout.store.Receipt.QuotedStatement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReceiptTest {
  private static final Receipt WHOLE = new SampleReceipt("8K3M01QA").build();

  private static Receipt with(
      @Nullable String question, List<QuotedStatement> statements, List<String> related) {
    return new Receipt(
        WHOLE.id(),
        WHOLE.scope(),
        WHOLE.created(),
        WHOLE.language(),
        WHOLE.asOf(),
        WHOLE.about(),
        question,
        WHOLE.member(),
        statements,
        WHOLE.measures(),
        related,
        WHOLE.records());
  }

  private static Receipt with(List<String> measures, Map<String, CorpusRecord> records) {
    return new Receipt(
        WHOLE.id(),
        WHOLE.scope(),
        WHOLE.created(),
        WHOLE.language(),
        WHOLE.asOf(),
        WHOLE.about(),
        null,
        null,
        List.of(),
        measures,
        List.of(),
        records);
  }

  @Test
  void receipt_longQuestion_isRefusedWithoutRepeatingIt() {
    assertThat(with("q".repeat(1_000), List.of(), List.of()).question()).hasSize(1_000);
    assertThatThrownBy(() -> with("q".repeat(1_001), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the question must have 1 to 1000 characters, not 1001");
  }

  @Test
  void receipt_tooManyStatements_isRefused() {
    List<QuotedStatement> many = Collections.nCopies(101, WHOLE.statements().getFirst());

    assertThatThrownBy(() -> with(null, many, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 100 statements, not 101");
  }

  @Test
  void receipt_longRelatedQuestion_isRefused() {
    assertThatThrownBy(() -> with(null, List.of(), List.of("r".repeat(301))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a related question must have 1 to 300 characters");
  }

  @Test
  void receipt_tooManyRecords_isRefused() {
    Map<String, CorpusRecord> many =
        IntStream.range(0, 101)
            .mapToObj(i -> SampleReceipt.record("record-" + i, "It was said."))
            .collect(Collectors.toMap(CorpusRecord::id, record -> record));

    assertThatThrownBy(() -> with(List.of(), many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 100 records, not 101");
  }

  @Test
  void receipt_statementWithoutItsRecord_isRefused() {
    QuotedStatement first = WHOLE.statements().getFirst();
    QuotedStatement elsewhere =
        new QuotedStatement("us", "no-such-record", first.start(), first.end(), first.hash());

    assertThatThrownBy(() -> with(null, List.of(elsewhere), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-record");
  }

  @Test
  void receipt_statementOfAnotherRange_isRefused() {
    QuotedStatement first = WHOLE.statements().getFirst();
    QuotedStatement shorter =
        new QuotedStatement("us", first.recordId(), first.start(), first.end() - 1, first.hash());

    assertThatThrownBy(() -> with(null, List.of(shorter), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no record holds");
  }

  @Test
  void receipt_measureWithoutItsRecord_isRefused() {
    assertThatThrownBy(() -> with(List.of("no-such-measure"), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-measure");
  }

  @Test
  void receipt_recordUnderAnotherId_isRefused() {
    assertThatThrownBy(
            () -> with(List.of(), Map.of("other", SampleReceipt.record("truce", "It holds."))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("truce is filed as other");
  }

  @Test
  void receipt_discordIdAsMember_isRefusedWithoutRepeatingIt() {
    SampleReceipt draft = new SampleReceipt("8K3M01QA").asked("Who?", "80351110224678912");

    assertThatThrownBy(draft::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no key of a member")
        .hasMessageNotContaining("80351110224678912");
  }

  @Test
  void receipt_noId_isRefused() {
    assertThatThrownBy(() -> new SampleReceipt("8k3m01qa").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8k3m01qa");
  }

  @Test
  void quotedStatement_unknownBlock_isRefused() {
    assertThatThrownBy(() -> new QuotedStatement("moon", "truce", 0, 1, "0123456789abcdef"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("moon");
  }
}

package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Scope;
import dev.readout.store.FeedbackTable.FeedbackCounts;
import dev.readout.store.FeedbackTable.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothEngines
final class FeedbackTableTest {
  @Parameter private StoreFixture.Kind kind;

  private static final Instant NOW = SampleReceipt.CREATED;
  private static final String MEMBER = SampleReceipt.MEMBER;
  private static final String OTHER = SampleReceipt.OTHER_MEMBER;

  private StoreFixture store;
  private FeedbackTable table;
  private Receipts receipts;

  @BeforeEach
  void open(@TempDir Path temp) {
    store = new StoreFixture(kind, temp);
    table = new FeedbackTable(store.database());
    receipts = new Receipts(store.database());
    receipts.save(new SampleReceipt("AAAAAAAA").build());
    receipts.save(new SampleReceipt("BBBBBBBB").scope(SampleReceipt.SERVER).build());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void save_twoMembers_areBothCounted() {
    assertThat(table.save("AAAAAAAA", SampleReceipt.SERVER, MEMBER, Verdict.HELPFUL)).isTrue();
    assertThat(table.save("AAAAAAAA", SampleReceipt.SERVER, OTHER, Verdict.OUT_OF_DATE)).isTrue();

    assertThat(table.of("AAAAAAAA")).isEqualTo(new FeedbackCounts(1, 0, 1));
    assertThat(table.of("BBBBBBBB")).isEqualTo(new FeedbackCounts(0, 0, 0));
  }

  @Test
  void save_again_replacesTheVerdict() {
    table.save("AAAAAAAA", SampleReceipt.SERVER, MEMBER, Verdict.HELPFUL);
    table.save("AAAAAAAA", SampleReceipt.SERVER, MEMBER, Verdict.WRONG_SOURCE);

    assertThat(table.of("AAAAAAAA")).isEqualTo(new FeedbackCounts(0, 1, 0));
  }

  @Test
  void save_noSuchReceipt_isFalse() {
    assertThat(table.save("CCCCCCCC", SampleReceipt.SERVER, MEMBER, Verdict.HELPFUL)).isFalse();
  }

  @Test
  void save_discordId_isRefused() {
    assertThatThrownBy(
            () ->
                table.save("AAAAAAAA", SampleReceipt.SERVER, "80351110224678912", Verdict.HELPFUL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void forget_member_removesTheirVerdictsOnly() {
    table.save("AAAAAAAA", SampleReceipt.SERVER, MEMBER, Verdict.HELPFUL);
    table.save("BBBBBBBB", SampleReceipt.SERVER, MEMBER, Verdict.HELPFUL);
    table.save("AAAAAAAA", SampleReceipt.SERVER, OTHER, Verdict.HELPFUL);

    assertThat(table.forget(MEMBER)).isEqualTo(2);
    assertThat(table.of("AAAAAAAA")).isEqualTo(new FeedbackCounts(1, 0, 0));
    assertThat(table.of("BBBBBBBB")).isEqualTo(new FeedbackCounts(0, 0, 0));
  }

  @Test
  void verdict_receiptRemoved_goesWithIt() {
    table.save("AAAAAAAA", SampleReceipt.SERVER, MEMBER, Verdict.HELPFUL);
    receipts.removeOlderThan(NOW.plusMillis(1));

    assertThat(store.count("feedback")).isZero();
  }

  @Test
  void save_receiptOfAnotherServer_isNotFound() {
    assertThat(table.save("BBBBBBBB", Scope.ofServer(99), MEMBER, Verdict.HELPFUL)).isFalse();
    assertThat(table.save("BBBBBBBB", Scope.GLOBAL, MEMBER, Verdict.HELPFUL)).isFalse();
    assertThat(table.save("AAAAAAAA", Scope.ofServer(99), MEMBER, Verdict.HELPFUL)).isTrue();
  }
}

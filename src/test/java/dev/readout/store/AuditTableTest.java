package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Scope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditTableTest {
  private StoreFixture store;
  private AuditTable table;

  @BeforeEach
  void open(@TempDir Path temp) {
    store = new StoreFixture(temp);
    table = new AuditTable(store.database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private AuditEntry add(Scope scope, String subject) {
    return table.add(scope, "80351110224678912", "withdraw", subject, "");
  }

  @Test
  void newest_added_isEqualToTheEntry() {
    store.moveClockTo(Instant.parse("2026-03-01T10:15:30.123456789Z"));
    AuditEntry entry = table.add(SampleReceipt.SERVER, "operator", "add", "记录", "two\nlines");

    assertThat(table.newest(SampleReceipt.SERVER, 10)).containsExactly(entry);
    assertThat(entry.at()).isEqualTo("2026-03-01T10:15:30.123Z");
  }

  @Test
  void before_pageByPage_isEveryEntryOfTheScopeNewestFirst() {
    AuditEntry first = add(Scope.GLOBAL, "first");
    add(SampleReceipt.SERVER, "elsewhere");
    AuditEntry second = add(Scope.GLOBAL, "second");
    AuditEntry third = add(Scope.GLOBAL, "third");

    List<AuditEntry> page = table.newest(Scope.GLOBAL, 2);
    assertThat(page).containsExactly(third, second);
    assertThat(table.before(Scope.GLOBAL, page.getLast().number(), 2)).containsExactly(first);
    assertThat(table.before(Scope.GLOBAL, first.number(), 2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit SET detail = 'changed'",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit VALUES (1, 0, 'global', 'nobody', 'forge', '', '')",
        "UPDATE OR REPLACE audit SET number = 2"
      })
  void change_byHand_isRefusedByTheDatabase(String change) {
    AuditEntry entry = add(Scope.GLOBAL, "kept");

    assertThatThrownBy(() -> store.execute(change))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("append-only");
    assertThat(table.newest(Scope.GLOBAL, 10)).containsExactly(entry);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, 0",
    "101, 1, 0, 0",
    "1, 0, 0, 0",
    "1, 101, 0, 0",
    "1, 1, 501, 0",
    "1, 1, 0, 4001"
  })
  void add_tooLongOrEmpty_isRefused(int actor, int action, int subject, int detail) {
    assertThatThrownBy(
            () ->
                table.add(
                    Scope.GLOBAL,
                    "a".repeat(actor),
                    "b".repeat(action),
                    "c".repeat(subject),
                    "d".repeat(detail)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("characters, not");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 501})
  void newest_noSuchPageSize_isRefused(int size) {
    assertThatThrownBy(() -> table.newest(Scope.GLOBAL, size))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 500");
  }
}

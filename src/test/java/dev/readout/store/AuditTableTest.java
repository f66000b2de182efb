package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.readout.corpus.Scope;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.Feed.FeedKind;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothEngines
final class AuditTableTest {
  @Parameter private StoreFixture.Kind kind;

  private static final String MODERATOR = "80351110224678912";

  private StoreFixture store;
  private AuditTable table;

  @BeforeEach
  void open(@TempDir Path temp) {
    store = new StoreFixture(kind, temp);
    table = new AuditTable(store.database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void replaceActor_everywhere_leavesTheTrailAndNotTheId() throws Exception {
    SourceTable sources = new SourceTable(store.database());
    FeedTable feeds = new FeedTable(store.database());
    sources.add(new SampleSource("truce").scope(SampleReceipt.SERVER).build(), MODERATOR);
    feeds.add(
        SampleReceipt.SERVER,
        new Feed.Listing(FeedKind.RSS, "https://example.org/feed", null),
        MODERATOR);
    add(Scope.GLOBAL, "mine");
    table.add(Scope.GLOBAL, "80351110224678913", "withdraw", "another's", "");
    assertThat(table.traces(MODERATOR)).isEqualTo(new AuditTable.Traces(3, 1, 1));

    String pseudonym = table.replaceActor(MODERATOR);

    assertThat(table.traces(MODERATOR)).isEqualTo(AuditTable.Traces.NONE);
    assertThat(table.newest(Scope.GLOBAL, 9))
        .extracting(AuditEntry::action, AuditEntry::actor, AuditEntry::subject)
        .containsExactly(
            tuple("actor.replace", pseudonym, ""),
            tuple("withdraw", "80351110224678913", "another's"),
            tuple("withdraw", pseudonym, "mine"));
    assertThat(table.newest(SampleReceipt.SERVER, 9))
        .extracting(AuditEntry::action, AuditEntry::actor)
        .containsExactly(
            tuple("actor.replace", pseudonym),
            tuple("feed.add", pseudonym),
            tuple("source.add", pseudonym));
    assertThat(feeds.list(SampleReceipt.SERVER))
        .singleElement()
        .satisfies(feed -> assertThat(feed.addedBy()).isEqualTo(pseudonym));
    assertThat(sources.find(SampleReceipt.SERVER, 1).orElseThrow().addedBy()).isEqualTo(pseudonym);
    assertThat(store.database().list(String.class, "SELECT actor FROM source_version"))
        .containsExactly(pseudonym);
    assertThat(StoredFiles.holding(store.database().folder(), MODERATOR)).isEmpty();
  }

  /** The log can be added to, and nothing else, before and after. */
  @Test
  void replaceActor_done_entriesCannotBeChanged() {
    add(Scope.GLOBAL, "mine");
    table.replaceActor(MODERATOR);

    assertThatThrownBy(
            () ->
                store
                    .database()
                    .write(handle -> handle.execute("UPDATE audit SET subject = 'another'")))
        .hasMessageContaining("the audit log is append-only");
    assertThat(table.replaceActor(MODERATOR)).isNotEqualTo(table.replaceActor(MODERATOR));
  }

  private AuditEntry add(Scope scope, String subject) {
    return table.add(scope, MODERATOR, "withdraw", subject, "");
  }

  @Test
  void newest_added_isEqualToTheEntry() {
    store.moveClockTo(Instant.parse("2026-03-01T10:15:30.123456789Z"));
    AuditEntry entry = table.add(SampleReceipt.SERVER, "operator", "add", "记录", "two\nlines");

    assertThat(table.newest(SampleReceipt.SERVER, 10)).containsExactly(entry);
    assertThat(entry.at()).isEqualTo("2026-03-01T10:15:30.123Z");
  }

  @Test
  void upTo_pageByPage_isEveryEntryOfTheScopeNewestFirst() {
    AuditEntry first = add(Scope.GLOBAL, "first");
    add(SampleReceipt.SERVER, "elsewhere");
    AuditEntry second = add(Scope.GLOBAL, "second");
    AuditEntry third = add(Scope.GLOBAL, "third");

    assertThat(table.count(Scope.GLOBAL)).isEqualTo(3);
    assertThat(table.newest(Scope.GLOBAL, 2)).containsExactly(third, second);
    assertThat(table.upTo(Scope.GLOBAL, 3, 2)).containsExactly(third, second);
    assertThat(table.upTo(Scope.GLOBAL, 1, 2)).containsExactly(first);
    assertThat(table.upTo(Scope.GLOBAL, 2, 500)).containsExactly(second, first);
    assertThat(table.upTo(Scope.GLOBAL, Long.MAX_VALUE, 1)).containsExactly(third);
  }

  @Test
  void upTo_entriesAddedSince_isTheSamePage() {
    AuditEntry first = add(Scope.GLOBAL, "first");
    AuditEntry second = add(Scope.GLOBAL, "second");
    add(Scope.GLOBAL, "since");
    add(SampleReceipt.SERVER, "elsewhere");

    assertThat(table.upTo(Scope.GLOBAL, 2, 2)).containsExactly(second, first);
  }

  @Test
  void upTo_nothingInTheScope_isEmpty() {
    add(SampleReceipt.SERVER, "elsewhere");

    assertThat(table.count(Scope.GLOBAL)).isZero();
    assertThat(table.upTo(Scope.GLOBAL, 1, 2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void upTo_noSuchPosition_isRefused(long position) {
    assertThatThrownBy(() -> table.upTo(Scope.GLOBAL, position, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 or more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit SET detail = 'changed'",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit VALUES (1, 0, 'global', 'nobody', 'forge', '', '')",
        "UPDATE OR REPLACE audit SET number = 2"
      })
  void change_byHand_isRefusedByTheDatabase(String sqlite) {
    String change =
        kind == StoreFixture.Kind.SQLITE
            ? sqlite
            : sqlite.replaceAll("INSERT.*|.* OR .*", "TRUNCATE audit");
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

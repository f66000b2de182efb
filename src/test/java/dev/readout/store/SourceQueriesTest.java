package dev.readout.store;

import static dev.readout.store.SampleSource.ACTOR;
import static dev.readout.store.SampleSource.ONE;
import static dev.readout.store.SampleSource.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceTable.SourceTitle;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sources are found, and in which order. */
@OnBothEngines
final class SourceQueriesTest extends SourceTableFixture {
  @Test
  void page_byNumberAndState_isEverySourceOnce() throws Exception {
    for (int i = 1; i <= 5; i++) {
      SampleSource source = new SampleSource("r" + i);
      add(i % 2 == 0 ? source.waiting() : source);
    }

    assertThat(table.page(ONE, ALL, 0, 3))
        .extracting(SourceEntry::number)
        .containsExactly(1L, 2L, 3L);
    assertThat(table.page(ONE, ALL, 3, 3)).extracting(SourceEntry::number).containsExactly(4L, 5L);
    assertThat(table.page(ONE, Set.of(SourceState.WAITING), 2, 3))
        .extracting(SourceEntry::number)
        .containsExactly(4L);
    assertThat(table.page(ONE, Set.of(), 0, 3)).isEmpty();
    assertThat(table.count(ONE, Set.of(SourceState.WAITING, SourceState.REFUSED))).isEqualTo(2);
    assertThat(table.count(ONE, Set.of())).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101})
  void page_noSuchSize_isRefused(int size) {
    assertThatThrownBy(() -> table.page(ONE, ALL, 0, size))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> table.due(ONE, Instant.EPOCH, size))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withAddress_removedAndLive_isTheLiveOneElseTheNewest() throws Exception {
    add(new SampleSource("truce"));
    table.setState(ONE, 1, SourceState.REMOVED, ACTOR);
    assertThat(table.withAddress(ONE, "https://example.org/truce").orElseThrow().state())
        .isEqualTo(SourceState.REMOVED);

    add(new SampleSource("truce"));
    assertThat(table.withAddress(ONE, "https://example.org/truce").orElseThrow().number())
        .isEqualTo(2);
    table.setState(ONE, 2, SourceState.REMOVED, ACTOR);
    table.setState(ONE, 1, SourceState.ACCEPTED, ACTOR);
    assertThat(table.withAddress(ONE, "https://example.org/truce").orElseThrow().number())
        .isEqualTo(1);
  }

  @Test
  void accepted_sources_areInOrderOfIdAndHaveAFingerprint() throws Exception {
    String none = table.acceptedFingerprint(ONE);
    CorpusRecord b = add(new SampleSource("b")).record();
    CorpusRecord a = add(new SampleSource("a")).record();
    add(new SampleSource("c").waiting());
    add(new SampleSource("0").scope(OTHER));
    String both = table.acceptedFingerprint(ONE);

    assertThat(table.accepted(ONE).records()).containsExactly(a, b);
    assertThat(both).hasSize(64).isNotEqualTo(none);
    table.checked(ONE, 1, SourceTableFixture.health(Instant.EPOCH));
    assertThat(table.acceptedFingerprint(ONE)).isEqualTo(both);
    table.edit(ONE, 1, SampleSource.titled(b, "Other"), ACTOR);
    assertThat(table.acceptedFingerprint(ONE)).isNotEqualTo(both);
    table.edit(ONE, 1, b, ACTOR);
    assertThat(table.acceptedFingerprint(ONE)).isEqualTo(both);
  }

  @Test
  void scopesWithSources_waitingOnly_areNotThose() throws Exception {
    add(new SampleSource("a").waiting());
    add(new SampleSource("a").scope(OTHER));
    add(new SampleSource("a").scope(Scope.GLOBAL));
    table.setState(OTHER, 1, SourceState.REMOVED, ACTOR);

    assertThat(table.scopesWithSources()).containsExactlyInAnyOrder(OTHER, Scope.GLOBAL);
  }

  @Test
  void withdrawn_removedAndNotBack_isInOrder() throws Exception {
    add(new SampleSource("b"));
    add(new SampleSource("a"));
    add(new SampleSource("c"));
    for (int number = 1; number <= 3; number++) {
      table.setState(ONE, number, SourceState.REMOVED, ACTOR);
    }
    table.setState(ONE, 3, SourceState.ACCEPTED, ACTOR);

    assertThat(table.withdrawn(ONE)).containsExactly("a", "b");
    assertThat(table.withdrawn(OTHER)).isEmpty();
  }

  @Test
  void due_acceptedAndByThen_isTheLongestDueFirst() throws Exception {
    add(new SampleSource("a"));
    add(new SampleSource("b").scope(OTHER));
    add(new SampleSource("c"));
    add(new SampleSource("d").waiting());
    Instant then = Instant.parse("2026-03-05T00:00:00Z");
    table.reschedule(ONE, 1, then);
    table.reschedule(OTHER, 1, then.minusSeconds(1));
    table.reschedule(ONE, 2, then.plusMillis(1));
    table.reschedule(ONE, 3, then.minusSeconds(9));

    FeedTable feeds = new FeedTable(store.database());
    assertThat(feeds.scopesDue(then)).containsExactly(OTHER, ONE);
    assertThat(table.due(ONE, then, 10))
        .extracting(entry -> entry.record().id())
        .containsExactly("a");
    table.reschedule(ONE, 2, then.minusMillis(1));
    assertThat(table.due(ONE, then, 1))
        .extracting(entry -> entry.record().id())
        .containsExactly("c");
    table.checked(OTHER, 1, new SourceHealth(then, null, null, 0, null, null, null, null));
    assertThat(feeds.scopesDue(then)).containsExactly(ONE);
  }

  @Test
  void titles_byNumberOrTitle_newestFirstAndOfTheScopeAlone() throws Exception {
    for (int i = 1; i <= 12; i++) {
      add(new SampleSource("truce-" + i));
    }
    add(new SampleSource("elsewhere").scope(OTHER));
    SourceEntry last = table.find(ONE, 12).orElseThrow();
    table.edit(ONE, 12, SampleSource.titled(last.record(), "The RULE of 100%_"), ACTOR);

    assertThat(table.titles(ONE, "", 3))
        .extracting(SourceTitle::number)
        .containsExactly(12L, 11L, 10L);
    assertThat(table.titles(ONE, "1", 9))
        .extracting(SourceTitle::number)
        .contains(1L, 10L, 11L, 12L)
        .doesNotContain(2L);
    assertThat(table.titles(ONE, "the rule", 9))
        .singleElement()
        .isEqualTo(new SourceTitle(12, "The RULE of 100%_"));
    assertThat(table.titles(ONE, "%", 9)).hasSize(1);
    assertThat(table.titles(ONE, "'; DROP TABLE source; --", 9)).isEmpty();
    assertThat(table.titles(Scope.ofServer(3), "", 9)).isEmpty();
  }
}

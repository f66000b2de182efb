package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.answer.CachingAnswerer.CacheStatistics;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.index.Generation;
import dev.readout.index.IndexDirectory;
import dev.readout.index.Indexes;
import dev.readout.index.Indexes.Additions;
import dev.readout.meaning.Models;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
@ExtendWith(ShippedIndex.class)
final class ServingIndexesTest {
  private static final Scope HERE = Scope.ofServer(1);
  private static final Scope THERE = Scope.ofServer(2);
  private static final Scope ELSEWHERE = Scope.ofServer(3);
  private static final String AN_ID = "2025-09-29-bis-affiliates-rule";
  private static final CorpusRecord OWN =
      new RecordSketch("added-2026-05-12-walrus", Kind.READOUT, Side.US)
          .title("The walrus quota of the affiliates rule")
          .says("The walrus quota of the affiliates rule is nine.")
          .record();

  private final AtomicReference<Instant> now = new AtomicReference<>(ShippedIndex.CLOCK.instant());
  private final List<Scope> openings = new CopyOnWriteArrayList<>();
  private final AtomicBoolean isBroken = new AtomicBoolean();
  private IndexDirectory directory;
  private Indexes indexes;
  private Generation global;
  private ServingIndexes serving;

  @BeforeEach
  void open(IndexDirectory shipped, @TempDir Path folder) {
    directory = shipped;
    indexes = new Indexes(folder, ShippedIndex.CLOCK, Models.off());
    global = shipped.open();
    serving = new ServingIndexes(global, Set.of(HERE, THERE), this::open, now::get, 1);
  }

  @AfterEach
  void close() {
    serving.close();
  }

  private Optional<Generation> open(Scope server, Generation current) {
    openings.add(server);
    assertThat(isOpen(current)).isTrue();
    if (isBroken.get()) {
      throw new IllegalStateException("the disk is gone");
    }
    return indexes.open(server, current, new Additions(() -> List.of(OWN), Set.of()));
  }

  private Generation generation(Scope scope) {
    return serving.with(scope, ServingIndex::generation);
  }

  private static boolean isOpen(Generation generation) {
    return generation.find(AN_ID).isPresent();
  }

  private static void assertClosed(Generation generation) {
    assertThatThrownBy(() -> isOpen(generation)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void with_serverWithoutAnIndex_getsTheGlobalDesk() {
    assertThat(generation(ELSEWHERE)).isSameAs(global);
    assertThat(generation(Scope.GLOBAL)).isSameAs(global);
    assertThat(openings).isEmpty();
  }

  @Test
  void hide_inAServer_stopsTheNextAnswerThereAlone() {
    assertThat(quoted(HERE, "what is the walrus quota?")).contains(OWN.id());
    assertThat(quoted(THERE, "what is the walrus quota?")).contains(OWN.id());
    assertThat(quoted(ELSEWHERE, "what is the walrus quota?")).doesNotContain(OWN.id());

    serving.hide(THERE, Set.of(OWN.id()));

    assertThat(quoted(THERE, "what is the walrus quota?")).doesNotContain(OWN.id());
    assertThat(quoted(HERE, "what is the walrus quota?")).contains(OWN.id());
  }

  @Test
  void hide_globally_stopsTheNextAnswerEverywhere() {
    assertThat(quoted(HERE, "is the affiliates rule in force?")).contains(AN_ID);

    serving.hide(Scope.GLOBAL, Set.of(AN_ID));

    assertThat(quoted(HERE, "is the affiliates rule in force?")).doesNotContain(AN_ID);
    assertThat(quoted(ELSEWHERE, "is the affiliates rule in force?")).doesNotContain(AN_ID);
  }

  private List<String> quoted(Scope scope, String text) {
    Question question = new Question(text, null, null, null, null, null, null, 6_000);
    return serving.with(scope, desk -> desk.answerer().answer(question))
            instanceof Answer.Answered answer
        ? answer.records().stream().map(CorpusRecord::id).toList()
        : List.of();
  }

  /**
   * The catalogue names the global scope among those with sources once operators have added one.
   */
  @Test
  void with_globalAmongThoseWithSources_getsTheGlobalDesk() {
    try (ServingIndexes all =
        new ServingIndexes(directory.open(), Set.of(Scope.GLOBAL, HERE), this::open, now::get)) {
      Generation answering = all.with(ELSEWHERE, ServingIndex::generation);

      assertThat(all.<Generation>with(Scope.GLOBAL, ServingIndex::generation)).isSameAs(answering);
      assertThat(openings).isEmpty();
    }
  }

  @Test
  void with_serverWithAnIndex_opensItOnce() {
    Generation own = generation(HERE);

    assertThat(own).isNotSameAs(global);
    assertThat(generation(HERE)).isSameAs(own);
    assertThat(openings).containsExactly(HERE);
  }

  @Test
  void with_indexCannotBeOpened_getsTheGlobalDeskAndTriesAgainLater() {
    isBroken.set(true);
    assertThat(generation(HERE)).isSameAs(global);
    isBroken.set(false);
    assertThat(generation(HERE)).isSameAs(global);
    assertThat(openings).hasSize(1);

    now.updateAndGet(instant -> instant.plus(ServingIndexes.RETRY_AFTER));

    assertThat(generation(HERE)).isNotSameAs(global);
  }

  @Test
  void with_errorWhileOpening_keepsNobodyWaiting() {
    AtomicInteger opened = new AtomicInteger();
    ServingIndexes.Opener failing =
        (_, _) -> {
          if (opened.incrementAndGet() == 1) {
            throw new OutOfMemoryError("in a test");
          }
          return Optional.of(directory.open());
        };
    try (ServingIndexes poor =
        new ServingIndexes(directory.open(), Set.of(HERE), failing, now::get)) {
      Generation answering = poor.with(Scope.GLOBAL, ServingIndex::generation);
      assertThatThrownBy(() -> poor.<Generation>with(HERE, ServingIndex::generation))
          .isInstanceOf(OutOfMemoryError.class);

      assertThat(poor.<Generation>with(HERE, ServingIndex::generation)).isSameAs(answering);
      now.updateAndGet(instant -> instant.plus(ServingIndexes.RETRY_AFTER));
      assertThat(poor.<Generation>with(HERE, ServingIndex::generation)).isNotSameAs(answering);
    }
  }

  @Test
  void with_openerFindsNone_getsTheGlobalDesk() {
    try (ServingIndexes none =
        new ServingIndexes(directory.open(), Set.of(HERE), (_, _) -> Optional.empty(), now::get)) {
      Generation answering = none.with(Scope.GLOBAL, ServingIndex::generation);

      assertThat(none.<Generation>with(HERE, ServingIndex::generation)).isSameAs(answering);
    }
  }

  @Test
  void with_moreServersThanMayBeOpen_closesTheOneBeforeAndOpensItAgain() {
    List<Generation> opened = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      opened.add(generation(HERE));
      opened.add(generation(THERE));
    }

    assertThat(opened).filteredOn(ServingIndexesTest::isClosed).hasSizeGreaterThanOrEqualTo(1);
    assertThat(serving.<Boolean>with(HERE, desk -> isOpen(desk.generation()))).isTrue();
    assertThat(serving.<Boolean>with(THERE, desk -> isOpen(desk.generation()))).isTrue();
  }

  private static boolean isClosed(Generation generation) {
    try {
      return !isOpen(generation);
    } catch (RuntimeException e) {
      return true;
    }
  }

  @Test
  void replace_whileInUse_closesTheOldAfterItsLastUse() {
    Generation next = directory.open();

    Generation before =
        serving.with(
            HERE,
            desk -> {
              serving.replace(HERE, next);
              assertThat(isOpen(desk.generation())).as("still open").isTrue();
              return desk.generation();
            });

    assertClosed(before);
    assertThat(generation(HERE)).isSameAs(next);
  }

  @Test
  void replace_serverThatHadNone_answersFromItAtOnce() {
    Generation first = directory.open();

    serving.replace(ELSEWHERE, first);

    assertThat(generation(ELSEWHERE)).isSameAs(first);
    assertThat(openings).isEmpty();
  }

  @Test
  void drop_ownDesk_fallsBackToTheGlobalOneAtOnce() {
    Generation own = generation(HERE);

    serving.drop(HERE);

    assertThat(generation(HERE)).isSameAs(global);
    assertClosed(own);
  }

  @Test
  void drop_whileItIsBeingOpened_doesNotAnswerFromIt() {
    CompletableFuture<ServingIndexes> own = new CompletableFuture<>();
    try (ServingIndexes dropping =
        new ServingIndexes(
            directory.open(),
            Set.of(HERE),
            (server, _) -> {
              own.join().drop(server);
              return Optional.of(directory.open());
            },
            now::get)) {
      own.complete(dropping);
      Generation answering = dropping.with(Scope.GLOBAL, ServingIndex::generation);

      assertThat(dropping.<Generation>with(HERE, ServingIndex::generation)).isSameAs(answering);
    }
  }

  @Test
  void cache_globalReplacedAndServersClosed_countsOn() {
    Question question =
        new Question(
            "is the affiliates rule in force?", Language.EN, null, null, null, null, null, 1_000);
    List.of(Scope.GLOBAL, Scope.GLOBAL, HERE)
        .forEach(scope -> serving.with(scope, desk -> desk.answerer().answer(question)));
    assertThat(serving.cache()).isEqualTo(new CacheStatistics(1, 2, 0, 2));
    assertThat(serving.openServers()).isEqualTo(1);

    serving.replaceGlobal(directory.open());
    assertThat(serving.cache()).isEqualTo(new CacheStatistics(1, 2, 0, 0));
    assertThat(serving.openServers()).isZero();
    serving.close();
    assertThat(serving.cache()).isEqualTo(new CacheStatistics(1, 2, 0, 0));
  }

  @Test
  void replaceGlobal_ownDesks_areOpenedAnew() {
    Generation own = generation(HERE);

    serving.replaceGlobal(directory.open());

    assertClosed(global);
    assertClosed(own);
    assertThat(serving.<Boolean>with(HERE, desk -> isOpen(desk.generation()))).isTrue();
    assertThat(openings).containsExactly(HERE, HERE);
  }

  @Test
  void close_ownDesksOpen_closesThemToo() {
    Generation own = generation(HERE);

    serving.close();

    assertClosed(own);
    assertClosed(global);
    assertThatThrownBy(() -> generation(HERE)).isInstanceOf(IllegalStateException.class);
    serving = ServingIndexes.globalOnly(directory.open(), now::get);
  }

  @Test
  void with_whileOthersReplaceDropAndEvict_alwaysFindsAnOpenGeneration() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger asked = new AtomicInteger();
    List<Future<?>> askers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (int i = 0; i < 3; i++) {
        askers.add(threads.submit(() -> askUntil(done, asked)));
      }
      for (int i = 0; i < 5; i++) {
        serving.replace(HERE, directory.open());
        serving.drop(HERE);
        serving.replace(HERE, directory.open());
        serving.replaceGlobal(directory.open());
      }
      done.set(true);
      for (Future<?> asker : askers) {
        asker.get();
      }
    }
    assertThat(asked).hasPositiveValue();
  }

  private Void askUntil(AtomicBoolean done, AtomicInteger asked) throws InterruptedException {
    List<Scope> scopes = List.of(HERE, THERE, Scope.GLOBAL);
    do {
      Scope scope = scopes.get(ThreadLocalRandom.current().nextInt(scopes.size()));
      assertThat(serving.<Boolean>with(scope, desk -> isOpen(desk.generation()))).isTrue();
      asked.incrementAndGet();
      Thread.sleep(1); // gives way to who opens
    } while (!done.get());
    return null;
  }
}

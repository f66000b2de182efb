package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several builders and readers at once, in this process and others, some of them killed. */
@Timeout(600)
final class IndexBuildersTest {
  private IndexFixture fixture;

  @BeforeEach
  void folders(@TempDir Path temp) throws IOException {
    fixture = new IndexFixture(temp);
  }

  @Test
  void build_lockOfAKilledProcess_doesNotBlock() throws IOException {
    BuildingProcess.thatHoldsTheLock(fixture.index()).kill();

    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());

    assertThat(fixture.served()).containsExactly("new", "newer");
  }

  @Test
  void build_whileAnotherProcessBuilds_waitsForIt() throws Exception {
    AtomicBoolean otherMayBuild = new AtomicBoolean(true);
    AtomicBoolean together = new AtomicBoolean();
    BuildingProcess other = BuildingProcess.thatHoldsTheLock(fixture.index());
    // The clock is read when the lock is held.
    InstantSource clock =
        () -> {
          together.set(otherMayBuild.get());
          return SampleIndex.BUILT;
        };
    CompletableFuture<GenerationInfo> build =
        CompletableFuture.supplyAsync(
            () ->
                new IndexDirectory(fixture.index(), clock, Models.off())
                    .build(IndexFixture.NEW, fixture.corpusFolder()));
    assertThat(build).isNotDone();

    otherMayBuild.set(false);
    other.kill();

    assertThat(build.get(5, TimeUnit.MINUTES).name()).isEqualTo("000001");
    assertThat(together).isFalse();
  }

  @Test
  void build_processKilledWhileBuilding_leavesOnlyWholeGenerations() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    BuildingProcess.thatKeepsBuilding(fixture.index(), fixture.corpusFolder()).kill();

    assertThat(fixture.served()).containsExactly("built-elsewhere");
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    assertThat(fixture.served()).containsExactly("new", "newer");
    assertThat(fixture.files()).filteredOn(name -> name.matches("[0-9]{6}|building.*")).hasSize(3);
  }

  @Test
  void build_startedTwiceInThisProcess_isRefusedTheSecondTime() {
    AtomicReference<Throwable> second = new AtomicReference<>();
    InstantSource clock =
        () -> {
          try {
            fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
          } catch (IndexUnavailableException e) {
            second.set(e);
          }
          return SampleIndex.BUILT;
        };

    new IndexDirectory(fixture.index(), clock, Models.off())
        .build(IndexFixture.NEW, fixture.corpusFolder());

    assertThat(second.get()).hasMessageContaining("already");
    assertThat(fixture.served()).containsExactly("new", "newer");
  }

  /** On POSIX systems, closing any channel of a file frees all the process's locks on it. */
  @Test
  void build_secondRefusedInThisProcess_leavesTheLockOfTheFirstHeld() {
    AtomicBoolean free = new AtomicBoolean(true);
    InstantSource clock =
        () -> {
          assertThatThrownBy(
                  () -> fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder()))
              .isInstanceOf(IndexUnavailableException.class);
          try {
            free.set(BuildingProcess.canLock(fixture.index()));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
          return SampleIndex.BUILT;
        };

    new IndexDirectory(fixture.index(), clock, Models.off())
        .build(IndexFixture.NEW, fixture.corpusFolder());

    assertThat(free).isFalse();
  }

  @Test
  void open_whileBuilding_alwaysGetsAWholeGeneration() throws Exception {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    AtomicBoolean building = new AtomicBoolean(true);
    try (ExecutorService openers = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> opened =
          Stream.generate(() -> openers.submit(() -> openUntilDone(building))).limit(2).toList();
      fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
      fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
      building.set(false);
      for (Future<Integer> count : opened) {
        assertThat(count.get(5, TimeUnit.MINUTES)).isPositive();
      }
    }
  }

  private int openUntilDone(AtomicBoolean building) {
    int opened = 0;
    do {
      assertThat(fixture.served()).isIn(List.of("old"), List.of("new", "newer"));
      opened++;
    } while (building.get());
    return opened;
  }

  @Test
  void open_thenRemovedByLaterBuilds_answersOn() {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    try (Generation generation = fixture.directory().open()) {
      for (int i = 0; i < Publisher.KEPT; i++) {
        fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
      }

      assertThat(fixture.index().resolve("000001")).doesNotExist();
      assertThat(IndexFixture.ids(generation)).containsExactly("old");
      assertThat(SampleIndex.found(generation, "old", SearchFilter.ALL)).containsExactly("old");
    }
  }
}

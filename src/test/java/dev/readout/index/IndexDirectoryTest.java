package dev.readout.index;

import static dev.readout.index.SampleIndex.corpus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Corpus;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class IndexDirectoryTest {
  private static final InstantSource CLOCK = InstantSource.fixed(SampleIndex.BUILT);
  private static final Corpus OLD = corpus(new RecordDraft("old"));
  private static final Corpus NEW = corpus(new RecordDraft("new"), new RecordDraft("newer"));
  private static final Corpus FORGED =
      new Corpus(List.of(new RecordDraft("forged").buildForged()), OLD.terms(), OLD.topics());
  private static final Supplier<Corpus> NOT_NEEDED =
      () -> {
        throw new AssertionError("the corpus was read although the index was good");
      };

  @TempDir private Path temp;
  private Path index;
  private Path corpusFolder;
  private IndexDirectory directory;

  @BeforeEach
  void corpusFolder() throws IOException {
    index = temp.resolve("index");
    corpusFolder = Files.createDirectory(temp.resolve("corpus"));
    Files.writeString(corpusFolder.resolve("record.md"), "one");
    directory = new IndexDirectory(index, CLOCK);
  }

  private void changeCorpus() throws IOException {
    Files.writeString(corpusFolder.resolve("record.md"), "another, longer one");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> entries = Files.list(index)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /** The ids of the records that are served now. */
  private List<String> served() {
    try (Generation generation = directory.open()) {
      return ids(generation);
    }
  }

  private static List<String> ids(Generation generation) {
    return generation.records().map(record -> record.id()).toList();
  }

  private List<String> openedOrBuilt(Supplier<Corpus> corpus) {
    try (Generation generation = directory.openOrBuild(corpusFolder, corpus)) {
      return ids(generation);
    }
  }

  @Test
  void build_firstTime_makesGenerationOneCurrent() throws IOException {
    directory.build(OLD, corpusFolder);

    assertThat(files()).containsExactly("000001", "build.lock", "current");
    assertThat(index.resolve("current")).hasContent("000001");
  }

  @Test
  void build_done_saysWhatItHolds() {
    GenerationInfo info = directory.build(NEW, corpusFolder);

    assertThat(info)
        .isEqualTo(
            new GenerationInfo(
                "000001",
                SampleIndex.BUILT,
                2,
                2,
                java.time.LocalDate.of(2025, 1, 1),
                null,
                Fingerprint.ofSettings(),
                Fingerprint.ofCorpus(corpusFolder)));
  }

  @Test
  void open_built_saysTheSameOfItself() {
    GenerationInfo info = directory.build(OLD, corpusFolder);

    try (Generation generation = directory.open()) {
      assertThat(generation.info()).isEqualTo(info);
    }
  }

  @Test
  void open_nothingBuilt_saysHowToBuild() {
    assertThatThrownBy(directory::open)
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining(index.toString())
        .hasMessageContaining("bin/readout index --force");
  }

  @Test
  void openOrBuild_nothingThere_builds() {
    assertThat(openedOrBuilt(() -> OLD)).containsExactly("old");
  }

  @Test
  void openOrBuild_nothingChanged_opensWithoutReadingTheCorpus() {
    directory.build(OLD, corpusFolder);

    assertThat(openedOrBuilt(NOT_NEEDED)).containsExactly("old");
  }

  @Test
  void openOrBuild_corpusChanged_rebuilds() throws IOException {
    directory.build(OLD, corpusFolder);
    changeCorpus();

    assertThat(openedOrBuilt(() -> NEW)).containsExactly("new", "newer");
  }

  @Test
  void openOrBuild_otherSettings_rebuilds() throws IOException {
    GenerationInfo info = directory.build(OLD, corpusFolder);
    SampleIndex.forgeSettings(index.resolve("000001"), info, "format 0, Lucene 9.0.0");

    assertThat(openedOrBuilt(() -> NEW)).containsExactly("new", "newer");
  }

  @Test
  void openOrBuild_indexThatDoesNotSayWhatItIs_rebuilds() throws IOException {
    directory.build(OLD, corpusFolder);
    SampleIndex.rewrite(
        index.resolve("000001"), writer -> writer.setLiveCommitData(java.util.Map.<String, String>of().entrySet()));

    assertThat(openedOrBuilt(() -> NEW)).containsExactly("new", "newer");
  }

  /** Ways in which a generation's files come to harm. */
  enum Damage {
    SEGMENT_CUT_SHORT(".cfs") {
      @Override
      void to(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(Files.size(file) / 2);
        }
      }
    },
    SEGMENT_GARBLED(".cfs") {
      @Override
      void to(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
      }
    },
    SEGMENT_EMPTY(".cfs") {
      @Override
      void to(Path file) throws IOException {
        Files.write(file, new byte[0]);
      }
    },
    SEGMENT_MISSING(".cfs") {
      @Override
      void to(Path file) throws IOException {
        Files.delete(file);
      }
    },
    SEGMENT_INFO_GARBLED(".si") {
      @Override
      void to(Path file) throws IOException {
        Files.writeString(file, "not a segment");
      }
    },
    COMMIT_CUT_SHORT("segments_") {
      @Override
      void to(Path file) throws IOException {
        Files.write(file, new byte[] {1, 2, 3});
      }
    },
    COMMIT_MISSING("segments_") {
      @Override
      void to(Path file) throws IOException {
        Files.delete(file);
      }
    };

    private final String fileName;

    Damage(String fileName) {
      this.fileName = fileName;
    }

    abstract void to(Path file) throws IOException;

    void toGeneration(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        to(files.filter(file -> file.getFileName().toString().contains(fileName)).findFirst().orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void openOrBuild_damagedGeneration_rebuilds(Damage damage) throws IOException {
    directory.build(OLD, corpusFolder);
    damage.toGeneration(index.resolve("000001"));

    assertThat(openedOrBuilt(() -> NEW)).containsExactly("new", "newer");
  }

  @ParameterizedTest
  @EnumSource
  void open_damagedGeneration_saysHowToRebuild(Damage damage) throws IOException {
    directory.build(OLD, corpusFolder);
    damage.toGeneration(index.resolve("000001"));

    assertThatThrownBy(directory::open)
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("bin/readout index --force");
  }

  @ParameterizedTest
  @ValueSource(strings = {"000009\n", "", "\n", "1\n", "../corpus\n", "000001 \n", "\u0000\u0000"})
  void openOrBuild_pointerToNoGeneration_rebuilds(String pointer) throws IOException {
    directory.build(OLD, corpusFolder);
    Files.writeString(index.resolve("current"), pointer);

    assertThat(openedOrBuilt(() -> NEW)).containsExactly("new", "newer");
  }

  @Test
  void open_pointerToAMissingGeneration_makesNoFolderOfThatName() throws IOException {
    directory.build(OLD, corpusFolder);
    Files.writeString(index.resolve("current"), "000009\n");

    assertThatThrownBy(directory::open).isInstanceOf(IndexUnavailableException.class);
    assertThat(files()).containsExactly("000001", "build.lock", "current");
  }

  @Test
  void openOrBuild_brokenCorpusWhenItIsNeeded_throwsItsError() {
    IllegalStateException broken = new IllegalStateException("defects");

    assertThatThrownBy(
            () ->
                openedOrBuilt(
                    () -> {
                      throw broken;
                    }))
        .isSameAs(broken);
  }

  @Test
  void build_fiveTimes_keepsTheLastThree() throws IOException {
    for (int i = 0; i < 5; i++) {
      directory.build(OLD, corpusFolder);
    }

    assertThat(files()).containsExactly("000003", "000004", "000005", "build.lock", "current");
  }

  @Test
  @DefaultLocale("ar-EG")
  void build_localeWithOtherDigits_namesGenerationsTheSame() throws IOException {
    directory.build(OLD, corpusFolder);

    assertThat(files()).contains("000001");
  }

  @Test
  void rollBack_twoBuilt_servesTheOneBefore() {
    directory.build(OLD, corpusFolder);
    directory.build(NEW, corpusFolder);

    assertThat(directory.rollBack().name()).isEqualTo("000001");
    assertThat(served()).containsExactly("old");
  }

  @Test
  void rollBack_twice_goesBackTwo() {
    directory.build(OLD, corpusFolder);
    directory.build(NEW, corpusFolder);
    directory.build(NEW, corpusFolder);

    directory.rollBack();

    assertThat(directory.rollBack().name()).isEqualTo("000001");
  }

  @Test
  void rollBack_doneAndCorpusChanged_staysPinned() throws IOException {
    directory.build(OLD, corpusFolder);
    directory.build(NEW, corpusFolder);
    directory.rollBack();
    changeCorpus();

    assertThat(openedOrBuilt(NOT_NEEDED)).containsExactly("old");
  }

  @Test
  void rollBack_toOtherSettings_isRebuiltAllTheSame() throws IOException {
    GenerationInfo first = directory.build(OLD, corpusFolder);
    directory.build(OLD, corpusFolder);
    SampleIndex.forgeSettings(index.resolve("000001"), first, "format 0");
    directory.rollBack();

    assertThat(openedOrBuilt(() -> NEW)).containsExactly("new", "newer");
  }

  @Test
  void build_afterRollBack_takesTheNextNumberAndUnpins() throws IOException {
    directory.build(OLD, corpusFolder);
    directory.build(OLD, corpusFolder);
    directory.rollBack();

    assertThat(directory.build(NEW, corpusFolder).name()).isEqualTo("000003");
    changeCorpus();
    assertThat(openedOrBuilt(() -> OLD)).containsExactly("old");
  }

  @Test
  void rollBack_nothingBefore_isRefused() {
    directory.build(OLD, corpusFolder);

    assertThatThrownBy(directory::rollBack)
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("no generation before 000001");
  }

  @Test
  void rollBack_nothingBuilt_isRefused() {
    assertThatThrownBy(directory::rollBack)
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining(index.toString());
  }

  @Test
  void rollBack_damagedGenerationBefore_keepsTheCurrentOne() throws IOException {
    directory.build(OLD, corpusFolder);
    directory.build(NEW, corpusFolder);
    Damage.SEGMENT_GARBLED.toGeneration(index.resolve("000001"));

    assertThatThrownBy(directory::rollBack).isInstanceOf(IndexUnavailableException.class);
    assertThat(served()).containsExactly("new", "newer");
  }

  @Test
  void build_leftoversOfAKilledBuild_areRemoved() throws IOException {
    directory.build(OLD, corpusFolder);
    Path left = Files.createDirectories(index.resolve("building-000002").resolve("inner"));
    Files.writeString(left.resolve("_0.fdt"), "half");

    directory.build(NEW, corpusFolder);

    assertThat(files()).containsExactly("000001", "000002", "build.lock", "current");
  }

  @Test
  void open_leftoversOfAKilledBuild_areLeftAlone() throws IOException {
    directory.build(OLD, corpusFolder);
    Files.createDirectories(index.resolve("building-000002"));

    assertThat(served()).containsExactly("old");
    assertThat(files()).contains("building-000002");
  }

  @Test
  void build_killedBetweenNameAndPointer_servesTheOldAndCountsOn() throws IOException {
    directory.build(OLD, corpusFolder);
    directory.build(NEW, corpusFolder);
    Files.writeString(index.resolve("current"), "000001\n");

    assertThat(served()).containsExactly("old");
    assertThat(directory.build(NEW, corpusFolder).name()).isEqualTo("000003");
  }

  @Test
  void build_statementThatIsNoSlice_isRefusedAndTheOldServesOn() {
    directory.build(OLD, corpusFolder);

    assertThatThrownBy(() -> directory.build(FORGED, corpusFolder))
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("forged")
        .hasMessageContaining("the one before serves on");
    assertThat(served()).containsExactly("old");
  }

  @Test
  void build_afterAFailedOne_succeeds() throws IOException {
    directory.build(OLD, corpusFolder);
    assertThatThrownBy(() -> directory.build(FORGED, corpusFolder))
        .isInstanceOf(IndexUnavailableException.class);

    directory.build(NEW, corpusFolder);

    assertThat(served()).containsExactly("new", "newer");
    assertThat(files()).noneMatch(name -> name.startsWith("building-"));
  }

  @Test
  void build_pointerCannotBeWritten_servesTheOld() throws IOException {
    directory.build(OLD, corpusFolder);
    Files.createDirectories(index.resolve("current.next").resolve("in-the-way"));

    assertThatThrownBy(() -> directory.build(NEW, corpusFolder))
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("the one before serves on");
    assertThat(served()).containsExactly("old");
  }

  @Test
  void build_indexFolderIsAFile_isRefused() throws IOException {
    Files.writeString(index, "in the way");

    assertThatThrownBy(() -> directory.build(NEW, corpusFolder))
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("could not be built in " + index);
  }

  @Test
  void build_lockOfAKilledProcess_doesNotBlock() throws IOException {
    BuildingProcess other = BuildingProcess.thatHoldsTheLock(index);
    other.close();

    directory.build(NEW, corpusFolder);

    assertThat(served()).containsExactly("new", "newer");
  }

  @Test
  void build_whileAnotherProcessBuilds_waitsForIt() throws Exception {
    AtomicBoolean together = new AtomicBoolean();
    try (BuildingProcess other = BuildingProcess.thatHoldsTheLock(index)) {
      // The clock is read when the lock is held.
      InstantSource clock =
          () -> {
            together.set(other.isAlive());
            return SampleIndex.BUILT;
          };
      CompletableFuture<GenerationInfo> build =
          CompletableFuture.supplyAsync(
              () -> new IndexDirectory(index, clock).build(NEW, corpusFolder));
      assertThat(build).isNotDone();

      other.close();

      assertThat(build.get(30, TimeUnit.SECONDS).name()).isEqualTo("000001");
      assertThat(together).isFalse();
    }
  }

  @Test
  void build_processKilledWhileBuilding_leavesOnlyWholeGenerations() throws IOException {
    directory.build(OLD, corpusFolder);
    BuildingProcess other = BuildingProcess.thatKeepsBuilding(index, corpusFolder);
    other.close();

    assertThat(served()).containsExactly("built-elsewhere");
    directory.build(NEW, corpusFolder);
    assertThat(served()).containsExactly("new", "newer");
    assertThat(files()).filteredOn(name -> name.matches("[0-9]{6}|building.*")).hasSize(3);
  }

  @Test
  void build_startedTwiceInThisProcess_isRefusedTheSecondTime() {
    AtomicReference<Throwable> second = new AtomicReference<>();
    InstantSource clock =
        () -> {
          try {
            directory.build(OLD, corpusFolder);
          } catch (IndexUnavailableException e) {
            second.set(e);
          }
          return SampleIndex.BUILT;
        };

    new IndexDirectory(index, clock).build(NEW, corpusFolder);

    assertThat(second.get()).hasMessageContaining("already");
    assertThat(served()).containsExactly("new", "newer");
  }

  /** On POSIX systems, closing any channel of a file frees all the process's locks on it. */
  @Test
  void build_secondRefusedInThisProcess_leavesTheLockOfTheFirstHeld() {
    AtomicBoolean free = new AtomicBoolean(true);
    InstantSource clock =
        () -> {
          assertThatThrownBy(() -> directory.build(OLD, corpusFolder))
              .isInstanceOf(IndexUnavailableException.class);
          try {
            free.set(BuildingProcess.canLock(index));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
          return SampleIndex.BUILT;
        };

    new IndexDirectory(index, clock).build(NEW, corpusFolder);

    assertThat(free).isFalse();
  }

  @Test
  void open_whileBuilding_alwaysGetsAWholeGeneration() throws Exception {
    directory.build(OLD, corpusFolder);
    AtomicBoolean building = new AtomicBoolean(true);
    try (ExecutorService openers = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> opened =
          Stream.generate(() -> openers.submit(() -> openUntilDone(building))).limit(2).toList();
      directory.build(NEW, corpusFolder);
      directory.build(NEW, corpusFolder);
      building.set(false);
      for (Future<Integer> count : opened) {
        assertThat(count.get(30, TimeUnit.SECONDS)).isPositive();
      }
    }
  }

  private int openUntilDone(AtomicBoolean building) {
    int opened = 0;
    do {
      assertThat(served()).isIn(List.of("old"), List.of("new", "newer"));
      opened++;
    } while (building.get());
    return opened;
  }

  @Test
  void open_thenRemovedByLaterBuilds_answersOn() {
    directory.build(OLD, corpusFolder);
    try (Generation generation = directory.open()) {
      for (int i = 0; i < IndexDirectory.KEPT; i++) {
        directory.build(NEW, corpusFolder);
      }

      assertThat(index.resolve("000001")).doesNotExist();
      assertThat(ids(generation)).containsExactly("old");
      assertThat(SampleIndex.found(generation, "old", SearchFilter.ALL)).containsExactly("old");
    }
  }
}

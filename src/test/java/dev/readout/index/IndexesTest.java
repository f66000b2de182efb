package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.index.GenerationBuilder.BuildPlan;
import dev.readout.index.Indexes.Additions;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The global index and servers' own. */
@Timeout(600)
final class IndexesTest {
  private static final Scope HERE = Scope.ofServer(1);
  private static final Scope THERE = Scope.ofServer(2);
  private static final CorpusRecord MEMO =
      new RecordDraft("memo").title("The walrus memo").says("A walrus.").build();
  private static final CorpusRecord SECOND = new RecordDraft("second").says("A narwhal.").build();
  private static final Additions MEMO_ONLY = new Additions(() -> List.of(MEMO), Set.of());

  private IndexFixture fixture;
  private Indexes indexes;
  private Generation global;

  @BeforeEach
  void folders(@TempDir Path temp) throws IOException {
    fixture = new IndexFixture(temp);
    indexes = new Indexes(fixture.index(), () -> SampleIndex.BUILT, Models.off());
    global = indexes.openGlobal(fixture.corpusFolder(), () -> IndexFixture.NEW, Additions.NONE);
  }

  @AfterEach
  void close() {
    global.close();
  }

  private static List<String> idsOf(Generation generation) {
    try (generation) {
      return IndexFixture.ids(generation);
    }
  }

  private List<String> opened(Scope server, Additions additions) {
    return idsOf(indexes.open(server, global, additions).orElseThrow());
  }

  private GenerationInfo built(CorpusRecord... own) {
    try (Generation built = indexes.build(HERE, global, List.of(own), false, BuildMonitor.NONE)) {
      return built.segments().newest().info();
    }
  }

  private Path folder(Scope server, String name) {
    return fixture.index().resolve("servers").resolve(server.id()).resolve(name);
  }

  @Test
  void bytesOnDisk_isThatOfAllFilesOfAllScopes() throws IOException {
    long before = indexes.bytesOnDisk();
    assertThat(before).isPositive();
    built(MEMO);
    Path file = Files.write(fixture.index().resolve("one-more"), new byte[1_000]);
    long after = indexes.bytesOnDisk();
    Files.delete(file);

    assertThat(after).isGreaterThan(before + 1_000);
    assertThat(indexes.bytesOnDisk()).isEqualTo(after - 1_000);
    assertThat(new Indexes(file, () -> SampleIndex.BUILT, Models.off()).bytesOnDisk()).isZero();
  }

  @Test
  void open_serverWithoutRecords_isEmptyAndLeavesNoFolder() {
    assertThat(indexes.open(HERE, global, Additions.NONE)).isEmpty();
    assertThat(fixture.index().resolve("servers")).doesNotExist();
  }

  @Test
  void open_serverWithRecords_holdsThemAndEverythingGlobal() {
    assertThat(opened(HERE, MEMO_ONLY)).containsExactly("memo", "new", "newer");
  }

  @Test
  void open_anotherServersRecords_leaveNoTrace() {
    built(MEMO);

    try (Generation there =
        indexes.open(THERE, global, new Additions(() -> List.of(SECOND), Set.of())).orElseThrow()) {
      assertThat(IndexFixture.ids(there)).containsExactly("new", "newer", "second");
      assertThat(there.plan("walrus").tokens()).noneMatch(QueryToken::known);
      assertThat(there.suggest("walr", SearchFilter.ALL, 10)).isEmpty();
    }
    assertThat(global.plan("walrus").tokens()).noneMatch(QueryToken::known);
  }

  @Test
  void open_built_readsNoRecords() {
    built(MEMO);

    Additions unread =
        new Additions(
            () -> {
              throw new AssertionError("the records were read although the index was good");
            },
            Set.of());
    assertThat(opened(HERE, unread)).contains("memo");
  }

  @Test
  void open_acceptedSinceTheBuild_waitsForTheNext() {
    built(MEMO);

    assertThat(opened(HERE, new Additions(() -> List.of(MEMO, SECOND), Set.of())))
        .doesNotContain("second");
  }

  @Test
  void build_severalScopes_countApartAndNeverMeet() {
    String first = built(MEMO).name();
    idsOf(indexes.build(THERE, global, List.of(SECOND), false, BuildMonitor.NONE));

    assertThat(global.info().name()).isEqualTo("000001");
    assertThat(first).isEqualTo("500001");
    assertThat(indexes.directory(THERE).kept())
        .extracting(GenerationInfo::name)
        .containsExactly("500001");
    assertThat(fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder()).name())
        .isEqualTo("000002");
  }

  @Test
  void kept_serverWithoutAnIndex_isNone() {
    assertThat(indexes.directory(HERE).kept()).isEmpty();
  }

  @Test
  void build_afterAllOfAServerAreRemoved_givesNoNameTwice() {
    built(MEMO);
    indexes.remove(HERE);

    assertThat(indexes.open(HERE, global, Additions.NONE)).isEmpty();
    assertThat(built(MEMO).name()).isEqualTo("500002");
  }

  @Test
  void build_numbersCutShort_countsTheFolders() throws IOException {
    built(MEMO);
    Files.writeString(
        fixture.index().resolve("servers").resolve(HERE.id()).resolve("numbers"), "00");

    assertThat(built(MEMO).name()).isEqualTo("500002");
  }

  @Test
  void open_anotherGlobalCorpus_isReadWithItAndNotRebuilt() throws IOException {
    built(MEMO);
    fixture.changeCorpus();
    global.close();
    global = indexes.openGlobal(fixture.corpusFolder(), () -> IndexFixture.OLD, Additions.NONE);

    assertThat(opened(HERE, MEMO_ONLY)).containsExactly("memo", "old");
    assertThat(indexes.current(HERE)).hasValue("500001");
  }

  @Test
  void open_otherSettings_isRebuilt() throws IOException {
    GenerationInfo info = built(MEMO);
    SampleIndex.forgeSettings(folder(HERE, info.name()), info, "format 0");

    assertThat(opened(HERE, MEMO_ONLY)).containsExactly("memo", "new", "newer");
  }

  /** Once they were copies of everything that is global. */
  @Test
  void open_otherSettings_keepsNothingOfThem() throws IOException {
    for (int i = 0; i < 2; i++) {
      GenerationInfo info = built(MEMO);
      SampleIndex.forgeSettings(folder(HERE, info.name()), info, "format 0");
    }

    opened(HERE, MEMO_ONLY);

    assertThat(folder(HERE, "500001")).doesNotExist();
    assertThat(folder(HERE, "500002")).doesNotExist();
    assertThat(folder(HERE, "500003")).exists();
  }

  @Test
  void open_damaged_isRebuilt() throws IOException {
    Path segments = folder(HERE, built(MEMO).name()).resolve("segments_1");
    try (FileChannel file = FileChannel.open(segments, StandardOpenOption.WRITE)) {
      file.truncate(5);
    }

    assertThat(opened(HERE, MEMO_ONLY)).containsExactly("memo", "new", "newer");
  }

  @Test
  void open_withdrawnInTheCatalogueAlone_isTakenOutBeforeServing() {
    built(MEMO, SECOND);

    Additions withdrawn = new Additions(() -> List.of(SECOND), Set.of("memo"));
    try (Generation here = indexes.open(HERE, global, withdrawn).orElseThrow()) {
      assertThat(IndexFixture.ids(here)).containsExactly("new", "newer", "second");
      assertThat(here.plan("walrus").tokens()).noneMatch(QueryToken::known);
      assertThat(here.info().records()).isEqualTo(3);
    }
  }

  /** As after a loss of power that took the catalogue's last writes, but not the index's. */
  @Test
  void open_addedButNotListed_isTakenOutBeforeServing() {
    CorpusRecord kept = new RecordDraft("added-2026-05-12-kept").says("A walrus.").build();
    CorpusRecord lost = new RecordDraft("added-2026-05-12-lost").says("A narwhal.").build();
    built(kept, lost);

    Additions additions = new Additions(() -> List.of(kept), Set.of(), id -> id.equals(kept.id()));
    assertThat(opened(HERE, additions)).containsExactly(kept.id(), "new", "newer");
    assertThat(indexes.hasServers()).isTrue();
  }

  @Test
  void open_withdrawnOnce_isNotChangedAgain() {
    built(MEMO, SECOND);
    Additions withdrawn = new Additions(() -> List.of(SECOND), Set.of("memo"));
    opened(HERE, withdrawn);

    opened(HERE, withdrawn);

    assertThat(indexes.directory(HERE).kept())
        .as("the one that held it is not kept")
        .extracting(GenerationInfo::name)
        .containsExactly("500002");
  }

  @Test
  void withdraw_recordNotHeld_changesNothing() {
    built(MEMO);

    assertThat(indexes.withdraw(HERE, Set.of("second"))).isFalse();
    assertThat(indexes.withdraw(THERE, Set.of("second"))).isFalse();
    assertThat(indexes.directory(HERE).kept()).hasSize(1);
  }

  @Test
  void build_idThatShippedRecordHas_leavesTheAddedOneOut() {
    CorpusRecord same = new RecordDraft("new").says("A walrus.").build();

    built(same, MEMO);

    try (Generation here = indexes.open(HERE, global, Additions.NONE).orElseThrow()) {
      assertThat(here.find("new")).isEqualTo(global.find("new"));
      assertThat(IndexFixture.ids(here)).containsExactly("memo", "new", "newer");
    }
  }

  @Test
  void openGlobal_builtFromTheFolderAlone_isRebuiltWithTheOperatorsRecords() {
    assertThat(idsOf(indexes.openGlobal(fixture.corpusFolder(), () -> IndexFixture.NEW, MEMO_ONLY)))
        .containsExactly("memo", "new", "newer");
    assertThat(fixture.opened()).as("at the terminal").containsExactly("memo", "new", "newer");
  }

  @Test
  void openGlobal_operatorsRecordWithdrawn_isGoneFromServers() {
    global.close();
    global = indexes.openGlobal(fixture.corpusFolder(), () -> IndexFixture.NEW, MEMO_ONLY);
    built(SECOND);
    assertThat(indexes.withdraw(Scope.GLOBAL, Set.of("memo"))).isTrue();
    global.close();
    global = indexes.openGlobal();

    assertThat(opened(HERE, new Additions(() -> List.of(SECOND), Set.of("memo"))))
        .containsExactly("new", "newer", "second");
  }

  @Test
  void rollBack_targetHoldsAWithdrawnRecord_servesItWithoutAndPinned() {
    built(MEMO, SECOND);
    built(SECOND);

    GenerationInfo back = indexes.directory(HERE).rollBack(Set.of("memo"));

    assertThat(back.name()).isEqualTo("500003");
    assertThat(idsOf(indexes.open(HERE, global))).containsExactly("new", "newer", "second");
    assertThat(opened(HERE, MEMO_ONLY)).as("pinned").contains("second");
  }

  @Test
  void rollBack_twiceOverAWithdrawnRecord_goesBackTwo() {
    builtForAll();
    builtForAll(MEMO, SECOND);
    builtForAll(MEMO);
    indexes.directory(Scope.GLOBAL).rollBack(Set.of("memo"));

    indexes.directory(Scope.GLOBAL).rollBack(Set.of("memo"));
    assertThat(idsOf(indexes.openGlobal())).containsExactly("new", "newer");
  }

  private void builtForAll(CorpusRecord... added) {
    Corpus corpus = Indexes.with(IndexFixture.NEW, List.of(added));
    var _ =
        indexes
            .directory(Scope.GLOBAL)
            .build(new BuildPlan(corpus, "all", null), BuildMonitor.NONE);
  }

  @Test
  void rollBackTo_keptName_servesThatOne() {
    built();
    String before = built(MEMO).name();
    built();

    indexes.directory(HERE).rollBackTo(before, Set.of());
    assertThat(idsOf(indexes.open(HERE, global))).contains("memo");
    assertThat(indexes.directory(HERE).kept())
        .extracting(GenerationInfo::name)
        .containsExactly("500003", "500002");
  }

  @Test
  void rollBackTo_nameNotKept_isRefused() {
    built(MEMO);

    assertThatThrownBy(() -> indexes.directory(HERE).rollBackTo("000001", Set.of()))
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("no generation 000001 is kept");
    assertThat(opened(HERE, Additions.NONE)).contains("memo");
  }

  @Test
  void open_pinnedAndWithdrawnLater_staysPinnedWithoutIt() throws IOException {
    built(MEMO, SECOND);
    built(MEMO);
    indexes.directory(HERE).rollBack(Set.of());
    assertThat(indexes.withdraw(HERE, Set.of("memo"))).isTrue();
    fixture.changeCorpus();
    global.close();
    global = indexes.openGlobal(fixture.corpusFolder(), () -> IndexFixture.OLD, Additions.NONE);

    assertThat(opened(HERE, MEMO_ONLY))
        .as("what is global is not the server's to pin")
        .containsExactly("old", "second");
  }

  @Test
  void build_folderCannotBeWritten_keepsTheOneBefore() throws IOException {
    String before = built(MEMO).name();
    Files.createDirectories(folder(HERE, "current.next").resolve("in-the-way"));

    assertThatThrownBy(() -> built(SECOND)).isInstanceOf(IndexUnavailableException.class);

    assertThat(opened(HERE, Additions.NONE)).contains("memo");
    assertThat(indexes.directory(HERE).kept())
        .extracting(GenerationInfo::name)
        .containsExactly(before);
  }

  @Test
  void build_forced_isTheSame() {
    idsOf(indexes.build(HERE, global, List.of(MEMO), false, BuildMonitor.NONE));
    Optional<Corpus> changed = Optional.of(Indexes.corpusOf(global, List.of(MEMO)));

    try (Generation forced = indexes.build(HERE, global, List.of(MEMO), true, BuildMonitor.NONE)) {
      assertThat(GenerationDiff.between(forced.corpus(), changed.orElseThrow()))
          .isEqualTo(new GenerationDiff(List.of(), List.of(), List.of(), true));
    }
  }
}

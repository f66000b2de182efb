package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;

/** Building, keeping and going back. */
@Timeout(600)
final class IndexDirectoryTest {
  private IndexFixture fixture;

  @BeforeEach
  void folders(@TempDir Path temp) throws IOException {
    fixture = new IndexFixture(temp);
  }

  @Test
  void build_firstTime_makesGenerationOneCurrent() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());

    assertThat(fixture.files()).containsExactly("000001", "build.lock", "current", "numbers");
    assertThat(fixture.index().resolve("current")).hasContent("000001");
  }

  @Test
  void build_done_saysWhatItHolds() {
    GenerationInfo info = fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());

    assertThat(info)
        .isEqualTo(
            new GenerationInfo(
                "000001",
                SampleIndex.BUILT,
                2,
                2,
                LocalDate.of(2025, 1, 1),
                null,
                Fingerprint.ofSettings(),
                Fingerprint.ofCorpus(fixture.corpusFolder())));
  }

  @Test
  void open_built_saysTheSameOfItself() {
    GenerationInfo info = fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());

    try (Generation generation = fixture.directory().open()) {
      assertThat(generation.info()).isEqualTo(info);
    }
  }

  @Test
  void open_nothingBuilt_saysHowToBuild() {
    assertThatThrownBy(fixture.directory()::open)
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining(fixture.index().toString())
        .hasMessageContaining("bin/readout index --force");
  }

  @Test
  void openOrBuild_nothingThere_builds() {
    assertThat(fixture.openedOrBuilt(() -> IndexFixture.OLD)).containsExactly("old");
  }

  @Test
  void openOrBuild_nothingChanged_opensWithoutReadingTheCorpus() {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());

    assertThat(fixture.opened()).containsExactly("old");
  }

  @Test
  void openOrBuild_corpusChanged_rebuilds() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    fixture.changeCorpus();

    assertThat(fixture.openedOrBuilt(() -> IndexFixture.NEW)).containsExactly("new", "newer");
  }

  @Test
  void openOrBuild_brokenCorpusWhenItIsNeeded_throwsItsError() {
    IllegalStateException broken = new IllegalStateException("defects");

    assertThatThrownBy(
            () ->
                fixture.openedOrBuilt(
                    () -> {
                      throw broken;
                    }))
        .isSameAs(broken);
  }

  @Test
  void build_fiveTimes_keepsTheLastThree() throws IOException {
    for (int i = 0; i < 5; i++) {
      fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    }

    assertThat(fixture.files())
        .containsExactly("000003", "000004", "000005", "build.lock", "current", "numbers");
  }

  @Test
  @DefaultLocale("ar-EG")
  void build_localeWithOtherDigits_namesGenerationsTheSame() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());

    assertThat(fixture.files()).contains("000001");
  }

  @Test
  void rollBack_twoBuilt_servesTheOneBefore() {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());

    assertThat(fixture.directory().rollBack(Set.of()).name()).isEqualTo("000001");
    assertThat(fixture.served()).containsExactly("old");
  }

  @Test
  void rollBack_twice_goesBackTwo() {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());

    fixture.directory().rollBack(Set.of());

    assertThat(fixture.directory().rollBack(Set.of()).name()).isEqualTo("000001");
  }

  @Test
  void rollBack_doneAndCorpusChanged_staysPinned() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    fixture.directory().rollBack(Set.of());
    fixture.changeCorpus();

    assertThat(fixture.opened()).containsExactly("old");
  }

  @Test
  void rollBack_toAnotherVersions_isRefusedAndTheCurrentServesOn() throws IOException {
    GenerationInfo first = fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    SampleIndex.forgeSettings(fixture.index().resolve("000001"), first, "format 99");

    assertThatThrownBy(() -> fixture.directory().rollBack(Set.of()))
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("000001 was built by another version")
        .hasMessageContaining("format 99")
        .hasMessageContaining("the one before serves on");
    assertThat(fixture.directory().isRolledBack()).isFalse();
    assertThat(fixture.served()).containsExactly("new", "newer");
  }

  @Test
  void kept_oneOfAnotherVersion_isNotOffered() throws IOException {
    GenerationInfo first = fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    GenerationInfo second = fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    assertThat(fixture.directory().kept()).containsExactly(second, first);

    SampleIndex.forgeSettings(fixture.index().resolve("000001"), first, "format 99");

    assertThat(fixture.directory().kept()).containsExactly(second);
  }

  @Test
  void build_afterRollBack_takesTheNextNumberAndUnpins() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    fixture.directory().rollBack(Set.of());

    assertThat(fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder()).name())
        .isEqualTo("000003");
    fixture.changeCorpus();
    assertThat(fixture.openedOrBuilt(() -> IndexFixture.OLD)).containsExactly("old");
  }

  @Test
  void rollBack_nothingBefore_isRefused() {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());

    assertThatThrownBy(() -> fixture.directory().rollBack(Set.of()))
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("no generation before 000001");
  }

  @Test
  void rollBack_nothingBuilt_isRefused() {
    assertThatThrownBy(() -> fixture.directory().rollBack(Set.of()))
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining(fixture.index().toString());
  }

  @Test
  void build_leftoversOfAKilledBuild_areRemoved() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    Path left =
        Files.createDirectories(fixture.index().resolve("building-000002").resolve("inner"));
    Files.writeString(left.resolve("_0.fdt"), "half");

    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());

    assertThat(fixture.files())
        .containsExactly("000001", "000002", "build.lock", "current", "numbers");
  }

  @Test
  void open_leftoversOfAKilledBuild_areLeftAlone() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    Files.createDirectories(fixture.index().resolve("building-000002"));

    assertThat(fixture.served()).containsExactly("old");
    assertThat(fixture.files()).contains("building-000002");
  }

  @Test
  void build_statementThatIsNoSlice_isRefusedAndTheOldServesOn() {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());

    assertThatThrownBy(() -> fixture.directory().build(IndexFixture.FORGED, fixture.corpusFolder()))
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("forged")
        .hasMessageContaining("the one before serves on");
    assertThat(fixture.served()).containsExactly("old");
  }

  @Test
  void build_afterAFailedOne_succeeds() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    assertThatThrownBy(() -> fixture.directory().build(IndexFixture.FORGED, fixture.corpusFolder()))
        .isInstanceOf(IndexUnavailableException.class);

    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());

    assertThat(fixture.served()).containsExactly("new", "newer");
    assertThat(fixture.files()).noneMatch(name -> name.startsWith("building-"));
  }

  @Test
  void build_pointerCannotBeWritten_servesTheOld() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    Files.createDirectories(fixture.index().resolve("current.next").resolve("in-the-way"));

    assertThatThrownBy(() -> fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder()))
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("the one before serves on");
    assertThat(fixture.served()).containsExactly("old");
  }

  @Test
  void build_indexFolderIsAFile_isRefused() throws IOException {
    Files.writeString(fixture.index(), "in the way");

    assertThatThrownBy(() -> fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder()))
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("could not be built in " + fixture.index());
  }

  @Test
  void withdraw_anotherBuildMeanwhile_takesOutOfWhatThatMadeCurrent() throws IOException {
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    Corpus newest = SampleIndex.corpus(new RecordDraft("new"), new RecordDraft("newest"));
    AtomicBoolean isFirst = new AtomicBoolean(true);
    Set<String> ids =
        new AbstractSet<>() {
          // Asked first when the current generation is looked at, before it is changed.
          @Override
          public Iterator<String> iterator() {
            if (isFirst.getAndSet(false)) {
              fixture.directory().build(newest, fixture.corpusFolder());
            }
            return Set.of("new").iterator();
          }

          @Override
          public int size() {
            return 1;
          }
        };

    assertThat(fixture.directory().withdraw(ids)).isTrue();

    assertThat(fixture.served()).containsExactly("newest");
    assertThat(fixture.files()).contains("000001", "000003").doesNotContain("000002");
  }

  @Test
  void isRolledBack_onlyFromARollBackToTheNextBuild() {
    assertThat(fixture.directory().isRolledBack()).isFalse();
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    assertThat(fixture.directory().isRolledBack()).isFalse();

    var _ = fixture.directory().rollBack(Set.of());
    assertThat(fixture.directory().isRolledBack()).isTrue();

    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    assertThat(fixture.directory().isRolledBack()).isFalse();
  }
}

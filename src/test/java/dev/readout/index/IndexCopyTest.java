package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Scope;
import dev.readout.index.IndexCopy.Current;
import dev.readout.index.IndexCopy.LeftOut;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Copies of what serves, whoever builds meanwhile. */
@Timeout(120)
final class IndexCopyTest {
  private static final Scope SERVER = Scope.ofServer(77);
  private static final InstantSource CLOCK = InstantSource.fixed(SampleIndex.BUILT);

  private Path temp;
  private Path into;
  private IndexFixture fixture;

  @BeforeEach
  void folders(@TempDir Path folder) throws IOException {
    temp = folder;
    fixture = new IndexFixture(folder);
    into = Files.createDirectory(folder.resolve("copy"));
  }

  private IndexDirectory server() {
    return IndexDirectory.ofScope(fixture.index(), SERVER, CLOCK, Models.off());
  }

  private IndexCopy.Taken take() throws IOException {
    return IndexCopy.take(fixture.index(), into);
  }

  private List<String> copied(Scope scope) {
    try (Generation generation = IndexDirectory.ofScope(into, scope, CLOCK, Models.off()).open()) {
      return generation.records().map(record -> record.id()).toList();
    }
  }

  @Test
  void take_noIndex_isEmpty() throws IOException {
    assertThat(take()).isEqualTo(new IndexCopy.Taken(List.of(), List.of()));
    assertThat(IndexCopy.read(into)).isEmpty();
  }

  @Test
  void take_globalAndServer_copiesWhatServesAndTheNumbers() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    GenerationInfo global = fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    GenerationInfo own = server().build(IndexFixture.OLD, fixture.corpusFolder());

    IndexCopy.Taken taken = take();

    assertThat(taken.copied())
        .containsExactly(new Current(Scope.GLOBAL, global, false), new Current(SERVER, own, false));
    assertThat(taken.leftOut()).isEmpty();
    assertThat(IndexCopy.read(into)).isEqualTo(taken.copied());
    assertThat(copied(Scope.GLOBAL)).containsExactly("new", "newer");
    assertThat(copied(SERVER)).containsExactly("old");
    assertThat(into.resolve("numbers")).hasContent("000002");
    assertThat(into.resolve("servers/server-77/numbers")).hasContent("500001");
    assertThat(into.resolve("000001")).doesNotExist();
  }

  @Test
  void take_rolledBack_staysSo() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    GenerationInfo before = fixture.directory().rollBack();

    assertThat(take().copied()).containsExactly(new Current(Scope.GLOBAL, before, true));
    IndexDirectory directory = IndexDirectory.ofScope(into, Scope.GLOBAL, CLOCK, Models.off());
    assertThat(directory.isRolledBack()).isTrue();
    assertThat(copied(Scope.GLOBAL)).containsExactly("old");
    assertThat(directory.build(IndexFixture.NEW, fixture.corpusFolder()).name())
        .isEqualTo("000003");
  }

  @Test
  void take_originalRemovedAfterwards_isWholeStill() throws IOException {
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    take();

    FileTree.delete(fixture.index());

    assertThat(copied(Scope.GLOBAL)).containsExactly("new", "newer");
  }

  /** The one that builds removes what is being copied, again and again. */
  @Test
  void take_anotherProcessBuildsWithoutEnd_isWholeEachTime() throws IOException {
    BuildingProcess process =
        BuildingProcess.thatKeepsBuilding(fixture.index(), fixture.corpusFolder());
    try {
      String last = "";
      int different = 0;
      for (int i = 0; i < 5_000 && different < 10; i++) { // however slowly the other builds
        into = Files.createDirectory(temp.resolve("copy-" + i));
        IndexCopy.Taken taken = take();
        assertThat(taken.leftOut()).isEmpty();
        String name = taken.copied().getFirst().generation().name();
        different += name.equals(last) ? 0 : 1;
        last = name;
        assertThat(copied(Scope.GLOBAL)).containsExactly("built-elsewhere");
      }
      assertThat(different).as("generations copied").isEqualTo(10);
    } finally {
      process.kill();
    }
  }

  /** As when a withdrawal takes the place of what it was about to copy. */
  @Test
  void take_removedBetweenPointerAndCopy_copiesWhatIsCurrentByThen() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    Path removed = fixture.index().resolve("000001");
    Deque<String> stale = new ArrayDeque<>(List.of("000001"));

    IndexCopy.Taken taken =
        IndexCopy.take(
            fixture.index(),
            into,
            folder -> {
              if (stale.isEmpty()) {
                return Pointer.read(folder);
              }
              FileTree.delete(removed);
              return Pointer.to(stale.pop());
            });

    assertThat(taken.leftOut()).isEmpty();
    assertThat(copied(Scope.GLOBAL)).containsExactly("new", "newer");
    assertThat(into.resolve("000001")).doesNotExist();
  }

  /** Removed while its files are taken over, one after the other. */
  @Test
  void take_partlyRemoved_copiesWhatIsCurrentByThen() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    try (var files = Files.list(fixture.index().resolve("000001"))) {
      Files.delete(files.filter(file -> file.toString().endsWith(".si")).findFirst().orElseThrow());
    }
    Deque<String> stale = new ArrayDeque<>(List.of("000001"));

    IndexCopy.Taken taken =
        IndexCopy.take(
            fixture.index(),
            into,
            folder -> stale.isEmpty() ? Pointer.read(folder) : Pointer.to(stale.pop()));

    assertThat(taken.leftOut()).isEmpty();
    assertThat(copied(Scope.GLOBAL)).containsExactly("new", "newer");
    assertThat(into.resolve("000001")).doesNotExist();
  }

  @Test
  void take_damaged_isLeftOutAndTheOthersAreCopied() throws IOException {
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    server().build(IndexFixture.OLD, fixture.corpusFolder());
    Path damaged = fixture.index().resolve("000001");
    String name;
    try (var files = Files.list(damaged)) {
      name =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.startsWith("_"))
              .sorted()
              .findFirst()
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(damaged.resolve(name));
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged.resolve(name), bytes);

    IndexCopy.Taken taken = take();

    assertThat(taken.copied()).extracting(Current::scope).containsExactly(SERVER);
    assertThat(taken.leftOut()).extracting(LeftOut::scope).containsExactly(Scope.GLOBAL);
    assertThat(taken.leftOut().getFirst().reason()).contains("generation 000001 cannot be read");
    assertThat(into.resolve("000001")).doesNotExist();
    assertThat(into.resolve("numbers")).hasContent("000001");
    assertThat(copied(SERVER)).containsExactly("old");
  }

  @Test
  void take_pointerLeadsNowhere_isLeftOut() throws IOException {
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    Files.writeString(fixture.index().resolve("current"), "000009\n");
    assertThat(take().leftOut().getFirst().reason()).contains("000009");

    Files.writeString(fixture.index().resolve("current"), "nonsense\n");
    assertThat(take().leftOut().getFirst().reason()).contains("names no generation");
  }

  @Test
  void take_builtByAnotherVersion_isCopiedAsItIs() throws IOException {
    GenerationInfo info = fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    SampleIndex.forgeSettings(fixture.index().resolve("000001"), info, "format 99");

    assertThat(take().copied())
        .singleElement()
        .satisfies(current -> assertThat(current.generation().isOfThisVersion()).isFalse());
  }

  @Test
  void read_generationMissing_isRefused() throws IOException {
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    take();
    Files.move(into.resolve("000001"), temp.resolve("elsewhere"), StandardCopyOption.ATOMIC_MOVE);

    assertThatThrownBy(() -> IndexCopy.read(into))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("000001");
  }
}

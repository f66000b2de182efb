package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An index that is damaged or not of this program is rebuilt, not misread. */
@Timeout(600)
final class IndexDamageTest {
  private IndexFixture fixture;

  @BeforeEach
  void folders(@TempDir Path temp) throws IOException {
    fixture = new IndexFixture(temp);
  }

  @Test
  void openOrBuild_otherSettings_rebuilds() throws IOException {
    GenerationInfo info = fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    SampleIndex.forgeSettings(fixture.index().resolve("000001"), info, "format 0, Lucene 9.0.0");

    assertThat(fixture.openedOrBuilt(() -> IndexFixture.NEW)).containsExactly("new", "newer");
  }

  /** What a downgrade finds: nothing in it is read, and it is kept as it is. */
  @Test
  void openOrBuild_laterVersionsInAnotherForm_rebuildsBesideIt() throws IOException {
    GenerationInfo info = fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    Path later = fixture.index().resolve("000001");
    SampleIndex.rewrite(
        later, writer -> writer.deleteDocuments(new Term(Fields.TYPE, Fields.NAMES)));
    SampleIndex.forgeSettings(later, info, "format 99, Lucene 99.0.0, BM25 k1 9");
    Map<String, String> before = contents(later);

    assertThatThrownBy(fixture.directory()::open)
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("was built by another version, with other settings (format 99")
        .hasMessageContaining("bin/readout index --force");
    assertThat(fixture.openedOrBuilt(() -> IndexFixture.NEW)).containsExactly("new", "newer");
    assertThat(fixture.index().resolve("current")).hasContent("000002");
    assertThat(contents(later)).isEqualTo(before);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Sha256.of(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  @Test
  void openOrBuild_indexThatDoesNotSayWhatItIs_rebuilds() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    SampleIndex.rewrite(
        fixture.index().resolve("000001"),
        writer -> writer.setLiveCommitData(Map.<String, String>of().entrySet()));

    assertThat(fixture.openedOrBuilt(() -> IndexFixture.NEW)).containsExactly("new", "newer");
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
        to(
            files
                .filter(file -> file.getFileName().toString().contains(fileName))
                .findFirst()
                .orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void openOrBuild_damagedGeneration_rebuilds(Damage damage) throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    damage.toGeneration(fixture.index().resolve("000001"));

    assertThat(fixture.openedOrBuilt(() -> IndexFixture.NEW)).containsExactly("new", "newer");
  }

  @ParameterizedTest
  @EnumSource
  void open_damagedGeneration_saysHowToRebuild(Damage damage) throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    damage.toGeneration(fixture.index().resolve("000001"));

    assertThatThrownBy(fixture.directory()::open)
        .isInstanceOf(IndexUnavailableException.class)
        .hasMessageContaining("bin/readout index --force");
  }

  @ParameterizedTest
  @ValueSource(strings = {"000009\n", "", "\n", "1\n", "../corpus\n", "000001 \n", "\u0000\u0000"})
  void openOrBuild_pointerToNoGeneration_rebuilds(String pointer) throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    Files.writeString(fixture.index().resolve("current"), pointer);

    assertThat(fixture.openedOrBuilt(() -> IndexFixture.NEW)).containsExactly("new", "newer");
  }

  @Test
  void open_pointerToAMissingGeneration_makesNoFolderOfThatName() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    Files.writeString(fixture.index().resolve("current"), "000009\n");

    assertThatThrownBy(fixture.directory()::open).isInstanceOf(IndexUnavailableException.class);
    assertThat(fixture.files()).containsExactly("000001", "build.lock", "current", "numbers");
  }

  @Test
  void rollBack_damagedGenerationBefore_keepsTheCurrentOne() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    Damage.SEGMENT_GARBLED.toGeneration(fixture.index().resolve("000001"));

    assertThatThrownBy(() -> fixture.directory().rollBack(Set.of()))
        .isInstanceOf(IndexUnavailableException.class);
    assertThat(fixture.served()).containsExactly("new", "newer");
  }

  @Test
  void build_killedBetweenNameAndPointer_servesTheOldAndCountsOn() throws IOException {
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
    Files.writeString(fixture.index().resolve("current"), "000001\n");

    assertThat(fixture.served()).containsExactly("old");
    assertThat(fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder()).name())
        .isEqualTo("000003");
  }
}

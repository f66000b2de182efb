package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.lucene.util.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FingerprintTest {
  @TempDir private Path folder;
  private String before;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("readouts"));
    Files.writeString(folder.resolve("terms.yaml"), "terms");
    Files.writeString(folder.resolve("readouts/a.md"), "first");
    Files.setLastModifiedTime(
        folder.resolve("readouts/a.md"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    before = Fingerprint.ofCorpus(folder);
  }

  @Test
  void ofCorpus_nothingChanged_isTheSame() {
    assertThat(Fingerprint.ofCorpus(folder)).isEqualTo(before);
  }

  @Test
  void ofCorpus_relativePathToTheSameFolder_isTheSame() {
    Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());

    assertThat(Fingerprint.ofCorpus(relative)).isEqualTo(before);
  }

  @Test
  void ofCorpus_editedFile_isAnother() throws IOException {
    Files.writeString(folder.resolve("readouts/a.md"), "other");

    assertThat(Fingerprint.ofCorpus(folder)).isNotEqualTo(before);
  }

  @Test
  void ofCorpus_fileAdded_isAnother() throws IOException {
    Files.writeString(folder.resolve("readouts/b.md"), "");

    assertThat(Fingerprint.ofCorpus(folder)).isNotEqualTo(before);
  }

  @Test
  void ofCorpus_fileRemoved_isAnother() throws IOException {
    Files.delete(folder.resolve("terms.yaml"));

    assertThat(Fingerprint.ofCorpus(folder)).isNotEqualTo(before);
  }

  @Test
  void ofCorpus_fileRenamed_isAnother() throws IOException {
    Files.move(folder.resolve("readouts/a.md"), folder.resolve("readouts/c.md"));

    assertThat(Fingerprint.ofCorpus(folder)).isNotEqualTo(before);
  }

  @Test
  void ofCorpus_missingFolder_namesIt() {
    assertThatThrownBy(() -> Fingerprint.ofCorpus(folder.resolve("nowhere")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void ofSettings_always_namesFormatAndEngine() {
    assertThat(Fingerprint.ofSettings())
        .contains("format " + Fingerprint.FORMAT)
        .contains(Version.LATEST.toString());
  }
}

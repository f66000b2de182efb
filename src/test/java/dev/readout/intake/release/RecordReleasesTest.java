package dev.readout.intake.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Sha256;
import dev.readout.index.BuildMonitor;
import dev.readout.index.Generation;
import dev.readout.index.Indexes;
import dev.readout.index.Indexes.Additions;
import dev.readout.intake.release.RecordReleases.Disk;
import dev.readout.intake.release.ReleaseFile.Manifest;
import dev.readout.intake.release.ReleaseFile.ReleaseRefusedException;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordReleasesTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-12-05T12:00:00Z"));
  private static final String OLD = SampleRecords.OLD;
  private static final String NEW = SampleRecords.NEW;

  @TempDir Path folder;
  private Indexes indexes;
  private ReleaseFile release;

  @BeforeEach
  void ship() {
    SampleRecords.write(folder.resolve("index-data"), "2025-12-01", OLD);
    release = release("2026-12-04", OLD, NEW);
    indexes = new Indexes(folder.resolve("data").resolve("index"), CLOCK, Models.off());
    assertThat(answering()).containsExactly(OLD);
  }

  private ReleaseFile release(String version, String... ids) {
    Path records = SampleRecords.write(folder.resolve("of-" + version), version, ids);
    return SampleRecords.read(SampleRecords.pack(records));
  }

  private RecordReleases releases() {
    return RecordReleases.of(folder);
  }

  private RecordReleases on(Disk disk) {
    return new RecordReleases(
        folder.resolve("index-data"), folder.resolve("data").resolve("records"), disk);
  }

  private void index(Path records) {
    Corpus corpus = new CorpusReader(records).read();
    indexes.buildGlobal(records, corpus, List.of(), false, BuildMonitor.NONE).close();
  }

  /** What a bot that starts now answers from. */
  private List<String> answering() {
    Path records = releases().inForce();
    try (Generation generation =
        indexes.openGlobal(records, () -> new CorpusReader(records).read(), Additions.NONE)) {
      return generation.records().map(CorpusRecord::id).sorted().toList();
    }
  }

  @Test
  void take_newer_isInForceAndOnceOnly() throws IOException {
    assertThat(releases().isNews(release)).isTrue();
    assertThat(releases().take(release, "dev", this::index)).isTrue();
    assertThat(answering()).containsExactly(OLD, NEW);
    assertThat(releases().isNews(release)).isFalse();
    assertThat(releases().take(release, "dev", this::index)).isFalse();
    assertThat(releases().list())
        .containsExactly(
            "* records 2026-12-04: 2 records, 2 statements, the newest of 2026-11-30",
            "  records that came with the program, 2025-12-01");
  }

  @Test
  void take_older_isRefused() throws IOException {
    releases().take(release, "dev", this::index);
    ReleaseFile older = release("2026-12-03", NEW);
    assertThatThrownBy(() -> releases().take(older, "dev", this::index))
        .isInstanceOf(ReleaseRefusedException.class)
        .hasMessageContaining("older than those in force, 2026-12-04");
    assertThat(answering()).containsExactly(OLD, NEW);
  }

  @Test
  void take_defectiveRecordsThatAreSigned_isRefused() throws IOException {
    ReleaseFile good = release("2026-12-05", OLD, NEW);
    String file = "restrictions/" + OLD + ".md";
    Map<String, byte[]> files = good.contents();
    files.remove("manifest.json");
    files.put(file, "---\nid: x\n".getBytes(StandardCharsets.UTF_8));
    Map<String, String> hashes = new TreeMap<>(good.manifest().files());
    hashes.put(file, Sha256.of(files.get(file)));
    Manifest manifest = new Manifest("2026-12-05", 1, "1.0.0", 2, 2, "2026-11-30", hashes);
    String key = SampleRecords.KEY.privateKey();
    ReleaseFile bad = SampleRecords.read(ReleaseFile.zip(manifest.toJson(), files, key));
    assertThatThrownBy(() -> releases().take(bad, "dev", this::index))
        .isInstanceOf(ReleaseRefusedException.class)
        .hasMessageContaining("defects, the first in restrictions");
    assertThat(answering()).containsExactly(OLD);
    assertThat(folder.resolve("data/records/2026-12-05")).doesNotExist();
  }

  @Test
  void take_threeLater_keepsTwoBefore() throws IOException {
    for (String version : List.of("2026-12-04", "2026-12-05", "2026-12-06", "2026-12-07")) {
      ReleaseFile next = version.equals("2026-12-04") ? release : release(version, OLD, NEW);
      assertThat(releases().take(next, "dev", this::index)).isTrue();
    }
    assertThat(releases().list())
        .extracting(line -> line.replaceAll(":.*", ""))
        .containsExactly(
            "* records 2026-12-07",
            "  records 2026-12-06",
            "  records 2026-12-05",
            "  records that came with the program, 2025-12-01");
  }

  @Test
  void rollBack_twice_goesToTheProgramsAndStays() throws IOException {
    releases().take(release, "dev", this::index);
    ReleaseFile second = release("2026-12-05", NEW);
    releases().take(second, "dev", this::index);
    assertThat(answering()).containsExactly(NEW);
    assertThat(releases().rollBack(this::index)).map(Object::toString).hasValue("2026-12-04");
    assertThat(answering()).containsExactly(OLD, NEW);
    assertThat(releases().isNews(second)).isFalse(); // nobody takes it unasked
    releases().rollBack(this::index);
    assertThat(answering()).containsExactly(OLD);
    assertThatThrownBy(() -> releases().rollBack(this::index))
        .hasMessageContaining("none are kept from before");
    assertThat(releases().take(second, "dev", this::index)).isTrue();
    assertThat(answering()).containsExactly(NEW);
  }

  @Test
  void inForce_programCameWithNewer_thoseAre() throws IOException {
    releases().take(release, "dev", this::index);
    Files.writeString(folder.resolve("index-data/VERSION"), "2026-12-20");
    assertThat(answering()).containsExactly(OLD);
    assertThat(releases().inForce()).isEqualTo(folder.resolve("index-data"));
  }

  @Test
  void take_whileAnotherIsUnderWay_isRefused() throws IOException {
    assertThatThrownBy(() -> releases().take(release, "dev", _ -> take(release("2026-12-09", NEW))))
        .isInstanceOf(ReleaseRefusedException.class)
        .hasMessageContaining("another update");
    assertThat(answering()).containsExactly(OLD);
  }

  private void take(ReleaseFile other) {
    try {
      releases().take(other, "dev", this::index);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void take_indexCannotBeBuilt_changesNothing() throws IOException {
    assertThatThrownBy(
            () ->
                releases()
                    .take(
                        release,
                        "dev",
                        _ -> {
                          throw new ReleaseRefusedException("the index could not be built");
                        }))
        .hasMessage("the index could not be built");
    assertThat(answering()).containsExactly(OLD);
    assertThat(folder.resolve("data/records/2026-12-04")).doesNotExist();
  }

  private interface Change {
    void on(RecordReleases releases) throws IOException;
  }

  /**
   * Every change of a file in its turn fails, or kills the process; then there is a next start,
   * which answers as before. In the end nothing fails.
   */
  private void assertLosesNothing(boolean isKilled, Change change, String... ids)
      throws IOException {
    List<String> before = answering();
    int step = 0;
    while (!succeeds(new FailingDisk(step, isKilled), change)) {
      assertThat(answering()).as("after step %d", step).isEqualTo(before);
      assertThat(isKilled || !Files.exists(folder.resolve("data/records/incoming"))).isTrue();
      step++;
    }
    assertThat(step).isPositive();
    assertThat(answering()).containsExactly(ids);
    assertThat(folder.resolve("data/records/incoming")).doesNotExist();
  }

  private boolean succeeds(FailingDisk disk, Change change) {
    try {
      change.on(on(disk));
      return true;
    } catch (IOException e) {
      assertThat(e).hasMessage("No space left on device");
    } catch (FailingDisk.Killed _) {
      assertThat(disk.isKilled).isTrue();
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void takeAndRollBack_diskFullOrKilledAtEachStep_loseNothing(boolean isKilled) throws IOException {
    assertLosesNothing(isKilled, all -> all.take(release, "dev", this::index), OLD, NEW);
    assertLosesNothing(isKilled, all -> all.rollBack(this::index), OLD);
  }

  /** Half of an index, and a whole one that is not in force yet. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void take_killedWhileItIsIndexed_losesNothing(boolean isBuilt) throws IOException {
    assertThatThrownBy(
            () ->
                releases()
                    .take(
                        release,
                        "dev",
                        records -> {
                          if (isBuilt) {
                            index(records);
                          }
                          throw new FailingDisk.Killed();
                        }))
        .isInstanceOf(FailingDisk.Killed.class);
    assertThat(answering()).containsExactly(OLD);
    assertThat(releases().take(release, "dev", this::index)).isTrue();
    assertThat(answering()).containsExactly(OLD, NEW);
  }

  /** Fails from one change on. */
  private static final class FailingDisk extends Disk {
    private final int last;
    private final boolean isKilled;
    private int changes;

    /** The process is gone. */
    static final class Killed extends Error {
      private static final long serialVersionUID = 1L;
    }

    FailingDisk(int last, boolean isKilled) {
      this.last = last;
      this.isKilled = isKilled;
    }

    private void change() throws IOException {
      if (isKilled && changes >= last) {
        throw new Killed();
      }
      if (changes++ == last) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    void write(Path file, byte[] content) throws IOException {
      if (isKilled && changes >= last) {
        super.write(file, new byte[] {content[0]}); // half of it
      }
      change();
      super.write(file, content);
    }

    @Override
    void move(Path from, Path to) throws IOException {
      change();
      super.move(from, to);
    }

    @Override
    void delete(Path path) throws IOException {
      if (isKilled) {
        change();
      }
      super.delete(path);
    }
  }
}

package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process leaves that is killed while it writes. */
final class KilledProcessTest {
  @TempDir private Path temp;

  @Test
  void open_afterAWriterWasKilled_hasAllThatItSaid() throws IOException {
    Path file = temp.resolve("readout.db");
    List<String> saved = WritingProcess.start(file).killAfter(300);

    assertThat(saved).hasSizeGreaterThanOrEqualTo(300);
    try (Database database = Database.open(file, InstantSource.system())) {
      Receipts receipts = new Receipts(database);
      assertThat(saved).allSatisfy(id -> assertThat(receipts.find(id)).isPresent());
      receipts.save(new SampleReceipt(receipts.newId()).build());
    }
  }

  @Test
  void open_twoProcessesAtOnce_bothWrite() throws IOException {
    Path file = temp.resolve("readout.db");
    WritingProcess one = WritingProcess.start(file);
    WritingProcess other = WritingProcess.start(file);

    List<String> saved = new ArrayList<>(one.killAfter(50));
    saved.addAll(other.killAfter(50));

    try (Database database = Database.open(file, InstantSource.system())) {
      Receipts receipts = new Receipts(database);
      assertThat(saved).hasSizeGreaterThanOrEqualTo(100);
      assertThat(saved).allSatisfy(id -> assertThat(receipts.find(id)).isPresent());
    }
  }

  @Test
  void killed_writer_leavesNoLibraryBehind() throws IOException {
    WritingProcess.start(temp.resolve("readout.db")).killAfter(1);

    try (Stream<Path> files = Files.list(temp)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .allMatch(name -> name.startsWith("readout.db"));
    }
  }
}

package dev.readout.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.readout.store.DatabaseUse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Puts parts in the place of what is there, all of them or none. A journal beside the database says
 * how far it has come: written before the first change and removed after the last, it is what keeps
 * everybody from the database meanwhile, and what a later process goes by to undo what was cut
 * short. Used by one process at a time.
 */
final class Exchange {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path journal;
  private final Steps steps;

  Exchange(Locations where, Steps steps) {
    this.journal = DatabaseUse.unfinishedRestore(where.store().file());
    this.steps = steps;
  }

  /** How far it has come. */
  private enum Phase {
    /** Something may have been set aside; nothing has been put in. */
    SETTING_ASIDE,
    /** Everything has been set aside; something may have been put in. */
    PUTTING_IN
  }

  /**
   * What the journal says.
   *
   * @param aside name of the folders where what was there is kept
   * @param parts that are replaced
   */
  record Journal(Phase phase, String aside, List<Part> parts) {
    private Journal with(Phase next) {
      return new Journal(next, aside, parts);
    }
  }

  /** Whether one was cut short. */
  boolean isUnfinished() {
    return Files.exists(journal);
  }

  /**
   * Makes it.
   *
   * @param aside name of the folders where what was there is kept
   * @throws BackupFailedException when it fails, and has been undone or must be undone later
   */
  void make(String aside, List<? extends Replacement> replacements) {
    Journal begun =
        new Journal(
            Phase.SETTING_ASIDE, aside, replacements.stream().map(Replacement::part).toList());
    try {
      write(begun);
      for (Replacement replacement : replacements) {
        replacement.setAside(steps);
      }
      write(begun.with(Phase.PUTTING_IN));
      for (Replacement replacement : replacements) {
        replacement.putIn(steps);
      }
      remove();
    } catch (IOException e) {
      undoAfter(e, replacements);
    }
  }

  private void undoAfter(IOException failure, List<? extends Replacement> replacements) {
    try {
      if (isUnfinished()) {
        undo(read(), replacements);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
      throw BackupFailedException.of(
          "the restore failed, and what was there could not be put back; run it again, which tries"
              + " that first",
          failure);
    }
    throw BackupFailedException.of("the restore failed, and what was there is back", failure);
  }

  /**
   * Undoes one that was cut short.
   *
   * @param replacements gives what it was replacing
   * @throws BackupFailedException when that fails, and may be tried again
   */
  void undo(Function<Journal, List<? extends Replacement>> replacements) {
    try {
      Journal begun = read();
      undo(begun, replacements.apply(begun));
    } catch (IOException e) {
      throw BackupFailedException.of(
          "what was there before a restore that was cut short cannot be put back", e);
    }
  }

  private void undo(Journal begun, List<? extends Replacement> replacements) throws IOException {
    if (begun.phase == Phase.PUTTING_IN) {
      for (Replacement replacement : replacements) {
        replacement.clear(steps);
      }
      write(begun.with(Phase.SETTING_ASIDE));
    }
    for (Replacement replacement : replacements) {
      replacement.putBack(steps);
    }
    remove();
  }

  private Journal read() throws IOException {
    return MAPPER.readValue(Files.readAllBytes(journal), Journal.class);
  }

  private void write(Journal content) throws IOException {
    steps.before("note " + content.phase);
    Path next = journal.resolveSibling(journal.getFileName() + ".next");
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(MAPPER.writeValueAsBytes(content));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(next, journal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    FileTree.force(folder());
  }

  private void remove() throws IOException {
    steps.before("remove the journal");
    Files.deleteIfExists(journal);
    FileTree.force(folder());
  }

  private Path folder() {
    return Objects.requireNonNull(journal.getParent());
  }
}

package dev.readout.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Replaces one file, or says why it cannot be: the settings, which an operator may have mounted
 * alone. Nothing else is undone for that. Confined to one thread.
 */
final class CopiedFile implements Replacement {
  private final Path file;
  private final Path staged;
  private final Path aside;
  private @Nullable String failure;

  /**
   * Of one file.
   *
   * @param staged what is to be there
   * @param aside where a copy of what was there is kept, if anything was
   */
  CopiedFile(Path file, Path staged, Path aside) {
    this.file = file;
    this.staged = staged;
    this.aside = aside;
  }

  @Override
  public Part part() {
    return Part.SETTINGS;
  }

  /** Why it could not be put in; null when it was. */
  @Nullable String failure() {
    return failure;
  }

  @Override
  public void setAside(Steps steps) throws IOException {
    if (Files.exists(file)) {
      steps.before("copy " + file);
      write(file, aside);
    }
  }

  @Override
  public void putIn(Steps steps) {
    steps.before("write " + file);
    try {
      write(staged, file);
    } catch (IOException e) {
      failure = BackupFailedException.reason(e);
    }
  }

  @Override
  public void clear(Steps steps) throws IOException {
    steps.before("write back " + file);
    if (!Files.exists(aside)) {
      Files.deleteIfExists(file);
    } else if (!Files.exists(file) || Files.mismatch(aside, file) >= 0) {
      write(aside, file);
    }
  }

  private static void write(Path from, Path to) throws IOException {
    SameFiles.write(from, to);
    FileTree.force(Objects.requireNonNull(to.getParent()));
  }

  @Override
  public void putBack(Steps steps) throws IOException {
    steps.before("remove " + aside);
    Files.deleteIfExists(aside);
  }
}

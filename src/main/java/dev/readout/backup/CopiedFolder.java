package dev.readout.backup;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Replaces a folder file by file, and so also one that is mounted from elsewhere: the records. What
 * is the same is left alone. The times of its files become the staged ones', since an index knows
 * records by them.
 *
 * @param folder holds no links
 * @param staged what is to be there
 * @param aside where a copy of what was there is kept
 */
record CopiedFolder(Path folder, Path staged, Path aside) implements Replacement {
  @Override
  public Part part() {
    return Part.RECORDS;
  }

  @Override
  public void setAside(Steps steps) throws IOException {
    steps.before("copy " + folder);
    SameFiles.make(folder, aside);
  }

  @Override
  public void putIn(Steps steps) throws IOException {
    steps.before("write " + folder);
    SameFiles.make(staged, folder);
  }

  /** The copy is complete by then. */
  @Override
  public void clear(Steps steps) throws IOException {
    steps.before("write back " + folder);
    SameFiles.make(aside, folder);
  }

  @Override
  public void putBack(Steps steps) throws IOException {
    steps.before("remove " + aside);
    FileTree.delete(aside);
  }
}

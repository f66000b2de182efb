package dev.readout.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;

/**
 * Replaces some names of a folder by renaming within its file system: database and indexes, of any
 * size.
 *
 * @param home the folder
 * @param owns which of its names are the part's; no lock is
 * @param staged what is to be there; a folder with the same names
 * @param aside where what was there is kept
 */
record MovedFiles(Part part, Path home, Predicate<String> owns, Path staged, Path aside)
    implements Replacement {

  @Override
  public void setAside(Steps steps) throws IOException {
    FileTree.create(aside);
    move(owned(), home, aside, steps);
  }

  @Override
  public void putIn(Steps steps) throws IOException {
    move(FileTree.names(staged), staged, home, steps);
  }

  @Override
  public void clear(Steps steps) throws IOException {
    for (String name : owned()) {
      steps.before("remove " + name);
      FileTree.delete(home.resolve(name));
    }
    FileTree.force(home);
  }

  @Override
  public void putBack(Steps steps) throws IOException {
    move(FileTree.names(aside), aside, home, steps);
  }

  private List<String> owned() throws IOException {
    return FileTree.names(home).stream().filter(owns).toList();
  }

  private static void move(List<String> names, Path from, Path to, Steps steps) throws IOException {
    for (String name : names) {
      steps.before("move " + name);
      Files.move(from.resolve(name), to.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
    FileTree.force(to);
    if (Files.exists(from)) {
      FileTree.force(from);
    }
  }
}

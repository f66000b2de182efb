package dev.readout.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that is named on the command line. */
public final class InputFile {
  private InputFile() {}

  /**
   * The folder, which exists.
   *
   * @throws BadInputException when it does not; says why
   */
  static Path folderNamed(String name) {
    try {
      Path folder = Path.of(name);
      if (!Files.isDirectory(folder)) {
        throw new BadInputException("no such folder: " + name + "; check its name");
      }
      return folder;
    } catch (InvalidPathException e) {
      throw new BadInputException("no such folder: " + name + "; check its name");
    }
  }

  /**
   * The file, which can be read.
   *
   * @throws BadInputException when it cannot; says why
   */
  public static Path named(String name) {
    try {
      Path file = Path.of(name);
      if (!Files.exists(file)) {
        throw new BadInputException("no such file: " + name + "; check its name and folder");
      }
      if (Files.isDirectory(file)) {
        throw new BadInputException(name + " is a folder; name a file");
      }
      if (!Files.isReadable(file)) {
        throw new BadInputException(name + " may not be read; check its permissions");
      }
      return file;
    } catch (InvalidPathException e) {
      throw new BadInputException("no such file: " + name + "; check its name and folder");
    }
  }
}

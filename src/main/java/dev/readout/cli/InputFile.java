package dev.readout.cli;

import dev.readout.cli.Terminal.BadInputException;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import dev.readout.intake.fetch.Original.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that is named on the command line. */
final class InputFile {
  private InputFile() {}

  /**
   * The file, which can be read.
   *
   * @throws BadInputException when it cannot; says why
   */
  public static Path named(String name) {
    try {
      Path file = Path.of(name);
      if (Files.isDirectory(file)) {
        throw new BadInputException(name + " is a folder; name a file");
      }
      if (Files.isReadable(file)) {
        return file;
      }
      if (Files.exists(file)) {
        throw new BadInputException(name + " may not be read; check its permissions");
      }
    } catch (InvalidPathException _) {
      // As one that is not there.
    }
    throw new BadInputException("no such file: " + name + "; check its name and folder");
  }

  /**
   * What is in a document.
   *
   * @throws BadInputException when it can be none
   */
  static Original document(Path file) throws IOException {
    String name = SourceCommand.shown(file.toString());
    long size = Files.size(file);
    if (size == 0) {
      throw new BadInputException(name + " is empty; name a document");
    }
    if (size > Original.MAX_BYTES) {
      throw new BadInputException(name + " has more than 10 MiB; add a part of it");
    }
    Content content = Content.of(Files.readAllBytes(file));
    Format format =
        Format.detect(content, null, file.getFileName().toString())
            .orElseThrow(
                () ->
                    new BadInputException(
                        name + " is no HTML, PDF, Markdown or text; save it as one of them"));
    return Original.of(content, format, null);
  }
}

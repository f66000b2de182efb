package dev.readout.corpus;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * Something wrong in a corpus file. Immutable.
 *
 * @param file the file, relative to the corpus folder
 * @param line 1-based
 * @param message what is wrong and what to do
 */
public record Defect(Path file, int line, String message) {
  static final Comparator<Defect> BY_PLACE =
      Comparator.comparing(Defect::file)
          .thenComparingInt(Defect::line)
          .thenComparing(Defect::message);

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}

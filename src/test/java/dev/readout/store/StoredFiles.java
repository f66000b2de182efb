package dev.readout.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The bytes that a database has left on disk. */
final class StoredFiles {
  private StoredFiles() {}

  /** The names of the files of a folder that hold a text of ASCII. */
  static List<String> holding(Path folder, String text) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          names.add(file.getFileName().toString());
        }
      }
    }
    return names;
  }
}

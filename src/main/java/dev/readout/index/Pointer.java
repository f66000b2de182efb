package dev.readout.index;

import dev.readout.index.Publisher.GenerationNumbers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The file {@code current}: a generation, pinned after a roll-back, and the kept one it stands for,
 * another if records were withdrawn since. Immutable.
 */
record Pointer(String name, boolean isPinned, String standsFor) {
  private static final String FILE = "current";
  private static final String PINNED = "pinned";
  private static final String FOR = "for ";

  static Pointer to(String name) {
    return new Pointer(name, false, name);
  }

  /** Reads the folder's; throws when there is none. */
  static Pointer read(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(FILE));
    if (lines.isEmpty() || !isName(lines.getFirst())) {
      throw new IOException(folder.resolve(FILE) + " names no generation");
    }
    String standsFor =
        lines.stream()
            .filter(line -> line.startsWith(FOR))
            .map(line -> line.substring(FOR.length()))
            .filter(Pointer::isName)
            .findFirst()
            .orElse(lines.getFirst());
    return new Pointer(lines.getFirst(), lines.contains(PINNED), standsFor);
  }

  static boolean exists(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  private static boolean isName(String line) {
    return GenerationNumbers.NAME.matcher(line).matches();
  }

  /** Makes it the folder's by one atomic rename. */
  void write(Path folder) throws IOException {
    Path next = folder.resolve(FILE + ".next");
    try (FileChannel file =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      String content =
          name
              + "\n"
              + (isPinned ? PINNED + "\n" : "")
              + (standsFor.equals(name) ? "" : FOR + standsFor + "\n");
      file.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
      file.force(true);
    }
    Files.move(
        next,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  static void remove(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }
}

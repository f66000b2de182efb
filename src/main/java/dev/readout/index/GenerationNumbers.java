package dev.readout.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers for one scope's generations, each given once, the last kept in the file {@code numbers}.
 * Scopes count apart, so that none tells of another's changes, servers from higher on, so that no
 * name means two generations. Thread-safe; safe for several processes.
 */
record GenerationNumbers(Path folder, int first) {
  static final String FILE = "numbers";

  /** Names of generations: at least six digits. */
  static final Pattern NAME = Pattern.compile("[0-9]{6,9}");

  /** Closing any channel of a file frees the process's locks on it, so there is one at a time. */
  private static final Object ONE_AT_A_TIME = new Object();

  /** The first of the global generations. */
  static final int FIRST = 1;

  /** The first of a server's; the global ones will not get there in a lifetime. */
  static final int FIRST_OF_SERVER = 500_001;

  /** The next name. */
  String next() throws IOException {
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel =
          FileChannel.open(
              folder.resolve(FILE),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE)) {
        channel.lock();
        String name =
            String.format(
                Locale.ROOT, "%06d", Math.max(first, Math.max(lastGiven(channel), highest()) + 1));
        ByteBuffer content = ByteBuffer.wrap((name + "\n").getBytes(StandardCharsets.US_ASCII));
        channel.write(content, 0);
        channel.force(true);
        return name;
      }
    }
  }

  /** Zero when the file is new or was cut short; the folders count then. */
  private static int lastGiven(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(16);
    channel.read(content, 0);
    String last =
        new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
    return NAME.matcher(last).matches() ? Integer.parseInt(last) : 0;
  }

  private int highest() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .mapToInt(Integer::parseInt)
          .max()
          .orElse(0);
    }
  }
}

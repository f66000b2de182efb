package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** Where SQLite's native library is run from, in a process of its own. */
@Timeout(600)
final class NativeLibraryTest {
  private static final String LIBRARY = LibraryLoaderUtil.getNativeLibName();

  @TempDir private Path temp;
  private Path data;

  @BeforeEach
  void folder() throws IOException {
    data = Files.createDirectory(temp.resolve("data"));
  }

  /** Opens a database in another process, which has no folder for temporary files. */
  private void openWith(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.io.tmpdir=" + temp.resolve("no-such-folder"));
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(NativeLibraryTest.class.getName());
    command.add(data.resolve("readout.db").toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(temp.resolve("told.txt").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(temp.resolve("told.txt"))).isZero();
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** As a container has it, whose folders that can be written nothing may be run from. */
  @Test
  void load_folderThatHoldsIt_unpacksNothing() throws Exception {
    Path unpacked = Files.createDirectory(temp.resolve("native"));
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LIBRARY;
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(in, resource), unpacked.resolve(LIBRARY));
    }

    openWith("-Dorg.sqlite.lib.path=" + unpacked);

    // Had it not been loaded from there, the driver would have failed to unpack its own.
    assertThat(left()).containsExactly("readout.db", "readout.db.lock");
  }

  @Test
  void load_nothingSaid_unpacksBesideTheDatabaseAndRemovesIt() throws Exception {
    openWith();

    assertThat(left()).containsExactly("readout.db", "readout.db.lock");
  }

  /** The other process. */
  public static void main(String[] args) throws IOException {
    try (Database database = Database.open(Path.of(args[0]), InstantSource.system())) {
      if (!database.isWritable()) {
        throw new IOException("no database");
      }
    }
  }
}

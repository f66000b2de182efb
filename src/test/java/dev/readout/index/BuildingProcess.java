package dev.readout.index;

import dev.readout.meaning.Models;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Another process at work on an index directory, to be killed in the middle of it. */
final class BuildingProcess {
  private final Process process;
  private final BufferedReader out;

  private BuildingProcess(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Holds the lock of builders until killed; returns when it has it. */
  static BuildingProcess thatHoldsTheLock(Path index) throws IOException {
    BuildingProcess process = start("hold", index, index);
    process.awaitLine("held");
    return process;
  }

  /** Builds one generation after the other until killed; returns when one is complete. */
  static BuildingProcess thatKeepsBuilding(Path index, Path corpusFolder) throws IOException {
    BuildingProcess process = start("build", index, corpusFolder);
    process.awaitLine("built");
    return process;
  }

  /** Whether another process can take the lock of builders right now. */
  static boolean canLock(Path index) throws IOException {
    BuildingProcess process = start("try", index, index);
    try {
      return "free".equals(process.out.readLine());
    } finally {
      process.kill();
    }
  }

  private static BuildingProcess start(String what, Path index, Path corpusFolder)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            BuildingProcess.class.getName(),
            what,
            index.toString(),
            corpusFolder.toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new BuildingProcess(builder.start());
  }

  private void awaitLine(String expected) throws IOException {
    @Nullable String line = out.readLine();
    while (line != null && !line.equals(expected)) {
      line = out.readLine();
    }
    if (line == null) {
      kill();
      throw new IOException("the other process ended without a line '" + expected + "'");
    }
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The other process itself. */
  public static void main(String[] args) throws IOException {
    Path index = Path.of(args[1]);
    if (args[0].equals("build")) {
      IndexDirectory directory = new IndexDirectory(index, InstantSource.system(), Models.off());
      while (true) {
        directory.build(SampleIndex.corpus(new RecordDraft("built-elsewhere")), Path.of(args[2]));
        System.out.println("built");
      }
    }
    Files.createDirectories(index);
    try (FileChannel channel =
        FileChannel.open(
            index.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      @Nullable FileLock lock = channel.tryLock();
      System.out.println(args[0].equals("try") ? (lock == null ? "taken" : "free") : "held");
      if (args[0].equals("hold")) {
        System.in.read(); // until killed: nobody writes to it
      }
    }
  }
}

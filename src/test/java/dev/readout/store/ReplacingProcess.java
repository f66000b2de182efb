package dev.readout.store;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that has a database alone until it is killed. */
final class ReplacingProcess implements Closeable {
  private final Process process;

  private ReplacingProcess(Process process) {
    this.process = process;
  }

  /** Returns when it has it. */
  static ReplacingProcess start(Path file) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ReplacingProcess.class.getName(),
            file.toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    if (!"alone".equals(out.readLine())) {
      process.destroyForcibly();
      throw new IOException("the other process ended without it");
    }
    return new ReplacingProcess(process);
  }

  /** As {@code kill -9} does. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The other process itself. */
  public static void main(String[] args) throws IOException {
    try (DatabaseUse _ = DatabaseUse.alone(Path.of(args[0]))) {
      System.out.println("alone");
      System.in.read(); // until killed: nobody writes to it
    }
  }
}

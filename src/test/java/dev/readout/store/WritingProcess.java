package dev.readout.store;

import dev.readout.store.Receipt.ReceiptIds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another process that writes receipts without end, to be killed in the middle of it. */
final class WritingProcess {
  private final Process process;
  private final BufferedReader out;

  private WritingProcess(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts it where there is no folder for temporary files. */
  static WritingProcess start(Path file) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + file.resolveSibling("no-such-folder"),
            "-cp",
            System.getProperty("java.class.path"),
            WritingProcess.class.getName(),
            file.toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new WritingProcess(builder.start());
  }

  /**
   * Kills it, as {@code kill -9} does, when it has said that many times that a receipt is saved.
   *
   * @return the ids of all that it said
   */
  List<String> killAfter(int receipts) throws IOException {
    List<String> ids = new ArrayList<>();
    @Nullable String line = out.readLine();
    while (line != null) {
      if (ReceiptIds.isId(line)) { // the last line may be cut short
        ids.add(line);
      }
      if (ids.size() == receipts) {
        // Unlike Process, a handle leaves what was written before to be read.
        process.toHandle().destroyForcibly();
      }
      line = out.readLine();
    }
    return ids;
  }

  /** Returns when it has said that many times that a receipt is saved; it goes on. */
  List<String> awaitReceipts(int receipts) throws IOException {
    List<String> ids = new ArrayList<>();
    while (ids.size() < receipts) {
      String line = out.readLine();
      if (line == null) {
        throw new IOException("the other process ended");
      }
      if (ReceiptIds.isId(line)) {
        ids.add(line);
      }
    }
    return ids;
  }

  /** The other process itself. */
  public static void main(String[] args) {
    Receipts receipts = new Receipts(Database.open(Path.of(args[0]), InstantSource.system()));
    while (true) {
      String id = receipts.newId();
      receipts.save(new SampleReceipt(id).quotes(SampleReceipt.record(id, "It was said.")).build());
      System.out.println(id);
    }
  }
}

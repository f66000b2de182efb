package dev.readout.meaning;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@code reader.bin}, what a trained reader's model differs in from the shipped one; run by
 * {@code src/bench/run.sh reader …-q.onnx ….head}.
 */
final class WriteReaderWeights {
  private static final Path FILE = Path.of("src/main/resources/dev/readout/meaning/reader.bin");

  private WriteReaderWeights() {}

  public static void main(String[] arguments) throws IOException {
    byte[] model = Files.readAllBytes(Path.of(arguments[0]));
    FusedGraph.into(model);
    byte[] head = Files.readAllBytes(Path.of(arguments[1]));
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(FILE))) {
      ReaderWeights.write(MiniLm.shippedFile(), model, head, file);
    }
  }
}

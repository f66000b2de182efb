package dev.readout.meaning;

import ai.onnxruntime.OrtException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/**
 * What training made of the shipped model: how each byte of its file differs, which takes a tenth
 * of the file, and a head, if there is one. Confined to one thread, since the file is read on.
 *
 * <p>The file: length and CRC-32 of the trained model, the number of the head's floats and these,
 * big-endian, then, deflated, for each block of the shipped model whether the trained one's differs
 * (words' vectors are not trained) and, if so, what must be added to each byte. Written by {@code
 * exec:exec@quantize} (docs/retrieval.md).
 */
final class TrainedWeights implements AutoCloseable {
  /** The model that embeds texts, and the one that reads a question with a statement. */
  static final String EMBEDDER = "embedder.bin";

  static final String READER = "reader.bin";

  /** More than any head has: more is damage. */
  private static final int MAX_HEAD_FLOATS = 10_000;

  static final int BLOCK_BYTES = 1 << 16;

  private final DataInputStream file;
  private final int length;
  private final int checksum;
  private final float[] head;

  TrainedWeights(InputStream file) throws IOException {
    this.file = new DataInputStream(new BufferedInputStream(file, BLOCK_BYTES));
    this.length = this.file.readInt();
    this.checksum = this.file.readInt();
    int count = this.file.readInt();
    if (count < 0 || count > MAX_HEAD_FLOATS) {
      throw new IOException("a head of %d floats".formatted(count));
    }
    this.head = new float[count];
    for (int i = 0; i < count; i++) {
      head[i] = this.file.readFloat();
    }
  }

  /** Those of a file as shipped; closed by the caller. */
  static TrainedWeights shipped(String name) throws IOException {
    InputStream file = TrainedWeights.class.getResourceAsStream(name);
    if (file == null) {
      throw new IOException(name + " is not on the class path");
    }
    return new TrainedWeights(file);
  }

  /** How many bytes the trained model has. */
  int length() {
    return length;
  }

  /** What tells the trained model from all others. */
  int checksum() {
    return checksum;
  }

  float[] head() {
    return head.clone();
  }

  /** The trained model; throws, also a {@link LinkageError}, when ONNX Runtime cannot run it. */
  MiniLm model() throws IOException, OrtException {
    try (Arena memory = Arena.ofConfined();
        InputStream shipped = MiniLm.openShippedFile()) {
      ByteBuffer made = memory.allocate(length).asByteBuffer();
      apply(shipped, made);
      return MiniLm.of(made.flip());
    }
  }

  /**
   * Makes the trained model of the shipped one, of which no more than a few pages are in the heap;
   * once. Refuses another model than these weights were made from, and damaged ones.
   */
  void apply(InputStream shipped, ByteBuffer model) throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    byte[] added = new byte[BLOCK_BYTES];
    CRC32 sum = new CRC32();
    try (DataInputStream difference = new DataInputStream(new InflaterInputStream(file))) {
      for (int left = length; left > 0; left -= BLOCK_BYTES) {
        int count = Math.min(left, BLOCK_BYTES);
        if (shipped.readNBytes(block, 0, count) < count) {
          throw new EOFException("the shipped model ends early");
        }
        if (difference.readBoolean()) {
          difference.readFully(added, 0, count);
          for (int i = 0; i < count; i++) {
            block[i] += added[i];
          }
        }
        sum.update(block, 0, count);
        model.put(block, 0, count);
      }
    }
    if ((int) sum.getValue() != checksum) {
      throw new IOException(
          "what was trained is damaged, or was made with another model than the shipped one");
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

package dev.readout.meaning;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Makes files of {@link TrainedWeights}: for training, and for tests of their reading. */
final class TrainedFile {
  private TrainedFile() {}

  /** The shipped model that all others are trained of. */
  static byte[] base() throws IOException {
    try (InputStream file = MiniLm.openShippedFile()) {
      return file.readAllBytes();
    }
  }

  static void write(byte[] base, byte[] trained, float[] head, OutputStream file)
      throws IOException {
    if (base.length != trained.length) {
      throw new IllegalArgumentException(
          "the models' files have %d and %d bytes".formatted(base.length, trained.length));
    }
    DataOutputStream out = new DataOutputStream(file);
    CRC32 sum = new CRC32();
    sum.update(trained);
    out.writeInt(trained.length);
    out.writeInt((int) sum.getValue());
    out.writeInt(head.length);
    for (float weight : head) {
      out.writeFloat(weight);
    }
    Deflater deflater = new Deflater();
    deflater.setStrategy(Deflater.HUFFMAN_ONLY); // for small numbers that do not recur in order
    try (DataOutputStream deflated =
        new DataOutputStream(new DeflaterOutputStream(out, deflater))) {
      for (int at = 0; at < base.length; at += TrainedWeights.BLOCK_BYTES) {
        int end = Math.min(base.length, at + TrainedWeights.BLOCK_BYTES);
        boolean differs = !Arrays.equals(base, at, end, trained, at, end);
        deflated.writeBoolean(differs);
        for (int i = at; differs && i < end; i++) {
          deflated.writeByte(trained[i] - base[i]);
        }
      }
    } finally {
      deflater.end();
    }
  }
}

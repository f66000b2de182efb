package dev.readout.meaning;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What training made of the shipped model: how each byte of its file differs, which takes a tenth
 * of the file, and the head. Confined to one thread, since the file is read on.
 *
 * <p>The file: length and CRC-32 of the reader's model, the head's floats in little-endian order,
 * then, deflated, for each block of the shipped model whether the reader's differs (words' vectors
 * are not trained) and, if so, what must be added to each byte. Written by {@code src/bench/run.sh
 * reader}.
 */
final class ReaderWeights implements AutoCloseable {
  private static final String FILE = "reader.bin";

  /** For the first vector, the product of two means, and the mean of all; and one to be added. */
  static final int HEAD_FLOATS = 3 * MiniLm.WIDTH + 1;

  private static final int BLOCK_BYTES = 1 << 16;

  private final DataInputStream file;
  private final int length;
  private final int checksum;
  private final float[] head;

  ReaderWeights(InputStream file) throws IOException {
    this.file = new DataInputStream(new BufferedInputStream(file, BLOCK_BYTES));
    this.length = this.file.readInt();
    this.checksum = this.file.readInt();
    this.head = floats(this.file.readNBytes(HEAD_FLOATS * Float.BYTES));
  }

  /** As shipped; closed by the caller. */
  static ReaderWeights shipped() throws IOException {
    InputStream file = ReaderWeights.class.getResourceAsStream(FILE);
    if (file == null) {
      throw new IOException(FILE + " is not on the class path");
    }
    return new ReaderWeights(file);
  }

  /** Makes the file; the head has little-endian floats. */
  static void write(byte[] base, byte[] reader, byte[] head, OutputStream file) throws IOException {
    if (base.length != reader.length) {
      throw new IllegalArgumentException(
          "the models' files have %d and %d bytes".formatted(base.length, reader.length));
    }
    floats(head);
    DataOutputStream out = new DataOutputStream(file);
    CRC32 sum = new CRC32();
    sum.update(reader);
    out.writeInt(reader.length);
    out.writeInt((int) sum.getValue());
    out.write(head);
    Deflater deflater = new Deflater();
    deflater.setStrategy(Deflater.HUFFMAN_ONLY); // for small numbers that do not recur in order
    try (DataOutputStream deflated =
        new DataOutputStream(new DeflaterOutputStream(out, deflater))) {
      for (int at = 0; at < base.length; at += BLOCK_BYTES) {
        int end = Math.min(base.length, at + BLOCK_BYTES);
        boolean differs = !Arrays.equals(base, at, end, reader, at, end);
        deflated.writeBoolean(differs);
        for (int i = at; differs && i < end; i++) {
          deflated.writeByte(reader[i] - base[i]);
        }
      }
    } finally {
      deflater.end();
    }
  }

  /** How many bytes the reader's model has. */
  int length() {
    return length;
  }

  float[] head() {
    return head.clone();
  }

  /**
   * Makes the reader's model of the shipped one, of which no more than a few pages are in the heap;
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
          FILE + " is damaged, or was made with another model than the shipped one");
    }
  }

  private static float[] floats(byte[] head) {
    if (head.length != HEAD_FLOATS * Float.BYTES) {
      throw new IllegalArgumentException("a head of %d bytes".formatted(head.length));
    }
    float[] floats = new float[HEAD_FLOATS];
    ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    return floats;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What training made of the shipped model: how each byte of its file differs, which takes a tenth
 * of the file, and the head. Confined to one thread, since the file is read on.
 *
 * <p>The file: SHA-256 of the shipped model's file, SHA-256 of the reader's, the head's floats in
 * little-endian order, then, deflated, for each byte of the one what must be added to get the
 * other's. Written by {@code src/bench/run.sh reader}.
 */
public final class ReaderWeights implements AutoCloseable {
  private static final String FILE = "reader.bin";
  private static final int HASH_BYTES = 32;

  /** For the first vector, the product of two means, and the mean of all; and one to be added. */
  static final int HEAD_FLOATS = 3 * MiniLm.WIDTH + 1;

  private static final int BUFFER_BYTES = 1 << 16;

  private final DataInputStream file;
  private final byte[] baseHash;
  private final byte[] hash;
  private final float[] head;

  ReaderWeights(InputStream file) throws IOException {
    this.file = new DataInputStream(new BufferedInputStream(file, BUFFER_BYTES));
    this.baseHash = this.file.readNBytes(HASH_BYTES);
    this.hash = this.file.readNBytes(HASH_BYTES);
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
    out.write(sha256(base));
    out.write(sha256(reader));
    out.write(head);
    byte[] difference = new byte[base.length];
    for (int i = 0; i < base.length; i++) {
      difference[i] = (byte) (reader[i] - base[i]);
    }
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setStrategy(Deflater.FILTERED); // for small numbers
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater)) {
      deflated.write(difference);
    } finally {
      deflater.end();
    }
  }

  /** Writes the reader's model into a folder, beside the shipped one, where a start finds it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    byte[] model = Files.readAllBytes(folder.resolve(MiniLm.NAME + ".onnx"));
    try (ReaderWeights weights = shipped()) {
      weights.apply(model);
      Path written = folder.resolve(weights.name() + ".tmp");
      Files.write(written, model);
      Files.move(written, folder.resolve(weights.name() + ".onnx"), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** The name of the model that they make, of these weights and no others. */
  String name() {
    return "reader-" + HexFormat.of().formatHex(hash, 0, 8);
  }

  float[] head() {
    return head.clone();
  }

  /**
   * Makes the shipped model, by the bytes of its file, the reader's; once. Refuses another model
   * than these weights were made from, and damaged ones.
   */
  void apply(byte[] model) throws IOException {
    check("the shipped model", baseHash, model);
    byte[] buffer = new byte[BUFFER_BYTES];
    InputStream difference = new InflaterInputStream(file);
    for (int at = 0; at < model.length; ) {
      int read = difference.read(buffer, 0, Math.min(buffer.length, model.length - at));
      if (read < 0) {
        throw new EOFException(FILE + " ends early");
      }
      for (int i = 0; i < read; i++) {
        model[at++] += buffer[i];
      }
    }
    check("the reader's model", hash, model);
  }

  private static void check(String what, byte[] expected, byte[] model) throws IOException {
    byte[] found = sha256(model);
    if (!Arrays.equals(expected, found)) {
      HexFormat hex = HexFormat.of();
      throw new IOException(
          "%s is not the one that %s was made with: SHA-256 %s, not %s"
              .formatted(what, FILE, hex.formatHex(found), hex.formatHex(expected)));
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

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

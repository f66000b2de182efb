package dev.readout.meaning;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a text means, as a direction: the cosine of two says how alike their texts are. Held in one
 * byte a dimension, which costs no quality (docs/retrieval.md). Immutable.
 */
public final class Embedding {
  /** How many dimensions the model has. */
  static final int DIMENSIONS = MiniLm.WIDTH;

  /** How many bytes {@link #toBytes} has: the dimensions, and the inverse of their length. */
  public static final int BYTES = DIMENSIONS + Float.BYTES;

  private final byte[] direction;
  private final float inverseLength;

  private Embedding(byte[] direction, float inverseLength) {
    this.direction = direction;
    this.inverseLength = inverseLength;
  }

  /** Of what the model gives; the longest dimension becomes 127 or -127. */
  static Embedding of(float[] vector) {
    if (vector.length != DIMENSIONS) {
      throw new IllegalArgumentException(
          "a vector of %d dimensions, not %d".formatted(vector.length, DIMENSIONS));
    }
    float longest = 0;
    for (float value : vector) {
      longest = Math.max(longest, Math.abs(value));
    }
    byte[] direction = new byte[DIMENSIONS];
    int square = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      direction[i] = (byte) (longest == 0 ? 0 : Math.round(vector[i] / longest * Byte.MAX_VALUE));
      square += direction[i] * direction[i];
    }
    return new Embedding(direction, square == 0 ? 0 : (float) (1 / Math.sqrt(square)));
  }

  /** What {@link #toBytes} gave; refuses another length. */
  public static Embedding ofBytes(byte[] bytes, int offset, int length) {
    if (length != BYTES) {
      throw new IllegalArgumentException("an embedding of %d bytes".formatted(length));
    }
    return new Embedding(
        Arrays.copyOfRange(bytes, offset, offset + DIMENSIONS),
        ByteBuffer.wrap(bytes, offset + DIMENSIONS, Float.BYTES).getFloat());
  }

  /** To be kept, and read again or compared with another without being read. */
  public byte[] toBytes() {
    return ByteBuffer.allocate(BYTES).put(direction).putFloat(inverseLength).array();
  }

  /** How alike it is to one that {@link #toBytes} gave: 1 the same, about 0 nothing in common. */
  public double cosine(byte[] kept, int offset) {
    float inverse = ByteBuffer.wrap(kept, offset + DIMENSIONS, Float.BYTES).getFloat();
    return dot(kept, offset) * (double) inverseLength * inverse;
  }

  /** Four at a time, for compilers that do not unroll: a sixth less time, and less elsewhere. */
  private int dot(byte[] other, int offset) {
    int sum = 0;
    for (int i = 0, j = offset; i < DIMENSIONS; i += 4, j += 4) {
      sum +=
          direction[i] * other[j]
              + direction[i + 1] * other[j + 1]
              + direction[i + 2] * other[j + 2]
              + direction[i + 3] * other[j + 3];
    }
    return sum;
  }

  /**
   * The embeddings of the texts of the shipped records, made beforehand, so that a first index does
   * not wait for thousands of them and is the same on every machine. A text that is not among them
   * costs a few milliseconds, no more. Immutable.
   *
   * <p>The file: the model's name, the number of texts, then for each the first eight bytes of its
   * SHA-256 and its embedding, in the order of the hashes; those of other words last, which pack
   * better together. Written by {@code src/bench/run.sh embed}.
   */
  public static final class ShippedEmbeddings {
    private static final String FILE = "embeddings.bin";

    private final Map<Long, Embedding> byHash;

    private ShippedEmbeddings(Map<Long, Embedding> byHash) {
      this.byHash = byHash;
    }

    /** Read at its first use. */
    private static final class Shipped {
      static final ShippedEmbeddings ALL = read();
    }

    /** As shipped; of another model than this program's: none. */
    public static ShippedEmbeddings all() {
      return Shipped.ALL;
    }

    private static ShippedEmbeddings read() {
      try (InputStream file = ShippedEmbeddings.class.getResourceAsStream(FILE)) {
        return new ShippedEmbeddings(file == null ? Map.of() : read(file));
      } catch (IOException e) {
        throw new UncheckedIOException(FILE + " cannot be read", e);
      }
    }

    private static Map<Long, Embedding> read(InputStream file) throws IOException {
      DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16));
      if (!in.readUTF().equals(Embedder.MODEL)) {
        return Map.of();
      }
      int count = in.readInt();
      Map<Long, Embedding> read = HashMap.newHashMap(count);
      byte[] bytes = new byte[Embedding.BYTES];
      for (int i = 0; i < count; i++) {
        long hash = in.readLong();
        in.readFully(bytes);
        read.put(hash, Embedding.ofBytes(bytes, 0, bytes.length));
      }
      return read;
    }

    /** That of a text, if it is among them. */
    public Optional<Embedding> of(String text) {
      return byHash.isEmpty() ? Optional.empty() : Optional.ofNullable(byHash.get(hash(text)));
    }

    static long hash(String text) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getLong();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}

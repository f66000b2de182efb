package dev.readout.meaning;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The embeddings of the texts of the shipped records, made beforehand, so that a first index does
 * not wait for thousands of them and is the same on every machine. A text that is not among them
 * costs a few milliseconds, no more. Immutable.
 *
 * <p>The file: the model's name, the number of texts, then for each the first eight bytes of its
 * SHA-256 and its embedding, in the order of the hashes. Written by {@code src/bench/run.sh embed}.
 */
public final class ShippedEmbeddings {
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
    if (!in.readUTF().equals(MiniLm.NAME)) {
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

  /** Writes the file anew. */
  static void write(SortedMap<Long, Embedding> byHash, OutputStream file) throws IOException {
    DataOutputStream out = new DataOutputStream(file);
    out.writeUTF(MiniLm.NAME);
    out.writeInt(byHash.size());
    for (Map.Entry<Long, Embedding> text : byHash.entrySet()) {
      out.writeLong(text.getKey());
      out.write(text.getValue().toBytes());
    }
    out.flush();
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

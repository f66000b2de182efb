package dev.readout.meaning;

import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Statement;
import dev.readout.meaning.Embedder.SentenceModel;
import dev.readout.meaning.Embedding.ShippedEmbeddings;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes {@code embeddings.bin}, the embeddings of the shipped records' texts; run by {@code
 * src/bench/run.sh embed}. What the file has already is taken over, so that only what changed is
 * new in it; {@code -Dembed.anew} makes all of it anew.
 */
final class EmbedShipped {
  private static final Path FILE = Path.of("src/main/resources/dev/readout/meaning/embeddings.bin");

  private EmbedShipped() {}

  public static void main(String[] arguments) throws Exception {
    ShippedEmbeddings before = ShippedEmbeddings.all();
    SortedMap<Long, Embedding> byHash = new TreeMap<>();
    try (SentenceModel model = SentenceModel.load()) {
      for (String text : texts()) {
        Embedding known = Boolean.getBoolean("embed.anew") ? null : before.of(text).orElse(null);
        byHash.put(ShippedEmbeddings.hash(text), known == null ? model.embed(text) : known);
      }
    }
    Files.createDirectories(FILE.getParent());
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(FILE))) {
      write(byHash, file);
    }
  }

  private static void write(SortedMap<Long, Embedding> byHash, OutputStream file)
      throws IOException {
    DataOutputStream out = new DataOutputStream(file);
    out.writeUTF(Embedder.MODEL);
    out.writeInt(byHash.size());
    for (Map.Entry<Long, Embedding> text : byHash.entrySet()) {
      out.writeLong(text.getKey());
      out.write(text.getValue().toBytes());
    }
    out.flush();
  }

  /** Every text of the shipped records that an index embeds. */
  static List<String> texts() throws IOException {
    return new CorpusReader(Path.of("index-data"))
        .read().records().stream()
            .flatMap(EmbedShipped::texts)
            .filter(Embedder::understands)
            .distinct()
            .toList();
  }

  private static Stream<String> texts(CorpusRecord record) {
    return Stream.of(
            record.statements().stream().map(Statement::text),
            record.questions().stream(),
            Stream.of(record.title()))
        .flatMap(texts -> texts);
  }
}

package dev.readout.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Statement;
import dev.readout.meaning.Embedder.SentenceModel;
import dev.readout.meaning.Embedding.ShippedEmbeddings;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes {@code embeddings.bin}, the embeddings of the shipped records' texts; run by {@code
 * src/bench/run.sh embed}. What the file has already is taken over, so that only what changed is
 * new in it; {@code -Dembed.anew} makes all of it anew. A line of other words stands for what its
 * statement is asked in: its embedding is the mean of its own and that of the questions of {@code
 * src/train/questions.jsonl} that the statement answers.
 */
final class EmbedShipped {
  private static final Path FILE = Path.of("src/main/resources/dev/readout/meaning/embeddings.bin");

  private static final int STEPS = 15;

  private static final Path QUESTIONS = Path.of("src/train/questions.jsonl");

  private EmbedShipped() {}

  public static void main(String[] arguments) throws Exception {
    ShippedEmbeddings before = ShippedEmbeddings.all();
    SortedMap<Long, Embedding> byHash = new TreeMap<>();
    SortedMap<Long, Embedding> ofOtherWords = new TreeMap<>();
    try (SentenceModel model = SentenceModel.load()) {
      for (String text : texts()) {
        Embedding known = Boolean.getBoolean("embed.anew") ? null : before.of(text).orElse(null);
        byHash.put(ShippedEmbeddings.hash(text), known == null ? model.embed(text) : known);
      }
      Map<String, List<String>> asked = questions();
      for (CorpusRecord record : records()) {
        for (int i = 0; i < record.otherWords().size(); i++) {
          String line = record.otherWords().get(i);
          if (Embedder.understands(line)) {
            ofOtherWords.put(
                ShippedEmbeddings.hash(line),
                withQuestions(model, line, asked.getOrDefault(record.id() + " " + i, List.of())));
          }
        }
      }
    }
    Files.createDirectories(FILE.getParent());
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(FILE))) {
      write(byHash, ofOtherWords, file);
    }
  }

  private static void write(
      Map<Long, Embedding> texts, Map<Long, Embedding> otherWords, OutputStream file)
      throws IOException {
    DataOutputStream out = new DataOutputStream(file);
    out.writeUTF(Embedder.MODEL);
    out.writeInt(texts.size() + otherWords.size());
    for (Map<Long, Embedding> part : List.of(texts, otherWords)) {
      for (Map.Entry<Long, Embedding> text : part.entrySet()) {
        out.writeLong(text.getKey());
        out.write(text.getValue().toBytes());
      }
    }
    out.flush();
  }

  /** By record and place in it of the statement that answers them; without those kept back. */
  private static Map<String, List<String>> questions() throws IOException {
    Map<String, List<String>> questions = new HashMap<>();
    for (String line : Files.readAllLines(QUESTIONS)) {
      JsonNode asked = JsonCodec.read(line, JsonNode.class);
      if (!asked.path("kept").asBoolean()) {
        asked
            .path("answers")
            .forEach(
                place ->
                    questions
                        .computeIfAbsent(
                            asked.path("record").asText() + " " + place, _ -> new ArrayList<>())
                        .add(asked.path("q").asText()));
      }
    }
    return questions;
  }

  private static Embedding withQuestions(SentenceModel model, String line, List<String> questions) {
    List<Embedding> asked =
        questions.stream().filter(Embedder::understands).map(model::embed).toList();
    Embedding own = model.embed(line);
    return asked.isEmpty() ? own : mean(List.of(own, mean(asked)));
  }

  /** In steps of a 15th of its longest dimension, so that the program file stays small. */
  private static Embedding mean(List<Embedding> all) {
    float[] sum = new float[Embedding.DIMENSIONS];
    for (Embedding one : all) {
      ByteBuffer bytes = ByteBuffer.wrap(one.toBytes());
      float inverseLength = bytes.getFloat(Embedding.DIMENSIONS);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += bytes.get(i) * inverseLength;
      }
    }
    float longest = 0;
    for (float value : sum) {
      longest = Math.max(longest, Math.abs(value));
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.round(sum[i] / longest * STEPS);
    }
    return Embedding.of(sum);
  }

  /** Every text of the shipped records that an index embeds, but other words. */
  static List<String> texts() throws IOException {
    return records().stream()
        .flatMap(EmbedShipped::texts)
        .filter(Embedder::understands)
        .distinct()
        .toList();
  }

  /** The lines of other words, each once. */
  static List<String> otherWords() throws IOException {
    return records().stream()
        .flatMap(record -> record.otherWords().stream())
        .filter(Embedder::understands)
        .distinct()
        .toList();
  }

  private static List<CorpusRecord> records() throws IOException {
    return new CorpusReader(Path.of("index-data")).read().records();
  }

  private static Stream<String> texts(CorpusRecord record) {
    return Stream.of(
            record.statements().stream().map(Statement::text),
            record.questions().stream(),
            Stream.of(record.title()))
        .flatMap(texts -> texts);
  }
}

package dev.readout.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Statement;
import dev.readout.meaning.Embedder.SentenceModel;
import dev.readout.meaning.Embedding.ShippedEmbeddings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the model that embeds texts is trained with: of the files of {@code train.examples} each
 * question in English that the records answer and that is not kept back to measure with.
 */
final class EmbedderExamples {
  private static final List<Path> QUESTIONS =
      Stream.of(System.getProperty("train.examples", "").split(",", -1)).map(Path::of).toList();
  private static final int ALIKE = 8;
  private static final int LOOKED_AT = 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, CorpusRecord> records = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Embedding> embeddings = new ArrayList<>();
  private final SentenceModel model;

  /**
   * A question.
   *
   * @param answers the statements that answer it
   * @param title of the record that it was written from
   * @param alike statements nearest to it as the shipped model has it, that do not answer
   */
  record Example(String question, List<String> answers, String title, List<String> alike) {}

  private EmbedderExamples(List<CorpusRecord> all, SentenceModel model) {
    this.model = model;
    ShippedEmbeddings shipped = ShippedEmbeddings.all();
    for (CorpusRecord record : all) {
      records.put(record.id(), record);
      for (Statement statement : record.statements()) {
        texts.add(statement.text());
        embeddings.add(shipped.of(statement.text()).orElseGet(() -> model.embed(statement.text())));
      }
    }
  }

  static List<Example> read() throws Exception {
    List<CorpusRecord> all = new CorpusReader(Path.of("index-data")).read().records();
    try (SentenceModel model = SentenceModel.load()) {
      EmbedderExamples examples = new EmbedderExamples(all, model);
      List<Example> read = new ArrayList<>();
      for (Path file : QUESTIONS) {
        for (String line : Files.readAllLines(file)) {
          examples.example(JSON.readTree(line)).ifPresent(read::add);
        }
      }
      return read;
    }
  }

  private Optional<Example> example(JsonNode line) {
    String question = line.required("q").asText();
    CorpusRecord record =
        records.get(line.path("records").path(0).asText(line.path("record").asText()));
    if (record == null || line.path("kept").asBoolean() || !Embedder.understands(question)) {
      return Optional.empty();
    }
    Set<String> answers = new LinkedHashSet<>();
    line.path("answers").forEach(place -> text(record, place).ifPresent(answers::add));
    line.path("must").forEach(pattern -> answers.addAll(holding(pattern.asText(), line)));
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    answers.addAll(texts(line.path("also")));
    Set<String> doubtful = new HashSet<>(texts(line.path("doubtful")));
    String first = answers.iterator().next();
    List<String> alike =
        nearest(question).stream()
            .filter(text -> !answers.contains(text) && !doubtful.contains(text))
            .filter(text -> !CommonWords.areMany(text, first))
            .limit(ALIKE)
            .toList();
    return Optional.of(new Example(question, List.copyOf(answers), record.title(), alike));
  }

  private List<String> texts(JsonNode places) {
    List<String> found = new ArrayList<>();
    for (JsonNode place : places) {
      CorpusRecord record = records.get(place.get(0).asText());
      if (record != null) {
        text(record, place.get(1)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The statements of the records of a judged question that hold what an answer must. */
  private List<String> holding(String must, JsonNode line) {
    Pattern pattern = Pattern.compile(must);
    return StreamSupport.stream(line.required("records").spliterator(), false)
        .flatMap(id -> Stream.ofNullable(records.get(id.asText())))
        .flatMap(record -> record.statements().stream())
        .map(Statement::text)
        .filter(text -> pattern.matcher(text).find())
        .toList();
  }

  /** None where the record has had statements taken away since. */
  private static Optional<String> text(CorpusRecord record, JsonNode place) {
    return record.statements().stream().skip(place.asInt()).findFirst().map(Statement::text);
  }

  private List<String> nearest(String question) {
    Embedding asked = model.embed(question);
    double[] cosines =
        embeddings.stream().mapToDouble(one -> asked.cosine(one.toBytes(), 0)).toArray();
    return IntStream.range(0, cosines.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -cosines[i]))
        .limit(LOOKED_AT)
        .map(texts::get)
        .toList();
  }
}

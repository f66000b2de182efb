package dev.readout.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.index.Generation;
import dev.readout.index.IndexDirectory;
import dev.readout.index.QueryPlan;
import dev.readout.index.SearchFilter;
import dev.readout.meaning.CommonWords;
import dev.readout.meaning.Models;
import dev.readout.meaning.Models.ModelSettings;
import dev.readout.meaning.Reader.Passage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Makes the groups that the reader is trained with of {@code src/train/questions.jsonl}: {@code mvn
 * -Ptrain test-compile exec:exec@groups -Dtrain.groups=FILE}. A line there names the record that a
 * question was written from and the places of the statements that answer it (none: []), perhaps
 * others that answer it or are doubtful, {@code [record, place]}; those kept are left out, to
 * measure with. Besides what answers, a question gets statements that the program as it is ranks
 * high and that do not.
 */
final class MakeGroups {
  private static final Path QUESTIONS = Path.of("src/train/questions.jsonl");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final int STATEMENTS = 7;
  private static final int MAX_ANSWERS = 2;
  private static final int CANDIDATES = 24;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Generation generation;
  private final StatementRanker statements;
  private final Ranker ranker = new Ranker();
  private final Random random = new Random(11);

  private MakeGroups(Generation generation) {
    this.generation = generation;
    Weights shipped = Weights.of(Weights.Search.MEANING);
    this.statements =
        new StatementRanker(
            generation,
            new Weights(
                shipped.ranking(), shipped.statement(), shipped.confidence(), 0, List.of()));
  }

  public static void main(String[] arguments) throws IOException {
    Path corpus = Path.of("index-data");
    try (Models models = Models.idle(ModelSettings.STANDARD);
        BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[0]))) {
      models.await(Duration.ofMinutes(1));
      IndexDirectory index =
          new IndexDirectory(Path.of("target/fit-index"), InstantSource.system(), models);
      try (Generation generation = index.openOrBuild(corpus, new CorpusReader(corpus)::read)) {
        MakeGroups groups = new MakeGroups(generation);
        for (String line : Files.readAllLines(QUESTIONS)) {
          ObjectNode group = groups.of(JSON.readTree(line));
          if (!group.isEmpty()) {
            out.write(group + "\n");
          }
        }
      }
    }
  }

  private ObjectNode of(JsonNode line) {
    String question = line.required("q").asText();
    ObjectNode group = JSON.createObjectNode();
    QueryPlan plan = generation.planByMeaning(question);
    if (!plan.hasMeaning() || line.path("kept").asBoolean()) {
      return group;
    }
    Set<String> answers = places(line.path("also"));
    line.required("answers").forEach(one -> answers.add(line.path("record").asText() + "#" + one));
    Set<String> doubtful = places(line.path("doubtful"));
    Reading reading = QuestionReader.read(question, TODAY);
    ToDoubleFunction<ToDoubleFunction<StatementFeature>> sum =
        Weights.summing(Weights.of(Weights.Search.MEANING).statement());
    List<StatementRanker.Measured> best =
        statements
            .measured(
                plan, reading, ranker.rank(generation, plan, reading, SearchFilter.ALL).records())
            .stream()
            .sorted(
                Comparator.comparingDouble(
                    (StatementRanker.Measured one) -> -sum.applyAsDouble(one.features())))
            .limit(CANDIDATES)
            .toList();
    List<StatementRanker.Measured> right =
        best.stream().filter(one -> answers.contains(place(one))).limit(MAX_ANSWERS).toList();
    if (right.isEmpty() != answers.isEmpty()) {
      return group; // what answers it is not found: nothing to choose from
    }
    List<StatementRanker.Measured> wrong =
        best.stream()
            .filter(one -> !answers.contains(place(one)) && !doubtful.contains(place(one)))
            .filter(one -> right.stream().noneMatch(answer -> mayAnswerToo(one, answer)))
            .toList();
    List<StatementRanker.Measured> chosen = new ArrayList<>(right);
    chosen.addAll(hardAndOther(wrong, STATEMENTS - right.size()));
    Collections.shuffle(chosen, random);
    group.put("question", question);
    ArrayNode texts = group.putArray("statements");
    ArrayNode which = group.putArray("answers");
    for (StatementRanker.Measured one : chosen) {
      if (right.contains(one)) {
        which.add(texts.size());
      }
      CorpusRecord record = one.evidence().record();
      texts.add(new Passage(record.title(), record.anchorDay(), text(one)).asRead());
    }
    return group;
  }

  /** Half of them the best, the others some of those that follow. */
  private List<StatementRanker.Measured> hardAndOther(
      List<StatementRanker.Measured> wrong, int count) {
    int hard = Math.min(wrong.size(), Math.max(1, count / 2));
    List<StatementRanker.Measured> others = new ArrayList<>(wrong.subList(hard, wrong.size()));
    Collections.shuffle(others, random);
    return Stream.concat(wrong.stream().limit(hard), others.stream()).limit(count).toList();
  }

  private static boolean mayAnswerToo(
      StatementRanker.Measured one, StatementRanker.Measured answer) {
    return !one.evidence().equals(answer.evidence())
        && CommonWords.areMany(text(one), text(answer));
  }

  private static String text(StatementRanker.Measured one) {
    return one.evidence().record().statements().get(one.ordinal()).text();
  }

  private static String place(StatementRanker.Measured one) {
    return one.evidence().record().id() + "#" + one.ordinal();
  }

  private static Set<String> places(JsonNode pairs) {
    Set<String> places = new HashSet<>();
    StreamSupport.stream(pairs.spliterator(), false)
        .forEach(pair -> places.add(pair.get(0).asText() + "#" + pair.get(1)));
    return places;
  }
}

package dev.readout.answer;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.partitioningBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import dev.readout.index.Indexes;
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
import java.util.Map;
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
 *
 * <p>Of files of judged questions ({@code -Dtrain.questions=FILE,FILE}), whose records and patterns
 * tell what answers, it gets the best, and the line of recorded fields where one would lead.
 */
final class MakeGroups {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final int STATEMENTS = 7;
  private static final int MAX_ANSWERS = 2;
  private static final int CANDIDATES = 24;

  /** The same of judged questions. */
  private static final int JUDGED_STATEMENTS = 8;

  private static final int JUDGED_MAX_ANSWERS = 3;
  private static final int JUDGED_CANDIDATES = 10;

  /** What a line of recorded fields, which leads by rule, is ahead of the best statement. */
  private static final double AHEAD = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Generation generation;
  private final StatementRanker statements;
  private final Ranker ranker = new Ranker();
  private final Verdicts verdicts;
  private final Random random = new Random(11);

  private MakeGroups(Generation generation) {
    this.generation = generation;
    Measures measures = new Measures(generation);
    this.verdicts = new Verdicts(generation, measures, new Standings(generation, measures));
    Weights shipped = Weights.of(Weights.Search.MEANING);
    this.statements =
        new StatementRanker(
            generation,
            new Weights(
                shipped.ranking(), shipped.statement(), shipped.confidence(), 0, List.of()));
  }

  public static void main(String[] arguments) throws IOException {
    Path corpus = Path.of("index-data");
    // Without the reader, so that every line of recorded fields is shown it.
    try (Models models = Models.idle(new ModelSettings(true, false));
        BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[0]))) {
      models.await(Duration.ofMinutes(1));
      Indexes index = new Indexes(Path.of("target/fit-index"), InstantSource.system(), models);
      try (Generation generation =
          index.openGlobalAsBuilt(corpus, new CorpusReader(corpus)::read, List::of)) {
        MakeGroups groups = new MakeGroups(generation);
        for (String file : arguments[1].split(",", -1)) {
          for (String line : Files.readAllLines(Path.of(file))) {
            ObjectNode group = groups.of(JSON.readTree(line));
            if (!group.isEmpty()) {
              out.write(group + "\n");
            }
          }
        }
      }
    }
  }

  private ObjectNode of(JsonNode line) {
    String question = line.required("q").asText();
    QueryPlan plan = generation.planByMeaning(question);
    if (!plan.hasMeaning() || line.path("kept").asBoolean()) {
      return JSON.createObjectNode();
    }
    Reading reading = QuestionReader.read(question, TODAY);
    ToDoubleFunction<ToDoubleFunction<StatementFeature>> sum =
        Weights.summing(Weights.of(Weights.Search.MEANING).statement());
    List<Ranker.Ranked> records =
        ranker.rank(generation, plan, reading, SearchFilter.ALL).records();
    List<Scored> best =
        statements.measured(plan, reading, records).stream()
            .map(one -> Scored.of(one, sum.applyAsDouble(one.features())))
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .toList();
    if (!line.has("records")) {
      return written(line, first(best, CANDIDATES));
    }
    Stream<Scored> verdict =
        records.isEmpty()
            ? Stream.of()
            : verdicts.of(plan, reading, records, TODAY).stream()
                .map(one -> Scored.of(one, best.getFirst().score() + AHEAD));
    return judged(line, Stream.concat(verdict, first(best, JUDGED_CANDIDATES).stream()).toList());
  }

  private static List<Scored> first(List<Scored> best, int count) {
    return best.subList(0, Math.min(count, best.size()));
  }

  private ObjectNode written(JsonNode line, List<Scored> best) {
    Set<String> answers = places(line.path("also"));
    line.required("answers").forEach(one -> answers.add(line.path("record").asText() + "#" + one));
    Set<String> doubtful = places(line.path("doubtful"));
    List<Scored> right =
        best.stream().filter(one -> answers.contains(one.place())).limit(MAX_ANSWERS).toList();
    if (right.isEmpty() != answers.isEmpty()) {
      return JSON.createObjectNode(); // what answers it is not found: nothing to choose from
    }
    List<Scored> wrong =
        best.stream()
            .filter(one -> !answers.contains(one.place()) && !doubtful.contains(one.place()))
            .filter(one -> right.stream().noneMatch(answer -> mayAnswerToo(one, answer)))
            .toList();
    return group(line, right, hardAndOther(wrong, STATEMENTS - right.size()));
  }

  private ObjectNode judged(JsonNode line, List<Scored> best) {
    JudgedQuestion question = JudgedQuestion.judged(line);
    Map<Boolean, List<Scored>> byAnswer =
        best.stream()
            .collect(partitioningBy(one -> question.isRight(one.record().id(), one.text())));
    List<Scored> right = first(requireNonNull(byAnswer.get(true)), JUDGED_MAX_ANSWERS);
    List<Scored> wrong =
        first(requireNonNull(byAnswer.get(false)), JUDGED_STATEMENTS - right.size());
    return right.isEmpty() == question.isAnswerable() || wrong.isEmpty()
        ? JSON.createObjectNode()
        : group(line, right, wrong);
  }

  private ObjectNode group(JsonNode line, List<Scored> right, List<Scored> wrong) {
    List<Scored> chosen = new ArrayList<>(right);
    chosen.addAll(wrong);
    Collections.shuffle(chosen, random);
    ObjectNode group = JSON.createObjectNode().put("question", line.required("q").asText());
    ArrayNode texts = group.putArray("statements");
    ArrayNode base = group.putArray("base");
    ArrayNode which = group.putArray("answers");
    for (Scored one : chosen) {
      if (right.contains(one)) {
        which.add(texts.size());
      }
      base.add(one.score());
      texts.add(new Passage(one.record().title(), one.record().anchorDay(), one.text()).asRead());
    }
    return group;
  }

  /** A statement, or a line of recorded fields, with its score before it is read. */
  private record Scored(CorpusRecord record, String place, String text, double score) {
    static Scored of(StatementRanker.Measured one, double score) {
      CorpusRecord record = one.evidence().record();
      return new Scored(
          record,
          record.id() + "#" + one.ordinal(),
          record.statements().get(one.ordinal()).text(),
          score);
    }

    static Scored of(Verdict verdict, double score) {
      CorpusRecord record = verdict.records().getFirst();
      return new Scored(record, record.id(), VerdictText.of(verdict, Language.EN), score);
    }
  }

  /** Half of them the best, the others some of those that follow. */
  private List<Scored> hardAndOther(List<Scored> wrong, int count) {
    int hard = Math.min(wrong.size(), Math.max(1, count / 2));
    List<Scored> others = new ArrayList<>(wrong.subList(hard, wrong.size()));
    Collections.shuffle(others, random);
    return Stream.concat(wrong.stream().limit(hard), others.stream()).limit(count).toList();
  }

  private static boolean mayAnswerToo(Scored one, Scored answer) {
    return !one.record().equals(answer.record()) && CommonWords.areMany(one.text(), answer.text());
  }

  private static Set<String> places(JsonNode pairs) {
    Set<String> places = new HashSet<>();
    StreamSupport.stream(pairs.spliterator(), false)
        .forEach(pair -> places.add(pair.get(0).asText() + "#" + pair.get(1)));
    return places;
  }
}

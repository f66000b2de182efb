package dev.readout.answer.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readout.answer.reading.QuestionReader;
import dev.readout.answer.reading.Reading;
import dev.readout.corpus.file.CorpusReader;
import dev.readout.index.Generation;
import dev.readout.index.IndexDirectory;
import dev.readout.index.QueryPlan;
import dev.readout.index.SearchFilter;
import dev.readout.meaning.ModelSettings;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Fits {@code weights.properties} to judged questions; run by {@code mvn -Pfit test-compile
 * exec:exec@fit}. The weights of a search by meaning are fitted, on the questions that the model
 * understands; those of a search by words only with {@code -Dfit.words}, since without the model
 * answers are to stay what they were. Ranking: the records of a question compete (softmax), those
 * that answer it should win. Confidence: logistic regression on whether the question has an answer
 * in the records. Both by full-batch Adam from fixed starting points, so that the same questions
 * give the same weights.
 */
final class FitWeights {
  private static final Path WEIGHTS =
      Path.of("src/main/resources/dev/readout/answer/ranking/weights.properties");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final int STEPS = 1500;
  private static final double RATE = 0.05;
  private static final double RANKING_DECAY = 1e-3;
  private static final double CONFIDENCE_DECAY = 5e-4;

  private static final String HEAD =
      """
      # Written by FitWeights; do not edit.
      # ranking.*: what a feature (see Feature) adds to a record's score.
      # confidence.*: what a signal (see Signal) adds to the log-odds that the best record answers.
      """;

  private static final String SECTION = "# Search by ";

  private FitWeights() {}

  /** A question with the features of the records found for it, and which of them answer it. */
  private record Judged(
      QueryPlan plan,
      Reading reading,
      List<Ranked> found,
      List<double[]> features,
      List<Boolean> right,
      boolean answerable) {}

  /** A gradient at a point. */
  private interface Gradient {
    double[] at(double[] weights);
  }

  public static void main(String[] files) throws IOException {
    Path corpus = Path.of("index-data");
    try (Models models = Models.idle(ModelSettings.STANDARD)) {
      models.await(Duration.ofMinutes(1));
      IndexDirectory index =
          new IndexDirectory(Path.of("target/fit-index"), InstantSource.system(), models);
      try (Generation generation = index.openOrBuild(corpus, new CorpusReader(corpus)::read)) {
        List<JsonNode> lines = new ArrayList<>();
        for (String file : files) {
          for (String line : Files.readAllLines(Path.of(file))) {
            lines.add(new ObjectMapper().readTree(line));
          }
        }
        String words = Boolean.getBoolean("fit.words") ? ofWords(generation, lines) : keptOfWords();
        Files.writeString(WEIGHTS, words + ofMeaning(generation, lines));
      }
    }
  }

  private static String ofWords(Generation generation, List<JsonNode> lines) {
    List<Judged> judged =
        lines.stream()
            .map(line -> judged(generation, generation.plan(line.path("q").asText()), line))
            .toList();
    return HEAD + section("", "words alone", generation, judged);
  }

  private static String ofMeaning(Generation generation, List<JsonNode> lines) {
    List<Judged> judged =
        lines.stream()
            .map(
                line -> judged(generation, generation.planByMeaning(line.path("q").asText()), line))
            .filter(question -> question.plan().hasMeaning())
            .toList();
    return section(Weights.MEANING, "words and meaning", generation, judged);
  }

  /** What the file has of words now. */
  private static String keptOfWords() throws IOException {
    String file = Files.readString(WEIGHTS);
    return file.substring(0, file.indexOf(SECTION, file.indexOf(SECTION) + 1));
  }

  private static String section(
      String prefix, String means, Generation generation, List<Judged> judged) {
    EnumMap<Feature, Double> ranking = byName(Feature.class, fitRanking(judged));
    EnumMap<Signal, Double> confidence =
        byName(Signal.class, fitConfidence(generation, judged, ranking));
    if (prefix.isEmpty()) {
      ranking.keySet().removeIf(Feature::isOfMeaning);
      confidence.keySet().removeIf(Signal::isOfMeaning);
    }
    StringBuilder section = new StringBuilder();
    section.append("%s%s, from %d judged questions.%n".formatted(SECTION, means, judged.size()));
    lines(section, prefix + "ranking.", ranking, Feature::key);
    lines(section, prefix + "confidence.", confidence, Signal::key);
    return section.toString();
  }

  private static Judged judged(Generation generation, QueryPlan plan, JsonNode line) {
    Reading reading = QuestionReader.read(plan.text(), TODAY);
    Set<String> expected = new HashSet<>();
    line.path("records").forEach(id -> expected.add(id.asText()));
    Features features = Ranker.features(generation, plan, reading);
    // Without weights, since the shipped ones may lack a feature that is new.
    Ranker indifferent = new Ranker(new Weights(Map.of(), Map.of()));
    List<Ranked> found = indifferent.rank(generation, plan, reading, SearchFilter.ALL).records();
    return new Judged(
        plan,
        reading,
        found,
        found.stream()
            .map(record -> vector(Feature.class, features.of(record.evidence())))
            .toList(),
        found.stream().map(record -> expected.contains(record.record().id())).toList(),
        !expected.isEmpty());
  }

  private static double[] fitRanking(List<Judged> judged) {
    List<Judged> usable =
        judged.stream().filter(question -> question.right().contains(true)).toList();
    return descend(
        new double[Feature.values().length],
        weights -> {
          double[] gradient = decay(weights, RANKING_DECAY, 0);
          for (Judged question : usable) {
            double[] odds = odds(question, weights);
            double all = sum(odds, question.right(), false);
            double right = sum(odds, question.right(), true);
            for (int i = 0; i < odds.length; i++) {
              double pull = odds[i] / all - (question.right().get(i) ? odds[i] / right : 0);
              add(gradient, question.features().get(i), pull / usable.size());
            }
          }
          return gradient;
        });
  }

  private static double[] fitConfidence(
      Generation generation, List<Judged> judged, EnumMap<Feature, Double> ranking) {
    Ranker ranker = new Ranker(new Weights(ranking, Map.of()));
    List<double[]> signals = new ArrayList<>();
    List<Boolean> answerable = new ArrayList<>();
    for (Judged question : judged) {
      List<Ranked> ranked =
          ranker.rank(generation, question.plan(), question.reading(), SearchFilter.ALL).records();
      if (!ranked.isEmpty()) {
        signals.add(
            vector(
                Signal.class,
                new Signals(
                        generation,
                        question.plan(),
                        question.reading(),
                        Ranker.features(generation, question.plan(), question.reading()))
                    .of(ranked)));
        answerable.add(question.answerable());
      }
    }
    // Both classes count half, however many questions each has.
    double all = signals.size();
    long answered = answerable.stream().filter(answer -> answer).count();
    return descend(
        new double[Signal.values().length],
        weights -> {
          double[] gradient = decay(weights, CONFIDENCE_DECAY, 1);
          for (int i = 0; i < signals.size(); i++) {
            double probability = 1 / (1 + Math.exp(-dot(signals.get(i), weights)));
            double error = probability - (answerable.get(i) ? 1 : 0);
            add(
                gradient,
                signals.get(i),
                error / (2 * (answerable.get(i) ? answered : all - answered)));
          }
          return gradient;
        });
  }

  private static double[] descend(double[] start, Gradient gradient) {
    double[] weights = start.clone();
    double[] mean = new double[weights.length];
    double[] square = new double[weights.length];
    for (int step = 1; step <= STEPS; step++) {
      double[] slope = gradient.at(weights);
      for (int i = 0; i < weights.length; i++) {
        mean[i] = 0.9 * mean[i] + 0.1 * slope[i];
        square[i] = 0.999 * square[i] + 0.001 * slope[i] * slope[i];
        double corrected = mean[i] / (1 - Math.pow(0.9, step));
        weights[i] -=
            RATE * corrected / (Math.sqrt(square[i] / (1 - Math.pow(0.999, step))) + 1e-8);
      }
    }
    return weights;
  }

  /** Pulls weights towards zero, but for the first {@code free} ones. */
  private static double[] decay(double[] weights, double rate, int free) {
    double[] gradient = new double[weights.length];
    for (int i = free; i < weights.length; i++) {
      gradient[i] = rate * weights[i];
    }
    return gradient;
  }

  private static double[] odds(Judged question, double[] weights) {
    double[] scores =
        question.features().stream().mapToDouble(features -> dot(features, weights)).toArray();
    double highest = Arrays.stream(scores).max().orElse(0);
    return Arrays.stream(scores).map(score -> Math.exp(score - highest)).toArray();
  }

  private static double sum(double[] values, List<Boolean> which, boolean onlyThese) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += !onlyThese || which.get(i) ? values[i] : 0;
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] sum, double[] vector, double times) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vector[i] * times;
    }
  }

  private static <E extends Enum<E>> double[] vector(Class<E> type, Map<E, Double> values) {
    E[] names = type.getEnumConstants();
    double[] vector = new double[names.length];
    for (int i = 0; i < names.length; i++) {
      vector[i] = values.getOrDefault(names[i], 0.0);
    }
    return vector;
  }

  private static <E extends Enum<E>> EnumMap<E, Double> byName(Class<E> type, double[] weights) {
    EnumMap<E, Double> byName = new EnumMap<>(type);
    E[] names = type.getEnumConstants();
    for (int i = 0; i < names.length; i++) {
      byName.put(names[i], weights[i]);
    }
    return byName;
  }

  private static <E extends Enum<E>> void lines(
      StringBuilder file, String prefix, EnumMap<E, Double> weights, Function<E, String> key) {
    weights.forEach(
        (name, weight) ->
            file.append(prefix)
                .append(key.apply(name))
                .append(" = ")
                .append("%.3f\n".formatted(weight)));
  }
}

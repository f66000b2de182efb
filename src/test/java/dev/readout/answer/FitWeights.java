package dev.readout.answer;

import dev.readout.answer.Features.Feature;
import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Signals.Signal;
import dev.readout.answer.Weights.Search;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import dev.readout.index.Indexes;
import dev.readout.index.QueryPlan;
import dev.readout.index.SearchFilter;
import dev.readout.meaning.Models;
import dev.readout.meaning.Models.ModelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Fits {@code weights.properties} to judged questions; run by {@code src/bench/run.sh fit}.
 * Ranking: the records of a question compete (softmax), those that answer it should win; statements
 * the same. Confidence: logistic regression on whether the question has an answer in the records.
 * All by full-batch Adam from fixed starting points, so that the same questions give the same
 * weights; a weight whose sign is known keeps it. What the reader says is weighed on questions that
 * it was not trained on; with {@code -Dfit.reader=true} nothing else is fitted, with {@code
 * -Dfit.meaning=true} nothing of what is found by words alone, with {@code -Dfit.confidence=true}
 * no order.
 *
 * <p>Training questions, where their folder is given, count less each: the record that one was
 * written from need not be the only one that answers it.
 */
final class FitWeights {
  private static final Path WEIGHTS =
      Path.of("src/main/resources/dev/readout/answer/weights.properties");
  private static final Path OFF_TOPIC = Path.of("src/train/off-topic.jsonl");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final double DECAY = 1e-3;

  /** Beside the development questions; the reader was not trained on one of them. */
  private static final List<String> UNREAD =
      List.of("development-13.jsonl", "development-14.jsonl", "development-15.jsonl");

  /** More leads no better, and leaves less within the distances by which statements are shown. */
  private static final double MOST_OF_READER = 0.45;

  private static final String OF_READER = "# Where statements are read,";

  private static final String HEAD =
      """
      # Written by FitWeights; do not edit.
      # ranking.*: what a feature (see Feature) adds to a record's score.
      # statement.*: what a feature (see StatementFeature) adds to a statement's score.
      # confidence.*: what a signal (see Signal) adds to the log-odds that the best record answers.
      # reader.*: what the reader's log-odds count.
      """;

  private FitWeights() {}

  /** A question as it is searched for. */
  private record Asked(JudgedQuestion line, QueryPlan plan, Reading reading) {}

  /** Arguments: a file of judged questions, then perhaps the folder of training questions. */
  public static void main(String[] arguments) throws IOException {
    Path corpus = Path.of("index-data");
    Path development = Path.of(arguments[0]);
    List<JudgedQuestion> lines = new ArrayList<>(JudgedQuestion.judged(development));
    List<JudgedQuestion> unread = new ArrayList<>();
    for (String file : UNREAD) {
      unread.addAll(JudgedQuestion.judged(development.resolveSibling(file)));
    }
    lines.stream().filter(JudgedQuestion::isKeptBack).forEach(unread::add);
    if (arguments.length > 1 && Files.isDirectory(Path.of(arguments[1]))) {
      lines.addAll(JudgedQuestion.training(Path.of(arguments[1])));
    }
    lines.addAll(JudgedQuestion.offTopic(OFF_TOPIC));
    try (Models models = Models.idle(ModelSettings.STANDARD)) {
      models.await(Duration.ofMinutes(1));
      Indexes index = new Indexes(Path.of("target/fit-index"), InstantSource.system(), models);
      try (Generation generation =
          index.openGlobalAsBuilt(corpus, new CorpusReader(corpus)::read, List::of)) {
        Weights meaning =
            Boolean.getBoolean("fit.reader")
                ? Weights.of(Search.MEANING)
                : section(Search.MEANING, generation, lines, generation::planByMeaning);
        Files.writeString(
            WEIGHTS,
            (Boolean.getBoolean("fit.reader") || Boolean.getBoolean("fit.meaning")
                    ? before(Search.MEANING)
                    : HEAD + byWords(generation, lines))
                + text(Search.MEANING, meaning)
                + ofReader(generation, unread, unread(meaning)));
      }
    }
  }

  /** What the file has before a section. */
  private static String before(Search section) throws IOException {
    String shipped = Files.readString(WEIGHTS);
    return shipped.substring(0, shipped.indexOf("# " + section));
  }

  private static String byWords(Generation generation, List<JudgedQuestion> lines) {
    List<JudgedQuestion> chinese =
        lines.stream().filter(line -> Language.of(line.text()) != Language.EN).toList();
    return text(Search.WORDS, section(Search.WORDS, generation, lines, generation::plan))
        + text(Search.CHINESE, section(Search.CHINESE, generation, chinese, generation::plan));
  }

  /** Weights by which nothing is read. */
  private static Weights unread(Weights weights) {
    return new Weights(weights.ranking(), weights.statement(), weights.confidence(), 0, List.of());
  }

  private static Weights section(
      Search search,
      Generation generation,
      List<JudgedQuestion> lines,
      Function<String, QueryPlan> planner) {
    List<Asked> asked = new ArrayList<>();
    for (JudgedQuestion line : lines) {
      QueryPlan plan = planner.apply(line.text());
      if (plan.hasContent()) {
        asked.add(new Asked(line, plan, QuestionReader.read(plan.text(), TODAY)));
      }
    }
    boolean isInOrder = Boolean.getBoolean("fit.confidence");
    Map<Feature, Double> ranking =
        isInOrder ? Weights.of(search).ranking() : ranking(generation, asked);
    Ranker ranker = new Ranker(new Weights(ranking, Map.of(), Map.of(), 0, List.of()));
    StatementRanker statements = new StatementRanker(generation);
    List<Fit.Group> groups = new ArrayList<>();
    List<Fit.Case> cases = new ArrayList<>();
    for (Asked one : asked) {
      List<Ranked> ranked =
          ranker.rank(generation, one.plan(), one.reading(), SearchFilter.ALL).records();
      if (!ranked.isEmpty()) {
        groups.add(statementGroup(one, statements.measured(one.plan(), one.reading(), ranked)));
        Features features = Ranker.features(generation, one.plan(), one.reading());
        MeetingPlaces places =
            MeetingPlaces.of(features.mentions(), ranked.stream().map(Ranked::evidence).toList());
        Signals signals = new Signals(generation, one.plan(), one.reading(), features, places);
        cases.add(
            new Fit.Case(
                vector(Signal.class, signals.of(ranked)),
                one.line().isAnswerable(),
                one.line().weight()));
      }
    }
    Map<StatementFeature, Double> statement =
        isInOrder
            ? Weights.of(search).statement()
            : byName(
                StatementFeature.class, Fit.softmax(groups, signs(StatementFeature.class), DECAY));
    EnumMap<Signal, Double> confidence =
        byName(Signal.class, Fit.logistic(cases, signs(Signal.class), DECAY / 2));
    return new Weights(ranking, statement, confidence, 0, List.of());
  }

  private static EnumMap<Feature, Double> ranking(Generation generation, List<Asked> asked) {
    // Without weights, since the shipped ones may lack a feature that is new.
    Ranker indifferent = new Ranker(new Weights(Map.of(), Map.of(), Map.of(), 0, List.of()));
    List<Fit.Group> groups = new ArrayList<>();
    for (Asked one : asked) {
      Features features = Ranker.features(generation, one.plan(), one.reading());
      List<Ranked> found =
          indifferent.rank(generation, one.plan(), one.reading(), SearchFilter.ALL).records();
      groups.add(
          new Fit.Group(
              found.stream()
                  .map(record -> vector(Feature.class, features.of(record.evidence())))
                  .toList(),
              found.stream()
                  .map(record -> one.line().records().contains(record.record().id()))
                  .toList(),
              one.line().weight()));
    }
    return byName(Feature.class, Fit.softmax(groups, signs(Feature.class), DECAY));
  }

  private static Fit.Group statementGroup(Asked asked, List<StatementRanker.Measured> measured) {
    JudgedQuestion line = asked.line();
    List<Boolean> right = new ArrayList<>();
    long most = 0;
    for (StatementRanker.Measured one : measured) {
      String text = one.evidence().record().statements().get(one.ordinal()).text();
      if (line.isRight(one.evidence().record().id(), text)) {
        most = Math.max(most, line.held(text));
      }
    }
    for (StatementRanker.Measured one : measured) {
      String text = one.evidence().record().statements().get(one.ordinal()).text();
      right.add(line.isRight(one.evidence().record().id(), text) && line.held(text) == most);
    }
    return new Fit.Group(
        measured.stream().map(one -> vector(StatementFeature.class, one.features())).toList(),
        right,
        line.weight());
  }

  /** On development questions that the reader has not seen: see {@code docs/retrieval.md}. */
  private static String ofReader(
      Generation generation, List<JudgedQuestion> lines, Weights weights) {
    List<Fit.Group> groups = new ArrayList<>();
    List<Fit.Case> cases = new ArrayList<>();
    Ranker ranker = new Ranker(weights);
    StatementRanker statements = new StatementRanker(generation, weights);
    for (JudgedQuestion line : lines) {
      QueryPlan plan = generation.planByMeaning(line.text());
      if (plan.hasMeaning()) {
        Reading reading = QuestionReader.read(plan.text(), TODAY);
        Ranker.Ranking ranking = ranker.rank(generation, plan, reading, SearchFilter.ALL);
        List<Reads.Read> read = statements.read(plan, reading, ranking.records()).read();
        if (!read.isEmpty()) {
          long most =
              read.stream()
                  .filter(one -> line.isRight(one.statement().record().id(), one.text()))
                  .mapToLong(one -> line.held(one.text()))
                  .max()
                  .orElse(0);
          groups.add(
              new Fit.Group(
                  read.stream()
                      .map(one -> new double[] {one.statement().score(), one.logit()})
                      .toList(),
                  read.stream()
                      .map(
                          one ->
                              line.isRight(one.statement().record().id(), one.text())
                                  && line.held(one.text()) == most)
                      .toList(),
                  1));
          double best = read.stream().mapToDouble(Reads.Read::logit).max().orElse(0);
          if (Double.isFinite(ranking.logOdds()) && !ranking.hasPlacesAlone()) {
            cases.add(
                new Fit.Case(new double[] {1, ranking.logOdds(), best}, line.isAnswerable(), 1));
          }
        }
      }
    }
    int[] any = new int[3];
    double[] statement = Fit.softmax(groups, any, DECAY);
    double[] confidence = Fit.logistic(cases, any, DECAY);
    return (OF_READER + " from %d questions kept back from the reader.%n").formatted(cases.size())
        + "reader.statement = %.3f%n"
            .formatted(Math.min(statement[1] / statement[0], MOST_OF_READER))
        + "reader.confidence.bias = %.3f%n".formatted(confidence[0])
        + "reader.confidence.signals = %.3f%n".formatted(confidence[1])
        + "reader.confidence.reader = %.3f%n".formatted(confidence[2]);
  }

  private static String text(Search search, Weights weights) {
    String prefix = search.prefix();
    boolean withMeaning = search.isByMeaning();
    StringBuilder text = new StringBuilder("# %s%n".formatted(search));
    lines(
        text,
        prefix + "ranking.",
        Feature.class,
        weights.ranking(),
        Feature::key,
        one -> withMeaning || !one.isOfMeaning());
    lines(
        text,
        prefix + "statement.",
        StatementFeature.class,
        weights.statement(),
        StatementFeature::key,
        one -> withMeaning || !one.isOfMeaning());
    lines(
        text,
        prefix + "confidence.",
        Signal.class,
        weights.confidence(),
        Signal::key,
        one -> withMeaning || !one.isOfMeaning());
    return text.toString();
  }

  private static <E extends Enum<E>> void lines(
      StringBuilder text,
      String prefix,
      Class<E> type,
      Map<E, Double> weights,
      Function<E, String> key,
      Predicate<E> which) {
    for (E name : type.getEnumConstants()) {
      if (which.test(name)) {
        text.append("%s%s = %.3f%n".formatted(prefix, key.apply(name), weights.get(name)));
      }
    }
  }

  /** What is missing never makes an answer likelier, what fills a slot or is alike never less. */
  private static <E extends Enum<E>> int[] signs(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Enum::name)
        .mapToInt(
            name -> {
              if (name.matches(
                  ".*(?:MISSING|UNSAID|ELSEWHERE|UNKNOWN_SHARE)|BEHIND|LIKENESS_BEHIND|OLDER|OTHER_MEETING")) {
                return -1;
              }
              return name.matches(
                      ".*(?:FILLED|LIKENESS|MENTIONED|COVERAGE|WHOLE|SAID)|DEFINES|SIDE|OTHER_WORDS")
                  ? 1
                  : 0;
            })
        .toArray();
  }

  private static <E extends Enum<E>> double[] vector(Class<E> type, ToDoubleFunction<E> measured) {
    return Arrays.stream(type.getEnumConstants()).mapToDouble(measured).toArray();
  }

  private static <E extends Enum<E>> EnumMap<E, Double> byName(Class<E> type, double[] weights) {
    EnumMap<E, Double> byName = new EnumMap<>(type);
    E[] names = type.getEnumConstants();
    for (int i = 0; i < names.length; i++) {
      byName.put(names[i], weights[i]);
    }
    return byName;
  }
}

package dev.readout.answer;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toSet;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Statement;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What tells the steps of something where a timeline is asked for: the compiled history of what is
 * named, or the measures that began to charge a duty. Thread-safe.
 */
final class Sequences {
  /** Fewer are no line of events. */
  private static final int STEPS_OF_A_LINE = 2;

  /** Fewer do not tell how something named went on. */
  private static final int LEAST_OF_A_TITLE = 3;

  /** Share of what the question is about that a step holds, against the one with most. */
  private static final double LEAST_HELD = 0.5;

  /** A statement with more of them is itself a line of events. */
  private static final int DAYS = 3;

  /** So far ahead, one statement tells it all. */
  private static final double ALONE = 4;

  /** Statements among whose records the measure that is named is looked for. */
  private static final int MAX_MEANT = 6;

  /** Shown of a compiled history: a line each. */
  static final int MAX_STEPS = 10;

  /** Asks from when until when something was in force. */
  private static final QuickPattern HOW_LONG =
      QuickPattern.of(
          "\\bhow (?:long|many (?:days|weeks|months|years))\\b.*\\b(?:did|was|were|had|before)\\b");

  /** The term for rounds of talks, of which there is a compiled history. */
  private static final String ROUNDS = "rounds-of-talks";

  private final Generation generation;

  Sequences(Generation generation) {
    this.generation = generation;
  }

  /** Records that belong in the answer, whatever words they share with the question. */
  Stream<CorpusRecord> belonging(QueryPlan plan, Reading reading, List<Ranked> ranking) {
    List<CorpusRecord> line =
        reading.asks(Shape.SEQUENCE)
            ? lineage(plan, reading, ranking.stream().map(Ranked::evidence))
                .map(Lineage::records)
                .orElse(List.of())
            : List.of();
    return Stream.of(
            history(plan, reading, ranking.stream().map(Ranked::evidence)).stream(),
            (line.isEmpty() ? Duties.changed(plan, reading, generation) : line).stream(),
            Chronicle.of(plan, reading, generation).stream(),
            Rulings.of(plan, reading, ranking.stream().map(Ranked::evidence), generation).stream(),
            NextMeeting.of(plan, reading, generation).stream())
        .flatMap(identity());
  }

  /** The compiled history of what the question names, where one was found. */
  private Optional<CorpusRecord> history(QueryPlan plan, Reading reading, Stream<Evidence> found) {
    return found
        .filter(
            _ ->
                reading.asks(Shape.SEQUENCE)
                    && SinceMeeting.ends(plan, generation).isEmpty()
                    && plan.tokens().stream().anyMatch(token -> isName(token, generation)))
        .filter(
            one -> Histories.isHistory(one.record()) && Histories.speaksOf(plan, one, generation))
        .map(Evidence::record)
        .filter(
            record ->
                !reading.hasSpan()
                    || record.statements().stream().anyMatch(one -> isOfTheTime(one, reading)))
        .findFirst();
  }

  /**
   * What a timeline shows.
   *
   * @param isWhole whether these are the recorded steps, in their order, and all of them belong
   */
  record Events(List<Statements.Ranked> statements, boolean isWhole) {
    Statements.Ranked first() {
      return statements.getFirst();
    }
  }

  /**
   * The steps of the measure that is named, of the compiled history, or of the duties that changed;
   * else what tells of a day of the time asked about and of all that is named, of each day the
   * best; empty where no timeline is asked for, one statement tells it all, or none tells of a day.
   */
  Optional<Events> events(
      Question question, QueryPlan plan, Reading reading, List<Statements.Ranked> all) {
    List<Statements.Ranked> order = Imposer.onlyOfTheSide(plan.text(), all);
    if (!reading.asks(Shape.SEQUENCE)) {
      return Optional.of(plan.text())
          .filter(text -> HOW_LONG.isIn(text))
          .map(_ -> new Events(ofTheLine(question, plan, reading, order), true))
          .filter(line -> !line.statements().isEmpty())
          .filter(line -> line.first().record().kind() != Kind.AGREEMENT);
    }
    List<Statements.Ranked> dated = dated(reading, order);
    Function<List<CorpusRecord>, List<Statements.Ranked>> opened =
        records -> openings(records, question, plan, reading, order);
    Optional<List<Statements.Ranked>> recorded =
        Stream.<Supplier<List<Statements.Ranked>>>of(
                () -> opened.apply(Rulings.of(plan, reading, evidence(order), generation)),
                () -> ofTheRounds(plan, reading, order, dated),
                () -> opened.apply(Chronicle.of(plan, reading, generation)),
                () -> ofTheLine(question, plan, reading, order),
                () -> ofTheHistory(plan, reading, order, dated),
                () -> opened.apply(Duties.changed(plan, reading, generation)),
                () -> opened.apply(ofTheTitle(plan, reading, order)))
            .map(Supplier::get)
            .filter(steps -> !steps.isEmpty())
            .findFirst();
    if (recorded.isPresent()) {
      return recorded.map(steps -> new Events(steps.stream().limit(MAX_STEPS).toList(), true));
    }
    List<Statements.Ranked> told =
        Histories.sinceItBegan(plan, evidence(order), tellingAsMuch(plan, dated), generation);
    List<Statements.Ranked> ofTheNamed = named(plan, told);
    List<Statements.Ranked> events =
        Composer.near(oneOfEachDay(eachRecordFirst(ofTheNamed.size() > 1 ? ofTheNamed : told)));
    boolean isToldByOne =
        (order.size() > 1 && order.getFirst().score() - order.get(1).score() >= ALONE)
            || StatementOrder.days(order.getFirst()).distinct().count()
                > Math.max(events.size(), DAYS);
    return Optional.of(new Events(events, false))
        .filter(_ -> events.size() >= STEPS_OF_A_LINE)
        .or(() -> ofOneRecord(order))
        .filter(_ -> !isToldByOne);
  }

  /** The days that the best record tells of, in their order, where these are several. */
  private static Optional<Events> ofOneRecord(List<Statements.Ranked> order) {
    CorpusRecord record = order.getFirst().record();
    List<Statements.Ranked> steps =
        oneOfEachDay(order.stream().filter(one -> one.record().equals(record)).toList()).stream()
            .sorted(Comparator.comparing(Composer::day))
            .toList();
    return Optional.of(new Events(steps, true)).filter(_ -> steps.size() >= LEAST_OF_A_TITLE);
  }

  private List<Statements.Ranked> ofTheLine(
      Question question, QueryPlan plan, Reading reading, List<Statements.Ranked> order) {
    return lineage(plan, reading, evidence(order))
        .map(line -> line.steps(withAllOf(line.records(), question, plan, order), reading))
        .filter(steps -> steps.size() >= STEPS_OF_A_LINE)
        .orElse(List.of())
        .stream()
        .sorted(Comparator.comparing(Composer::day))
        .toList();
  }

  private List<Statements.Ranked> ofTheHistory(
      QueryPlan plan,
      Reading reading,
      List<Statements.Ranked> order,
      List<Statements.Ranked> dated) {
    return history(plan, reading, evidence(order))
        .map(history -> Histories.steps(history, dated))
        .filter(steps -> Histories.areOfTheNamed(plan, steps, generation))
        .orElse(List.of());
  }

  /** The compiled history of rounds of talks, where these are asked about. */
  private List<Statements.Ranked> ofTheRounds(
      QueryPlan plan,
      Reading reading,
      List<Statements.Ranked> order,
      List<Statements.Ranked> dated) {
    return ofTheHistory(plan, reading, order, dated).stream()
        .filter(
            step ->
                IntStream.range(0, plan.tokens().size())
                    .filter(i -> plan.tokens().get(i).text().equals(ROUNDS))
                    .anyMatch(i -> step.evidence().inTitle()[i]))
        .toList();
  }

  /** Whether it is asked how long a measure ran, or for a timeline of what titles name. */
  boolean areRecorded(QueryPlan plan, Reading reading, Statements statements) {
    return reading.asks(Shape.SEQUENCE)
        ? !ofTheTitle(plan, reading, statements.ranked()).isEmpty()
        : HOW_LONG.isIn(plan.text())
            && lineage(plan, reading, evidence(statements.ranked())).isPresent();
  }

  /** The measures and meetings whose titles have all that is named. */
  private List<CorpusRecord> ofTheTitle(
      QueryPlan plan, Reading reading, List<Statements.Ranked> order) {
    List<Integer> named = StatementOrder.Named.in(plan, generation).matters();
    List<CorpusRecord> records =
        evidence(order)
            .filter(one -> !named.isEmpty() && named.stream().allMatch(i -> one.inTitle()[i]))
            .map(Evidence::record)
            .filter(one -> one.kind().isMeasure() || one.kind() == Kind.MEETING)
            .filter(one -> !reading.hasSpan() || reading.spans(one))
            .sorted(Comparator.comparing(CorpusRecord::anchorDay))
            .toList();
    return records.size() < LEAST_OF_A_TITLE ? List.of() : records;
  }

  /** How each opens, or its first of the time asked about, in their order; of many the best. */
  private List<Statements.Ranked> openings(
      List<CorpusRecord> records,
      Question question,
      QueryPlan plan,
      Reading reading,
      List<Statements.Ranked> order) {
    return withAllOf(records, question, plan, order).stream()
        .filter(one -> records.contains(one.record()))
        .filter(one -> one.ordinal() == opening(one.record(), reading))
        .limit(MAX_STEPS)
        .sorted(Comparator.comparingInt(one -> records.indexOf(one.record())))
        .toList();
  }

  /** The first statement, unless it tells of another time and a later one of that asked about. */
  private static int opening(CorpusRecord record, Reading reading) {
    List<Statement> statements = record.statements();
    boolean isOfAnother =
        reading.hasSpan()
            && StatementOrder.days(statements.getFirst().text()).findAny().isPresent()
            && !isOfTheTime(statements.getFirst(), reading);
    return isOfAnother
        ? IntStream.range(1, statements.size())
            .filter(i -> isOfTheTime(statements.get(i), reading))
            .findFirst()
            .orElse(0)
        : 0;
  }

  private static boolean isOfTheTime(Statement statement, Reading reading) {
    return StatementOrder.days(statement.text()).anyMatch(reading::spans);
  }

  private static Stream<Evidence> evidence(List<Statements.Ranked> order) {
    return order.stream().map(Statements.Ranked::evidence).distinct();
  }

  /** The statements, and behind them those of the records wanted that none of them is of. */
  private List<Statements.Ranked> withAllOf(
      List<CorpusRecord> records,
      Question question,
      QueryPlan plan,
      List<Statements.Ranked> order) {
    Set<CorpusRecord> ranked = order.stream().map(Statements.Ranked::record).collect(toSet());
    List<String> others =
        records.stream()
            .filter(record -> !ranked.contains(record) && Composer.isWanted(question, record))
            .map(CorpusRecord::id)
            .toList();
    double least = order.getLast().score();
    return Stream.concat(
            order.stream(),
            generation.evidenceOf(plan, others).stream()
                .flatMap(
                    one ->
                        IntStream.range(0, one.record().statements().size())
                            .mapToObj(i -> new Statements.Ranked(one, i, 0, least))))
        .toList();
  }

  /**
   * That of the measure whose title has what the question names; empty where a compiled history of
   * it is found before, or none is meant.
   */
  private Optional<Lineage> lineage(QueryPlan plan, Reading reading, Stream<Evidence> found) {
    List<QueryToken> tokens = plan.tokens();
    List<Integer> named = new ArrayList<>(StatementOrder.Named.in(plan, generation).matters());
    IntStream.range(0, tokens.size())
        .filter(i -> tokens.get(i).kind() == QueryToken.Kind.NUMBER)
        .filter(i -> !reading.hasSpan())
        .forEach(named::add);
    named.removeIf(i -> Duties.isTariff(tokens.get(i)));
    return found
        .limit(MAX_MEANT)
        .filter(
            one ->
                named.isEmpty()
                    ? one.record().kind() == Kind.AGREEMENT && hasATermIn(one.inTitle(), tokens)
                    : named.stream().allMatch(i -> one.inTitle()[i]))
        .filter(_ -> SinceMeeting.ends(plan, generation).isEmpty())
        .filter(
            one ->
                Histories.isHistory(one.record()) || !one.record().standing().periods().isEmpty())
        .findFirst()
        .filter(one -> !Histories.isHistory(one.record()))
        .map(
            one ->
                Lineage.of(
                    one.record(),
                    named.stream().map(tokens::get).map(QueryToken::text).toList(),
                    generation));
  }

  /** Those that name a day of the time asked about; all that name one first, where none does. */
  private static List<Statements.Ranked> dated(Reading reading, List<Statements.Ranked> order) {
    List<Statements.Ranked> ofTheTime =
        order.stream().filter(one -> StatementOrder.days(one).anyMatch(reading::spans)).toList();
    return reading.hasSpan() && !ofTheTime.isEmpty()
        ? ofTheTime
        : Stream.concat(ofTheTime.stream(), order.stream()).distinct().toList();
  }

  /** Those that have all that is named, or their titles do. */
  private List<Statements.Ranked> named(QueryPlan plan, List<Statements.Ranked> dated) {
    List<QueryToken> tokens = plan.tokens();
    return dated.stream()
        .filter(
            one ->
                IntStream.range(0, tokens.size())
                    .filter(i -> isName(tokens.get(i), generation))
                    .allMatch(i -> one.holds(i) || one.evidence().inTitle()[i]))
        .toList();
  }

  /** Of each record how it opens or its best, then the rest; what was compiled tells of many. */
  private static List<Statements.Ranked> eachRecordFirst(List<Statements.Ranked> events) {
    Set<CorpusRecord> told = new HashSet<>();
    List<Statements.Ranked> first =
        Stream.concat(events.stream().filter(one -> one.ordinal() == 0), events.stream())
            .filter(one -> one.record().published() == null || told.add(one.record()))
            .distinct()
            .sorted(Comparator.comparingInt(events::indexOf))
            .toList();
    return Stream.concat(first.stream(), events.stream()).distinct().toList();
  }

  /** Those that hold at least half as much of what the question is about as the one with most. */
  private List<Statements.Ranked> tellingAsMuch(QueryPlan plan, List<Statements.Ranked> dated) {
    double most = dated.stream().mapToDouble(one -> held(plan, one)).max().orElse(0);
    return dated.stream().filter(one -> LEAST_HELD * most <= held(plan, one)).toList();
  }

  /** What it, or its title, holds of the question's words and names, by what each is worth. */
  private double held(QueryPlan plan, Statements.Ranked one) {
    List<QueryToken> tokens = plan.tokens();
    List<QueryToken> bounds = SinceMeeting.ends(plan, generation);
    return IntStream.range(0, tokens.size())
        .filter(i -> tokens.get(i).hasContent() && tokens.get(i).kind() != QueryToken.Kind.DATE)
        .filter(i -> bounds.stream().noneMatch(tokens.get(i)::isWithin))
        .filter(i -> one.holds(i) || one.evidence().inTitle()[i])
        .mapToDouble(i -> tokens.get(i).mass())
        .sum();
  }

  private static List<Statements.Ranked> oneOfEachDay(List<Statements.Ranked> events) {
    Set<Optional<LocalDate>> told = new HashSet<>(Set.of(Optional.empty()));
    return events.stream().filter(one -> told.add(StatementOrder.days(one).findFirst())).toList();
  }

  /** "The truce" names an agreement by what it is. */
  private static boolean hasATermIn(boolean[] title, List<QueryToken> tokens) {
    return IntStream.range(0, tokens.size())
        .anyMatch(i -> title[i] && tokens.get(i).kind() == QueryToken.Kind.TERM);
  }

  /** Whether it names something that is no place. */
  static boolean isName(QueryToken token, Generation generation) {
    return token.kind() == QueryToken.Kind.TERM
        && generation
            .term(token.text())
            .filter(term -> !term.isVocabulary() && !term.kind().equals("place"))
            .isPresent();
  }
}

package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Statement;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What tells the steps of something where a timeline is asked for: the compiled history of what is
 * named, or the measures that began to charge a duty. Thread-safe.
 */
final class Sequences {
  /** Id of the term that names tariffs in general. */
  private static final String TARIFF = "tariff";

  private static final int STEPS_OF_A_HISTORY = 4;

  /** "From 24 September 2018 on: …", and not what a sentence says before a list. */
  private static final int LONGEST_OPENING = 40;

  /** Shown of a compiled history: a line each. */
  static final int MAX_STEPS = 10;

  private static final Pattern NUMBERED = Pattern.compile("^Round [0-9]+\\b");

  private final Generation generation;

  Sequences(Generation generation) {
    this.generation = generation;
  }

  /** Records that belong in the answer, whatever words they share with the question. */
  Stream<CorpusRecord> belonging(QueryPlan plan, Reading reading, List<Ranked> ranking) {
    return Stream.concat(history(plan, reading, ranking).stream(), steps(plan, reading).stream());
  }

  /** The compiled history of what the question names, where one was found. */
  Optional<CorpusRecord> history(QueryPlan plan, Reading reading, List<Ranked> ranking) {
    return history(plan, reading, ranking.stream().map(Ranked::evidence));
  }

  private Optional<CorpusRecord> history(QueryPlan plan, Reading reading, Stream<Evidence> found) {
    return found
        .filter(_ -> reading.asks(Shape.SEQUENCE) && plan.tokens().stream().anyMatch(this::isName))
        .filter(one -> isHistory(one.record()) && speaksOf(plan, one))
        .filter(one -> !reading.hasSpan() || isOfTheTime(one.record(), reading))
        .map(Evidence::record)
        .findFirst();
  }

  /** What began to charge a duty in the time that a timeline of tariffs is asked of. */
  List<CorpusRecord> steps(QueryPlan plan, Reading reading) {
    boolean isAsked =
        reading.asks(Shape.SEQUENCE) && reading.hasSpan() && plan.termIds().contains(TARIFF);
    return isAsked
        ? generation
            .records()
            .filter(record -> reading.side() == null || reading.side() == record.side())
            .filter(
                record ->
                    record.rates().stream()
                        .filter(rate -> rate.by().equals(record.id()))
                        .anyMatch(rate -> reading.spans(rate.from())))
            .toList()
        : List.of();
  }

  /** The history's statements, or how each step's record opens, before all others. */
  List<Statements.Ranked> first(QueryPlan plan, Reading reading, List<Statements.Ranked> order) {
    CorpusRecord history =
        history(plan, reading, order.stream().map(Statements.Ranked::evidence)).orElse(null);
    List<CorpusRecord> steps = steps(plan, reading);
    if (history == null && steps.isEmpty()) {
      return order;
    }
    return order.stream()
        .sorted(
            Comparator.comparing((Statements.Ranked one) -> !one.record().equals(history))
                .thenComparing(one -> one.ordinal() != 0 || !steps.contains(one.record())))
        .toList();
  }

  /**
   * Whether it is a list of events: most of its statements open with a day or number and a colon,
   * the oldest first.
   */
  static boolean isHistory(CorpusRecord record) {
    List<String> steps =
        record.statements().stream().map(Statement::text).filter(Sequences::isStep).toList();
    List<LocalDate> days = steps.stream().flatMap(step -> stepOn(step).stream()).toList();
    return steps.size() >= STEPS_OF_A_HISTORY
        && 2 * steps.size() > record.statements().size()
        && days.equals(days.stream().sorted().toList());
  }

  /** "Round 2 of the talks: …", "May 2019: …". */
  private static boolean isStep(String text) {
    return stepOn(text).isPresent() || NUMBERED.matcher(opening(text)).find();
  }

  /** The day with which a step of a history opens, the first of a month. */
  static Optional<LocalDate> stepOn(String text) {
    return StatementOrder.days(opening(text)).findFirst();
  }

  private static String opening(String text) {
    int end = text.indexOf(':');
    return end <= LONGEST_OPENING ? text.substring(0, Math.max(end, 0)) : "";
  }

  private static boolean isOfTheTime(CorpusRecord record, Reading reading) {
    return record.statements().stream()
        .flatMap(statement -> StatementOrder.days(statement.text()))
        .anyMatch(reading::spans);
  }

  /** Of the history that leads: the first, the last and the best between. */
  static List<Statements.Ranked> ofHistory(List<Statements.Ranked> order) {
    CorpusRecord history = order.getFirst().record();
    List<Statements.Ranked> steps =
        new ArrayList<>(
            order.stream()
                .filter(one -> one.record().equals(history))
                .filter(one -> isStep(one.statement().text()))
                .toList());
    steps.sort(Comparator.comparingInt(Statements.Ranked::ordinal));
    while (steps.size() > MAX_STEPS) {
      steps.remove(
          steps.subList(1, steps.size() - 1).stream()
              .min(Comparator.comparingDouble(Statements.Ranked::score))
              .orElseThrow());
    }
    return steps;
  }

  /** Whether each name of the question is in the record, be it in words that stand apart. */
  private boolean speaksOf(QueryPlan plan, Evidence evidence) {
    List<QueryToken> tokens = plan.tokens();
    return IntStream.range(0, tokens.size())
        .filter(i -> isName(tokens.get(i)) && !evidence.inRecord()[i])
        .allMatch(
            name ->
                IntStream.range(0, tokens.size())
                    .filter(i -> i != name && tokens.get(i).isWithin(tokens.get(name)))
                    .filter(i -> tokens.get(i).hasContent())
                    .allMatch(i -> evidence.inRecord()[i]));
  }

  /** Whether it names something that is no place. */
  private boolean isName(QueryToken token) {
    return token.kind() == QueryToken.Kind.TERM
        && generation
            .term(token.text())
            .filter(term -> !term.isVocabulary() && !term.kind().equals("place"))
            .isPresent();
  }
}

package dev.readout.answer;

import static java.util.stream.Collectors.toSet;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which measures of a kind stand, where that is asked: "what export controls does the US have on
 * China", "which rare earth controls are suspended". Told by the standing of all records, since no
 * one statement lists them. Thread-safe.
 */
final class Inventory {
  /** Fewer are told by how each stands. */
  private static final int FEWEST = 2;

  /** Named of those in the state asked for, and of those whose state is not known. */
  static final int MAX_NAMED = 5;

  private static final int MAX_NOT_KNOWN = 3;

  /** Measures whose openings are kept for whoever asks for more. */
  private static final int MAX_MORE = 15;

  /** Named of those that were published in a time: of more, those that most records name. */
  static final int MAX_OF_A_TIME = 8;

  private static final QuickPattern HOW_THEY_STOOD =
      QuickPattern.exactly("\\b(?:force|effect|exist\\w*|stood|appl\\w+)\\b|生效|有效|存在");

  /** "What did China restrict in 2023". */
  private static final QuickPattern RESTRICTS =
      QuickPattern.of("^\\W*what did ([^?]{2,20}) (?:restrict|ban|curb)\\b");

  /** So far ahead that nothing but them is shown. */
  private static final double AHEAD = 20;

  private static final Set<String> OF_US = Set.of("united-states", "washington");
  private static final Set<String> OF_PRC = Set.of("china", "beijing");

  /** Places that a measure of either is on, or over. */
  private static final Set<String> PARTIES =
      Set.of("united-states", "china", "us-china", "taiwan", "xinjiang", "hong-kong", "macau");

  private static final Set<Kind> KINDS = EnumSet.of(Kind.RESTRICTION, Kind.COUNTERMEASURE);

  /** What may still hold after the last day that is recorded. */
  private static final Set<LegalState> MAY_GO_ON =
      EnumSet.of(LegalState.IN_FORCE, LegalState.SUSPENDED);

  /** What tells one measure from others. */
  private static final Set<QueryToken.Kind> NUMBERS =
      EnumSet.of(QueryToken.Kind.NUMBER, QueryToken.Kind.DATE);

  private static final Set<LegalState> ENDED =
      EnumSet.of(LegalState.RESCINDED, LegalState.SUSPENDED, LegalState.EXPIRED);

  /** Measures looked at closely, the newest; there are 170 in the records that ship. */
  private static final int MAX_CANDIDATES = 400;

  /** A measure and the places of third countries that its title names, of which it may be. */
  private record Candidate(CorpusRecord measure, List<String> thirds, boolean eases) {}

  /** The line that tells it, and all the measures that it could name. */
  record Told(Verdict verdict, List<CorpusRecord> measures) {}

  private final Generation generation;

  /** Read when first asked for: most questions ask for no list. */
  private @Nullable List<Candidate> candidates;

  private final Map<String, Set<String>> topicNames = new ConcurrentHashMap<>();

  Inventory(Generation generation) {
    this.generation = generation;
  }

  /**
   * Those published in the time that is asked about, the oldest first; else those of which it is
   * not known since a day that is past, the newest first; empty where one or none does, or
   * something else is asked, too.
   */
  Optional<Told> of(Question question, QueryPlan plan, Reading reading, LocalDate day) {
    if (reading.hasSpan()) {
      return ofATime(question, plan, withoutDates(plan), reading, day);
    }
    return Presidency.in(plan.text())
        .map(
            one ->
                ofATime(
                    question,
                    plan,
                    one.ofTheCountry(plan.text()),
                    reading.between(one.first(), one.last()),
                    day))
        .orElseGet(
            () ->
                AskedMeasures.in(plan.text())
                    .filter(asked -> !isAName(plan, asked))
                    .flatMap(asked -> told(measures(question, asked), asked.states(), day)));
  }

  /**
   * "What tariffs did the US impose in 2018", "which export controls has China issued since May".
   */
  private Optional<Told> ofATime(
      Question question, QueryPlan plan, String text, Reading reading, LocalDate day) {
    LocalDate first = reading.first();
    LocalDate last = reading.last() == null ? day : reading.last();
    return first == null
            || reading.asks(Shape.SEQUENCE)
            || reading.asks(Shape.COMPARISON)
            || HOW_THEY_STOOD.isIn(plan.text())
        ? Optional.empty()
        : AskedMeasures.in(text)
            .filter(asked -> asked.states().contains(LegalState.IN_FORCE) && !isAName(plan, asked))
            .map(
                asked ->
                    measures(question, asked).stream()
                        .filter(reading::spans)
                        .filter(Inventory::wasMade)
                        .toList())
            .filter(published -> published.size() >= FEWEST)
            .map(
                published -> {
                  List<CorpusRecord> named =
                      published.stream()
                          .sorted(Chronicle.mostNamed(generation))
                          .limit(MAX_OF_A_TIME)
                          .sorted(Comparator.comparing(CorpusRecord::anchorDay))
                          .toList();
                  List<String> days = List.of(first.toString(), last.toString());
                  return new Told(new Verdict(Slot.LIST, named, day, null, List.of(), days), named);
                });
  }

  /** Whether it was more than proposed or threatened. */
  private static boolean wasMade(CorpusRecord measure) {
    List<StandingPeriod> periods = measure.standing().periods();
    return periods.isEmpty()
        || periods.stream().map(StandingPeriod::state).anyMatch(MAY_GO_ON::contains);
  }

  /** Without the time; nothing where that is part of a name, "the October 2023 chip rules". */
  private static String withoutDates(QueryPlan plan) {
    StringBuilder text = new StringBuilder(plan.text());
    for (DateMention date : DateMention.in(plan.text()).reversed()) {
      if (text.substring(0, date.start()).endsWith("the ")
          && text.substring(date.end()).matches(" \\p{L}.*")) {
        return "";
      }
      text.delete(date.start(), date.end());
    }
    return RESTRICTS.replaceFirst(text.toString(), "what restrictions did $1 impose");
  }

  /** "The Blocking Rules" are one thing, called so. */
  private boolean isAName(QueryPlan plan, AskedMeasures asked) {
    String text = plan.text().toLowerCase(Locale.ROOT);
    return plan.termIds().stream()
        .flatMap(id -> generation.term(id).stream())
        .filter(term -> term.kind().equals("law"))
        .flatMap(term -> term.names().stream())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> text.contains(name) && asked.family().isIn(name));
  }

  private List<CorpusRecord> measures(Question question, AskedMeasures asked) {
    QueryPlan subject = generation.plan(asked.subject());
    List<String> ids =
        candidates().stream()
            .filter(one -> asked.has(one.measure()))
            .filter(one -> !one.eases() || asked.isOfChanges())
            .filter(one -> subject.termIds().containsAll(one.thirds()))
            .map(Candidate::measure)
            .filter(measure -> Composer.isWanted(question, measure))
            .limit(MAX_CANDIDATES)
            .map(CorpusRecord::id)
            .toList();
    List<Evidence> found = generation.evidenceOf(subject, ids);
    return Stream.<BiPredicate<Evidence, Integer>>of(
            (measure, i) -> measure.inTitle()[i],
            (measure, i) -> measure.inTitle()[i] || measure.inStatement()[0][i],
            (measure, i) -> isATopic(subject, i, measure.record()))
        .map(holds -> found.stream().filter(one -> isOn(subject, one, holds)).toList())
        .filter(on -> on.size() >= FEWEST)
        .findFirst()
        .orElse(List.of())
        .stream()
        .map(Evidence::record)
        .sorted(Comparator.comparing(CorpusRecord::anchorDay).reversed())
        .toList();
  }

  /** All, the newest first, and which of them make something easier or end another. */
  private synchronized List<Candidate> candidates() {
    if (candidates == null) {
      List<CorpusRecord> all =
          generation
              .records()
              .filter(record -> KINDS.contains(record.kind()) && !Rulings.isRuling(record))
              .toList();
      Set<String> ending = all.stream().flatMap(Inventory::endedBy).collect(toSet());
      candidates =
          all.stream()
              .sorted(Comparator.comparing(CorpusRecord::anchorDay).reversed())
              .map(
                  measure ->
                      new Candidate(
                          measure,
                          thirds(measure),
                          Measures.eases(measure) || ending.contains(measure.id())))
              .toList();
    }
    return candidates;
  }

  /** Ids of the others that ended or paused it. */
  private static Stream<String> endedBy(CorpusRecord measure) {
    return measure.standing().periods().stream()
        .filter(period -> ENDED.contains(period.state()) && !period.by().equals(measure.id()))
        .map(StandingPeriod::by);
  }

  /** Where its title names other countries than the two, and neither of these. */
  private List<String> thirds(CorpusRecord measure) {
    Set<String> own = measure.side() == Side.US ? OF_US : OF_PRC;
    List<String> others =
        generation.termsIn(measure.title()).stream()
            .filter(id -> !own.contains(id))
            .flatMap(id -> generation.term(id).stream())
            .filter(term -> term.kind().equals("place") && term.side() == null)
            .map(Term::id)
            .toList();
    return others.stream().anyMatch(PARTIES::contains) ? List.of() : others;
  }

  /** Whether it holds all that is asked about, and no number tells one of them from others. */
  private static boolean isOn(
      QueryPlan subject, Evidence measure, BiPredicate<Evidence, Integer> holds) {
    List<QueryToken> tokens = subject.tokens();
    return tokens.stream().noneMatch(token -> isANumber(token, subject))
        && IntStream.range(0, tokens.size())
            .filter(i -> tokens.get(i).hasContent())
            .allMatch(token -> Newest.isHeld(subject, token, i -> holds.test(measure, i)));
  }

  /** "List 3", and not "Section 232". */
  private static boolean isANumber(QueryToken token, QueryPlan plan) {
    return NUMBERS.contains(token.kind()) && !plan.isInAName(token);
  }

  private boolean isATopic(QueryPlan subject, int token, CorpusRecord measure) {
    String name = subject.tokens().get(token).text();
    return measure.topics().stream()
        .anyMatch(id -> topicNames.computeIfAbsent(id, this::namesOf).contains(name));
  }

  /** The name of a topic and the ids of the terms in it. */
  private Set<String> namesOf(String id) {
    return generation.topic(id).map(Topic::en).stream()
        .flatMap(
            name ->
                Stream.concat(
                    generation.termsIn(name).stream(), Stream.of(name.toLowerCase(Locale.ROOT))))
        .collect(toSet());
  }

  private static Optional<Told> told(
      List<CorpusRecord> measures, Set<LegalState> states, LocalDate day) {
    boolean mayGoOn = !Collections.disjoint(states, MAY_GO_ON);
    List<CorpusRecord> standing =
        measures.stream()
            .filter(one -> stateOf(one, day).filter(states::contains).isPresent())
            .toList();
    List<CorpusRecord> notKnown =
        measures.stream().filter(one -> mayGoOn && isNotKnown(one, day)).toList();
    List<CorpusRecord> named =
        Stream.concat(standing.stream().limit(MAX_NAMED), notKnown.stream().limit(MAX_NOT_KNOWN))
            .toList();
    return named.size() < FEWEST
        ? Optional.empty()
        : Optional.of(
            new Told(
                new Verdict(Slot.LIST, named, day),
                Stream.of(named, standing, notKnown)
                    .flatMap(List::stream)
                    .distinct()
                    .limit(MAX_MORE)
                    .toList()));
  }

  private static Optional<LegalState> stateOf(CorpusRecord measure, LocalDate day) {
    return MeasureStatus.of(measure, day).map(MeasureStatus::current).map(StandingPeriod::state);
  }

  /** Whether what its records last tell of how it stands has run out. */
  private static boolean isNotKnown(CorpusRecord measure, LocalDate day) {
    return MeasureStatus.of(measure, day)
        .filter(status -> status.current() == null && status.next() == null)
        .map(MeasureStatus::before)
        .isPresent();
  }

  /** The statements with how those measures open first, and before all others. */
  Statements first(Told told, QueryPlan plan, Statements ranked) {
    double best = ranked.ranked().stream().mapToDouble(Statements.Ranked::score).max().orElse(0);
    List<String> ids = told.measures().stream().map(CorpusRecord::id).toList();
    return ranked.withFirst(
        generation.evidenceOf(plan, ids).stream()
            .map(evidence -> new Statements.Ranked(evidence, 0, 1, best + AHEAD))
            .toList());
  }
}

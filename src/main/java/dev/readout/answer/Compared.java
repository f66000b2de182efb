package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import dev.readout.index.SearchFilter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two things that a question sets beside each other. "Compare Phase One and Busan": a statement
 * that tells them apart, then what each is; "on which dates do Section 889 and Section 5949 apply":
 * what answers for each alone. Thread-safe.
 */
final class Compared {
  /** As near to the best, what tells them apart leads. */
  private static final double AS_GOOD = 4;

  /** Records among which the entry of a thing is looked for. */
  private static final int MOST = 10;

  /** What may stand around the two names. */
  private static final QuickPattern ASKS_NO_MORE =
      QuickPattern.of(
          "(?:\\W|\\b(?:what|whats|which|how|is|are|was|were|does|do|did|s|the|a|an|of|in|me|please|tell"
              + "|can|could|you|someone|anyone|would|know|i|there|any|america|americas|chinas"
              + "|explain|plain|english|simple|short|terms|words|between|from|to|with|for|and|or|vs|versus"
              + "|compare[ds]?|comparison|differ|differs|different|difference|differences|diff|main|exactly"
              + "|one|two|its|their|it|chinese|american|china|us|deal|truce|agreement|talks|round"
              + "|meeting|summit|rule|rules|lists?|tariffs?|duty|duties|came|come|out|agreed?|results?|outcomes?"
              + "|statements?|produced?|achieved?|deliver(?:ed)?|get|got|gave|give)\\b)*+");

  private static final QuickPattern TELLS_APART =
      QuickPattern.of(
          "\\b(?:unlike|whereas|differs?|different|in contrast|compared|instead of|while|than)\\b");

  private final Generation generation;
  private final Ranker ranker;

  Compared(Generation generation, Ranker ranker) {
    this.generation = generation;
    this.ranker = ranker;
  }

  /**
   * The statements with those first, or the one that tells of both; empty, where the question
   * compares no two things.
   */
  Optional<Statements> first(
      Question question,
      QueryPlan plan,
      Reading reading,
      Statements statements,
      LocalDate today,
      Function<QueryPlan, Statements> answers) {
    List<Integer> things = things(plan, reading);
    if (things.size() != 2) {
      return Optional.empty();
    }
    double best = statements.ranked().getFirst().score();
    List<Statements.Ranked> each =
        things.stream()
            .flatMap(thing -> entry(plan, thing, today).stream())
            .filter(entry -> Composer.isWanted(question, entry.record()))
            .map(entry -> new Statements.Ranked(entry, told(entry.record(), answers), 0, best))
            .toList();
    long records = each.stream().map(Statements.Ranked::record).distinct().count();
    boolean isOfOne =
        records == 1
            && each.size() == things.size()
            && things.stream().allMatch(thing -> each.getFirst().evidence().inTitle()[thing]);
    if (records != things.size() && !isOfOne) {
      return Optional.empty();
    }
    return Optional.of(
        statements.withFirst(
            Stream.concat(
                    apart(statements, things).stream(),
                    isOfOne ? ofOne(statements, things, each.getFirst()) : each.stream())
                .toList()));
  }

  /**
   * The statements with what answers for each alone first; empty, where the question sets no two
   * things beside each other, or one of them is not told of.
   *
   * @param answers the statements that a question has, best first
   */
  Optional<Statements> ofEach(
      Question question,
      QueryPlan plan,
      Reading reading,
      Statements statements,
      Function<QueryPlan, Statements> answers) {
    return SideBySide.in(plan, reading, generation)
        .filter(pair -> !asksNoMore(plan, List.of(pair.first(), pair.second())))
        .flatMap(
            pair -> {
              Optional<Statements.Ranked> first =
                  alone(pair.first(), pair.without(pair.second(), plan.text()), answers);
              Optional<Statements.Ranked> second =
                  alone(pair.second(), pair.without(pair.first(), plan.text()), answers);
              double best = statements.ranked().getFirst().score();
              List<Statements.Ranked> each =
                  Stream.of(first, second)
                      .flatMap(Optional::stream)
                      .filter(one -> Composer.isWanted(question, one.record()))
                      .map(one -> ofPlan(plan, one, best))
                      .toList();
              boolean isOfTwo =
                  each.size() == 2
                      && !each.getFirst().statement().equals(each.getLast().statement());
              return Optional.of(each)
                  .filter(_ -> isOfTwo)
                  .map(
                      _ -> {
                        List<Integer> names =
                            List.of(
                                plan.tokens().indexOf(pair.first()),
                                plan.tokens().indexOf(pair.second()));
                        return statements.withFirst(
                            Stream.concat(
                                    apart(statements, names)
                                        .or(() -> ofBoth(statements, names))
                                        .stream(),
                                    each.stream())
                                .toList());
                      });
            });
  }

  /** Whether of two things side by side records of their own are among the first. */
  boolean areTold(QueryPlan plan, Reading reading, Statements statements) {
    return SideBySide.in(plan, reading, generation)
        .filter(
            pair ->
                Stream.of(pair.first(), pair.second())
                    .mapToInt(plan.tokens()::indexOf)
                    .allMatch(
                        name ->
                            statements.ranked().stream()
                                .limit(Composer.MAX_SHOWN - 1)
                                .anyMatch(one -> StatementOrder.isInTitle(plan, name, one))))
        .isPresent();
  }

  /** What was ranked for a question about a part, as a statement of the whole question's plan. */
  Statements.Ranked ofPlan(QueryPlan plan, Statements.Ranked one, double score) {
    return new Statements.Ranked(
        generation.evidenceOf(plan, List.of(one.record().id())).getFirst(),
        one.ordinal(),
        one.filled(),
        score);
  }

  /**
   * The best statement of a question about one of the two that it, or its title, names; rather one
   * of a record of its own.
   */
  private Optional<Statements.Ranked> alone(
      QueryToken name, String question, Function<QueryPlan, Statements> answers) {
    QueryPlan plan = generation.planByMeaning(question);
    int at =
        IntStream.range(0, plan.tokens().size())
            .filter(i -> plan.tokens().get(i).kind() == name.kind())
            .filter(i -> plan.tokens().get(i).text().equals(name.text()))
            .findFirst()
            .orElse(-1);
    if (at < 0) {
      return Optional.empty();
    }
    List<Statements.Ranked> telling =
        answers.apply(plan).ranked().stream()
            .filter(one -> one.holds(at) || one.evidence().inTitle()[at])
            .filter(
                one ->
                    !SideBySide.kind(name, generation).equals("place")
                        || isOfAMeeting(one.record()))
            .toList();
    return telling.stream()
        .filter(one -> one.score() >= telling.getFirst().score() - StatementOrder.AS_GOOD_A_PLAN)
        .min(Comparator.comparing(one -> !one.evidence().inTitle()[at]));
  }

  private static boolean isOfAMeeting(CorpusRecord record) {
    return record.kind() == Kind.MEETING || record.meeting() != null;
  }

  private static Optional<Statements.Ranked> apart(Statements statements, List<Integer> things) {
    double best = statements.ranked().getFirst().score();
    return statements.ranked().stream()
        .filter(one -> one.score() >= best - AS_GOOD)
        .filter(one -> things.stream().allMatch(one::holds))
        .filter(one -> TELLS_APART.isIn(one.statement().text()))
        .findFirst();
  }

  /** Of the one record that tells of both, rather what names both than what it opens with. */
  private static Stream<Statements.Ranked> ofOne(
      Statements statements, List<Integer> things, Statements.Ranked opening) {
    return Stream.concat(
            statements.ranked().stream()
                .filter(one -> one.record().equals(opening.record()))
                .filter(one -> things.stream().allMatch(one::holds)),
            Stream.of(opening))
        .limit(1);
  }

  /** The best statement, if it speaks of both and is of one of them. */
  private static Optional<Statements.Ranked> ofBoth(Statements statements, List<Integer> things) {
    return Optional.of(statements.ranked().getFirst())
        .filter(one -> things.stream().allMatch(one::holds))
        .filter(one -> things.stream().anyMatch(i -> one.evidence().inTitle()[i]));
  }

  /** Which statement tells what it is: of a meeting what came of it, of a law what it does. */
  private int told(CorpusRecord record, Function<QueryPlan, Statements> answers) {
    return record.kind() == Kind.MEETING
        ? Outcomes.results(record).findFirst().orElse(0)
        : record.kind() == Kind.GLOSSARY
            ? 0
            : answers
                .apply(generation.planByMeaning("What does " + record.title() + " do?"))
                .ranked()
                .stream()
                .filter(one -> one.record().equals(record))
                .findFirst()
                .map(Statements.Ranked::ordinal)
                .orElse(0);
  }

  /** The record that tells best what the thing is: rather one with its name than what was said. */
  private Optional<Evidence> entry(QueryPlan plan, int thing, LocalDate today) {
    QueryToken name = plan.tokens().get(thing);
    Optional<Evidence> meeting =
        generation
            .term(name.text())
            .filter(term -> term.kind().equals("place"))
            .flatMap(place -> SinceMeeting.lastAt(generation, place.id()))
            .flatMap(
                record -> generation.evidenceOf(plan, List.of(record.id())).stream().findFirst());
    return meeting.isPresent() ? meeting : entryOf(plan, thing, name, today);
  }

  private Optional<Evidence> entryOf(QueryPlan plan, int thing, QueryToken name, LocalDate today) {
    QueryPlan asked =
        generation.planByMeaning(
            "What is " + plan.text().substring(name.start(), name.end()) + "?");
    Reading definition = QuestionReader.read(asked.text(), today);
    Features features = Ranker.features(generation, asked, definition);
    return ranker.rank(generation, asked, definition, SearchFilter.ALL).records().stream()
        .limit(MOST)
        .map(Ranked::record)
        .flatMap(record -> generation.evidenceOf(plan, List.of(record.id())).stream())
        .filter(one -> one.inRecord()[thing])
        .min(
            Comparator.comparingInt(
                one -> features.definesTerm(one.record()) ? 0 : farFromBeing(one, thing)));
  }

  /** An agreement is what it is called, more than what was done about it or said of it. */
  private static int farFromBeing(Evidence one, int thing) {
    return !one.inTitle()[thing]
        ? 4
        : switch (one.record().kind()) {
          case AGREEMENT -> 1;
          case RESTRICTION, COUNTERMEASURE, GLOSSARY, EXPLAINER -> 2;
          case MEETING -> 3;
          case READOUT -> 4;
        };
  }

  /** Places of the two names; none where more is asked than how they compare. */
  private List<Integer> things(QueryPlan plan, Reading reading) {
    if (!reading.asks(Shape.COMPARISON)) {
      return List.of();
    }
    List<QueryToken> tokens = plan.tokens();
    List<Integer> names =
        IntStream.range(0, tokens.size())
            .filter(i -> SideBySide.isName(tokens.get(i), generation))
            .boxed()
            .toList();
    boolean isOfLaw =
        names.stream().map(tokens::get).allMatch(name -> SideBySide.isLaw(name, generation));
    return (isOfLaw || !reading.asks(Shape.BOTH_SIDES))
            && asksNoMore(plan, names.stream().map(tokens::get).toList())
        ? names
        : List.of();
  }

  private static boolean asksNoMore(QueryPlan plan, List<QueryToken> names) {
    StringBuilder rest = new StringBuilder(plan.text());
    names.forEach(
        name -> rest.replace(name.start(), name.end(), " ".repeat(name.end() - name.start())));
    return ASKS_NO_MORE.isWhole(rest.toString());
  }
}

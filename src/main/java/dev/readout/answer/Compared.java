package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Term;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import dev.readout.index.SearchFilter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two things that a question does no more than set beside each other, as in "compare Phase One and
 * Busan": a statement that tells them apart, then what each is. Thread-safe.
 */
final class Compared {
  /** As near to the best, what tells them apart leads. */
  private static final double AS_GOOD = 4;

  /** Records among which the entry of a thing is looked for. */
  private static final int MOST = 10;

  /** What may stand around the two names. */
  private static final Pattern ASKS_NO_MORE =
      Pattern.compile(
          "(?:\\W|\\b(?:what|whats|which|how|is|are|was|were|does|do|did|s|the|a|an|of|in|me|please|tell"
              + "|explain|plain|english|simple|short|terms|words|between|from|to|with|for|and|or|vs|versus"
              + "|compare[ds]?|comparison|differ|differs|different|difference|differences|diff|main|exactly"
              + "|one|two|its|their|it|chinese|american|china|us|deal|truce|agreement|talks|round"
              + "|meeting|summit|rule|rules|lists?|tariffs?|duty|duties)\\b)*+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TELLS_APART =
      Pattern.compile(
          "\\b(?:unlike|whereas|differs?|different|in contrast|compared|instead of|while)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Generation generation;
  private final Ranker ranker;

  Compared(Generation generation, Ranker ranker) {
    this.generation = generation;
    this.ranker = ranker;
  }

  /** The statements with those first; empty, where the question compares no two things. */
  Optional<Statements> first(
      Question question, QueryPlan plan, Reading reading, Statements statements, LocalDate today) {
    List<Integer> things = things(plan, reading);
    if (things.size() != 2) {
      return Optional.empty();
    }
    double best = statements.ranked().getFirst().score();
    List<Statements.Ranked> each =
        things.stream()
            .flatMap(thing -> entry(plan, thing, today).stream())
            .filter(entry -> Composer.isWanted(question, entry.record()))
            .map(entry -> new Statements.Ranked(entry, told(entry.record()), 0, best))
            .toList();
    if (each.stream().map(Statements.Ranked::record).distinct().count() != things.size()) {
      return Optional.empty();
    }
    Stream<Statements.Ranked> apart =
        statements.ranked().stream()
            .filter(one -> one.score() >= best - AS_GOOD)
            .filter(one -> things.stream().allMatch(one::holds))
            .filter(one -> TELLS_APART.matcher(one.statement().text()).find())
            .limit(1);
    return Optional.of(statements.withFirst(Stream.concat(apart, each.stream()).toList()));
  }

  /** Which statement tells what it is: of a meeting what came of it. */
  private static int told(CorpusRecord record) {
    return record.kind() == Kind.MEETING ? Outcomes.results(record).findFirst().orElse(0) : 0;
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
                one ->
                    features.definesTerm(one.record())
                        ? 0
                        : !one.inTitle()[thing] || one.record().kind() == Kind.READOUT
                            ? 3
                            : one.record().kind() == Kind.MEETING ? 2 : 1));
  }

  /** Places of the two names; none where more is asked than how they compare. */
  private List<Integer> things(QueryPlan plan, Reading reading) {
    if (!reading.asks(Shape.COMPARISON) || reading.asks(Shape.BOTH_SIDES)) {
      return List.of();
    }
    List<QueryToken> tokens = plan.tokens();
    List<Integer> names =
        IntStream.range(0, tokens.size())
            .filter(i -> tokens.get(i).kind() == QueryToken.Kind.TERM && tokens.get(i).hasContent())
            .filter(
                i ->
                    generation
                        .term(tokens.get(i).text())
                        .filter(term -> !term.isVocabulary() && !isCountry(term))
                        .isPresent())
            .boxed()
            .toList();
    StringBuilder rest = new StringBuilder(plan.text());
    names.forEach(
        i -> {
          for (int at = tokens.get(i).start(); at < tokens.get(i).end(); at++) {
            rest.setCharAt(at, ' ');
          }
        });
    return ASKS_NO_MORE.matcher(rest).matches() ? names : List.of();
  }

  private static boolean isCountry(Term term) {
    return Composer.COUNTRIES.contains(term.id());
  }
}

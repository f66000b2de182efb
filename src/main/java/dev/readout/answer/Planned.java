package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to come, where that is asked for: a meeting that is announced, an end that is still
 * ahead. Without state.
 */
final class Planned {
  /** Statements this near the best are put in the order of what comes next. */
  private static final double AS_GOOD = 8;

  private static final QuickPattern AHEAD =
      QuickPattern.of(
          "\\b(?:next|expected|planned|will|due|scheduled|invit\\w+|to be held|meet again|before"
              + " the end of)\\b");

  private static final QuickPattern ASKS_FOR_AN_END =
      QuickPattern.of("\\b(?:deadlines?|expir\\w+|(?:runs?|running) out)\\b|期限|到期");

  private static final QuickPattern NEXT_ROUND =
      QuickPattern.of("下一?轮|\\bnext (?:\\w+ )?rounds?\\b");

  private static final Pattern ROUND_TO_COME =
      Pattern.compile(
          "(?:下|新)一?轮|再[^，。；]{0,6}一轮|\\b(?:next|another|new(?! York)|further) (?:\\w+"
              + " )?(?:rounds?|talks)\\b|\\btalks (?:is|are|was|were)"
              + " (?:expected|planned|scheduled|due|to be held)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final QuickPattern A_VISIT =
      QuickPattern.of("^\\W*will (?=[^?]*\\b(?:visit|come|go|travel|fly)\\b[^?]*\\bthis year\\b)");

  /** Past every day of a record, so that what is ahead comes before all that was. */
  private static final long SOONEST = Integer.MAX_VALUE;

  private Planned() {}

  /**
   * What is announced for the soonest day first, of what tells the place where it is asked for; a
   * rule's own dates are no plans.
   */
  static List<Statements.Ranked> first(
      QueryPlan plan, Reading reading, List<Statements.Ranked> ranked, LocalDate asOf) {
    List<Statements.Ranked> named = ofWhatIsNamed(plan, ranked);
    List<Statements.Ranked> placed =
        reading.asks(Slot.PLACE)
            ? named.stream()
                .filter(one -> one.filled() > 0 && ahead(plan, one, asOf) > Long.MIN_VALUE)
                .toList()
            : List.of();
    List<Statements.Ranked> ofIt = placed.isEmpty() ? named : placed;
    return StatementOrder.first(
        ranked,
        ranked.getFirst().score() - AS_GOOD,
        one -> ofIt.contains(one) ? ahead(plan, one, asOf) : Long.MIN_VALUE);
  }

  /** Whether a day that is not yet past is told of what the question names. */
  static boolean isAny(QueryPlan plan, List<Statements.Ranked> ranked, LocalDate asOf) {
    return !ranked.isEmpty()
        && ofWhatIsNamed(plan, ranked).stream()
            .filter(one -> one.score() >= ranked.getFirst().score() - AS_GOOD)
            .anyMatch(one -> ahead(plan, one, asOf) > SOONEST / 2);
  }

  /** "Will Xi visit this year", asked as of what has been; any other question as it is. */
  static String asDone(String text) {
    return A_VISIT.replaceFirst(text, "did ");
  }

  /** Whether it only expects what it tells, for a day after the last of the sources. */
  static boolean isToCome(Statements.Ranked one, @Nullable LocalDate reachesTo) {
    return reachesTo != null
        && AHEAD.isIn(one.statement().text())
        && StatementOrder.days(one).anyMatch(reachesTo::isBefore);
  }

  /** What tells of a round to come, where one is asked for. */
  static Optional<Pattern> roundToCome(QueryPlan plan, Reading reading) {
    return reading.asks(Shape.NEXT) && NEXT_ROUND.isIn(plan.text())
        ? Optional.of(ROUND_TO_COME)
        : Optional.empty();
  }

  /**
   * What holds a name of the question, or a word of it ("Trump-Xi meeting"); all, where nothing is
   * named. In Chinese the thing that is to come stands last: "下一次元首会晤".
   */
  private static List<Statements.Ranked> ofWhatIsNamed(
      QueryPlan plan, List<Statements.Ranked> ranked) {
    List<QueryToken> tokens = plan.tokens();
    List<Integer> names =
        IntStream.range(0, tokens.size())
            .filter(i -> tokens.get(i).kind() == QueryToken.Kind.TERM && tokens.get(i).hasContent())
            .boxed()
            .toList();
    if (names.isEmpty()) {
      return ranked;
    }
    int last = names.stream().max(Comparator.comparingInt(i -> tokens.get(i).end())).orElseThrow();
    boolean isChinese = tokens.stream().anyMatch(token -> token.kind() == QueryToken.Kind.PAIR);
    return ranked.stream()
        .filter(
            one ->
                isChinese
                    ? one.holds(last)
                    : names.stream().anyMatch(name -> holdsPart(tokens, one, name)))
        .toList();
  }

  private static boolean holdsPart(List<QueryToken> tokens, Statements.Ranked one, int name) {
    return IntStream.range(0, tokens.size())
        .filter(i -> tokens.get(i).hasContent() && tokens.get(i).isWithin(tokens.get(name)))
        .anyMatch(one::holds);
  }

  /**
   * The higher, the sooner what it announces is after the day; below that the newest that speaks of
   * something to come.
   */
  private static long ahead(QueryPlan plan, Statements.Ranked one, LocalDate asOf) {
    CorpusRecord record = one.record();
    if (record.kind().isMeasure()) {
      return Long.MIN_VALUE;
    }
    String text = one.statement().text();
    boolean isToCome = record.kind() == Kind.MEETING && !record.anchorDay().isBefore(asOf);
    boolean isTold = ASKS_FOR_AN_END.isIn(plan.text()) ? LastDay.isIn(text) : AHEAD.isIn(text);
    if (!isToCome && !isTold) {
      return Long.MIN_VALUE;
    }
    return Stream.concat(
            isToCome ? Stream.of(record.anchorDay()) : Stream.of(),
            DateMention.in(text).stream().map(DateMention::last).filter(Objects::nonNull))
        .filter(day -> !day.isBefore(asOf))
        .min(Comparator.naturalOrder())
        .map(day -> SOONEST - day.toEpochDay())
        .orElse(record.anchorDay().toEpochDay());
  }
}

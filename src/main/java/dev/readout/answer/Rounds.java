package dev.readout.answer;

import dev.readout.corpus.QuickPattern;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rounds of talks that a question asks about by number: "round ten", "第九轮". Pure functions. */
final class Rounds {
  private static final QuickPattern ROUND =
      QuickPattern.exactly("第([0-9]{1,2}|[一二三四五六七八九十]{1,3})轮");

  private static final String NUMERALS = "一二三四五六七八九十";

  private static final List<String> ORDINALS =
      words(
          "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
              + " thirteenth fourteenth fifteenth");

  private static final List<String> CARDINALS =
      words(
          "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
              + " fifteen");

  private static final String ORDINAL = "[0-9]{1,2}(?:st|nd|rd|th)|" + String.join("|", ORDINALS);

  private static final String CARDINAL = "[0-9]{1,2}|" + String.join("|", CARDINALS);

  private static final QuickPattern ENGLISH_ROUND =
      QuickPattern.of(
          "\\b(?:(?<ordinal>"
              + ORDINAL
              + ")(?: [\\w-]+)? round|round (?<cardinal>"
              + CARDINAL
              + "))\\b(?! of (?:\\w+ )?(?:tariffs?|duties|sanctions|controls))");

  /** "How many rounds so far", "the latest round": told by the last of those that are numbered. */
  private static final QuickPattern LAST =
      QuickPattern.of(
          "\\bhow many (?:\\w+ )?rounds\\b|\\b(?:latest|last|newest|most recent) (?:\\w+"
              + " ){0,2}round\\b|\\bround\\b[^?]*\\b(?:latest|last|newest|most"
              + " recent)\\b|(?<!第)(?:几|多少)轮|(?:最近|最新|最后|上)的?一轮");

  private static final QuickPattern WHICH =
      QuickPattern.of("\\b(?:which|what)(?: number)? round (?:was|were|is)\\b");

  /** A round that is still to come: told by no record of one held years ago. */
  private static final Wording AHEAD =
      Wording.of(
          "^\\W*(?:when|where|what (?:day|date))"
              + " (?:is|will|are)\\b|\\bwill\\b|\\bscheduled\\b|^\\W*(?:has|was|did) [^?]*\\bround"
              + " (?:been held|held|happen(?:ed)?|taken? place)\\b",
          "(?:什么时候|什麼時候|何时|何時|哪天|哪日)(?:要|会|會)?(?:开|開|举行|舉行|谈|談)?(?![的了过過谈談])|定了[吗嗎没沒]");

  private static final Pattern OPENING = Pattern.compile("Round ([0-9]{1,2})\\b");

  private static final QuickPattern LETTERS = QuickPattern.exactly("[^0-9]");

  private static final int FIRST_STATEMENTS = 3;

  private Rounds() {}

  private static List<String> words(String words) {
    return List.of(words.split(" ", -1));
  }

  /** Whether a round is asked about and these tell of rounds, but not of that one at that time. */
  static boolean areOthers(QueryPlan plan, Reading reading, List<Statements.Ranked> first) {
    return asked(plan, reading)
        .filter(
            asked ->
                first.stream().anyMatch(one -> numbers(told(one)).findAny().isPresent())
                    && first.stream().noneMatch(asked))
        .isPresent();
  }

  /**
   * Whether a round to come is asked about, and the last that is told to have its number is old.
   */
  static boolean areOld(QueryPlan plan, List<Statements.Ranked> first, @Nullable LocalDate end) {
    if (end == null || !isToCome(plan)) {
      return false;
    }
    List<String> asked = numbers(plan.text()).toList();
    List<LocalDate> told =
        first.stream()
            .filter(one -> numbers(told(one)).anyMatch(asked::contains))
            .map(one -> one.record().anchorDay())
            .toList();
    return !told.isEmpty() && told.stream().allMatch(end.minusYears(1)::isAfter);
  }

  /** Whether a round is asked about, by its number, as one to come. */
  static boolean isToCome(QueryPlan plan) {
    return numbers(plan.text()).findAny().isPresent()
        && AHEAD.isIn(plan.text().toLowerCase(Locale.ROOT));
  }

  /** Whether a round is asked about by its number. */
  static boolean isAsked(QueryPlan plan, Reading reading) {
    return asked(plan, reading).isPresent();
  }

  /** Whether a round is asked about and the first statement is of its own record. */
  static boolean isTold(QueryPlan plan, Reading reading, Statements statements) {
    return asked(plan, reading).stream()
        .anyMatch(
            asked ->
                statements.ranked().stream()
                    .limit(1)
                    .filter(asked)
                    .anyMatch(one -> numbers(one.record().title()).findAny().isPresent()));
  }

  /** The statements with the best of the round first, where the first tell of others only. */
  static Optional<Statements> first(QueryPlan plan, Reading reading, Statements statements) {
    List<Statements.Ranked> ranked = statements.ranked();
    return asked(plan, reading)
        .filter(
            _ ->
                areOthers(
                    plan, reading, ranked.subList(0, Math.min(FIRST_STATEMENTS, ranked.size()))))
        .flatMap(asked -> ranked.stream().filter(asked).findFirst())
        .map(one -> one.plus(ranked.getFirst().score() - one.score()))
        .map(one -> statements.withFirst(List.of(one)));
  }

  /** What numbers the round that is named otherwise, "which round was Stockholm". */
  static Optional<Statements> which(QueryPlan plan, Statements statements) {
    List<Integer> named =
        IntStream.range(0, plan.tokens().size())
            .filter(i -> plan.tokens().get(i).kind() == QueryToken.Kind.TERM)
            .boxed()
            .toList();
    return WHICH.isIn(plan.text()) && !named.isEmpty()
        ? statements.ledBy(
            one ->
                named.stream().allMatch(one::holds)
                    && numbers(one.statement().text()).findAny().isPresent(),
            Double.MAX_VALUE)
        : Optional.empty();
  }

  /** The last round, of the time asked about, that the record of the best tells one by one. */
  static Optional<Statements> last(QueryPlan plan, Reading reading, Statements statements) {
    Statements.Ranked best = statements.ranked().getFirst();
    return LAST.isIn(plan.text()) && number(best) > 0
        ? statements.ranked().stream()
            .filter(one -> one.record().equals(best.record()))
            .filter(one -> !reading.hasSpan() || StatementOrder.isOfTheTime(one, reading))
            .max(Comparator.comparingInt(Rounds::number))
            .map(one -> one.plus(best.score() - one.score()))
            .map(one -> statements.withFirst(List.of(one)))
        : Optional.empty();
  }

  /** The number of the round that a statement opens with, "Round 3 of the talks"; 0 for none. */
  private static int number(Statements.Ranked one) {
    Matcher opening = OPENING.matcher(one.statement().text());
    return opening.lookingAt() ? Integer.parseInt(opening.group(1)) : 0;
  }

  private static Optional<Predicate<Statements.Ranked>> asked(QueryPlan plan, Reading reading) {
    return numbers(plan.text())
        .findFirst()
        .map(
            number ->
                one ->
                    (!reading.hasSpan() || StatementOrder.isOfTheTime(one, reading))
                        && numbers(told(one)).anyMatch(number::equals));
  }

  private static String told(Statements.Ranked one) {
    return one.record().title()
        + "\n"
        + one.statement().text()
        + "\n"
        + one.record().titleZh()
        + "\n"
        + one.statement().zh();
  }

  /** The numbers of the rounds that a text names, in digits. */
  private static Stream<String> numbers(String text) {
    return Stream.concat(
        ROUND.in(text).stream().map(round -> inDigits(round.group(1))),
        ENGLISH_ROUND.in(text).stream().map(Rounds::inEnglish));
  }

  private static String inDigits(String number) {
    return Character.isDigit(number.charAt(0))
        ? number
        : (number.length() > 1 ? "1" : "")
            + (NUMERALS.indexOf(number.charAt(number.length() - 1)) + 1);
  }

  private static String inEnglish(MatchResult round) {
    String number =
        Objects.requireNonNullElseGet(round.group("cardinal"), () -> round.group("ordinal"))
            .toLowerCase(Locale.ROOT);
    int word = Math.max(ORDINALS.indexOf(number), CARDINALS.indexOf(number));
    return word < 0 ? LETTERS.replaceAll(number, "") : String.valueOf(word + 1);
  }
}

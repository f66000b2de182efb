package dev.readout.answer;

import dev.readout.index.QueryPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rounds of talks that a Chinese question asks about by number: "第九轮". Pure functions. */
final class Rounds {
  private static final Pattern ROUND = Pattern.compile("第([0-9]{1,2}|[一二三四五六七八九十]{1,3})轮");

  private static final String NUMERALS = "一二三四五六七八九十";

  private static final int FIRST_STATEMENTS = 3;

  private Rounds() {}

  /** Whether a round is asked about and these tell of rounds, but not of that one at that time. */
  static boolean areOthers(QueryPlan plan, Reading reading, List<Statements.Ranked> first) {
    return asked(plan, reading)
        .filter(
            asked ->
                first.stream().anyMatch(one -> numbers(told(one)).findAny().isPresent())
                    && first.stream().noneMatch(asked))
        .isPresent();
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
    return one.record().titleZh() + "\n" + one.statement().zh();
  }

  /** The numbers of the rounds that a text names, in digits. */
  private static Stream<String> numbers(String text) {
    return ROUND
        .matcher(text)
        .results()
        .map(round -> round.group(1))
        .map(
            number ->
                Character.isDigit(number.charAt(0))
                    ? number
                    : (number.length() > 1 ? "1" : "")
                        + (NUMERALS.indexOf(number.charAt(number.length() - 1)) + 1));
  }
}

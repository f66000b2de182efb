package dev.readout.answer;

import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.IntStream;

/**
 * Whether somebody spoke of something, "did Xi mention soybeans": told by a sentence that has it,
 * of that side's own account or of what that leaves out. What the other side says that it spoke of
 * is no answer. Pure functions.
 */
final class Mentioned {
  private static final QuickPattern ASKED =
      QuickPattern.of(
          "^\\W*(?:did|does|do|has|have) [^?]*?\\b(?:mention(?:ed)?|br(?:ing|ought) up|raised?(?!"
              + " (?:\\S+ ){0,4}?(?:tariffs?|dut(?:y|ies)|rates?)\\b)|touch(?:ed)? on|refer(?:red)?"
              + " to|talk(?:ed)?|discuss(?:ed)?|sp(?:ea|o)ken? (?:of|about))\\b");

  private static final Set<Kind> OF_TALKS = EnumSet.of(Kind.MEETING, Kind.READOUT);

  /** Log-odds of the reader from which on other words tell the same. */
  private static final double TOLD_IN_OTHER_WORDS = 8;

  private static final Set<String> GIVEN = Set.of("commodity", "company");

  /** Of words for what every call is, "trade", more records have each. */
  private static final double RARE = 3;

  private Mentioned() {}

  /** The statements with what tells it of the side asked about; empty where the lead does. */
  static Optional<Statements> first(
      QueryPlan plan, Reading reading, Statements ranked, Generation generation) {
    Side side = reading.side();
    List<Integer> things = things(plan, generation);
    return side == null || things.isEmpty() || isOf(side, ranked.ranked().getFirst())
        ? Optional.empty()
        : ranked.ranked().stream()
            .filter(one -> OF_TALKS.contains(one.record().kind()))
            .filter(one -> !reading.hasSpan() || reading.spans(one.record()))
            .filter(
                one ->
                    StatementOrder.Named.of(plan, generation, Outcomes::isWhere).stream()
                        .allMatch(place -> AskedList.tells(one, place)))
            .filter(one -> isOf(side, one) && things.stream().allMatch(one::holds))
            .findFirst()
            .map(one -> ranked.openedBy(List.of(one)));
  }

  /** Whether the account of the side asked about is said to leave it out. */
  static boolean isTold(
      QueryPlan plan, Reading reading, Statements.Ranked lead, Generation generation) {
    List<Integer> things = things(plan, generation);
    return reading.side() != null
        && !things.isEmpty()
        && things.stream().allMatch(lead::holds)
        && Accounts.isLeftOut(reading.side(), lead.statement().text());
  }

  /** Whether what would be shown has nothing of it, or is the other side's. */
  static boolean isUntold(
      QueryPlan plan, Reading reading, Statements statements, Generation generation) {
    List<Integer> things = things(plan, generation);
    Statements.Ranked lead = statements.ranked().getFirst();
    boolean isInOtherWords = statements.read().orElse(0) >= TOLD_IN_OTHER_WORDS;
    return !things.isEmpty()
        && (things.stream()
                .filter(i -> isGiven(plan.tokens().get(i), generation) || !isInOtherWords)
                .anyMatch(i -> !lead.holds(i))
            || (reading.side() != null && !isOf(reading.side(), lead)));
  }

  private static boolean isOf(Side side, Statements.Ranked one) {
    String text = one.statement().text();
    return !Imposer.isOthers(side, one.record().side())
        ? !Accounts.isLeftOut(side == Side.US ? Side.PRC : Side.US, text)
        : Accounts.isLeftOut(side, text) || AskedSide.openingOf(text) == side;
  }

  /** Goods, companies, Taiwan and rare matters behind the verb. */
  private static List<Integer> things(QueryPlan plan, Generation generation) {
    return ASKED.in(plan.text()).stream()
        .findFirst()
        .map(MatchResult::end)
        .map(
            verb ->
                IntStream.range(0, plan.tokens().size())
                    .filter(i -> plan.tokens().get(i).start() >= verb)
                    .filter(i -> isAThing(plan.tokens().get(i), generation))
                    .boxed()
                    .toList())
        .orElse(List.of());
  }

  private static boolean isAThing(QueryToken token, Generation generation) {
    return isGiven(token, generation)
        || (token.kind() == QueryToken.Kind.TERM
            && token.idf() >= RARE
            && generation
                .term(token.text())
                .filter(term -> term.isVocabulary() || term.kind().equals("technology"))
                .isPresent());
  }

  /** A name that other words do not stand for. */
  private static boolean isGiven(QueryToken token, Generation generation) {
    return token.kind() == QueryToken.Kind.TERM
        && generation
            .term(token.text())
            .filter(term -> GIVEN.contains(term.kind()) || term.id().equals("taiwan"))
            .isPresent();
  }
}

package dev.readout.answer;

import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What leads where the last or first of its kind is asked for: the meeting held last, whoever took
 * an office last, what has been bought and not what was promised. Pure functions, in English.
 */
final class LastOfAKind {
  private static final QuickPattern MEETING =
      QuickPattern.of(
          "\\b(?:when|where)\\b.*\\blast (?:met|meet|talk(?:ed)?|spoke|speak|saw|see)\\b");

  private static final QuickPattern FIRST_TALKS =
      QuickPattern.of(
          "^(?=.*\\b(?:when|where|dates?|days?)\\b).*\\bfirst (?:[\\w–-]+ ){0,4}?"
              + "(?:rounds?|talks|sessions?|meetings?)\\b");

  private static final QuickPattern OFFICE =
      QuickPattern.of("^\\W*who(?:['’]?s| is) (?:the|china['’]s)\\b");

  private static final Pattern WHO_IT_IS =
      Pattern.compile("(?:[A-Z][\\w.-]+ ){2,3}(?:is|was|has been|became)\\b");

  private static final QuickPattern PURCHASE =
      QuickPattern.of(
          "\\b(?:has|have|did)\\b(?!.*\\b(?:agree|promis|pledg|commit|undert)).*"
              + "\\b(?:bought|buy|purchased?)\\b|\\b(?:is|are) [^?]*\\b(?:buying|purchasing)\\b");

  private static final QuickPattern BOUGHT =
      QuickPattern.of(
          "\\b(?:(?:had|has|have) (?:been )?(?:bought|purchased|reached|met)|(?:was|were)"
              + " (?:bought|reached|(?:not )?met)|fell short|China bought|purchases"
              + " (?:reached|fell|came|were))\\b");

  /** What was bought says nothing of whether America kept its promises. */
  private static final QuickPattern OF_AMERICAS =
      QuickPattern.of(
          "^\\W*\\w+ (?:the |president )*(?:us|u\\.s\\.|united"
              + " states|america|washington|trump)\\b");

  /** What came of a promise. */
  private static final QuickPattern KEPT = QuickPattern.of("\\b(?:reached|met|fell short)\\b");

  private LastOfAKind() {}

  /**
   * What ranks statements, the highest first, and those that are none of the kind as {@link
   * Long#MIN_VALUE}; empty where nothing of a kind is asked, or no statement is of it.
   */
  static Optional<ToLongFunction<Statements.Ranked>> asked(
      QueryPlan plan, List<Integer> matters, List<Statements.Ranked> ranked) {
    double least = ranked.getFirst().score() - StatementOrder.AS_GOOD_A_PLAN;
    return asked(plan, matters)
        .filter(
            rank ->
                ranked.stream()
                    .filter(one -> one.score() >= least)
                    .anyMatch(one -> rank.applyAsLong(one) > Long.MIN_VALUE));
  }

  /** "Has China bought the soybeans": not what it promised, however near that is. */
  static boolean asksWhatWasBought(QueryPlan plan) {
    return PURCHASE.isIn(plan.text());
  }

  private static Optional<ToLongFunction<Statements.Ranked>> asked(
      QueryPlan plan, List<Integer> matters) {
    if (MEETING.isIn(plan.text())) {
      return Optional.of(LastOfAKind::heldOn);
    }
    if (FIRST_TALKS.isIn(plan.text())) {
      return Optional.of(one -> firstHeldOn(plan, one));
    }
    if (OFFICE.isIn(plan.text())) {
      return Optional.of(one -> tookOfficeOn(plan, one));
    }
    boolean isOfChinas = OfToday.asksIfKept(plan) && !OF_AMERICAS.isIn(plan.text());
    return asksWhatWasBought(plan) || isOfChinas
        ? Optional.of(one -> bought(plan, matters, one))
        : Optional.empty();
  }

  /** The opening of a meeting's account tells when and where it was held. */
  private static long heldOn(Statements.Ranked one) {
    return one.record().kind() == Kind.MEETING && one.ordinal() == 0
        ? one.record().anchorDay().toEpochDay()
        : Long.MIN_VALUE;
  }

  /** The earlier the higher, where its record has what is named. */
  private static long firstHeldOn(QueryPlan plan, Statements.Ranked one) {
    boolean isOfTheNamed =
        IntStream.range(0, plan.tokens().size())
            .filter(i -> plan.tokens().get(i).kind() == QueryToken.Kind.TERM)
            .allMatch(i -> one.evidence().inRecord()[i]);
    return isOfTheNamed && heldOn(one) > Long.MIN_VALUE ? -heldOn(one) : Long.MIN_VALUE;
  }

  /** The last day in the opening of the entry of somebody who holds or held the office named. */
  private static long tookOfficeOn(QueryPlan plan, Statements.Ranked one) {
    boolean isTheirEntry =
        one.record().kind() == Kind.EXPLAINER
            && one.ordinal() == 0
            && WHO_IT_IS.matcher(one.statement().text()).lookingAt();
    return isTheirEntry && holdsAll(plan, one, i -> isOfTheOffice(plan.tokens().get(i)))
        ? StatementOrder.days(one).mapToLong(LocalDate::toEpochDay).max().orElse(Long.MIN_VALUE)
        : Long.MIN_VALUE;
  }

  private static boolean isOfTheOffice(QueryToken token) {
    return token.hasContent()
        && token.kind() != QueryToken.Kind.PAIR
        && !Composer.COUNTRIES.contains(token.text());
  }

  private static long bought(QueryPlan plan, List<Integer> matters, Statements.Ranked one) {
    String text = one.statement().text();
    if (!BOUGHT.isIn(text)) {
      return Long.MIN_VALUE;
    }
    boolean holdsNumbers =
        holdsAll(plan, one, i -> plan.tokens().get(i).kind() == QueryToken.Kind.NUMBER);
    long told = holdsNumbers ? 2 : 1;
    if (!OfToday.asksIfKept(plan)) {
      return told;
    }
    boolean isOfTheMatter =
        matters.stream()
            .filter(i -> !OfToday.isAPromise(plan.written(plan.tokens().get(i))))
            .allMatch(i -> one.holds(i) || one.evidence().inTitle()[i]);
    return !isOfTheMatter ? Long.MIN_VALUE : KEPT.isIn(text) ? told + 1 : told;
  }

  private static boolean holdsAll(QueryPlan plan, Statements.Ranked one, IntPredicate isMeant) {
    return IntStream.range(0, plan.tokens().size()).filter(isMeant).allMatch(one::holds);
  }
}

package dev.readout.answer;

import static java.util.stream.Collectors.toSet;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Both governments' words on a meeting, where they are asked for side by side: what each wants of
 * the other before what both always say. Without state.
 */
final class Accounts {
  /**
   * What it counts in a statement's score that it names the matter asked about, or tells what a
   * side wants; and, against it, that it tells what both sides always say.
   */
  private static final double TELLS_APART = 4;

  private static final QuickPattern WANTS =
      QuickPattern.of(
          "\\b(?:rais(?:ed|es)|voiced|concerns?|critici[sz]\\w+|complain\\w+"
              + "|urg(?:ed|es)|demand\\w*|oppos\\w+|object\\w+|warn\\w*|pressed|asked"
              + "|called (?:on|for)|protest\\w*|accus\\w+|stress(?:ed|es)?)\\b");

  /** "The one stresses trade; the other stresses Taiwan." */
  private static final QuickPattern SETS_APART =
      QuickPattern.of("; (?:the |in )?|\\b(?:whereas|while|on (?:the )?one side|unlike)\\b");

  /** Told by others. */
  private static final QuickPattern IS_HEARSAY =
      QuickPattern.of("\\b(?:press|news|reports?|reported|background|analysts?)\\b");

  /** "Both sides agreed to keep communicating", "the talks were candid". */
  private static final QuickPattern IS_POLITE =
      QuickPattern.of(
          "\\b(?:communicat\\w+|(?:keep|stay|stayed|kept) (?:up |in"
              + " )?(?:contact|touch|exchanges)|candid|constructive|exchanged views|led for|took"
              + " place|lasted|thanked|looked forward|website|met (?:for|in|on|at)|(?:spoke|talked)"
              + " (?:by|on|for))\\b");

  /** Kinds of terms that speak for their government. */
  private static final Set<String> SPEAKERS = Set.of("person", "agency");

  /** A statement, and what it is worth beside the others. */
  private record Weighed(Statements.Ranked statement, double worth) {}

  private static final String LEAVES_OUT =
      "\\b[^.;]*\\b(?:leaves? out|left out|(?:did|does|do) not"
          + " (?:mention|name|publish|confirm|give|repeat)|spoke only|says? nothing|gives? no)\\b";

  private static final Pattern CHINESE_LEAVES_OUT =
      Pattern.compile("\\b(?:Chinese (?:account|read-?out|text)|Xinhua|MOFCOM|China)" + LEAVES_OUT);

  private static final Pattern AMERICAN_LEAVES_OUT =
      Pattern.compile(
          "\\b(?:U\\.?S\\.? (?:account|read-?out|text|fact sheet)|American account|White House)"
              + LEAVES_OUT);

  private Accounts() {}

  /** Whether a text says that the account of a side does not have something. */
  static boolean isLeftOut(Side side, String text) {
    return (side == Side.US ? AMERICAN_LEAVES_OUT : CHINESE_LEAVES_OUT).matcher(text).find();
  }

  /**
   * What is compared, as the names tell it: people or bodies of both governments side by side
   * ("what bothered Tai and what Wang"), or what was done at two places.
   */
  static Reading asked(Reading reading, QueryPlan plan, Generation generation) {
    Set<Side> named =
        plan.termIds().stream()
            .flatMap(id -> generation.term(id).stream())
            .filter(term -> SPEAKERS.contains(term.kind()))
            .flatMap(term -> Stream.ofNullable(term.side()))
            .collect(toSet());
    if (named.containsAll(Set.of(Side.US, Side.PRC)) && AskedSide.isSideBySide(plan.text())) {
      return reading.ofBothSides();
    }
    if (reading.asks(Shape.BOTH_SIDES) && areTwoLists(plan, generation)) {
      return reading.ofThings();
    }
    boolean isOfTwoPlaces =
        reading.asks(Shape.COMPARISON)
            && !reading.asks(Shape.BOTH_SIDES)
            && StatementOrder.Named.in(plan, generation).places().size() > 1;
    return isOfTwoPlaces ? reading.with(Shape.TWO_PLACES) : reading;
  }

  /** "The US Entity List and China's Unreliable Entity List": whose they are is not compared. */
  private static boolean areTwoLists(QueryPlan plan, Generation generation) {
    List<String> names =
        plan.tokens().stream()
            .filter(token -> SideBySide.isName(token, generation))
            .flatMap(token -> generation.term(token.text()).stream())
            .map(Term::kind)
            .toList();
    return names.equals(List.of("list", "list"));
  }

  /**
   * Both governments' accounts of the meeting at the place named, or of the one found best, where
   * there are both; entries that explain a word last, unless nothing else comes near.
   */
  static List<Statements.Ranked> first(
      QueryPlan plan, StatementOrder.Named named, Reading reading, List<Statements.Ranked> ranked) {
    Set<String> meetings = meetings(plan, named.places(), ranked);
    Predicate<Statements.Ranked> isAccount =
        one -> meetings.contains(StatementOrder.meeting(one.record()));
    Predicate<Statements.Ranked> isEntry = one -> one.record().kind() == Kind.GLOSSARY;
    boolean isOfBoth =
        ranked.stream()
            .filter(isAccount)
            .map(one -> one.record().side())
            .collect(toSet())
            .containsAll(Set.of(Side.US, Side.PRC));
    double least = ranked.getFirst().score() - StatementOrder.AS_GOOD_AN_END;
    boolean isOfWords = ranked.stream().filter(one -> one.score() >= least).allMatch(isEntry);
    boolean isWhatWasSaid = ChineseLead.asksWhatWasSaid(plan, reading);
    return ranked.stream()
        .map(
            one ->
                new Weighed(one, isOfBoth && isAccount.test(one) ? worth(named, one) : one.score()))
        .sorted(
            Comparator.comparing((Weighed one) -> isOfBoth && !isAccount.test(one.statement()))
                .thenComparing(one -> !isOfWords && isEntry.test(one.statement()))
                .thenComparing(one -> isWhatWasSaid && ChineseLead.setsTheScene(one.statement()))
                .thenComparingDouble(one -> -one.worth()))
        .map(Weighed::statement)
        .toList();
  }

  /**
   * "How did China respond to the Supreme Court's ruling": what its own account of that matter says
   * before what others do; empty where something else is asked, or it leads.
   */
  static Optional<Statements> ofTheMatter(
      QueryPlan plan, Reading reading, Statements statements, Generation generation) {
    return statements.ledBy(
        one -> isOfTheMatter(plan, reading, one, generation), StatementOrder.AS_GOOD_A_RESULT);
  }

  /**
   * Whether one government's words on a matter are asked for, of no person and no day, and this is
   * from an account of its own that has the matter in its title.
   */
  static boolean isOfTheMatter(
      QueryPlan plan, Reading reading, Statements.Ranked one, Generation generation) {
    return reading.asks(Shape.SPEECH)
        && reading.side() != null
        && !reading.hasSpan()
        && one.record().kind() == Kind.READOUT
        && one.record().side() == reading.side()
        && plan.termIds().stream()
            .flatMap(id -> generation.term(id).stream())
            .noneMatch(term -> term.kind().equals("person"))
        && StatementOrder.Named.of(
                plan, generation, term -> !term.isVocabulary() && term.side() != reading.side())
            .stream()
            .anyMatch(matter -> one.evidence().inTitle()[matter]);
  }

  private static double worth(StatementOrder.Named named, Statements.Ranked one) {
    String text = StatementForm.withoutAttribution(one.statement().text());
    boolean isNamed = named.matters().stream().anyMatch(one::holds);
    boolean isWanted = WANTS.isIn(text) && !IS_HEARSAY.isIn(text);
    boolean isOfBoth = one.record().kind() != Kind.EXPLAINER && setsApart(text);
    return one.score()
        + TELLS_APART
            * ((isNamed ? 1 : 0)
                + (isWanted ? 1 : 0)
                + (isOfBoth ? 1 : 0)
                - (IS_POLITE.isIn(text) ? 1 : 0));
  }

  /**
   * Places of those of a side whom the question names: whose words come before others of theirs.
   */
  static List<Integer> people(QueryPlan plan, Generation generation, Side side) {
    return StatementOrder.Named.of(
        plan, generation, term -> term.kind().equals("person") && term.side() == side);
  }

  /** Whether it is told by others. */
  static boolean isHearsay(Statements.Ranked one) {
    return IS_HEARSAY.isIn(one.statement().text());
  }

  /** Whose words a statement tells: its record's, or of a meeting's record whom it opens with. */
  static Side speaker(Statements.Ranked one) {
    Side side = one.record().side();
    Side named = AskedSide.openingOf(one.statement().text());
    return side == Side.JOINT && named != null ? named : side;
  }

  /** Those at the place named; else that of the best record, where it is of a meeting. */
  private static Set<String> meetings(
      QueryPlan plan, List<Integer> places, List<Statements.Ranked> ranked) {
    Set<String> there = meetingsAt(plan, places, ranked);
    CorpusRecord best = ranked.getFirst().record();
    boolean isOfOne = best.kind() == Kind.MEETING || best.kind() == Kind.READOUT;
    return there.isEmpty() && isOfOne ? Set.of(StatementOrder.meeting(best)) : there;
  }

  /** The meetings held at the place, where the question names but one; by the titles of records. */
  private static Set<String> meetingsAt(
      QueryPlan plan, List<Integer> places, List<Statements.Ranked> ranked) {
    if (places.size() != 1) {
      return Set.of();
    }
    return ranked.stream()
        .filter(one -> StatementOrder.isInTitle(plan, places.getFirst(), one))
        .map(Statements.Ranked::record)
        .filter(record -> record.kind() == Kind.MEETING || record.kind() == Kind.READOUT)
        .map(StatementOrder::meeting)
        .collect(toSet());
  }

  /** Whether it sets one government's account against the other's. */
  static boolean setsApart(String text) {
    return AskedSide.areNamed(text) && SETS_APART.isIn(text);
  }
}

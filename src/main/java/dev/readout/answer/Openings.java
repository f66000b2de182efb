package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Statement;
import dev.readout.index.Evidence;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.IntStream;

/** What leads where it is asked what something is: how its entry, or the rule, opens. */
final class Openings {
  /** Slots of "what are the port fees". */
  private static final Set<Slot> WHAT_IT_IS = EnumSet.of(Slot.DEFINITION, Slot.LIST);

  private static final QuickPattern MEANT_BY =
      QuickPattern.of(
          "\\b(?:meant by|meaning of|definition of|define|mean by|stands? for)"
              + " (?:the |an? )?(?:words? |terms? |phrase )?[\"'“‘]?");

  /** "What does ballast mean?", "When he calls it ballast, what does he mean?" */
  private static final QuickPattern MEANT_BY_WORDS =
      QuickPattern.of("\\bwhat (?:does|do|did) [^?,.]{1,60} mean\\b");

  /** How a rule was made, which says little of what it is. */
  private static final QuickPattern ENACTED =
      QuickPattern.exactly("\\b(?:issued|passed|became law|published|adopted|signed)\\b");

  private static final QuickPattern DOES =
      QuickPattern.exactly(
          "\\b(?:may|must|can|bars?|barred|bans?|lets?|requires?|presumed|covers?|address(?:es)?|prohibits?|subject"
              + " to|applies to|put into|puts)\\b");

  /** Of a rule called by a figure, what has that. */
  private static final int FIRST = 3;

  private Openings() {}

  /** An entry's own opening, where it is asked what or who its subject is, and nothing more. */
  static List<Statements.Ranked> first(
      QueryPlan plan, List<Statements.Ranked> order, Reading reading) {
    Statements.Ranked lead =
        MEANT_BY_WORDS.isIn(plan.text()) ? wordMeant(plan, order) : order.getFirst();
    Kind kind = lead.record().kind();
    boolean isEntry = kind == Kind.GLOSSARY || kind == Kind.EXPLAINER;
    boolean asksWhatItIs = reading.asks(Slot.DEFINITION) || reading.asks(Shape.PERSON);
    boolean isOfIt =
        !lead.equals(order.getFirst())
            || (asksWhatItIs && isSubject(plan, lead.evidence(), false))
            || isMeant(plan, lead.evidence());
    int opening = opening(plan, lead.evidence());
    if (isEntry && isOfIt) {
      return StatementOrder.first(
          order,
          Double.NEGATIVE_INFINITY,
          one -> !one.record().equals(lead.record()) ? 0 : one.ordinal() == opening ? 2 : 1);
    }
    boolean isAsked = reading.asks(Slot.DEFINITION) && WHAT_IT_IS.containsAll(reading.slots());
    if (!isAsked
        || ChineseLead.asksWhatAFigureIs(plan, reading)
        || (isEntry && isSubject(plan, lead.evidence(), true))) {
      return order;
    }
    // Of a rule, its draft and what pauses or amends it, the rule: what it is, then what it does.
    return order.stream()
        .filter(one -> one.record().kind().isMeasure())
        .filter(one -> lead.score() - one.score() <= StatementOrder.AS_GOOD_AN_END)
        .filter(one -> isSubject(plan, one.evidence(), true))
        .filter(one -> holdsFigures(plan, lead, one.evidence()))
        .map(Statements.Ranked::record)
        .min(Comparator.comparing(Openings::isDraft).thenComparing(CorpusRecord::anchorDay))
        .map(
            rule ->
                StatementOrder.first(
                    order,
                    Double.NEGATIVE_INFINITY,
                    one -> one.record().equals(rule) ? place(plan, one) : 0))
        .orElse(order);
  }

  /** Whether the rule opens with the figure that it is called by: "the 0.1 percent rule". */
  private static boolean holdsFigures(QueryPlan plan, Statements.Ranked lead, Evidence rule) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> plan.tokens().get(i).kind() == QueryToken.Kind.NUMBER)
        .filter(i -> lead.evidence().inStatement()[lead.ordinal()][i])
        .allMatch(i -> rule.inStatement()[0][i] || holdsNext(rule, i));
  }

  private static boolean holdsNext(Evidence rule, int token) {
    return rule.inStatement().length > 1 && rule.inStatement()[1][token];
  }

  /**
   * Of a rule's first two statements the one with the figure that it is called by, or what it does,
   * where the first tells how it was made.
   */
  private static int place(QueryPlan plan, Statements.Ranked one) {
    List<Statement> statements = one.record().statements();
    boolean isOfTheMaking =
        statements.size() > 1
            && ENACTED.isIn(statements.getFirst().text())
            && DOES.isIn(statements.get(1).text());
    boolean holdsTheFigure =
        IntStream.range(0, plan.tokens().size())
            .anyMatch(i -> plan.tokens().get(i).kind() == QueryToken.Kind.NUMBER && one.holds(i));
    return one.ordinal() > 1
        ? 0
        : holdsTheFigure ? FIRST : isOfTheMaking ? 1 + one.ordinal() : 2 - one.ordinal();
  }

  /** The best of an entry whose name the question uses; the best of all where there is none. */
  private static Statements.Ranked wordMeant(QueryPlan plan, List<Statements.Ranked> order) {
    return order.stream()
        .filter(one -> one.record().kind() == Kind.GLOSSARY)
        .filter(one -> order.getFirst().score() - one.score() <= StatementOrder.AS_GOOD_AN_END)
        .filter(
            one ->
                IntStream.range(0, plan.tokens().size())
                    .filter(i -> plan.tokens().get(i).kind() == QueryToken.Kind.TERM)
                    .anyMatch(i -> one.evidence().inTitle()[i]))
        .findFirst()
        .orElse(order.getFirst());
  }

  /** "What is meant by ballast when ministers talk": what stands behind is the entry's title. */
  private static boolean isMeant(QueryPlan plan, Evidence entry) {
    MatchResult meant = MEANT_BY.first(plan.text());
    return meant != null
        && IntStream.range(0, plan.tokens().size())
            .filter(i -> plan.tokens().get(i).start() == meant.end())
            .anyMatch(i -> plan.tokens().get(i).hasContent() && entry.inTitle()[i]);
  }

  /** Whether it was but proposed, whatever came of it. */
  private static boolean isDraft(CorpusRecord record) {
    return record.standing().periods().stream()
        .anyMatch(period -> period.state() == LegalState.PROPOSED);
  }

  /**
   * The first statement that names what is named, as an entry of two words may open with neither.
   */
  private static int opening(QueryPlan plan, Evidence entry) {
    List<QueryToken> tokens = plan.tokens();
    List<Integer> named =
        IntStream.range(0, tokens.size())
            .filter(i -> tokens.get(i).kind() == QueryToken.Kind.TERM && entry.inTitle()[i])
            .boxed()
            .toList();
    boolean[][] held = entry.inStatement();
    return IntStream.range(0, held.length)
        .filter(statement -> named.stream().anyMatch(i -> held[statement][i]))
        .findFirst()
        .orElse(0);
  }

  /**
   * Whether the title has all that the question names, and the opening something of it; of a
   * measure, either of them has all, and the country need not be there.
   */
  private static boolean isSubject(QueryPlan plan, Evidence entry, boolean isMeasure) {
    List<QueryToken> tokens = plan.tokens();
    List<Integer> naming =
        IntStream.range(0, tokens.size())
            .filter(i -> tokens.get(i).hasContent() && tokens.get(i).kind() != QueryToken.Kind.PAIR)
            .filter(i -> !isMeasure || !Composer.COUNTRIES.contains(tokens.get(i).text()))
            .boxed()
            .toList();
    return isMeasure
        ? !naming.isEmpty()
            && naming.stream().allMatch(i -> entry.inTitle()[i] || entry.inStatement()[0][i])
        : naming.stream().allMatch(i -> entry.inTitle()[i])
            && naming.stream().anyMatch(i -> entry.inStatement()[0][i]);
  }
}

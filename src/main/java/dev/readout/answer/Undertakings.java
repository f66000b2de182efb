package dev.readout.answer;

import static java.util.stream.Collectors.toSet;

import dev.readout.answer.Statements.Ranked;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one government took upon itself at a meeting: "what did China agree to in Busan?", and what
 * it got there, which is what the other gave. Pure functions.
 */
final class Undertakings {
  private static final QuickPattern GIVEN =
      QuickPattern.of(
          "\\b(?:agree(?:d|s)?|promise[ds]?|pledge[ds]?|commit(?:s|ted|ments?)?|concede[ds]?"
              + "|concessions?|give(?:s|n)?|gave|offer(?:s|ed)?|undert(?:ake|aken|ook)|sign(?:ed)?"
              + " up)\\b|承诺|答应|许诺|同意|让步");

  private static final QuickPattern GOT =
      QuickPattern.of(
          "\\b(?:gets?|got|gain(?:s|ed)?|wins?|won|receive[sd]?|secure[sd]?|obtain(?:s|ed)?"
              + "|extract(?:ed)?|(?:walk|c[ao]me)(?:ed)? away|in (?:return|exchange))\\b"
              + "|得到|获得|换来|换取|赢得|拿到");

  /** "Did Trump win in Busan" asks for an opinion. */
  private static final QuickPattern WHAT =
      QuickPattern.of("\\b(?:what|which|anything|something)\\b|什么|哪些|啥");

  private static final QuickPattern EACH =
      QuickPattern.of(
          "\\b(?:each|both|two|either) (?:side|sides|countr(?:y|ies)|governments?)\\b|双方|两国|各自");

  private static final String TAKES_ON =
      " (?:also )?(?:would|will|shall|agree[ds]|promise[ds]|undert(?:akes|ook)|commit(?:s|ted)"
          + "|adjusts|suspends|removes|lifts|keeps|cuts|is (?:to|ready to))\\b";

  /**
   * The one before whom it stands has it done to him: "tariffs on China would go to 47 percent".
   */
  private static final String WHO_DOES_IT = "(?<!\\b(?:on|of|to|against|with|from|for) (?:the )?)";

  private static final Pattern OF_CHINA =
      Pattern.compile(WHO_DOES_IT + "\\b(?:China|Beijing)" + TAKES_ON);

  private static final Pattern OF_THE_US =
      Pattern.compile(WHO_DOES_IT + "\\b(?:United States|U\\.S\\.|US|Washington)" + TAKES_ON);

  /** More of them stand among the rest. */
  private static final int MOST = 3;

  private Undertakings() {}

  /** Whose undertakings are asked for; empty where something else is, or what both agreed. */
  static Optional<Side> giver(QueryPlan plan, Generation generation) {
    MatchResult given = GIVEN.first(plan.text());
    MatchResult got = given == null && WHAT.isIn(plan.text()) ? GOT.first(plan.text()) : null;
    MatchResult verb = given == null ? got : given;
    if (verb == null || EACH.isIn(plan.text()) || OfToday.asksIfKept(plan)) {
      return Optional.empty();
    }
    boolean isGiven = given != null;
    Set<Side> before =
        plan.tokens().stream()
            .filter(token -> token.start() < verb.start())
            .flatMap(token -> side(plan, token, generation).stream())
            .collect(toSet());
    return plan.tokens().stream()
        .filter(_ -> before.size() < 2)
        .flatMap(token -> side(plan, token, generation).stream())
        .findFirst()
        .map(side -> isGiven == (side == Side.PRC) ? Side.PRC : Side.US);
  }

  /** The government that a word names, or whose person. */
  private static Optional<Side> side(QueryPlan plan, QueryToken token, Generation generation) {
    return Optional.of(token)
        .filter(one -> one.kind() == QueryToken.Kind.TERM)
        .flatMap(one -> generation.term(one.text()))
        .filter(term -> term.kind().equals("person") || Outcomes.isGovernment(plan, token))
        .map(Undertakings::side);
  }

  private static Side side(Term term) {
    return Objects.requireNonNullElse(
        term.side(), term.id().equals("china") || term.id().equals("beijing") ? Side.PRC : Side.US);
  }

  /**
   * The undertakings of one side at a meeting, those that the record of the meeting tells first.
   *
   * @param isWanted whether one is of what is asked about
   */
  static List<Ranked> of(
      Side giver,
      CorpusRecord meeting,
      Predicate<Ranked> isWanted,
      QueryPlan plan,
      Generation generation,
      double score) {
    return generation
        .records()
        .filter(one -> one.equals(meeting) || meeting.id().equals(one.meeting()))
        .filter(one -> !one.anchorDay().isBefore(meeting.anchorDay()))
        .sorted(Comparator.comparingInt(Undertakings::rank))
        .flatMap(record -> of(giver, record, plan, generation, score))
        .filter(isWanted)
        .limit(MOST)
        .toList();
  }

  private static int rank(CorpusRecord record) {
    return record.kind() == Kind.MEETING ? 0 : record.kind() == Kind.AGREEMENT ? 1 : 2;
  }

  private static Stream<Ranked> of(
      Side giver, CorpusRecord record, QueryPlan plan, Generation generation, double score) {
    Pattern undertakes = giver == Side.PRC ? OF_CHINA : OF_THE_US;
    return generation.evidenceOf(plan, List.of(record.id())).stream()
        .flatMap(
            evidence ->
                IntStream.range(0, record.statements().size())
                    .filter(
                        i -> {
                          String text = record.statements().get(i).text();
                          return undertakes.matcher(text).find() && !StatementOrder.isSilent(text);
                        })
                    .mapToObj(i -> new Ranked(evidence, i, 1, score)));
  }
}

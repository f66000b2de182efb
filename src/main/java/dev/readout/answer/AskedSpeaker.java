package dev.readout.answer;

import static java.util.stream.Collectors.joining;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The one person whose words are asked for: "what did Xi say to Trump in Busan", "习近平在釜山说了什么".
 * Thread-safe.
 *
 * @param id of the term
 * @param saysAll whether nothing is named but persons, places and times, so that whatever that
 *     person said there is the answer
 */
record AskedSpeaker(String id, boolean saysAll, Generation generation) {
  /** "What did President Trump", "how does the". */
  private static final QuickPattern BEFORE =
      QuickPattern.of(
          "\\b(?:did|does|do|has|have|had|would|will)\\s+(?:the\\s+)?(?:(?:president|secretary|minister|vice"
              + " premier|ambassador|representative|judge)\\s+)?$");

  /** "习近平在釜山说了什么": behind the name. */
  private static final Pattern SAYS =
      Pattern.compile("(?:[在对就于向][^，。；？和与跟]{1,14}?)?(?:都|还|又|是)?(?:怎么|如何)?(?:说|讲|表示)");

  private static final QuickPattern RAISED =
      QuickPattern.of(
          "\\bwhat did [^?]{2,30}? (?:raise|voice|stress|demand|complain|bring up|ask for)\\b");

  private static final Pattern SPACE = Pattern.compile(" ");

  private static final Pattern AND_ANOTHER =
      Pattern.compile("\\s*(?:,|&|and\\b|or\\b)", Pattern.CASE_INSENSITIVE);

  /** What a company or another country says, thinks or does upon something, behind its name. */
  private static final Pattern THIRD_SAYS =
      Pattern.compile(
          "(?:['’]s?)?\\s+(?!(?:[\\w'’-]+\\s+){0,2}?(?:statement|talks|round|meeting|summit|deal|truce|pact|agreement"
              + "|framework|read-?outs?|communiqu\\w+|fact|embassy|order|call)\\b)"
              + "(?:[\\w'’-]+\\s+){0,3}?(?:say|tell|think|reply|respond|react|answer|ask|advise|argue|demand|object"
              + "|complain|comment|warn)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Behind the name of whom a statement quotes. */
  private static final String HAS_SAID =
      "\\b[^.;]{0,80}?\\b(?:sa(?:id|ys?)|t(?:old|ells?)|th(?:ink|ought)s?|call(?:ed|s)|repl(?:ied|ies)|respon\\w+"
          + "|react\\w*|answer\\w*|ask(?:ed|s)|advis\\w+|argu\\w+|demand\\w*|object\\w*|complain\\w*|comment\\w*"
          + "|warn\\w*|welcom\\w+|reject\\w*|den(?:y|ied|ies)|critici\\w+|protest\\w*|dispute\\w*|announce\\w*"
          + "|stat(?:ed|es)|note[ds]?|disclos\\w+|report(?:ed|s)|confirm\\w*|insist\\w*|accus\\w+|urge\\w*|want\\w*|su(?:ed|es)|oppose\\w*)\\b";

  /** In a record of whom is asked about. */
  private static final QuickPattern IT_HAS_SAID =
      QuickPattern.exactly("\\b(?:[Ii]t|company|firm|group|maker|government)" + HAS_SAID);

  /** Names of who, where and when, and what people say things in and to. */
  private static final Set<String> AROUND = Set.of("person", "place", "event", "forum");

  private static final QuickPattern AUDIENCE =
      QuickPattern.of(
          "(?:reporters?|journalists?|press|media|talks|meetings?|calls?|summit|round|visit|remarks?"
              + "|told|statements?|phone|president|secretary|minister|vice|premier)");

  /** Which token names who did what is asked for: "what did Trump say"; -1 for none. */
  static int token(QueryPlan plan) {
    List<QueryToken> tokens = plan.tokens();
    return IntStream.range(0, tokens.size())
        .filter(i -> tokens.get(i).kind() == QueryToken.Kind.TERM)
        .filter(i -> isAsked(plan.text(), tokens.get(i)))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isAsked(String text, QueryToken name) {
    return BEFORE.isIn(text.substring(0, name.start()))
        || (SAYS.matcher(text.substring(name.end())).lookingAt()
            && !text.substring(0, name.start()).matches(".*[和与跟对向]"));
  }

  static Optional<AskedSpeaker> in(QueryPlan plan, Reading reading, Generation generation) {
    int asked = reading.asks(Shape.SPEECH) && !reading.asks(Shape.COMPARISON) ? token(plan) : -1;
    if (asked < 0) {
      return Optional.empty();
    }
    QueryToken token = plan.tokens().get(asked);
    return isOf(token.text(), Set.of("person"), generation)
            && !AND_ANOTHER.matcher(plan.text().substring(token.end())).lookingAt()
        ? Optional.of(new AskedSpeaker(token.text(), namesNoMatter(plan, generation), generation))
        : Optional.empty();
  }

  /** "What did Tai raise": what opens with her name, and not with that of whom she met. */
  static Optional<Statements> first(
      QueryPlan plan, Reading reading, Statements statements, Generation generation) {
    int asked = reading.asks(Shape.SPEECH) || RAISED.isIn(plan.text()) ? token(plan) : -1;
    return (asked < 0 ? Optional.<Term>empty() : generation.term(plan.tokens().get(asked).text()))
        .filter(speaker -> speaker.kind().equals("person"))
        .filter(
            speaker -> opensWithAnother(statements.ranked().getFirst(), speaker, plan, generation))
        .flatMap(
            speaker ->
                statements.ledBy(one -> opensWith(one, speaker), StatementOrder.AS_GOOD_A_RESULT));
  }

  private static boolean opensWithAnother(
      Statements.Ranked one, Term speaker, QueryPlan plan, Generation generation) {
    return Chronicle.persons(plan, generation).stream()
        .filter(other -> other.side() != speaker.side())
        .flatMap(other -> other.en().stream())
        .flatMap(name -> Stream.concat(Stream.of(name), SPACE.splitAsStream(name)))
        .anyMatch(name -> one.statement().text().startsWith(name + " "));
  }

  private static boolean opensWith(Statements.Ranked one, Term person) {
    return Pattern.compile("(?:" + names(person) + ")\\b")
        .matcher(one.statement().text())
        .lookingAt();
  }

  /**
   * Whether the words of a company or of another country are asked for, and none of the statements
   * quotes it: "what did Nvidia say about the chip rules", where they are told and it is named.
   */
  static boolean isAThirdUntold(
      QueryPlan plan, Generation generation, List<Statements.Ranked> statements) {
    int asked = token(plan);
    return asked >= 0
        && THIRD_SAYS.matcher(plan.text().substring(plan.tokens().get(asked).end())).lookingAt()
        && generation
            .term(plan.tokens().get(asked).text())
            .filter(AskedSpeaker::isAThird)
            .map(third -> Pattern.compile("\\b(?:" + names(third) + ")" + HAS_SAID))
            .filter(quotes -> statements.stream().noneMatch(one -> isQuoted(one, asked, quotes)))
            .isPresent();
  }

  private static boolean isQuoted(Statements.Ranked one, int speaker, Pattern quotes) {
    String text = one.statement().text();
    return quotes.matcher(text).find()
        || (one.evidence().inTitle()[speaker] && IT_HAS_SAID.isIn(text));
  }

  private static boolean isAThird(Term term) {
    return term.kind().equals("company")
        || (term.kind().equals("place")
            && term.side() == null
            && !Composer.COUNTRIES.contains(term.id())
            && !Composer.CAPITALS.contains(term.id()));
  }

  private static boolean namesNoMatter(QueryPlan plan, Generation generation) {
    return plan.tokens().stream()
        .filter(QueryToken::hasContent)
        .filter(token -> token.kind() != QueryToken.Kind.DATE)
        .filter(token -> !AUDIENCE.isWhole(plan.written(token)))
        .allMatch(
            token ->
                plan.tokens().stream()
                    .filter(token::isWithin)
                    .anyMatch(
                        name ->
                            name.kind() == QueryToken.Kind.DATE
                                || (name.kind() == QueryToken.Kind.TERM
                                    && isOf(name.text(), AROUND, generation))));
  }

  private static boolean isOf(String id, Set<String> kinds, Generation generation) {
    return generation.term(id).filter(term -> kinds.contains(term.kind())).isPresent();
  }

  /** The person's names, but where they only tell whose visit, meeting or tariffs it was. */
  static Pattern words(Term person) {
    return Pattern.compile(
        "\\b(?:"
            + names(person)
            + ")\\b(?!(?:['’]s|-\\w+)? (?:\\w+"
            + " )?(?:visits?|meetings?|calls?|summits?|talks|trips?|tariffs?)\\b)");
  }

  /** A pattern for any of its names. */
  static String names(Term term) {
    return term.names().stream().map(Pattern::quote).collect(joining("|"));
  }

  /** Whether a statement tells what this person says or does, by how it opens. */
  boolean opens(Optional<String> subject) {
    return subject.filter(id::equals).isPresent();
  }

  /** Whether another person says or does it. */
  boolean isAnother(Optional<String> subject) {
    return subject
        .filter(one -> !one.equals(id) && isOf(one, Set.of("person"), generation))
        .isPresent();
  }
}

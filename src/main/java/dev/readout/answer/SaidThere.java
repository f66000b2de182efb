package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Term;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a government or one person said at a meeting, where nothing more is asked: "what did
 * Washington say in Madrid", "what did He Lifeng raise in Stockholm". Its own account tells it, in
 * its own order. Pure functions.
 */
final class SaidThere {
  /** What may stand beside the names and the time. */
  private static final String AROUND =
      "what|else|did|the|side|delegation|team|government|officials|negotiators?|talks?|rounds?"
          + "|meetings?|summits?|visit|trip|about|to|with|of|in|at|during|s|[0-9]{1,4}|"
          + AskedTime.MONTH;

  private static final String ACCOUNT =
      "account|message|version|read-?out|summary|describe|characteri[sz]e|sum up|portray|present";

  private static final String NOTHING = "(?!)";

  /** How a statement tells that its subject spoke. */
  private static final QuickPattern SPOKE =
      QuickPattern.exactly(
          "\\b(?:s(?:aid|ays)|told|urged|asked|warned|stressed|named|called|raised|oppos\\w+|reported"
              + "|announced|described|expected|hoped|listed|pressed|object\\w+|complained|criticised|voiced|expressed|spoke|agreed|credited|denied|insisted|welcomed|recalled|set"
              + " out)\\b|differences");

  private static final Verb SAY =
      new Verb("say|tell|state|stress|emphasi[sz]e|convey|mention", ".", NOTHING);

  /** The same of a person, who is quoted before it is told what else they did. */
  private static final Verb SAY_ONESELF = new Verb(SAY.asked, "", soon("said|told"), ".");

  private static final Verb RAISE =
      new Verb(
          "raise|bring up|voice|express|concerns?",
          soon("raised|brought up|voiced|expressed|complained|objected|pressed|conveyed"),
          soon("urged|asked|warned|named|opposes"));

  private static final Verb SEEK =
      new Verb(
          "ask|ask for|demand|want|push for|press for|call for|urge|request|seek",
          soon("asked|urged?|demanded|want(?:s|ed)|called (?:on|for)|hope[ds]?|sought"),
          NOTHING);

  private static final Verb OBJECT =
      new Verb(
          "complain|object|oppose|criticize|criticise|protest|reject|denounce|condemn|concerns?",
          soon("(?:complain|object|oppos|critici|reject|protest|denounc)\\w*"),
          "\\bconcern");

  /** "Washington's account of Geneva", "how did China describe the Madrid talks". */
  private static final Verb TELL =
      new Verb(
          QuickPattern.of(
              "^\\W*(?:(?:what|how) (?:was|is|did|does) )?(?:the )?[^?]{2,40}?\\b(?:"
                  + ACCOUNT
                  + ")\\b"),
          "how|was|is|does|" + ACCOUNT,
          "\\b(?:described|called|candid|constructive|progress|amazing)\\b",
          ".");

  private static final List<Verb> VERBS = List.of(SAY, RAISE, SEEK, OBJECT, TELL);

  /** Before where it was said. */
  private static final Pattern AT =
      Pattern.compile("\\b(?:in|at|during) (?:the )?$", Pattern.CASE_INSENSITIVE);

  /** Before the meeting that is spoken of. */
  private static final Pattern OF =
      Pattern.compile(
          "\\b(?:of|about|describe|sum up|portray|present|characteri[sz]e) (?:the )?$",
          Pattern.CASE_INSENSITIVE);

  /** Before whom one spoke to. */
  private static final Pattern TO =
      Pattern.compile("\\b(?:to|with|tell|ask) $", Pattern.CASE_INSENSITIVE);

  private SaidThere() {}

  /**
   * What is asked of who spoke.
   *
   * @param done what tells it
   * @param orElse what does where nothing else is told
   */
  private record Verb(QuickPattern asked, Pattern alone, Pattern done, Pattern orElse) {
    Verb(String verbs, String done, String orElse) {
      this(
          QuickPattern.of("^\\W*(?:so |and )?what (?:else )?did [^?]{2,50}? (?:" + verbs + ")\\b"),
          verbs,
          done,
          orElse);
    }

    Verb(QuickPattern asked, String verbs, String done, String orElse) {
      this(
          asked,
          Pattern.compile(
              "(?:\\W|\\b(?:" + AROUND + "|" + verbs + ")\\b)*+", Pattern.CASE_INSENSITIVE),
          Pattern.compile(done),
          Pattern.compile(orElse));
    }
  }

  /** One of these words, and not behind what another said. */
  private static String soon(String words) {
    return "^(?:(?!said\\b)\\S+ ){1,7}?(?:" + words + ")\\b";
  }

  /** The statements opened by those of that account; empty where nothing such is asked. */
  static Optional<Statements> first(
      QueryPlan plan, Reading reading, Statements ranked, Generation generation) {
    List<Statements.Ranked> told = told(plan, reading, generation);
    return told.isEmpty() ? Optional.empty() : Optional.of(ranked.openedBy(told));
  }

  private static List<Statements.Ranked> told(
      QueryPlan plan, Reading reading, Generation generation) {
    int speaker = speaker(plan, generation);
    if (speaker < 0 || VERBS.stream().noneMatch(verb -> verb.asked.isIn(plan.text()))) {
      return List.of();
    }
    QueryToken name = plan.tokens().get(speaker);
    List<QueryToken> venues = venues(plan, name, generation);
    String rest = withoutNames(plan, name, venues, generation);
    Term who = generation.term(name.text()).orElseThrow();
    List<CorpusRecord> meetings = meetings(plan, reading, venues, generation);
    boolean isOfOne =
        namesATime(plan)
            || venues.stream().map(QueryToken::text).noneMatch(Composer.CAPITALS::contains);
    return VERBS.stream()
        .filter(verb -> verb.asked.isIn(plan.text()) && verb.alone.matcher(rest).matches())
        .findFirst()
        // On a visit to a capital one speaks to the press, too.
        .filter(verb -> isOfOne || (isAPerson(who) && !verb.equals(SAY)))
        .map(verb -> verb.equals(SAY) && isAPerson(who) ? SAY_ONESELF : verb)
        .map(
            verb ->
                told(
                    verb,
                    meetings.stream()
                        .map(meeting -> said(who, meeting, plan, generation))
                        .toList()))
        .orElse(List.of());
  }

  private static boolean isAPerson(Term term) {
    return term.kind().equals("person");
  }

  private static boolean namesATime(QueryPlan plan) {
    return plan.tokens().stream().anyMatch(token -> token.kind() == QueryToken.Kind.DATE);
  }

  private static int speaker(QueryPlan plan, Generation generation) {
    int asked = AskedSpeaker.token(plan);
    return asked >= 0
        ? asked
        : IntStream.range(0, plan.tokens().size())
            .filter(i -> plan.tokens().get(i).kind() == QueryToken.Kind.TERM)
            .filter(
                i ->
                    generation
                        .term(plan.tokens().get(i).text())
                        .filter(term -> side(term).isPresent())
                        .isPresent())
            .findFirst()
            .orElse(-1);
  }

  /** What tells it, of the first of the meetings of which something does. */
  private static List<Statements.Ranked> told(Verb verb, List<List<Statements.Ranked>> meetings) {
    return Stream.of(verb.done, verb.orElse)
        .flatMap(
            tells ->
                meetings.stream()
                    .map(
                        said ->
                            said.stream()
                                .filter(one -> tells.matcher(one.statement().text()).find())
                                .toList()))
        .filter(said -> !said.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The text without who spoke, where, to whom and when. */
  private static String withoutNames(
      QueryPlan plan, QueryToken speaker, List<QueryToken> venues, Generation generation) {
    StringBuilder rest = new StringBuilder(plan.text());
    plan.tokens().stream()
        .filter(
            token ->
                token.kind() == QueryToken.Kind.DATE
                    || token.equals(speaker)
                    || venues.contains(token)
                    || (isBehind(TO, plan, token)
                        && Chronicle.personsOf(plan, token, generation).findAny().isPresent()))
        .forEach(
            token ->
                rest.replace(token.start(), token.end(), " ".repeat(token.end() - token.start())));
    return rest.toString();
  }

  private static boolean isBehind(Pattern word, QueryPlan plan, QueryToken token) {
    return word.matcher(plan.text().substring(0, token.start())).find();
  }

  /** Where it was said, or else the meeting that is spoken of. */
  private static List<QueryToken> venues(
      QueryPlan plan, QueryToken speaker, Generation generation) {
    return Stream.of(AT, OF)
        .map(
            before ->
                plan.tokens().stream()
                    .filter(token -> token.kind() == QueryToken.Kind.TERM)
                    .filter(token -> token.start() > speaker.end() && isBehind(before, plan, token))
                    .filter(
                        token ->
                            generation.term(token.text()).filter(Outcomes::isWhere).isPresent())
                    .toList())
        .filter(venues -> !venues.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The meetings there in the time asked about, of the persons named; the last first. */
  private static List<CorpusRecord> meetings(
      QueryPlan plan, Reading reading, List<QueryToken> venues, Generation generation) {
    Set<Term> persons = Chronicle.persons(plan, generation);
    return venues.stream()
        .flatMap(token -> at(token.text(), generation))
        .filter(reading::spans)
        .filter(
            one ->
                Chronicle.present(one, generation).collect(Collectors.toSet()).containsAll(persons))
        .distinct()
        .sorted(Comparator.comparing(CorpusRecord::anchorDay).reversed())
        .toList();
  }

  private static Stream<CorpusRecord> at(String place, Generation generation) {
    return Stream.concat(
        generation.naming(place).stream()
            .filter(record -> record.kind() == Kind.MEETING)
            .filter(SinceMeeting.isInTitle(generation, place)),
        SinceMeeting.lastAt(generation, place).stream());
  }

  /** What their own accounts of it tell of them, then what the record of the meeting does. */
  private static List<Statements.Ranked> said(
      Term speaker, CorpusRecord meeting, QueryPlan plan, Generation generation) {
    List<String> accounts =
        Stream.concat(
                generation
                    .records()
                    .filter(one -> one.kind() == Kind.READOUT)
                    .filter(one -> meeting.id().equals(one.meeting()))
                    .filter(one -> !one.anchorDay().isBefore(meeting.anchorDay()))
                    .filter(one -> side(speaker).filter(one.side()::equals).isPresent())
                    .sorted(Comparator.comparing(CorpusRecord::anchorDay)),
                Stream.of(meeting))
            .map(CorpusRecord::id)
            .toList();
    Predicate<String> isBy =
        isAPerson(speaker) ? isBy(speaker).and(text -> SPOKE.isIn(text)) : isBy(speaker);
    return generation.evidenceOf(plan, accounts).stream()
        .flatMap(
            account ->
                statements(
                    account,
                    account.record().equals(meeting) ? isBy.and(text -> SPOKE.isIn(text)) : isBy))
        .toList();
  }

  private static Stream<Statements.Ranked> statements(
      Evidence account, Predicate<String> isTheirs) {
    List<Statement> all = account.record().statements();
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).voice() == Statement.Voice.SUMMARY)
        .filter(i -> isTheirs.test(all.get(i).text()))
        .mapToObj(i -> new Statements.Ranked(account, i, 1, 0));
  }

  /** Whether a statement opens with that person, or with that government or who speaks for it. */
  private static Predicate<String> isBy(Term speaker) {
    return isAPerson(speaker)
        ? Pattern.compile(
                "^(?:[A-Z][\\w. ]{3,30} said (?:that )?|(?:On|In|At) [^,.]{3,40}?,?"
                    + " |(?:First|Second|Third) of"
                    + " )?(?:%s)\\b(?! and\\b)".formatted(AskedSpeaker.names(speaker)))
            .asPredicate()
        : text -> side(speaker).filter(side -> side == AskedSide.openingOf(text)).isPresent();
  }

  private static Optional<Side> side(Term term) {
    return switch (term.id()) {
      case "china", "beijing" -> Optional.of(Side.PRC);
      case "united-states", "washington" -> Optional.of(Side.US);
      default -> Optional.ofNullable(term.side());
    };
  }
}

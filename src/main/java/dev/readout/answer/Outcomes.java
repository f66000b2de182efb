package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What came of a meeting, where nothing else is asked: "what did they agree in Madrid?" It is told
 * by the record of the meeting, which is of both sides, before what either of them said.
 * Thread-safe.
 */
final class Outcomes {
  private static final QuickPattern ASKED =
      QuickPattern.of(
          "\\b(?:agree(?:d|ment|ments)?|promised?|summary|summari[sz]e|recap|rundown|outcomes?|results?|takeaways?|deliverables?|achieved?|produced?|settled?|decided?|happened|went"
              + " down|c[ao]me (?:out )?of)\\b|达成|谈成|商定|成果|结果|共识|协议");

  /** What may stand around the names of the meeting and of those who met. */
  private static final Pattern ASKS_NO_MORE =
      Pattern.compile(
          "(?:\\W|\\b(?:what|whats|which|how|is|are|was|were|does|do|did|s|the|a|an|of|in|at|from|on"
              + "|by|to|and|or|tell|me|please|they|both|each|two|sides?|governments?|countries|leaders"
              + "|presidents?|ministers|teams?|actually|anything|something|main|key|trade|economic"
              + "|agree|agreed|agreements?|promised?|summary|summari[sz]e|recap|rundown|quick|short|brief|give|reach|reached|outcomes?|results?|takeaways?|deliverables?|achieve|achieved|bring|brought|yield(?:ed)?|produced?|settled?|decided?|happened|went"
              + " down|when|met|meet|had|c[ao]me|out|talks?|rounds?|meetings?|summit|visit|trip"
              + "|dinner|state|deal|last|this|year|make|made|take|took|away|up|with|off(?:er)?(?:ed)?"
              + "|pledge[ds]?|commit(?:s|ted|ments?)?|concede[ds]?|concessions?|give[ns]?|gave"
              + "|undert(?:ake|aken|ook)|sign(?:ed)?|gets?|got|gain(?:s|ed)?|wins?|won|receive[sd]?"
              + "|secure[sd]?|obtain(?:s|ed)?|extract(?:ed)?|walk(?:ed)?|return|exchange|for|his|its|about|over|regarding|concerning|"
              + AskedTime.MONTH
              + ")\\b|达成|谈成|商定|成果|结果|共识|协议|会谈|磋商|会晤|峰会|谈判|双方|中美|两国|各自|承诺|答应|许诺|同意|让步|得到|获得|换来|换取|赢得|拿到|[作做]出"
              + "|元首|什么|哪些|如何|怎么?样|[了的吗有是在和啥出])*+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /** When it was, or why, is no undertaking. */
  private static final QuickPattern OF_A_PART =
      QuickPattern.of("\\b(?:when|why|who|whom|where|how)\\b");

  private static final QuickPattern DOES =
      QuickPattern.of(
          "\\b(?:did|does|do|has|had|will|would)\\s+(?:(?:washington|beijing) (?:and|or) )?$");

  /** What tells a result, or that there was none. */
  private static final QuickPattern RESULT =
      QuickPattern.exactly(
          "\\b(?:agreed|produced|(?:main|trade) results?|results? (?:of|were)|points of"
              + " consensus|announced (?:an? (?:framework|understanding|substantial)|that"
              + " both)|held back|put off (?:raising|the rise)|told senior|signed|without a"
              + " deal|came out of|framework traded|no (?:joint statement|agreement|trade"
              + " agreement))\\b");

  private final Generation generation;

  Outcomes(Generation generation) {
    this.generation = generation;
  }

  /**
   * The statements with what came of the meeting first, or what one side undertook there; empty
   * where something else is asked for.
   *
   * @param statements those of the question, at least one
   */
  Optional<Statements> first(
      Question question,
      QueryPlan plan,
      Reading reading,
      List<Ranked> ranking,
      Statements statements) {
    double best = statements.ranked().getFirst().score();
    return meeting(plan, reading, ranking)
        .filter(meeting -> Composer.isWanted(question, meeting))
        .map(
            meeting -> {
              List<Statements.Ranked> undertaken =
                  undertaken(plan, meeting, best).stream()
                      .filter(one -> Composer.isWanted(question, one.record()))
                      .toList();
              return statements.withFirst(
                  undertaken.isEmpty() ? results(meeting, plan, best) : undertaken);
            });
  }

  /** The record of the meeting whose outcome is asked for; empty where something else is. */
  Optional<CorpusRecord> meeting(QueryPlan plan, Reading reading, List<Ranked> ranking) {
    boolean isOfOne = plan.termIds().stream().filter(Composer.COUNTRIES::contains).count() == 1;
    if ((isOfOne || !ASKED.isIn(plan.text())) && Undertakings.giver(plan, generation).isEmpty()) {
      return Optional.empty();
    }
    return matters(plan)
        .flatMap(
            matters ->
                named(plan, reading, ranking)
                    .filter(
                        one ->
                            (matters.isEmpty() && results(one).findAny().isPresent())
                                || !undertaken(plan, one, 0).isEmpty()));
  }

  /** What the side that is asked about undertook there of all that is named besides. */
  private List<Statements.Ranked> undertaken(QueryPlan plan, CorpusRecord meeting, double score) {
    List<Integer> matters = matters(plan).orElse(List.of());
    return Undertakings.giver(plan, generation)
        .map(
            giver ->
                Undertakings.of(
                    giver,
                    meeting,
                    one -> matters.stream().allMatch(one::holds),
                    plan,
                    generation,
                    score))
        .orElse(List.of());
  }

  private Optional<CorpusRecord> named(QueryPlan plan, Reading reading, List<Ranked> ranking) {
    List<Integer> where =
        IntStream.range(0, plan.tokens().size())
            .filter(i -> term(plan.tokens().get(i)).filter(Outcomes::isWhere).isPresent())
            .filter(i -> !isGovernment(plan, plan.tokens().get(i)))
            .boxed()
            .toList();
    Optional<CorpusRecord> last =
        where.size() == 1 ? at(plan.tokens().get(where.getFirst())) : Optional.empty();
    return last.filter(reading::spans)
        .or(
            () ->
                ranking.stream()
                    .filter(one -> !where.isEmpty() || reading.hasSpan())
                    .filter(one -> where.stream().allMatch(i -> one.evidence().inTitle()[i]))
                    .map(Ranked::record)
                    .filter(record -> record.kind() == Kind.MEETING && reading.spans(record))
                    .findFirst());
  }

  private Optional<CorpusRecord> at(QueryToken place) {
    return SinceMeeting.lastAt(generation, place.text())
        .or(() -> term(place).map(Term::recordId).flatMap(generation::find))
        .filter(record -> record.kind() == Kind.MEETING);
  }

  private List<Statements.Ranked> results(CorpusRecord meeting, QueryPlan plan, double score) {
    return generation.evidenceOf(plan, List.of(meeting.id())).stream()
        .flatMap(
            one ->
                results(meeting).mapToObj(ordinal -> new Statements.Ranked(one, ordinal, 1, score)))
        .toList();
  }

  /** Places of its statements that tell what came of it. */
  static IntStream results(CorpusRecord meeting) {
    return IntStream.range(0, meeting.statements().size())
        .filter(i -> isResult(meeting.statements().get(i).text()));
  }

  static boolean isResult(String text) {
    return RESULT.isIn(text);
  }

  /** Places of what is named besides who met, where and when; empty where more is asked. */
  private Optional<List<Integer>> matters(QueryPlan plan) {
    StringBuilder rest = new StringBuilder(plan.text());
    plan.tokens().stream()
        .filter(
            token ->
                token.kind() == QueryToken.Kind.DATE
                    || term(token).filter(Outcomes::isWhoOrWhere).isPresent())
        .forEach(token -> blank(rest, token));
    if (ASKS_NO_MORE.matcher(rest).matches()) {
      return Optional.of(List.of());
    }
    List<Integer> matters =
        IntStream.range(0, plan.tokens().size())
            .filter(i -> plan.tokens().get(i).kind() != QueryToken.Kind.CHARACTER)
            .filter(
                i ->
                    !ASKS_NO_MORE
                        .matcher(
                            rest.substring(
                                plan.tokens().get(i).start(), plan.tokens().get(i).end()))
                        .matches())
            .boxed()
            .toList();
    matters.forEach(i -> blank(rest, plan.tokens().get(i)));
    return Optional.of(matters)
        .filter(_ -> ASKS_NO_MORE.matcher(rest).matches())
        .filter(_ -> !OF_A_PART.isIn(plan.text()));
  }

  private static void blank(StringBuilder text, QueryToken token) {
    text.replace(token.start(), token.end(), " ".repeat(token.end() - token.start()));
  }

  /** Whether it names who acts: "what did Beijing promise in Washington". */
  static boolean isGovernment(QueryPlan plan, QueryToken token) {
    return Composer.COUNTRIES.contains(token.text())
        || (Composer.CAPITALS.contains(token.text())
            && DOES.isIn(plan.text().substring(0, token.start())));
  }

  private static boolean isWhoOrWhere(Term term) {
    return isWhere(term)
        || Composer.COUNTRIES.contains(term.id())
        || term.kind().equals("person")
        || term.kind().equals("forum");
  }

  /** Whether it names a meeting, or where one was. */
  static boolean isWhere(Term term) {
    return (term.kind().equals("place") || term.kind().equals("event"))
        && !Composer.COUNTRIES.contains(term.id());
  }

  private Optional<Term> term(QueryToken token) {
    return token.kind() == QueryToken.Kind.TERM ? generation.term(token.text()) : Optional.empty();
  }
}

package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
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
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:agree(?:d|ment|ments)?|promised?|outcomes?|results?|takeaways?|deliverables?|achieved?|produced?|settled?|decided?|happened|went"
              + " down|c[ao]me (?:out )?of)\\b|达成|谈成|商定|成果|结果|共识|协议",
          Pattern.CASE_INSENSITIVE);

  /** What may stand around the names of the meeting and of those who met. */
  private static final Pattern ASKS_NO_MORE =
      Pattern.compile(
          "(?:\\W|\\b(?:what|whats|which|how|is|are|was|were|does|do|did|s|the|a|an|of|in|at|from|on"
              + "|by|to|and|or|tell|me|please|they|both|each|two|sides?|governments?|countries|leaders"
              + "|presidents?|ministers|teams?|actually|anything|something|main|key|trade|economic"
              + "|agree|agreed|agreements?|promised?|reach|reached|outcomes?|results?|takeaways?|deliverables?|achieve|achieved|bring|brought|yield(?:ed)?|produced?|settled?|decided?|happened|went"
              + " down|when|met|meet|had|c[ao]me|out|talks?|rounds?|meetings?|summit|visit|trip"
              + "|dinner|state|deal|last|this|year|"
              + QuestionReader.MONTH
              + ")\\b|达成|谈成|商定|成果|结果|共识|协议|会谈|磋商|会晤|峰会|谈判|双方|中美|两国"
              + "|元首|什么|哪些|如何|怎么?样|[了的吗有是在和啥出])*+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /** What tells a result, or that there was none. */
  private static final Pattern RESULT =
      Pattern.compile(
          "\\b(?:agreed|produced|(?:main|trade) results?|results? (?:of|were)|points of consensus"
              + "|announced (?:an? (?:framework|understanding|substantial)|that both)|held back"
              + "|put off (?:raising|the rise)|told senior|signed|without a deal|came out of"
              + "|no (?:joint statement|agreement|trade agreement))\\b");

  private final Generation generation;

  Outcomes(Generation generation) {
    this.generation = generation;
  }

  /** The record of the meeting whose outcome is asked for; empty where something else is. */
  Optional<CorpusRecord> meeting(QueryPlan plan, Reading reading, List<Ranked> ranking) {
    if (!ASKED.matcher(plan.text()).find() || !asksNoMore(plan)) {
      return Optional.empty();
    }
    List<Integer> where =
        IntStream.range(0, plan.tokens().size())
            .filter(i -> term(plan.tokens().get(i)).filter(Outcomes::isWhere).isPresent())
            .filter(i -> !Composer.isGovernment(plan, plan.tokens().get(i)))
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
                    .findFirst())
        .filter(record -> results(record).findAny().isPresent());
  }

  private Optional<CorpusRecord> at(QueryToken place) {
    return SinceMeeting.lastAt(generation, place.text())
        .or(() -> term(place).map(Term::recordId).flatMap(generation::find))
        .filter(record -> record.kind() == Kind.MEETING);
  }

  /** The statements with the results of the meeting first. */
  Statements first(CorpusRecord meeting, QueryPlan plan, Statements statements) {
    double best = statements.ranked().getFirst().score();
    return statements.withFirst(
        generation.evidenceOf(plan, List.of(meeting.id())).stream()
            .flatMap(
                one ->
                    results(meeting)
                        .mapToObj(ordinal -> new Statements.Ranked(one, ordinal, 1, best)))
            .toList());
  }

  /** Places of its statements that tell what came of it. */
  static IntStream results(CorpusRecord meeting) {
    return IntStream.range(0, meeting.statements().size())
        .filter(i -> isResult(meeting.statements().get(i).text()));
  }

  static boolean isResult(String text) {
    return RESULT.matcher(text).find();
  }

  /** Whether nothing is named but who met, where and when. */
  private boolean asksNoMore(QueryPlan plan) {
    StringBuilder rest = new StringBuilder(plan.text());
    long countries = plan.termIds().stream().filter(Composer.COUNTRIES::contains).count();
    plan.tokens().stream()
        .filter(
            token ->
                token.kind() == QueryToken.Kind.DATE
                    || term(token).filter(Outcomes::isWhoOrWhere).isPresent())
        .forEach(
            token ->
                rest.replace(token.start(), token.end(), " ".repeat(token.end() - token.start())));
    return countries != 1 && ASKS_NO_MORE.matcher(rest).matches();
  }

  private static boolean isWhoOrWhere(Term term) {
    return isWhere(term)
        || Composer.COUNTRIES.contains(term.id())
        || term.kind().equals("person")
        || term.kind().equals("forum");
  }

  private static boolean isWhere(Term term) {
    return (term.kind().equals("place") || term.kind().equals("event"))
        && !Composer.COUNTRIES.contains(term.id());
  }

  private Optional<Term> term(QueryToken token) {
    return token.kind() == QueryToken.Kind.TERM ? generation.term(token.text()) : Optional.empty();
  }
}

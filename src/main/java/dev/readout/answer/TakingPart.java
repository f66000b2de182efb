package dev.readout.answer;

import dev.readout.answer.StatementOrder.Named;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Term;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who took part in a meeting, by those recorded. Thread-safe. */
final class TakingPart {
  private static final QuickPattern ASKED =
      QuickPattern.of(
          "\\bwho(?: all)? (?:(?:went|flew|came|travell?ed) to|sat|(?:was|were) (?:in|at|on the"
              + " (?:\\w+ )?(?:side|team)))\\b|\\b(?:represent(?:s|ed|ing)?|attend\\w*|took"
              + " part|take part|participat\\w*|spoke (?:for|on behalf of) (?:the"
              + " )?(?:us|u\\.s\\.|united states|americans?|washington|china|chinese|beijing)(?:"
              + " side| delegation| team)? (?:in|at) (?![^?]* (?:on|about)"
              + " )|led|lead|headed|joined|showed up|(?<!\\bmet the \\w{1,12}"
              + " )delegations?|negotiat(?:ed?|es|ing|ors?)|at the table|(?:who(?:"
              + " all)?|officials|ministers|people|delegations?|sides?) met"
              + " (?:in|at|there)|present)\\b|\\bwho (?:co-?)?chaired"
              + " (?=[^?]*\\b(?:meeting|talks|session|round|working"
              + " group|[efc]i?wg)\\b)|(?<!贸易)代表|出席|参加|率团|带队|代表团|派了?(?:谁|哪)|谁[去来]|谁[在到]场");

  /** Before the one person, "was Treasury Secretary" or "did", and behind: "attend", "in". */
  private static final QuickPattern BEFORE_ONE =
      QuickPattern.of(
          "^\\W*(?:did|was|were)(?: (?:the|us|chinese|vice|premier|president|treasury|commerce"
              + "|trade|secretary|minister|representative|ambassador))* $");

  private static final Pattern BEHIND_ONE =
      Pattern.compile(
          "(?: (?:also|even|himself|herself|there|present))? (?:in|at|attend|join|take"
              + " part|taking part|(?:go|travel|fly|come) (?:to|along)|visit|there)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Of what is to come nobody is recorded. */
  private static final QuickPattern TO_COME = QuickPattern.of("^\\W*whom? (?:will|is going to)\\b");

  /** Who, before all else. */
  private static final QuickPattern WHO =
      QuickPattern.of("^\\W*(?:(?:and|so) )?(?:whom?|which|what)\\b|谁|哪");

  private static final QuickPattern GOING =
      QuickPattern.of(
          "\\b(?:went|flew|came|travell?ed|sat|showed up|attend\\w*|delegations?|present)\\b"
              + "|出席|参加|派");

  /** "Who negotiates for the Americans" is of no meeting, nor "who led in his first term". */
  private static final QuickPattern OF_MANY =
      QuickPattern.of(
          "\\b(?:negotiates|leads|heads|represents|(?:more|most|less|least) often|(?:first|second)"
              + " term|years)\\b");

  /** "Who led in the first round after the Busan meeting": not who was there. */
  private static final QuickPattern AFTER =
      QuickPattern.of("\\b(?:after|before|since|following|prior to|ahead of)\\b");

  private static final QuickPattern CHOSEN =
      QuickPattern.of("\\bwhom? did (?:\\S+ ){1,3}?(?:put|name|pick|choose|appoint)\\b");

  private static final QuickPattern CALL =
      QuickPattern.of("\\b(?:call|phone|video|virtual(?:ly)?|online)\\b|通话|通电|电话|视频|线上");

  /**
   * Whose guests took part in no meeting, though one may be told by it: "before the inauguration".
   */
  private static final QuickPattern CEREMONY =
      QuickPattern.of(
          "\\b(?:inaugura\\w+|swearing[ -]in|sworn in|funeral|parade)\\b|就职|就任|观礼|葬礼|阅兵");

  /** "Who represented the US and China". */
  private static final QuickPattern OF_BOTH =
      QuickPattern.of(
          "\\b(?:us|u\\.s\\.|united states|america|washington)(?: (?:and|&) |/)(?:china|beijing)\\b"
              + "|\\b(?:china|beijing)(?: (?:and|&) |/)(?:the )?"
              + "(?:us|u\\.s\\.|united states|america|washington)\\b");

  /** Those whom they are about take part in nothing. */
  private static final Set<Kind> NO_MEETINGS = EnumSet.of(Kind.EXPLAINER, Kind.GLOSSARY);

  private final Generation generation;

  TakingPart(Generation generation) {
    this.generation = generation;
  }

  static boolean isAsked(QueryPlan plan, Reading reading, Generation generation) {
    return (reading.asks(Slot.PERSON) && ASKED.isIn(plan.text()) && !TO_COME.isIn(plan.text()))
        || ofOne(plan, generation).isPresent();
  }

  /** Whether the word alone asks for it. */
  static boolean isAskedBy(String word) {
    return ASKED.isIn(word);
  }

  /** Whether that is what a question begins with. */
  static boolean isAskedFirst(QueryPlan plan, Reading reading, Generation generation) {
    return isAsked(plan, reading, generation)
        && (WHO.isIn(plan.text()) || ofOne(plan, generation).isPresent());
  }

  /** The one person of whom it is asked whether they were at a place that is named. */
  private static Optional<Term> ofOne(QueryPlan plan, Generation generation) {
    return places(plan, generation).isEmpty()
        ? Optional.empty()
        : Named.of(plan, generation, term -> term.kind().equals("person")).stream()
            .map(plan.tokens()::get)
            .filter(person -> isIfThere(plan, person))
            .findFirst()
            .flatMap(person -> generation.term(person.text()));
  }

  /** "Was Wang Wentao in Madrid", "did Rubio attend Busan"; not "was Xi's offer cut in Geneva". */
  private static boolean isIfThere(QueryPlan plan, QueryToken person) {
    String text = plan.text();
    return BEFORE_ONE.isIn(text.substring(0, person.start()))
        && BEHIND_ONE.matcher(text.substring(person.end())).lookingAt();
  }

  private static List<Integer> places(QueryPlan plan, Generation generation) {
    return Named.of(
        plan, generation, term -> term.kind().equals("place") || term.kind().equals("event"));
  }

  /** None where no meeting is found, or only a call that nobody goes to. */
  Optional<Verdict> of(QueryPlan plan, Reading reading, List<Evidence> near, LocalDate day) {
    boolean isOfNoMeeting =
        OF_MANY.isIn(plan.text())
            && !reading.hasSpan()
            && Named.in(plan, generation).places().isEmpty();
    return isOfNoMeeting || isOfAnother(Language.simplified(plan.text()))
        ? Optional.empty()
        : recorded(plan, reading, near, day);
  }

  /** Whether the meeting named is not the one asked about, unless a day before names that. */
  private static boolean isOfAnother(String text) {
    MatchResult after = AFTER.first(text);
    return CHOSEN.isIn(text)
        || CEREMONY.isIn(text)
        || (after != null && DateMention.in(text.substring(0, after.start())).isEmpty());
  }

  private Optional<Verdict> recorded(
      QueryPlan plan, Reading reading, List<Evidence> near, LocalDate day) {
    Side side =
        OF_BOTH.isIn(plan.text())
            ? null
            : ofOne(plan, generation).map(Term::side).orElse(reading.side());
    List<String> places =
        Named.in(plan, generation).places().stream()
            .map(place -> plan.tokens().get(place).text())
            .toList();
    List<CorpusRecord> meetings =
        ofOne(plan, generation).isPresent()
            ? ofThePerson(plan, ofOne(plan, generation).orElseThrow())
            : Stream.of(
                    Sessions.numbered(plan, generation).stream(),
                    near.stream()
                        .map(Evidence::record)
                        .filter(record -> !Sessions.isOfAnother(plan, record, generation))
                        .flatMap(record -> meeting(record).stream()),
                    (Named.in(plan, generation).matters().isEmpty()
                            ? places.stream()
                            : Stream.<String>of())
                        .flatMap(place -> SinceMeeting.lastAt(generation, place).stream()))
                .flatMap(stream -> stream)
                .toList();
    return participants(reading, side, places, meetings, day)
        .filter(verdict -> !isOfLeadersAlone(plan, verdict))
        .filter(verdict -> !isElsewhere(plan, verdict))
        .filter(
            verdict -> {
              CorpusRecord meeting = verdict.records().getFirst();
              return !AskedNumbers.areOthers(
                  plan,
                  Stream.concat(
                          Stream.of(meeting.title()),
                          meeting.statements().stream().map(Statement::text))
                      .toList());
            });
  }

  /** At the place: those where the person was, the last first, then the others. */
  private List<CorpusRecord> ofThePerson(QueryPlan plan, Term person) {
    List<String> places =
        places(plan, generation).stream().map(place -> plan.tokens().get(place).text()).toList();
    Comparator<CorpusRecord> isThere =
        Comparator.comparing(
            meeting -> Chronicle.present(meeting, generation).noneMatch(person::equals));
    return Stream.concat(
            places.stream()
                .flatMap(
                    place ->
                        generation.naming(place).stream()
                            .filter(record -> record.kind() == Kind.MEETING)
                            .filter(SinceMeeting.isInTitle(generation, place))),
            places.stream().flatMap(place -> SinceMeeting.lastAt(generation, place).stream()))
        .distinct()
        .sorted(isThere.thenComparing(Comparator.comparing(CorpusRecord::anchorDay).reversed()))
        .toList();
  }

  /** Those recorded as taking part in the meeting; of one side, where one is asked about. */
  private Optional<Verdict> participants(
      Reading reading,
      @Nullable Side side,
      List<String> places,
      List<CorpusRecord> meetings,
      LocalDate day) {
    return meetings.stream()
        .filter(meeting -> !reading.hasSpan() || reading.spans(meeting))
        .filter(meeting -> places.isEmpty() || isThere(meeting, places))
        .min(Comparator.comparing(meeting -> !isTitled(meeting, places)))
        .flatMap(
            meeting -> {
              List<Verdict.Participant> named =
                  meeting.participants().stream()
                      .map(name -> new Verdict.Participant(name, person(name).orElse(null)))
                      .filter(one -> side == null || side == sideOf(one))
                      .toList();
              return named.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      new Verdict(Slot.PERSON, List.of(meeting), day, side, named, List.of()));
            });
  }

  /** Whether somebody is asked about of whom it tells nothing: one name is no delegation. */
  private boolean isOfLeadersAlone(QueryPlan plan, Verdict verdict) {
    return ofOne(plan, generation)
        .filter(_ -> verdict.participants().size() == 1)
        .filter(one -> !one.equals(verdict.participants().getFirst().term()))
        .isPresent();
  }

  /** "The Washington summit" is one at that place, and not what Washington calls another. */
  private boolean isTitled(CorpusRecord meeting, List<String> places) {
    return places.stream()
        .allMatch(place -> SinceMeeting.isInTitle(generation, place).test(meeting));
  }

  /** Whether its record has all that is named of where it was. */
  private boolean isThere(CorpusRecord meeting, List<String> places) {
    return Stream.concat(
            Stream.of(meeting.title()), meeting.statements().stream().map(Statement::text))
        .map(generation::termsIn)
        .flatMap(List::stream)
        .collect(Collectors.toSet())
        .containsAll(places);
  }

  /** "Who attended the dinner" is not who spoke by phone. */
  private static boolean isElsewhere(QueryPlan plan, Verdict verdict) {
    String asked = Language.simplified(plan.text());
    return GOING.isIn(asked)
        && !CALL.isIn(asked)
        && CALL.isIn(verdict.records().getFirst().title());
  }

  private Optional<CorpusRecord> meeting(CorpusRecord record) {
    return record.participants().isEmpty() || NO_MEETINGS.contains(record.kind())
        ? Optional.empty()
        : Optional.of(record)
            .filter(one -> one.meeting() != null)
            .flatMap(one -> generation.find(Objects.requireNonNull(one.meeting())))
            .or(() -> Optional.of(record).filter(TakingPart::isOfAMeeting));
  }

  /** A spokesperson's remark was no meeting, nor was what one government did. */
  private static boolean isOfAMeeting(CorpusRecord record) {
    return !record.kind().isMeasure()
        && (record.kind() != Kind.READOUT || record.participants().size() > 1);
  }

  private Optional<Term> person(String name) {
    return generation.termsIn(name).stream()
        .flatMap(id -> generation.term(id).stream())
        .filter(term -> term.kind().equals("person"))
        .findFirst();
  }

  private static @Nullable Side sideOf(Verdict.Participant participant) {
    Term term = participant.term();
    return term == null ? null : term.side();
  }
}

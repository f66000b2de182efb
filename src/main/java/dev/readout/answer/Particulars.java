package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When two spoke, how long, and at whose wish, where the one meeting or call that is meant is known
 * by who was there and its time or place: what is told of another is no answer. Pure functions.
 */
final class Particulars {
  private static final String MEETING =
      "(?:calls?|talks?|talk(?:ed|ing)|sp[eo]a?ke?n?|phone[ds]?|ring|rang|rung|meet(?:ing)?s?|met|summit|dinner|conversation|chat(?:ted)?|sessions?|round)";

  /** "When did Bessent talk to He Lifeng in May", and nothing more: N is a name or a time. */
  private static final QuickPattern WHEN =
      QuickPattern.of(
          "\\W*(?:when|(?:on )?(?:what|which) (?:day|date))(?: exactly)?"
              + " (?:did|was|were|is)(?:\\W|\\b(?:the|and|first|phone|video|telephone|N)\\b)*\\b"
              + MEETING
              + "\\b(?:\\W|\\b(?:with|to|on|by|phone|video|between|in|and|each other|take"
              + " place|happen|held|call|meeting|talks?|N)\\b)*");

  private static final Wording HOW_LONG =
      Wording.of(
          "^\\W*(?!.*\\b(?:exten\\w+|truce|paus\\w+|suspen\\w+|tariffs?|dut(?:y|ies)|licen\\w+|first|second|third|last"
              + " (?:calls?|meetings?|rounds?|talks|summit)|deals?|valid|agreed|between|supposed|consensus|arrangement|purchases?|still|gap)\\b)(?:for"
              + " )?(?:how (?:long|many (?:hours|minutes)) (?:was|were|is|did|had) [^?]*\\b"
              + MEETING
              + "\\b(?! take)|(?:the )?(?:duration|length) of [^?]*\\b"
              + MEETING
              + "\\b)",
          "^(?!.*(?:休战|停战|到期|一次|[之以]?后|达成|管|有效)).*(?:谈|談|通话|通話|会谈|會談|会晤|會晤|聊|见面|見面).{0,6}(?:多久|多长时间|多長時間|几个小时|幾個小時|多少分钟|多少分鐘)");

  private static final Wording WHOSE_WISH =
      Wording.of(
          "^\\W*(?:who (?:first )?(?:asked"
              + " for|requested|initiated|proposed|suggested|sought|wanted) (?:the|a|this|that)"
              + " (?:\\S+ ){0,3}?"
              + MEETING
              + "\\b|who (?:called|phoned|rang) whom?\\b|(?:at )?whose"
              + " (?:request|initiative|idea|wish) (?:was|were|is) (?:the |an? |that |this"
              + " )?(?:\\S+ ){0,4}?"
              + MEETING
              + "\\b|(?:did|was) [^?]*\\b(?:ask(?:ed)? for|request(?:ed)?|initiated?)"
              + " (?:by )?(?:the|a|this|that) (?:\\S+ ){0,2}?"
              + MEETING
              + "\\b)",
          "(?:应|應)(?:谁|誰)(?:的|之)?(?:请求|請求|要求)|(?:通话|通話|电话|電話|会谈|會談|会晤|會晤).{0,6}(?:谁|誰)(?:主动|主動|先)?(?:提出|要求|提议|提議|请求|請求|打)");

  /** "Has Bessent met Xi", and nothing more; N stands for a name or a time. */
  private static final Pattern IF_MET =
      Pattern.compile(
          "\\W*(?:did|have|has) N (?:and N )?(?:ever"
              + " )?(?:met|meet|seen?|(?<talk>talk(?:ed)?|sp[eo]a?ke?n?|phoned?|called?))(?:"
              + " (?:with|to))?(?: N)?(?: (?:in person|face[ -]to[ -]face|yet|before(?! N)|in|on|by"
              + " phone|on the phone|N))*\\W*",
          Pattern.CASE_INSENSITIVE);

  private static final Wording CALL = Wording.of("\\b(?:calls?|phoned?)\\b", "通话|通話|电话|電話");

  private static final QuickPattern LASTED =
      QuickPattern.of("\\b(?:hours?|minutes?)\\b(?! (?:after|before|ago|later|earlier)\\b)");

  /** "Took place on 14 and 15 September": how long talks were, and not a call or a summit. */
  private static final QuickPattern DAYS =
      QuickPattern.of(
          "\\b[0-9]{1,2}(?: [A-Z][a-z]+)?(?:–| and | to )[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}\\b");

  private static final Wording OF_DAYS =
      Wording.of("\\b(?:talks|round|summit)\\b(?! talk)", "会谈|會談|谈判|談判|磋商|峰会|峰會");

  private static final QuickPattern OF_HOURS = QuickPattern.of("\\b(?:hours|minutes|duration)\\b");

  private static final QuickPattern MET = QuickPattern.of("^(?!.*\\bwould\\b).*\\b(?:met|saw)\\b");

  private static final QuickPattern BY_PHONE = QuickPattern.of("\\b(?:phoned?|call(?:ed)?)\\b");

  private static final QuickPattern SPOKE =
      QuickPattern.of(
          "^(?!.*\\bwould\\b).*\\b(?:met|saw|spoke|talked|called|telephone\\w*|calls?)\\b");

  private static final QuickPattern NEVER = QuickPattern.of("\\b(?:no|not|never)\\b");

  private static final QuickPattern WISHED =
      QuickPattern.of(
          "^(?=.*\\b(?:calls?|talk\\w*|spoke|met|meeting|held|team|delegation)\\b).*\\b(?:(?:at|by|up?on)"
              + " [^,;]{0,30}?(?:request|invitation|initiative)|initiated|asking to talk|asked"
              + " (?:for|to (?:talk|meet)))\\b");

  private Particulars() {}

  /** The statements with what tells it first; empty where it is not asked or not told. */
  static Optional<Statements> first(
      QueryPlan plan, Reading reading, Statements ranked, Generation generation) {
    return told(plan, reading, generation).map(one -> ranked.openedBy(List.of(one)));
  }

  /** "How long did they talk in Bali", of which no statement tells it. */
  static boolean isUntold(
      QueryPlan plan, Reading reading, List<Statements.Ranked> first, Generation generation) {
    boolean isHowLong = HOW_LONG.isIn(plan.text());
    QuickPattern tells = isHowLong ? LASTED : WISHED;
    if (isIfTheyMet(plan, generation)) {
      return told(plan, reading, generation).isEmpty()
          && generation
              .records()
              .filter(one -> one.kind() == Kind.MEETING || one.kind() == Kind.READOUT)
              .filter(one -> !reading.hasSpan() || reading.spans(one))
              .noneMatch(
                  one ->
                      Chronicle.present(one, generation)
                          .collect(Collectors.toSet())
                          .containsAll(Chronicle.persons(plan, generation)))
          && first.stream().limit(1).noneMatch(one -> NEVER.isIn(one.statement().text()));
    }
    if (isOfAGroup(plan, generation)) {
      return false;
    }
    if (!isHowLong && !WHOSE_WISH.isIn(plan.text())) {
      return false;
    }
    boolean isOfHours = isOfPersons(plan, generation) || OF_HOURS.isIn(plan.text());
    return told(plan, reading, generation).isEmpty()
        && (!isHowLong || isOfHours)
        && ((isHowLong && meeting(plan, reading, generation).isPresent())
            || first.stream().noneMatch(one -> tells.isIn(one.statement().text())));
  }

  private static Optional<Statements.Ranked> told(
      QueryPlan plan, Reading reading, Generation generation) {
    String text = plan.text();
    if (isOfAGroup(plan, generation)) {
      return Optional.empty();
    }
    if (HOW_LONG.isIn(text)) {
      return meeting(plan, reading, generation).stream()
          .flatMap(
              one -> Stream.concat(Stream.of(one), meetings(plan, reading, generation).stream()))
          .flatMap(one -> tellingOf(one, LASTED, plan, generation).stream())
          .findFirst()
          .or(
              () ->
                  meeting(plan, reading, generation)
                      .filter(_ -> OF_DAYS.isIn(text))
                      .flatMap(one -> tellingOf(one, DAYS, plan, generation)));
    }
    if (WHOSE_WISH.isIn(text)) {
      return meeting(plan, reading, generation)
          .flatMap(one -> tellingOf(one, WISHED, plan, generation));
    }
    if (isIfTheyMet(plan, generation)) {
      return meetings(plan, reading, generation).stream()
          .filter(one -> isOfTalk(plan, generation) || !Chronicle.isCall(one))
          .filter(one -> !BY_PHONE.isIn(text) || Chronicle.isCall(one))
          .flatMap(one -> generation.evidenceOf(plan, List.of(one.id())).stream())
          .flatMap(Particulars::statements)
          .filter(
              one ->
                  (isOfTalk(plan, generation) ? SPOKE : MET).isIn(one.statement().text())
                      && namesBoth(plan, one, generation))
          .findFirst();
    }
    return WHEN.isWhole(withoutNames(plan, generation))
            && isOfPersons(plan, generation)
            && reading.hasSpan()
        ? meeting(plan, reading, generation)
            .flatMap(one -> generation.evidenceOf(plan, List.of(one.id())).stream().findFirst())
            .map(one -> new Statements.Ranked(one, 0, 1, 0))
        : Optional.empty();
  }

  private static boolean isIfTheyMet(QueryPlan plan, Generation generation) {
    return Chronicle.people(plan, generation).size() == 2
        && isOfPersons(plan, generation)
        && IF_MET.matcher(withoutNames(plan, generation)).matches();
  }

  /** "Did Trump and Xi talk in 2022": a call tells it as a meeting does. */
  private static boolean isOfTalk(QueryPlan plan, Generation generation) {
    Matcher asked = IF_MET.matcher(withoutNames(plan, generation));
    return asked.matches() && asked.group("talk") != null;
  }

  /** The question with N for each name and time. */
  private static String withoutNames(QueryPlan plan, Generation generation) {
    List<QueryToken> people =
        Chronicle.people(plan, generation).stream().map(plan.tokens()::get).toList();
    StringBuilder text = new StringBuilder(plan.text());
    plan.tokens().stream()
        .filter(token -> token.kind() == QueryToken.Kind.DATE || people.contains(token))
        .sorted(Comparator.comparingInt(QueryToken::start).reversed())
        .forEach(token -> text.replace(token.start(), token.end(), "N"));
    return text.toString();
  }

  /** Of a working group by its name no meeting of others is meant. */
  private static boolean isOfAGroup(QueryPlan plan, Generation generation) {
    return !StatementOrder.Named.of(plan, generation, term -> term.id().endsWith("working-group"))
        .isEmpty();
  }

  private static boolean isOfPersons(QueryPlan plan, Generation generation) {
    return Chronicle.sides(Chronicle.persons(plan, generation)).size() > 1;
  }

  /** The one meeting of those named in the time asked about, or else the last at the place. */
  private static Optional<CorpusRecord> meeting(
      QueryPlan plan, Reading reading, Generation generation) {
    List<String> places = places(plan, generation);
    List<CorpusRecord> meetings = meetings(plan, reading, generation);
    if (meetings.size() > 1 && places.isEmpty() && CALL.isIn(plan.text())) {
      meetings = meetings.stream().filter(Chronicle::isCall).toList();
    }
    boolean isOne = meetings.size() == 1 && (isOfPersons(plan, generation) || reading.hasSpan());
    return isOne || (!meetings.isEmpty() && !places.isEmpty())
        ? Optional.of(meetings.getFirst())
        : Optional.empty();
  }

  private static List<String> places(QueryPlan plan, Generation generation) {
    return StatementOrder.Named.of(plan, generation, Outcomes::isWhere).stream()
        .map(plan.tokens()::get)
        .filter(place -> Chronicle.personsOf(plan, place, generation).findAny().isEmpty())
        .map(QueryToken::text)
        .toList();
  }

  /**
   * The meetings of all that are named, in the time and at the places asked about, newest first.
   */
  private static List<CorpusRecord> meetings(
      QueryPlan plan, Reading reading, Generation generation) {
    Set<Term> persons = Chronicle.persons(plan, generation);
    List<String> places = places(plan, generation);
    return generation
        .records()
        .filter(record -> record.kind() == Kind.MEETING)
        .filter(record -> !reading.hasSpan() || reading.spans(record))
        .filter(
            record ->
                Chronicle.present(record, generation)
                    .collect(Collectors.toSet())
                    .containsAll(persons))
        .filter(record -> places.stream().allMatch(place -> isOf(record, place, generation)))
        .sorted(Comparator.comparing(CorpusRecord::anchorDay).reversed())
        .toList();
  }

  /** Whether a meeting is titled by a place, or is the one that a name stands for. */
  private static boolean isOf(CorpusRecord meeting, String name, Generation generation) {
    return SinceMeeting.isInTitle(generation, name).test(meeting)
        || generation.termsIn(meeting.title()).contains(name)
        || generation.term(name).filter(term -> meeting.id().equals(term.recordId())).isPresent();
  }

  /**
   * The first statement that tells it: at whose wish they met, of the read-outs and then of the
   * meeting's record; how long, the other way round.
   */
  private static Optional<Statements.Ranked> tellingOf(
      CorpusRecord meeting, QuickPattern tells, QueryPlan plan, Generation generation) {
    List<String> accounts =
        (tells == WISHED
                ? Stream.concat(readouts(meeting, generation), Stream.of(meeting))
                : Stream.concat(Stream.of(meeting), readouts(meeting, generation)))
            .map(CorpusRecord::id)
            .distinct()
            .toList();
    return generation.evidenceOf(plan, accounts).stream()
        .flatMap(account -> telling(account, tells))
        .findFirst();
  }

  private static Stream<CorpusRecord> readouts(CorpusRecord meeting, Generation generation) {
    return generation.records().filter(one -> meeting.id().equals(one.meeting()));
  }

  private static Stream<Statements.Ranked> telling(Evidence account, QuickPattern tells) {
    return statements(account).filter(one -> tells.isIn(one.statement().text()));
  }

  private static Stream<Statements.Ranked> statements(Evidence account) {
    return IntStream.range(0, account.record().statements().size())
        .mapToObj(i -> new Statements.Ranked(account, i, 1, 0));
  }

  private static boolean namesBoth(QueryPlan plan, Statements.Ranked one, Generation generation) {
    return Chronicle.people(plan, generation).stream().allMatch(one::holds);
  }
}

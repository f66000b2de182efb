package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.Standing.StandingPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What recorded fields say, in a line: dates, numbers and names as they are recorded, and never
 * more than that. A line is complete with its full stop.
 */
public final class VerdictText {
  /** A longer note is left out from the sentence on that passes this. */
  private static final int MAX_NOTE_CHARS = 420;

  private static final int MAX_NAME_CHARS = 90;
  private static final int MAX_CHINESE_NAME_CHARS = 30;

  /** Of an event; a longer title is cut as a name is. */
  private static final int MAX_EVENT_CHARS = 110;

  private static final int MAX_CHINESE_EVENT_CHARS = 60;

  /** What of a long title names the measure; behind the colon it explains itself. */
  private static final QuickPattern NAME = QuickPattern.exactly("^.{26,}?(?=: )|^.{4,}?(?=：)");

  /** A record's id between brackets, which only the note's own readers follow. */
  private static final QuickPattern ID =
      QuickPattern.exactly("\\s*\\([^()]*[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9-]+[^()]*\\)");

  /** That something longer is announced, without which a last day would mislead. */
  private static final QuickPattern AN_EXTENSION = QuickPattern.exactly("\\b[Ee]xtension\\b|延[长期]");

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.])\\s+(?=\\p{Lu})|(?<=[。])");

  private VerdictText() {}

  /** The line that opens the answer; of a duty the whole title, which ends with what it charges. */
  public static String of(Verdict verdict, Language language) {
    CorpusRecord measure = verdict.records().getFirst();
    boolean isNamedAlone = measure.rates().isEmpty() || !verdict.details().isEmpty();
    return of(
        verdict,
        isNamedAlone ? name(measure, language) : SourceText.title(measure, language),
        language);
  }

  /** The line as the reader reads it, in English. */
  static String asRead(Verdict verdict) {
    Verdict read = verdict.slot() == Slot.AMOUNT ? verdict.ofTheFirst() : verdict;
    return of(read, name(verdict.records().getFirst(), Language.EN), Language.EN);
  }

  private static String of(Verdict verdict, String measure, Language language) {
    return isStanding(verdict)
        ? headline(verdict, language)
            + Label.OF_THE_MEASURE.in(language, measure)
            + MeasureStatus.of(verdict.records().getFirst(), verdict.day())
                .map(status -> note(status, language))
                .orElse("")
        : headline(verdict, language);
  }

  /** Whether it tells how a measure stands, and the measure's name and note complete it. */
  public static boolean isStanding(Verdict verdict) {
    return verdict.slot() == Slot.STANDING || verdict.slot() == Slot.END;
  }

  /**
   * What is said, without the measure that it is said of: "Not known since 10 November 2026:
   * recorded as suspended from 10 November 2025 to 9 November 2026".
   */
  public static String headline(Verdict verdict, Language language) {
    CorpusRecord record = verdict.records().getFirst();
    return switch (verdict.slot()) {
      case STANDING, END ->
          headline(MeasureStatus.of(record, verdict.day()).orElseThrow(), language)
              + lastRate(verdict, language);
      case START -> effective(record, verdict.day(), language);
      case CITATION -> citation(record, language);
      case AMOUNT ->
          verdict.details().isEmpty()
              ? rates(verdict, language) + Label.STOP.in(language)
              : rates(verdict, language)
                  + Label.OF_THE_MEASURE.in(language, name(record, language))
                  + otherDuties(verdict, language);
      case CHANGE ->
          history(verdict, language) + Label.OF_THE_MEASURE.in(language, name(record, language));
      case PERSON -> takingPart(verdict, name(record, language), language);
      case DAY -> events(verdict.records(), language) + Label.STOP.in(language);
      case LIST -> InventoryText.of(verdict, language);
      case BODY -> String.join(language == Language.EN ? " " : "", verdict.details());
      case PLACE, REASON, DEFINITION ->
          throw new IllegalArgumentException("no field holds " + verdict.slot());
    };
  }

  /** Those who took part, by the names that readers of the language know. */
  public static List<String> names(Verdict verdict, Language language) {
    return names(verdict.participants().stream(), language);
  }

  /** The same of those whom the term list has as people of a side. */
  private static List<String> names(Verdict verdict, Language language, Side side) {
    return names(
        verdict.participants().stream()
            .filter(one -> one.term() != null && one.term().side() == side),
        language);
  }

  private static List<String> names(Stream<Verdict.Participant> people, Language language) {
    return people
        .map(
            one ->
                one.term() == null
                    ? ChineseNames.of(one.name(), language)
                    : TermText.name(one.term(), language))
        .toList();
  }

  /** How a measure stands on the day, without its name. */
  public static String headline(MeasureStatus status, Language language) {
    boolean isAssessed = status.measure().standing().unassessed().isEmpty();
    String later = isAssessed ? "" : Label.SEMICOLON.in(language) + Label.NOT_ASSESSED.in(language);
    return capital(state(status, language) + later);
  }

  /**
   * Its title; of a long one what stands before the colon, after which titles explain themselves.
   */
  public static String name(CorpusRecord measure, Language language) {
    String title = SourceText.title(measure, language);
    MatchResult name = NAME.first(title);
    int most = language == Language.EN ? MAX_NAME_CHARS : MAX_CHINESE_NAME_CHARS;
    return title.length() > most && name != null ? name.group() : title;
  }

  private static String state(MeasureStatus status, Language language) {
    StandingPeriod current = status.current();
    StandingPeriod before = status.before();
    StandingPeriod next = status.next();
    String then =
        next == null
            ? ""
            : Label.SEMICOLON.in(language)
                + Label.THEN.in(language, StandingText.of(next, language));
    if (current != null) {
      return StandingText.of(current, language) + then;
    }
    if (before != null && before.to() != null) {
      LocalDate last = Objects.requireNonNull(before.to());
      String since = DateText.of(last.plusDays(1), language);
      return note(status, language).contains(DateText.of(last, language)) // says it too
          ? Label.NOT_KNOWN.in(language, since) + then
          : Label.NOT_KNOWN_SINCE.in(language, since, StandingText.of(before, language)) + then;
    }
    return next != null
        ? Label.NOT_YET.in(language, StandingText.of(next, language))
        : Label.NOT_STATED.in(language, DateText.of(status.day(), language));
  }

  /**
   * The sentences of the record's note that have room, each behind a space in English; in the
   * reader's language only, and empty where there is none.
   */
  public static String note(CorpusRecord record, Language language) {
    String note =
        language == Language.EN
            ? record.statusNote()
            : SnippetText.chinese(record.statusNoteZh(), language);
    if (note == null || !record.standing().holdsAsRecorded()) {
      return "";
    }
    StringBuilder kept = new StringBuilder();
    for (String sentence : SENTENCE_END.split(ID.replaceAll(note, ""), -1)) {
      if (kept.length() + sentence.length() > MAX_NOTE_CHARS) {
        break;
      }
      kept.append(language == Language.EN ? " " : "").append(sentence);
    }
    return kept.toString();
  }

  /**
   * The same of how it stands on a day: empty where the note tells of what changed later, by a
   * record whose id, which begins with its day, is of a later one.
   */
  public static String note(MeasureStatus status, Language language) {
    CorpusRecord measure = status.measure();
    boolean isOfLater =
        Stream.concat(
                measure.standing().periods().stream().map(StandingPeriod::by),
                measure.rates().stream().map(RatePeriod::by))
            .anyMatch(
                by -> Character.isDigit(by.charAt(0)) && by.compareTo(status.day().toString()) > 0);
    return isOfLater ? "" : note(measure, language);
  }

  /** The last sentence of the same, where it stands then, and what tells of an extension. */
  public static String caveat(MeasureStatus status, Language language) {
    List<String> sentences = SENTENCE_END.splitAsStream(note(status, language).strip()).toList();
    return sentences.stream()
        .filter(one -> one.equals(sentences.getLast()) || AN_EXTENSION.isIn(one))
        .collect(Collectors.joining(language == Language.EN ? " " : ""));
  }

  /** "6 July 2018: Section 301 List 1; 23 August 2018: Section 301 List 2 (in effect from …)". */
  private static String events(List<CorpusRecord> records, Language language) {
    return records.stream()
        .map(
            record -> {
              String title = SourceText.title(record, language);
              int most = language == Language.EN ? MAX_EVENT_CHARS : MAX_CHINESE_EVENT_CHARS;
              String event = title.length() > most ? name(record, language) : title;
              String day = DateText.of(record.anchorDay(), language);
              LocalDate effective = record.effective();
              return effective == null || effective.equals(record.anchorDay())
                  ? Label.EVENT.in(language, day, event)
                  : Label.EVENT_IN_EFFECT.in(
                      language, day, event, DateText.of(effective, language));
            })
        .collect(Collectors.joining(Label.SEMICOLON.in(language)));
  }

  /**
   * The first day in effect, how it stands where that is not in force, and until when it charges
   * nothing.
   */
  private static String effective(CorpusRecord record, LocalDate asOf, Language language) {
    LocalDate day = Objects.requireNonNull(record.effective());
    String now =
        MeasureStatus.of(record, asOf)
            .filter(status -> status.current() != null && !Standings.leavesOpen(status))
            .map(status -> Label.SEMICOLON.in(language) + state(status, language))
            .orElse("");
    boolean isNothingYet =
        record.rates().stream()
            .anyMatch(rate -> rate.isNothing() && rate.to() != null && rate.covers(asOf));
    return capital(Label.EFFECTIVE.in(language, DateText.of(day, language)))
        + now
        + Label.OF_THE_MEASURE.in(language, name(record, language))
        + (isNothingYet ? note(record, language) : "");
  }

  /** The formal citations of the record. */
  private static String citation(CorpusRecord record, Language language) {
    String citations =
        record.sources().stream()
            .map(Source::citation)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(Label.SEMICOLON.in(language)));
    return capital(Label.CITED.in(language, citations))
        + Label.OF_THE_MEASURE.in(language, name(record, language));
  }

  /** What one measure charges, goods by goods; not what is charged in all. */
  private static String rates(Verdict verdict, Language language) {
    return capital(
        verdict.rates().stream()
            .map(rate -> rate(rate, verdict.day(), language))
            .collect(Collectors.joining(Label.SEMICOLON.in(language))));
  }

  /** What a duty that stands last charged, where nothing is recorded of what it charges since. */
  private static String lastRate(Verdict verdict, Language language) {
    return verdict.details().isEmpty()
        ? ""
        : Label.SEMICOLON.in(language)
            + notKnown(verdict.records().getFirst().rates().getLast(), language);
  }

  /** That there may be others, and those recorded. */
  private static String otherDuties(Verdict verdict, Language language) {
    String others =
        verdict.records().stream()
            .skip(1)
            .flatMap(
                other ->
                    Stream.concat(
                            verdict.rates(other).map(rate -> rate(rate, verdict.day(), language)),
                            verdict.pauses(other).map(pause -> notKnown(pause, language)))
                        .map(duty -> Label.OTHER_DUTY.in(language, duty, name(other, language))))
            .collect(Collectors.joining(Label.SEMICOLON.in(language)));
    return others.isEmpty()
        ? Label.OTHER_DUTIES.in(language)
        : Label.OTHER_DUTIES_ARE.in(language, others);
  }

  private static String notKnown(RatePeriod pause, Language language) {
    LocalDate last = Objects.requireNonNull(pause.to());
    return Label.RATE_NOT_KNOWN.in(
        language,
        charged(pause.of(), language),
        charged(pause.rate(), language),
        DateText.of(last, language));
  }

  /** What goes on at the same rate is one step. */
  private static List<RatePeriod> joined(List<RatePeriod> rates) {
    List<RatePeriod> steps = new ArrayList<>();
    for (RatePeriod rate : rates) {
      if (!steps.isEmpty() && steps.getLast().goesOnIn(rate)) {
        rate = steps.removeLast().until(rate.to());
      }
      steps.add(rate);
    }
    return steps;
  }

  /** One rate after another of the same goods; the last day of one that no other follows. */
  private static String history(Verdict verdict, Language language) {
    List<RatePeriod> rates = joined(verdict.rates());
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      RatePeriod rate = rates.get(i);
      LocalDate to = rate.to();
      boolean isFollowed =
          i + 1 < rates.size() && to != null && rates.get(i + 1).from().equals(to.plusDays(1));
      String charged = charged(rate.rate(), language);
      String from = DateText.of(rate.from(), language);
      steps.add(
          to == null || isFollowed
              ? Label.RATE_STEP.in(language, charged, from)
              : Label.RATE_STEP_TO.in(language, charged, from, DateText.of(to, language)));
    }
    return Label.RATE_HISTORY.in(
        language,
        capital(charged(rates.getFirst().of(), language)),
        String.join(Label.SEMICOLON.in(language), steps));
  }

  /** A rate or goods as the record has them, in Chinese where that is known. */
  public static String charged(String recorded, Language language) {
    return ChineseNames.of(recorded, language);
  }

  /** The same on a day, which may come before its first. */
  private static String rate(RatePeriod rate, LocalDate day, Language language) {
    return rate.to() == null && rate.from().isAfter(day)
        ? Label.RATE_TO_COME.in(
            language,
            charged(rate.rate(), language),
            charged(rate.of(), language),
            DateText.of(rate.from(), language))
        : rate(rate, language);
  }

  /** What one line of goods is charged, and when. */
  static String rate(RatePeriod rate, Language language) {
    String from = DateText.of(rate.from(), language);
    LocalDate to = rate.to();
    String charged = ChineseNames.of(rate.rate(), language);
    String goods = ChineseNames.of(rate.of(), language);
    return to == null
        ? Label.RATE_FROM.in(language, charged, goods, from)
        : Label.RATE_FROM_TO.in(language, charged, goods, from, DateText.of(to, language));
  }

  /** Who is recorded as taking part: of the side asked about, or each side's people. */
  private static String takingPart(Verdict verdict, String meeting, Language language) {
    if (verdict.side() == Side.US || verdict.side() == Side.PRC) {
      Label label = verdict.side() == Side.US ? Label.TOOK_PART_US : Label.TOOK_PART_PRC;
      return label.in(language, list(names(verdict, language), language), meeting);
    }
    List<String> americans = names(verdict, language, Side.US);
    List<String> chinese = names(verdict, language, Side.PRC);
    boolean isEachOfOne =
        !americans.isEmpty()
            && !chinese.isEmpty()
            && americans.size() + chinese.size() == verdict.participants().size();
    return isEachOfOne
        ? Label.TOOK_PART_EACH.in(
            language, list(americans, language), list(chinese, language), meeting)
        : Label.TOOK_PART.in(language, list(names(verdict, language), language), meeting);
  }

  private static String list(List<String> names, Language language) {
    return String.join(Label.BETWEEN_NAMES.in(language), names);
  }

  static String capital(String line) {
    return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
  }
}

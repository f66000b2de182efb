package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.Language;
import dev.readout.corpus.Source;
import dev.readout.corpus.Standing;
import dev.readout.corpus.Standing.StandingPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What comes when, in a line, and as a calendar's file. Pure functions. */
public final class ComingText {
  private ComingText() {}

  /** The day, or the last of several that may be meant: "by 31 December 2026". */
  public static String day(ComingDays.Announced meeting, Language language) {
    String last = DateText.of(meeting.last(), language);
    return meeting.first().equals(meeting.last()) ? last : Label.BY_DAY.in(language, last);
  }

  /** How many days are left, or how long ago it was. */
  public static String daysLeft(LocalDate day, LocalDate today, Language language) {
    long days = ChronoUnit.DAYS.between(today, day);
    return days < 0 ? Label.DAYS_AGO.in(language, -days) : Label.DAYS_LEFT.in(language, days);
  }

  /** What ends and, where that is recorded, what comes then; without the measure's name. */
  public static String end(ComingDays.LastDay end, Language language) {
    return end.rates().isEmpty()
        ? standing(end, language)
        : end.rates().stream()
            .map(rate -> rate(rate, end.measure(), language))
            .collect(Collectors.joining(Label.SEMICOLON.in(language)));
  }

  private static String standing(ComingDays.LastDay end, Language language) {
    Standing standing = end.measure().standing();
    List<String> parts = new ArrayList<>();
    standing
        .on(end.day())
        .map(last -> new StandingPeriod(end.first(), end.day(), last.state(), last.by()))
        .map(whole -> StandingText.of(whole, language))
        .ifPresent(parts::add);
    standing
        .nextAfter(end.day())
        .map(next -> Label.THEN.in(language, StandingText.of(next, language)))
        .ifPresent(parts::add);
    if (!standing.unassessed().isEmpty()) {
      parts.add(Label.NOT_ASSESSED.in(language));
    }
    return VerdictText.capital(String.join(Label.SEMICOLON.in(language), parts));
  }

  private static String rate(RatePeriod rate, CorpusRecord measure, Language language) {
    return VerdictText.rate(rate, language)
        + measure.rates().stream()
            .filter(next -> next.of().equals(rate.of()) && next.from().isAfter(rate.from()))
            .findFirst()
            .map(
                next ->
                    Label.SEMICOLON.in(language)
                        + Label.THEN.in(
                            language,
                            Label.FROM.in(
                                language,
                                ChineseNames.of(next.rate(), language),
                                DateText.of(next.from(), language))))
            .orElse("");
  }

  /** The meetings for a calendar. */
  public static byte[] meetingsFile(
      List<ComingDays.Announced> meetings, Instant asOf, Language language) {
    return CalendarFile.of(
        meetings.stream()
            .map(
                one ->
                    event(
                        one.id(),
                        one.first(),
                        one.last(),
                        SnippetText.words(one.snippet().statement(), language),
                        SourceText.inOneLine(one.snippet().record(), language),
                        one.snippet().record()))
            .toList(),
        asOf);
  }

  /** The last days for a calendar. */
  public static byte[] endsFile(List<ComingDays.LastDay> ends, Instant asOf, Language language) {
    return CalendarFile.of(
        ends.stream()
            .map(
                one ->
                    event(
                        one.id(),
                        one.day(),
                        one.day(),
                        Label.LAST_DAY.in(language, VerdictText.name(one.measure(), language)),
                        end(one, language)
                            + "\n"
                            + VerdictText.note(one.measure(), language).strip()
                            + "\n"
                            + SourceText.origin(one.measure(), language),
                        one.measure()))
            .toList(),
        asOf);
  }

  private static CalendarFile.Event event(
      String id, LocalDate first, LocalDate last, String title, String text, CorpusRecord record) {
    String url = record.linkedSource().map(Source::url).orElse("");
    return new CalendarFile.Event(id, first, last, title, text.strip(), url);
  }
}

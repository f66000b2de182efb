package dev.readout.corpus;

import dev.readout.corpus.DateMention.Precision;
import dev.readout.corpus.Statement.Voice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a measure's summary tells that came about after the measure was published, and which of the
 * record's sources can say it. What an older page cannot say is not shown as said there, or by who
 * issued that. Pure functions.
 */
final class LaterFact {
  /** A document is printed some days after it is signed, and dated by either. */
  private static final int PRINTED_AFTER_DAYS = 7;

  /** What is reported of an event is reported soon. */
  private static final int NEAR_DAYS = 60;

  private static final QuickPattern DOCUMENT = QuickPattern.exactly("\\b20[0-9]{2}-[0-9]{5}\\b");

  /** What stands before a day that is a term, or a document's, or still to come when it is told. */
  private static final QuickPattern NO_EVENT =
      QuickPattern.exactly(
          "(?i)(?:\\b(?:from|until|till|through|to|by|before|since|after|due on|ends? on|expires?"
              + " on|expiring on|between|starting|from [0-9:]+ [^,;]{0,20}on|effective|expired?"
              + " (?:at .*)?on|as of|set for|than) |[(][^()]*|\\b(?:w(?:as|ere)"
              + " (?:to|due)|(?:is|are) to|expect\\w*|would|will)\\b.*)$");

  private static final Pattern DAY =
      Pattern.compile("(?<![0-9])(20[12][0-9])([/-]?)(0[1-9]|1[0-2])\\2([0-3][0-9])(?![0-9])");

  private static final Pattern MONTH =
      Pattern.compile("(?<![0-9])(20[12][0-9])[/-]?(0?[1-9]|1[0-2])(?=/)");

  private LaterFact() {}

  /** Whether the first day that it tells of is clearly later, and not the day of its effect. */
  static boolean isIn(CorpusRecord record, Statement statement) {
    LocalDate published = record.published();
    return published != null
        && record.kind().isImposed()
        && statement.fragment() == null
        && day(statement)
            .filter(day -> isAfter(day, published) && !day.equals(record.effective()))
            .isPresent();
  }

  /**
   * Where the record's best source is older than what is told: the best source whose address has
   * that day or month, or one soon after. Before it, the best that bears the number of a document
   * named. Empty for neither, and where its place in the best source is known.
   */
  static Optional<Source> source(CorpusRecord record, Statement statement) {
    if (record.sources().size() == 1 || statement.fragment() != null) {
      return Optional.empty();
    }
    List<String> numbers = DOCUMENT.in(statement.text()).stream().map(MatchResult::group).toList();
    return first(record, url -> numbers.stream().anyMatch(url::contains))
        .or(
            () ->
                day(statement)
                    .filter(day -> isOlder(record, day))
                    .flatMap(day -> first(record, url -> isNear(url, day))));
  }

  /** The first day, or first of a month, on which it says that something came about. */
  private static Optional<LocalDate> day(Statement statement) {
    String text = statement.text();
    return DateMention.in(text).stream()
        .filter(day -> statement.voice() == Voice.SUMMARY)
        .filter(day -> day.exists() && day.precision() != Precision.YEAR)
        .filter(day -> !NO_EVENT.isIn(text.substring(0, day.start())))
        .findFirst()
        .map(DateMention::first);
  }

  private static boolean isAfter(LocalDate day, LocalDate published) {
    return day.isAfter(published.plusDays(PRINTED_AFTER_DAYS));
  }

  /** By the date in the best source's address, else by the record's own. */
  private static boolean isOlder(CorpusRecord record, LocalDate day) {
    return record
        .linkedSource()
        .map(Source::url)
        .flatMap(LaterFact::last)
        .map(day::isAfter)
        .orElse(record.published() != null && isAfter(day, record.published()));
  }

  private static Optional<Source> first(CorpusRecord record, Predicate<String> which) {
    return record.sources().stream()
        .filter(source -> source.url() != null && which.test(source.url()))
        .findFirst();
  }

  private static boolean isNear(String url, LocalDate told) {
    return last(url)
        .filter(last -> !last.isBefore(told) && !last.isAfter(told.plusDays(NEAR_DAYS)))
        .isPresent();
  }

  /** The day in an address, or the last of the month in it; empty for neither. */
  private static Optional<LocalDate> last(String url) {
    Matcher found = DAY.matcher(url);
    if (found.find()) {
      return Optional.of(month(found, 3).plusDays(Integer.parseInt(found.group(4)) - 1L));
    }
    found = MONTH.matcher(url);
    return found.find()
        ? Optional.of(month(found, 2).plusMonths(1).minusDays(1))
        : Optional.empty();
  }

  private static LocalDate month(Matcher found, int group) {
    return LocalDate.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(group)), 1);
  }
}

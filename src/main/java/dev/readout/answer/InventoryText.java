package dev.readout.answer;

import static java.util.Objects.requireNonNull;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Standing.StandingPeriod;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Several measures: those that stand alike together, in the order of the verdict, or those that
 * were published in a time.
 */
public final class InventoryText {
  /** Rates of one measure among others. */
  private static final int MAX_RATES = 2;

  /** A longer title is cut as a name is. */
  private static final int MAX_TITLE_CHARS = 110;

  private static final int MAX_CHINESE_TITLE_CHARS = 60;

  private InventoryText() {}

  /**
   * Measures that stand alike. Immutable.
   *
   * @param heading such as "In force as of 29 November 2026", without a colon
   */
  public record Group(String heading, List<CorpusRecord> measures) {
    public Group {
      measures = List.copyOf(measures);
    }
  }

  public static List<Group> groups(Verdict verdict, Language language) {
    if (isOfATime(verdict)) {
      List<String> days =
          verdict.details().stream()
              .map(LocalDate::parse)
              .map(day -> DateText.of(day, language))
              .toList();
      String heading = Label.PUBLISHED_FROM_TO.in(language, days.getFirst(), days.getLast());
      return List.of(
          new Group(
              verdict.records().size() < Inventory.MAX_OF_A_TIME
                  ? heading
                  : Label.MOST_NAMED_OF_MANY.in(language, heading),
              verdict.records()));
    }
    Map<String, List<CorpusRecord>> byState =
        verdict.records().stream()
            .collect(
                Collectors.groupingBy(
                    measure ->
                        state(MeasureStatus.of(measure, verdict.day()).orElseThrow(), language),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byState.entrySet().stream()
        .map(
            group ->
                new Group(
                    VerdictText.capital(
                        group.getValue().size() < Inventory.MAX_NAMED
                            ? group.getKey()
                            : Label.NEWEST_OF_MANY.in(language, group.getKey())),
                    group.getValue()))
        .toList();
  }

  private static boolean isOfATime(Verdict verdict) {
    return !verdict.details().isEmpty();
  }

  /** One of them, and where they are of a time when it was published. */
  public static String line(CorpusRecord measure, Verdict verdict, Language language) {
    return isOfATime(verdict)
        ? Label.EVENT.in(
            language,
            DateText.of(measure.anchorDay(), language),
            VerdictText.name(measure, language))
        : name(measure, verdict.day(), language);
  }

  /** Its title; of one that is cut what it charges on the day, too. */
  private static String name(CorpusRecord measure, LocalDate day, Language language) {
    String title = SourceText.title(measure, language);
    if (title.length() <= (language == Language.EN ? MAX_TITLE_CHARS : MAX_CHINESE_TITLE_CHARS)) {
      return title;
    }
    String name = VerdictText.name(measure, language);
    String rates =
        measure.rates().stream()
            .filter(rate -> rate.covers(day))
            .limit(MAX_RATES)
            .map(rate -> VerdictText.rate(rate, language))
            .collect(Collectors.joining(Label.BETWEEN_NAMES.in(language)));
    return rates.isEmpty() ? name : Label.WITH_DETAIL.in(language, name, rates);
  }

  /** All in one line: "In force as of 29 November 2026: …; …. Not known since …: …." */
  static String of(Verdict verdict, Language language) {
    return groups(verdict, language).stream()
        .map(
            group ->
                Label.EVENT.in(
                        language,
                        group.heading(),
                        group.measures().stream()
                            .map(measure -> line(measure, verdict, language))
                            .collect(Collectors.joining(Label.SEMICOLON.in(language))))
                    + Label.STOP.in(language))
        .collect(Collectors.joining(language == Language.EN ? " " : ""));
  }

  private static String state(MeasureStatus status, Language language) {
    StandingPeriod current = status.current();
    if (current != null) {
      return Label.STANDS_AS_OF.in(
          language,
          StandingText.of(current.state(), language),
          DateText.of(status.day(), language));
    }
    StandingPeriod before = requireNonNull(status.before());
    LocalDate since = requireNonNull(before.to()).plusDays(1);
    return Label.WITH_DETAIL.in(
        language,
        Label.NOT_KNOWN.in(language, DateText.of(since, language)),
        StandingText.of(before, language));
  }
}

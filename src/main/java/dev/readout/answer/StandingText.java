package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A measure's standing in one line, which begins with the state or with its not being stated. */
public final class StandingText {
  private static final QuickPattern STOP = QuickPattern.exactly("[.。]$");

  private StandingText() {}

  /**
   * Such as "suspended from 10 November 2025 to 9 November 2026, by
   * 2025-11-10-bis-affiliates-rule-suspension; nothing later in the sources". Infers nothing from
   * the days around the one asked for.
   */
  public static String of(MeasureStatus status, Language language) {
    return of(status, language, period -> proven(period, period.by(), language));
  }

  /**
   * The same without the ids of the records that prove it, for where these are shown as links;
   * where the record's note tells what came later, with that instead of "nothing later".
   */
  public static String withoutProof(MeasureStatus status, Language language) {
    String stands = of(status, language, period -> of(period, language));
    String nothingLater = Label.SEMICOLON.in(language) + Label.NOTHING_LATER.in(language);
    String caveat = STOP.replaceFirst(VerdictText.caveat(status, language), "");
    return caveat.isEmpty()
        ? stands
        : stands.replace(
            nothingLater, Label.STOP.in(language) + (language == Language.EN ? " " : "") + caveat);
  }

  private static String of(
      MeasureStatus status, Language language, Function<StandingPeriod, String> written) {
    List<String> parts = new ArrayList<>();
    StandingPeriod latest = status.current() != null ? status.current() : status.before();
    if (status.current() != null) {
      parts.add(written.apply(status.current()));
    } else {
      parts.add(Label.NOT_STATED.in(language, DateText.of(status.day(), language)));
    }
    if (status.current() == null && status.before() != null) {
      parts.add(Label.LAST_RECORDED.in(language, written.apply(status.before())));
    }
    boolean isAssessed = status.measure().standing().unassessed().isEmpty();
    if (status.next() != null) {
      parts.add(Label.THEN.in(language, written.apply(status.next())));
    } else if (latest == null) {
      parts.add(Label.NO_STANDING.in(language));
    } else if (latest.to() != null && isAssessed) {
      parts.add(Label.NOTHING_LATER.in(language));
    }
    if (!isAssessed) {
      parts.add(Label.NOT_ASSESSED.in(language));
    }
    return String.join(Label.SEMICOLON.in(language), parts);
  }

  /** The state, its days and what proves it: the id of a record, or its title. */
  public static String proven(StandingPeriod period, String proof, Language language) {
    return of(period, language) + Label.BY.in(language, proof);
  }

  /** The state and its days. */
  public static String of(StandingPeriod period, Language language) {
    String state = of(period.state(), language);
    String from = DateText.of(period.from(), language);
    LocalDate to = period.to();
    if (to == null) {
      return Label.FROM.in(language, state, from);
    }
    return to.equals(period.from())
        ? Label.ON_ONE_DAY.in(language, state, from)
        : Label.FROM_TO.in(language, state, from, DateText.of(to, language));
  }

  public static String of(LegalState state, Language language) {
    return switch (state) {
      case PROPOSED -> Label.PROPOSED.in(language);
      case IN_FORCE -> Label.IN_FORCE.in(language);
      case SUSPENDED -> Label.SUSPENDED.in(language);
      case SUPERSEDED -> Label.SUPERSEDED.in(language);
      case RESCINDED -> Label.RESCINDED.in(language);
      case EXPIRED -> Label.EXPIRED.in(language);
    };
  }
}

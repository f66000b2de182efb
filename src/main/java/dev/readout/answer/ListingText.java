package dev.readout.answer;

import dev.readout.answer.Listings.Listed;
import dev.readout.answer.Listings.Named;
import dev.readout.corpus.Language;
import dev.readout.corpus.Standing.LegalState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a name that is, or is not, on a list. */
public final class ListingText {
  private static final int MAX_NAMES = 6;

  private ListingText() {}

  /** The list, and the name as the record writes it. */
  public static String name(Listed listed, Language language) {
    return list(listed, language) + Label.COLON.in(language) + nameAlone(listed, language);
  }

  static String list(Listed listed, Language language) {
    return VerdictText.capital(TermText.name(listed.list(), language));
  }

  static String nameAlone(Listed listed, Language language) {
    String zh = SnippetText.chinese(listed.name().zh(), language);
    return zh == null ? listed.name().en() : zh;
  }

  /** Since when it is on the list, and how that stands: "since 2 March 2023; in force on …". */
  public static String of(Listed listed, LocalDate day, Language language) {
    LocalDate from = listed.listing().from();
    String stands = stands(listed, language);
    return from == null || from.isAfter(day)
        ? stands
        : Label.LISTED_SINCE.in(language, DateText.of(from, language))
            + Label.SEMICOLON.in(language)
            + stands;
  }

  /** How it stands, as known: "in force on 8 October 2026". */
  static String stands(Listed listed, Language language) {
    List<String> parts = new ArrayList<>();
    LocalDate to = listed.listing().to();
    MeasureStatus status = listed.status();
    if (to != null) {
      parts.add(Label.LISTED_UNTIL.in(language, DateText.of(to.plusDays(1), language)));
    } else if (status == null) {
      parts.add(Label.LISTED_NOT_SAID.in(language));
    } else if (status.current() != null
        && status.current().state() == LegalState.IN_FORCE
        && status.current().to() == null) {
      parts.add(
          Label.LISTED_STANDS.in(
              language, Label.IN_FORCE.in(language), DateText.of(listed.known(), language)));
    } else if (status.current() == null && status.before() == null && status.next() != null) {
      parts.add(StandingText.of(status.next(), language));
    } else {
      parts.add(StandingText.withoutProof(status, language));
    }
    if (status != null
        && status.current() != null
        && status.current().state() == LegalState.SUPERSEDED) {
      parts.add(Label.LISTED_ANEW.in(language));
    }
    return String.join(Label.SEMICOLON.in(language), parts);
  }

  /** That no record says so, which is not a no. */
  public static String none(Named named, Language language) {
    return Label.NOT_LISTED.in(language, named.asked(), IndexText.count(named.records()));
  }

  /** The other names that the term list has for it; empty for none. */
  public static String alsoCalled(Named named, Language language) {
    String others =
        Stream.ofNullable(named.term())
            .flatMap(
                term ->
                    Stream.of(term.en(), term.abbr(), TermText.chinese(term, language))
                        .flatMap(List::stream))
            .filter(name -> !name.equalsIgnoreCase(named.asked()))
            .distinct()
            .limit(MAX_NAMES)
            .collect(Collectors.joining(Label.BETWEEN_NAMES.in(language)));
    return others.isEmpty()
        ? ""
        : Label.ALSO_CALLED.in(language) + Label.COLON.in(language) + others;
  }
}

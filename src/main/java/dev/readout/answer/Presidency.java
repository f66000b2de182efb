package dev.readout.answer;

import dev.readout.corpus.DateMention;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A time of which a question speaks by who was president: what the United States did "under Biden",
 * "in Trump's first term". From one inauguration, on 20 January, to the day before the next.
 */
enum Presidency {
  TRUMPS_FIRST(
      2017,
      "\\b(?:(?:in|during|under|of|from) )?(?:(?:donald )?trump(?:['’]s)?|his|the|a) (?:very"
          + " )?first (?:term|administration|presidency)(?: in office)?\\b|\\btrump 1\\.0\\b"
          + "|(?:特朗普|川普)(?:政府)?(?:在|的)?(?:第一|首)个?任期?(?:内|时|期间|里)?",
      "\\b(?:president )?(?:donald )?trump\\b(?:['’]s)?|特朗普|川普"),
  BIDENS(
      2021,
      "\\b(?:(?:in|during|under) )?(?:the )?(?:president )?(?:joe )?biden(?:['’]s)?"
          + "(?: (?:administration|years|era|presidency|term))?\\b"
          + "|拜登(?:政府)?(?:任内|任期内|任上|执政期间|时期|时代|在任期间)?",
      "\\bjoe biden\\b");

  private static final int YEARS = 4;

  private static final QuickPattern DOES =
      QuickPattern.of("\\b(?:did|has|does) (?:president )?(?:(?:donald )?trump|(?:joe )?biden)\\b");

  private static final QuickPattern HIMSELF =
      QuickPattern.of(
          "\\b(?:say|said|tell|told|call(?:ed)?|meet|met|visit|travel|go|speak|talk|think|want"
              + "|post(?:ed)?|promise[ds]?|agree[ds]?|sign(?:ed)?)\\b");

  private static final QuickPattern TRUMP =
      QuickPattern.of("\\b(?:president )?(?:donald )?trump\\b(?:['’]s)?");

  private final int year;

  @SuppressWarnings("ImmutableEnumChecker") // it only remembers what it has found out
  private final QuickPattern words;

  @SuppressWarnings("ImmutableEnumChecker") // the same
  private final QuickPattern name;

  Presidency(int year, String words, String name) {
    this.year = year;
    this.words = QuickPattern.of(words);
    this.name = QuickPattern.of(name);
  }

  static Optional<Presidency> in(String text) {
    return Stream.of(values()).filter(one -> one.words.isIn(text)).findFirst();
  }

  LocalDate first() {
    return LocalDate.of(year, 1, 20);
  }

  LocalDate last() {
    return first().plusYears(YEARS).minusDays(1);
  }

  /** The text with the country for the president. */
  String ofTheCountry(String text) {
    String country = Language.hasChinese(text) ? "美国" : " the US ";
    return name.replaceAll(words.replaceAll(text, country), country).replaceAll(" {2,}", " ");
  }

  /**
   * A question of what a president did, of his government: records tell of it by an agency's name.
   * Itself where it asks of nothing that he did, or of what he said or whom he met.
   */
  static String ofTheGovernment(String text) {
    if (!DOES.isIn(text) || HIMSELF.isIn(text)) {
      return text;
    }
    return in(text)
        .map(
            one ->
                DateMention.in(text).isEmpty()
                    ? one.ofTheCountry(text) + one.span()
                    : one.ofTheCountry(text))
        .orElseGet(() -> TRUMP.replaceAll(text, "the US"));
  }

  private String span() {
    return " from January %d to January %d".formatted(year, year + YEARS);
  }
}

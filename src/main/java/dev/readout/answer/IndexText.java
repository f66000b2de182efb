package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.index.GenerationInfo;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** What was searched, and how far it reaches on each side. */
public final class IndexText {
  private IndexText() {}

  /** When it was built and what it holds. */
  public static String summary(GenerationInfo index, Language language) {
    LocalDate built = LocalDate.ofInstant(index.built(), ZoneOffset.UTC);
    return Label.INDEX.in(
        language,
        DateText.of(built, language),
        index.name(),
        count(index.records()),
        count(index.statements()));
  }

  /** The last day that the sources of each side reach. */
  public static String reaches(GenerationInfo index, Language language) {
    return Label.REACHES.in(
        language,
        DateText.orNone(index.reachesToUs(), language),
        DateText.orNone(index.reachesToPrc(), language));
  }

  /** A number with its thousands set apart: 2,331. */
  public static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}

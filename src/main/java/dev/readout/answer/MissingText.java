package dev.readout.answer;

import dev.readout.answer.Answer.Missing;
import dev.readout.corpus.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the records lack, in words: "no record of: Zurich, December 2025". */
public final class MissingText {
  private MissingText() {}

  /** A phrase each, without a full stop; what is missing in the same way is named together. */
  public static List<String> of(List<Missing> missing, Language language) {
    List<String> phrases = new ArrayList<>();
    for (Missing.Kind kind : Missing.Kind.values()) {
      List<String> named =
          missing.stream().filter(one -> one.kind() == kind).map(Missing::what).toList();
      if (!named.isEmpty()) {
        phrases.add(phrase(kind, named, language));
      }
    }
    return phrases;
  }

  /** One line, complete with its full stop; empty where nothing is missing. */
  public static String line(List<Missing> missing, Language language) {
    return missing.isEmpty()
        ? ""
        : Label.MISSING.in(
            language, String.join(Label.SEMICOLON.in(language), of(missing, language)));
  }

  private static String phrase(Missing.Kind kind, List<String> named, Language language) {
    String names = String.join(Label.BETWEEN_NAMES.in(language), named);
    // A question is read in simplified characters.
    String list = language == Language.ZH_TW ? TraditionalScript.of(names) : names;
    return switch (kind) {
      case NOWHERE -> Label.NO_RECORD_OF.in(language, list);
      case NEVER_TOGETHER -> Label.NEVER_TOGETHER.in(language, list);
      case PART -> Label.PART_ALONE.in(language, list);
      case NOT_TOGETHER -> Label.NOT_TOGETHER.in(language, list);
      case AFTER_THE_SOURCES ->
          Label.AFTER_THE_SOURCES.in(
              language, DateText.of(LocalDate.parse(named.getFirst()), language));
      case DAY -> Label.NO_DAY_RECORDED.in(language);
      case PERSON -> Label.NO_PERSON_RECORDED.in(language);
      case AMOUNT -> Label.NO_AMOUNT_RECORDED.in(language);
      case PLACE -> Label.NO_PLACE_RECORDED.in(language);
      case REASON -> Label.NO_REASON_RECORDED.in(language);
      case TIME -> Label.NOTHING_OF_THE_TIME.in(language, list);
      case DETAIL -> Label.NO_DETAIL_RECORDED.in(language);
    };
  }
}

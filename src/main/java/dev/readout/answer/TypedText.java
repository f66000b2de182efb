package dev.readout.answer;

import dev.readout.corpus.QuickPattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A question as it is written out, of what people type into a chat: "whats", "w/", "75k", without
 * what only asks to be told ("can someone explain … to me"), and in the words that the records are
 * read by where people have others. From {@code english-forms.txt}. Pure functions.
 */
final class TypedText {
  private static final QuestionForms FORMS =
      QuestionForms.read("english-forms.txt", AskedText.FORM_NAMES);

  private static final Map<String, String> SHORT = FORMS.words("short");

  private static final QuickPattern SHORTENED =
      QuickPattern.of("\\b(?:" + FORMS.anyOf("short") + ")\\b");

  private static final List<Written> TYPED = written("typed");

  private static final List<Written> ASKED = written("asked");

  private static final List<Written> IN_PARTS = written("parts");

  /** A pattern and what stands for it. */
  private record Written(QuickPattern typed, String out) {}

  private TypedText() {}

  private static List<Written> written(String section) {
    return FORMS.in(section).stream()
        .map(form -> new Written(QuickPattern.of(form.pattern()), form.meaning()))
        .toList();
  }

  /** The question written out; itself where nothing is to be. */
  static String writtenOut(String question) {
    String text =
        SHORTENED.replaceAll(
            question,
            typed -> SHORT.getOrDefault(typed.group().toLowerCase(Locale.ROOT), typed.group()));
    for (Written written : TYPED) {
      text = written.typed().replaceAll(text, written.out());
    }
    return ChineseNumber.withThisYearsMonthInDigits(text);
  }

  /** A question that is asked of two sides or rounds, as one of each; empty for any other. */
  static Optional<String> inParts(String question) {
    return IN_PARTS.stream()
        .filter(written -> written.typed().isIn(question))
        .map(written -> written.typed().replaceAll(question, written.out()))
        .findFirst();
  }

  /**
   * A question written out, whose persons and rounds are named as the records name them, in the
   * words that are looked for; itself where it has none of the forms.
   */
  static String inWordsLookedFor(String question, LocalDate today) {
    String text = question;
    for (Written written : ASKED) {
      text = written.typed().replaceAll(text, written.out().replace("{today}", today.toString()));
    }
    return text;
  }
}

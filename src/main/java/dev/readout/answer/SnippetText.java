package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import org.jspecify.annotations.Nullable;

/** A statement as it is shown. Quotation marks stand around the words of others, nothing else. */
public final class SnippetText {
  private SnippetText() {}

  /**
   * The statement; somebody's own words between quotation marks and with their name. In the
   * reader's language where the record has it in that; marked there for what it is, since Chinese
   * wording is ours even where it says what somebody said.
   */
  public static String words(Statement statement, Language language) {
    boolean summary = statement.voice() == Voice.SUMMARY;
    String zh = chinese(statement.zh(), language);
    if (zh != null) {
      return zh + (summary ? Label.SUMMARY : Label.WORDED_IN_CHINESE).in(language);
    }
    return summary
        ? statement.text() + Label.SUMMARY.in(language)
        : "“" + statement.text() + "” — " + statement.speaker();
  }

  /** A question of ours in the reader's script. */
  public static String inScript(String question, Language language) {
    return language == Language.ZH_TW && question.codePoints().anyMatch(Character::isIdeographic)
        ? TraditionalScript.of(question)
        : question;
  }

  /** Chinese wording in the reader's script; null for readers of English, or if there is none. */
  static @Nullable String chinese(@Nullable String zh, Language language) {
    return switch (language) {
      case EN -> null;
      case ZH -> zh;
      case ZH_TW -> zh == null ? null : TraditionalScript.of(zh);
    };
  }
}

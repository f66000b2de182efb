package dev.readout.answer.wording;

import dev.readout.corpus.Statement;

/** A statement as it is shown. Quotation marks stand around the words of others, nothing else. */
public final class SnippetText {
  private SnippetText() {}

  /**
   * The statement; somebody's own words between quotation marks and with their name. In the words
   * of its record, whatever the reader's language.
   */
  public static String words(Statement statement) {
    return switch (statement.voice()) {
      case SUMMARY -> statement.text();
      case VERBATIM -> "“" + statement.text() + "” — " + statement.speaker();
    };
  }
}

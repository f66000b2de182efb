package dev.readout.ops;

import java.util.regex.Pattern;

/**
 * Takes secrets out of text, wherever they came from: the bot's token, and the tokens of
 * interactions, with which anybody can reply in the bot's name for a quarter of an hour.
 * Thread-safe.
 */
final class Masking {
  static final String MARK = "<hidden>";

  /** As in Discord's addresses and in what Discord sends. */
  private static final Pattern INTERACTION_TOKEN =
      Pattern.compile("\\b((?:webhooks|interactions)/[0-9]+/)[^/\\s?\"']+");

  private static final Pattern TOKEN_FIELD = Pattern.compile("(\"token\"\\s*:\\s*\")[^\"]*");

  private final String token;

  /**
   * What to hide.
   *
   * @param token the bot's; empty for none
   */
  Masking(String token) {
    this.token = token;
  }

  String of(String text) {
    String shown = token.isEmpty() ? text : text.replace(token, MARK);
    if (shown.contains("s/")) { // as few lines do
      shown = INTERACTION_TOKEN.matcher(shown).replaceAll("$1" + MARK);
    }
    return shown.contains("\"token\"") ? TOKEN_FIELD.matcher(shown).replaceAll("$1" + MARK) : shown;
  }
}

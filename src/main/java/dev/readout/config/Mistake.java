package dev.readout.config;

import dev.readout.answer.wording.SafeText;

/**
 * Something wrong in the settings. Immutable; holds no secret.
 *
 * @param origin where it is: path and line, or an environment variable
 * @param key the setting; empty for the file as a whole
 * @param value what was written there, shortened and in quotation marks; "(hidden)" where it is or
 *     may be a secret; empty where there is none
 * @param remedy what is wrong or allowed, and what to do
 */
public record Mistake(String origin, String key, String value, String remedy) {
  static final String HIDDEN = "(hidden)";

  private static final int MAX_VALUE_CHARS = 80;

  static Mistake of(Origin origin, Key<?> key, String value, String remedy) {
    String shown = key.secret() ? HIDDEN : "'" + SafeText.of(value, MAX_VALUE_CHARS) + "'";
    return new Mistake(origin.place(), key.name(), shown, remedy);
  }

  /** One line. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(origin).append(": ");
    if (!key.isEmpty()) {
      line.append(key).append(' ');
    }
    if (!value.isEmpty()) {
      line.append(value).append(": ");
    }
    return line.append(remedy).toString();
  }
}

package dev.readout.store;

import org.jspecify.annotations.Nullable;

/** How long a text of the store may be, in UTF-16 units, and its name in messages. Immutable. */
record Limit(String what, int min, int max) {
  /** Passes none, too; an error names its length, never the text, which may be a question. */
  void check(@Nullable String text) {
    if (text != null && (text.length() < min || text.length() > max)) {
      throw new IllegalArgumentException(
          what + " must have " + min + " to " + max + " characters, not " + text.length());
    }
  }

  /** Refuses a page of another size than 1 to {@code max}. */
  static void checkPage(int size, int max, String of) {
    if (size < 1 || size > max) {
      throw new IllegalArgumentException("a page has 1 to " + max + " " + of + ", not " + size);
    }
  }

  /** The text, or its beginning with an ellipsis; never half a character. */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = max - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}

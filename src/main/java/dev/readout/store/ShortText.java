package dev.readout.store;

/** Texts that must not be longer than they may. Thread-safe. */
final class ShortText {
  private static final String ELLIPSIS = "…";

  private ShortText() {}

  /** The text, or its beginning with an ellipsis; never half a character. */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = max - ELLIPSIS.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + ELLIPSIS;
  }
}

package dev.readout.store;

/**
 * How long a text of the store may be, in UTF-16 units. Immutable.
 *
 * @param what the text, as a message names it
 */
record Limit(String what, int min, int max) {

  /** The text; an error names its length, never the text, which may be a member's question. */
  String check(String text) {
    if (text.length() < min || text.length() > max) {
      throw new IllegalArgumentException(
          what + " must have " + min + " to " + max + " characters, not " + text.length());
    }
    return text;
  }
}

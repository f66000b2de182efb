package dev.readout.index;

/**
 * A document of a collection that is no corpus of records: a title, perhaps empty, and a text.
 * Immutable.
 */
public record PlainDocument(String id, String title, String text) {
  /** All that it says. */
  String whole() {
    return title.isBlank() ? text : title + "\n" + text;
  }
}

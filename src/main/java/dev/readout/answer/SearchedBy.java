package dev.readout.answer;

/** What records were compared with a question by. */
public enum SearchedBy {
  /** Where the sentence model is off, not loaded yet, or does not understand the question. */
  WORDS("words"),
  WORDS_AND_MEANING("words+meaning");

  private final String wireName;

  SearchedBy(String wireName) {
    this.wireName = wireName;
  }

  /** As written in JSON. */
  public String wireName() {
    return wireName;
  }
}

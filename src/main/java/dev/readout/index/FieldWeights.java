package dev.readout.index;

/**
 * What a match counts by where it is. Immutable; all {@code >= 0}, no units. Chosen on the
 * development questions (docs/retrieval.md).
 *
 * @param title a word in the record's title, beside 1 for anywhere in the record
 * @param concept a named term anywhere
 * @param titleConcept a named term in the title, beside that
 * @param date a date asked for
 * @param citation a citation anywhere, and as much again where it is the record's own
 * @param namedWord a word that is part of a named term or a citation, which is matched too
 * @param writtenDate a word that is part of a date, since the date is matched too
 * @param character a single Chinese character, since pairs are matched too
 * @param acrossWords a pair of Chinese characters that belong to two words
 * @param phrase neighbouring words that stay neighbours; added when the best are rescored
 */
record FieldWeights(
    float title,
    float concept,
    float titleConcept,
    float date,
    float citation,
    float namedWord,
    float writtenDate,
    float character,
    float acrossWords,
    float phrase) {
  static final FieldWeights TUNED =
      new FieldWeights(0.75f, 0.8f, 0.6f, 1.5f, 1.5f, 0.6f, 0.2f, 0.3f, 0.4f, 0.3f);
}

package dev.readout.answer.ranking;

import java.util.List;

/**
 * One thing that a question mentions: a name, a date, a number or a word, whatever number of tokens
 * it makes. Where "Federal Register" is a name, its words are no mentions of their own. Immutable.
 *
 * @param token place in the plan of the token that stands for it
 * @param words places of the words that a name or date is written with; empty for a word
 * @param mass what it weighs in the question; 0 or more
 * @param known whether any record holds it
 */
record Mention(Kind kind, int token, List<Integer> words, double mass, boolean known) {

  /** What is mentioned. */
  enum Kind {
    /** A word that says nothing by its absence. */
    ORDINARY,
    WORD,
    /** Two Chinese characters. */
    PAIR,
    NUMBER,
    DATE,
    /** An official number: "90 FR 47201". */
    CITATION,
    /** Words between quotation marks, which count each by itself too. */
    QUOTATION,
    /** An ordinary word of the term list, in whatever language. */
    VOCABULARY,
    /** One of the two countries, which every record is about. */
    SIDE,
    PLACE,
    PERSON,
    /** A ministry, an agency, a court. */
    BODY,
    /** A company, commodity, technology, instrument, list, law, forum or event. */
    THING,
    /** Any other name. */
    NAME;

    /** Whether nothing near it will do. */
    boolean isExact() {
      return this == NUMBER || this == CITATION || this == QUOTATION;
    }

    boolean isName() {
      return this == PLACE || this == PERSON || this == BODY || this == THING || this == NAME;
    }
  }

  Mention {
    words = List.copyOf(words);
  }

  /**
   * Whether a text holds it. What is not a name of its own may be there in the same words too.
   *
   * @param held for each token of the plan, whether the text holds it
   */
  boolean isIn(boolean[] held) {
    if (held[token]) {
      return true;
    }
    if ((kind != Kind.VOCABULARY && kind != Kind.SIDE) || words.isEmpty()) {
      return false;
    }
    for (int word : words) {
      if (!held[word]) {
        return false;
      }
    }
    return true;
  }
}

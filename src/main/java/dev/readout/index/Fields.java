package dev.readout.index;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/** Names of the index's fields. A record is a block of documents, its own document last. */
final class Fields {
  /** What a document is: one of the values below. */
  static final String TYPE = "type";

  static final String STATEMENT = "statement";
  static final String QUESTION = "question";
  static final String RECORD = "record";
  static final String TERM = "term";
  static final String SUBJECT = "subject";

  /** The one document that stores all names of terms, analysed. */
  static final String NAMES = "names";

  /** The one document that holds the shipped lists of words. */
  static final String LISTS = "lists";

  /** The one document of a server's segment that lists records which give way to global ones. */
  static final String WAITING = "waiting";

  // Statement documents.
  static final String TEXT = "text";

  /** Its Chinese, or its text where that is Chinese: what such words of a question look in. */
  static final String TEXT_ZH = "textZh";

  /** Words that ask for it and that it does not have. */
  static final String TEXT_OTHER = "textOther";

  static final String TEXT_CONCEPTS = "textConcepts";
  static final String TEXT_DATES = "textDates";
  static final String TEXT_CITATIONS = "textCitations";
  static final String TEXT_MEANING = "textMeaning";

  /** What it is asked in, by the words that it does not have. */
  static final String OTHER_MEANING = "otherMeaning";

  static final String ORDINAL = "ordinal";

  // Question documents.
  static final String ASKED = "asked";
  static final String ASKED_CONCEPTS = "askedConcepts";
  static final String ASKED_CITATIONS = "askedCitations";
  static final String ASKED_MEANING = "askedMeaning";

  // Record documents.
  static final String ID = "id";
  static final String MEETING = "meeting";
  static final String WHOLE = "whole";

  /** Words that ask for what it states and that it does not have. */
  static final String WHOLE_OTHER = "wholeOther";

  static final String WHOLE_CONCEPTS = "wholeConcepts";
  static final String TITLE = "title";
  static final String TITLE_CONCEPTS = "titleConcepts";
  static final String TITLE_MEANING = "titleMeaning";
  static final String DATES = "dates";
  static final String CITATIONS = "citations";

  /** Those in the title and of the record's own sources. */
  static final String OWN_CITATIONS = "ownCitations";

  /** Ids of the measures that the record changes or relates to. */
  static final String BEARS_ON = "bearsOn";

  /** Words of records and names, to which a misspelt one may be repaired; on records and terms. */
  static final String WORDS = "words";

  /** The same of names alone. */
  static final String NAME_WORDS = "nameWords";

  /** Titles and questions as written, for autocomplete; on record and question documents. */
  static final String TYPED = "typed";

  // The document of the lists of words.
  static final String ORDINARY = "ordinary";
  static final String COMMON = "common";
  static final String COMMON_WORDS = "commonWords";

  // Every document of a block.
  static final String SIDE = "side";
  static final String KIND = "kind";
  static final String TOPIC = "topic";
  static final String DAY = "day";

  /** The record's id on every document of its block, by which a block is replaced. */
  static final String PART_OF = "partOf";

  /** Kept by Lucene, so that a block stays together when documents are sorted. */
  static final String LAST_OF_BLOCK = "lastOfBlock";

  /** How many documents further on the record's own document lies. */
  static final String TO_RECORD = "toRecord";

  /** On documents whose text has yet to be embedded: the model was not to be had. */
  static final String UNEMBEDDED = "unembedded";

  static final String YES = "yes";

  /** The record, term, topic or question itself. */
  static final String STORED = "stored";

  private Fields() {}

  /**
   * What a match counts, in BM25 and by where it is: no units, all {@code >= 0}, chosen on the
   * development questions (docs/retrieval.md).
   */
  static final class FieldWeights {
    /** Saturation of term frequency. */
    private static final float K1 = 1.2f;

    /** Length normalisation; 0 to 1. */
    private static final float B = 0.5f;

    static final String DESCRIPTION = "BM25 k1 " + K1 + " b " + B;

    /** The same for indexing and searching. */
    static final Similarity BM25 = new BM25Similarity(K1, B);

    /** A word in the record's title, beside 1 for anywhere in the record. */
    static final float TITLE = 0.75f;

    /** A word that asks for what the record states in others. */
    static final float OTHER_WORDS = 0.5f;

    /** A named term anywhere. */
    static final float CONCEPT = 0.8f;

    /** A named term in the title, beside that. */
    static final float TITLE_CONCEPT = 0.6f;

    /** A date asked for. */
    static final float DATE = 1.5f;

    /** A citation anywhere, and as much again where it is the record's own. */
    static final float CITATION = 1.5f;

    /** A word that is part of a named term or a citation, which is matched too. */
    static final float NAMED_WORD = 0.6f;

    /** A word that is part of a date, since the date is matched too. */
    static final float WRITTEN_DATE = 0.2f;

    /** A single Chinese character, since pairs are matched too. */
    static final float CHARACTER = 0.3f;

    /** A pair of Chinese characters that belong to two words. */
    static final float ACROSS_WORDS = 0.4f;

    /** Neighbouring words that stay neighbours; added when the best are rescored. */
    static final float PHRASE = 0.3f;

    private FieldWeights() {}
  }
}

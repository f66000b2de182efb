package dev.readout.index;

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

  static final String TEXT_CONCEPTS = "textConcepts";
  static final String TEXT_DATES = "textDates";
  static final String TEXT_CITATIONS = "textCitations";
  static final String TEXT_MEANING = "textMeaning";
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
}

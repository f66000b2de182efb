package dev.readout.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/**
 * The shipped lists of English words, as one document that every index holds, so that looking a
 * word up costs no more than any other term and opening an index reads no list. Pure functions.
 *
 * <p>Ordinary words are those that people ask with rather than about ("spat", "in a nutshell"):
 * that a record lacks one says nothing about whether it answers. Common words are these and those
 * of {@code common-words.txt}: spelt as they should be, whether or not a record has them.
 */
final class WordLists {
  private static final String ORDINARY = "ordinary-words.txt";
  private static final String COMMON = "common-words.txt";

  private WordLists() {}

  static Document document() {
    String ordinary = read(ORDINARY);
    String common = ordinary + read(COMMON);
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, Fields.LISTS, Field.Store.NO));
    document.add(new TextField(Fields.ORDINARY, ordinary, Field.Store.NO));
    document.add(new TextField(Fields.COMMON, common, Field.Store.NO));
    RecordDocuments.presence(document, Fields.COMMON_WORDS, WrittenWords.in(common));
    return document;
  }

  /** The words of a list, one a line, without its comment. */
  static String read(String file) {
    try (InputStream in = WordLists.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not beside its class");
      }
      StringBuilder words = new StringBuilder();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(word -> words.append(word).append('\n'));
      return words.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}

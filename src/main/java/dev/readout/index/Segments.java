package dev.readout.index;

import dev.readout.corpus.CorpusRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.jspecify.annotations.Nullable;

/**
 * The global segment and, for a server, its own: documents numbered through, statistics over both,
 * so that scores are those of one index, and global measures read as the server's documents change
 * them. Thread-safe.
 */
final class Segments {
  private final Segment global;
  private final @Nullable Segment own;
  private final IndexReader reader;

  /** Where the own documents begin. */
  private final int start;

  /** Global measures with what the server's own documents change in them, by document. */
  private final Map<Integer, CorpusRecord> laidOver = new HashMap<>();

  private Segments(Segment global, @Nullable Segment own, IndexReader reader) {
    this.global = global;
    this.own = own;
    this.reader = reader;
    this.start = global.leaf().maxDoc();
  }

  static Segments of(Segment global) {
    return new Segments(global, null, global.reader());
  }

  /** Both, of which the global one may be closed first; of two with one id its record is found. */
  static Segments of(Segment global, Segment own) throws IOException {
    own.hide(Set.copyOf(own.values(Fields.ID, "").stream().filter(global::holds).toList()));
    IndexReader reader = new MultiReader(new IndexReader[] {global.reader(), own.reader()}, false);
    Segments both = new Segments(global, own, reader);
    for (String measure : own.values(Fields.BEARS_ON, "")) {
      List<CorpusRecord> documents =
          own.documents(Fields.BEARS_ON, measure).mapToObj(own::record).toList();
      global
          .documents(Fields.ID, measure)
          .forEach(
              document ->
                  both.laidOver.put(
                      document,
                      LaterSources.laidOver(global::find, global.record(document), documents)));
    }
    return both;
  }

  Segment global() {
    return global;
  }

  /** The one that a server's records are in, else the only one. */
  Segment newest() {
    return own == null ? global : own;
  }

  IndexReader reader() {
    return reader;
  }

  /** In the order in which the reader has them. */
  List<Segment> all() {
    return own == null ? List.of(global) : List.of(global, own);
  }

  private boolean isOwn(int document) {
    return document >= start;
  }

  Segment at(int document) {
    return isOwn(document) ? newest() : global;
  }

  /** The number of its segment's first document. */
  int startAt(int document) {
    return isOwn(document) ? start : 0;
  }

  CorpusRecord record(int document) {
    CorpusRecord changed = laidOver.get(document);
    return changed == null ? at(document).record(document - startAt(document)) : changed;
  }

  int recordOf(int document) throws IOException {
    return at(document).recordOf(document - startAt(document)) + startAt(document);
  }

  boolean isHidden(int document) {
    return at(document).isHidden(document - startAt(document));
  }

  /** The documents that hold a value, in their order; without what is hidden. */
  IntStream documents(String field, String value) {
    IntStream found = global.documents(field, value);
    return own == null
        ? found
        : IntStream.concat(found, own.documents(field, value).map(document -> document + start));
  }

  /** Closes what is the scope's own; a global segment below it stays its owner's. */
  void close() {
    try (Segment _ = newest()) {
      if (own != null) {
        reader.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

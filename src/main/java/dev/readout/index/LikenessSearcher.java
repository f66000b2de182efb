package dev.readout.index;

import dev.readout.index.Evidence.Candidate.Likeness;
import dev.readout.meaning.Embedding;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * Compares a question with every text. Exact rather than by a graph of neighbours: as fast at this
 * size (docs/retrieval.md), and the same however a generation was written. Thread-safe.
 */
record LikenessSearcher(IndexReader reader) {
  /** One kind of text, and what it makes of a cosine. */
  private record Kind(String field, DoubleFunction<Likeness> likeness) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(Fields.TEXT_MEANING, cosine -> new Likeness(cosine, 0, 0)),
          new Kind(Fields.ASKED_MEANING, cosine -> new Likeness(0, cosine, 0)),
          new Kind(Fields.TITLE_MEANING, cosine -> new Likeness(0, 0, cosine)));

  /** Of each statement of a block, by the first one's document in its segment. */
  static double[] ofDocuments(LeafReader leaf, Embedding asked, int first, int count)
      throws IOException {
    double[] cosines = new double[count];
    BinaryDocValues meanings = DocValues.getBinary(leaf, Fields.TEXT_MEANING);
    for (int i = 0; i < count; i++) {
      if (meanings.advanceExact(first + i)) {
        BytesRef bytes = meanings.binaryValue();
        cosines[i] = Math.max(0, asked.cosine(bytes.bytes, bytes.offset));
      }
    }
    return cosines;
  }

  /** By the record's document; without records that are not alike at all. */
  Map<Integer, Likeness> likenesses(Embedding asked) throws IOException {
    Map<Integer, Likeness> found = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      for (Kind kind : KINDS) {
        cosines(leaf.reader(), asked, kind.field())
            .forEach(
                (record, cosine) ->
                    found.merge(
                        leaf.docBase + record, kind.likeness().apply(cosine), Likeness::orMore));
      }
    }
    return found;
  }

  private static Map<Integer, Double> cosines(LeafReader leaf, Embedding asked, String field)
      throws IOException {
    Map<Integer, Double> most = new HashMap<>();
    NumericDocValues toRecord = DocValues.getNumeric(leaf, Fields.TO_RECORD);
    BinaryDocValues meanings = DocValues.getBinary(leaf, field);
    for (int document = meanings.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = meanings.nextDoc()) {
      BytesRef bytes = meanings.binaryValue();
      if (!toRecord.advanceExact(document) || bytes.length != Embedding.BYTES) {
        throw new IOException("document " + document + " has no readable meaning");
      }
      double cosine = asked.cosine(bytes.bytes, bytes.offset);
      if (cosine > 0) {
        most.merge(document + Math.toIntExact(toRecord.longValue()), cosine, Math::max);
      }
    }
    return most;
  }
}

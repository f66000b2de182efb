package dev.readout.index;

import dev.readout.index.Evidence.Candidate.Likeness;
import dev.readout.meaning.Embedding;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
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
  /**
   * What is added to the cosine of a question and a record's text. Weights and thresholds are
   * fitted to the cosines of the sentence model before it was trained on questions; the best text
   * of a question is as alike by both then, on average (docs/retrieval.md).
   */
  private static final double LIFT = 0.11;

  /**
   * The same of statements, of which the first and the tenth are then as far apart as before, too:
   * how far behind one may be to be shown, or to take a place, is fitted to that.
   */
  private static final double STATEMENT_SPREAD = 0.72;

  private static final double STATEMENT_LIFT = 0.26;

  /** One kind of text, and what it makes of a likeness. */
  private record Kind(String field, DoubleFunction<Likeness> likeness) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(Fields.TEXT_MEANING, alike -> new Likeness(alike, 0, 0)),
          new Kind(Fields.ASKED_MEANING, alike -> new Likeness(0, alike, 0)),
          new Kind(Fields.TITLE_MEANING, alike -> new Likeness(0, 0, alike)));

  /** Of each statement of a block, by its {@link #cosines}. */
  static double[] ofStatements(double[] cosines) {
    return Arrays.stream(cosines)
        .map(
            cosine ->
                Double.isNaN(cosine) ? 0 : Math.max(0, STATEMENT_SPREAD * cosine + STATEMENT_LIFT))
        .toArray();
  }

  /** Of what each is asked in: the cosine; of its own text, where it has no other words. */
  static double[] ofOtherWords(LeafReader leaf, Embedding asked, int first, double[] own)
      throws IOException {
    double[] others = cosines(leaf, Fields.OTHER_MEANING, asked, first, own.length);
    return IntStream.range(0, own.length)
        .mapToDouble(i -> Double.isNaN(others[i]) ? own[i] : others[i])
        .map(cosine -> Double.isNaN(cosine) ? 0 : cosine)
        .toArray();
  }

  /** Of a field of each document of a block, by the first one's in its segment; NaN for none. */
  static double[] cosines(LeafReader leaf, String field, Embedding asked, int first, int count)
      throws IOException {
    double[] cosines = new double[count];
    BinaryDocValues meanings = DocValues.getBinary(leaf, field);
    for (int i = 0; i < count; i++) {
      cosines[i] = Double.NaN;
      if (meanings.advanceExact(first + i)) {
        BytesRef bytes = meanings.binaryValue();
        cosines[i] = asked.cosine(bytes.bytes, bytes.offset);
      }
    }
    return cosines;
  }

  /** By the record's document; without records that are not alike at all. */
  Map<Integer, Likeness> likenesses(Embedding asked) throws IOException {
    Map<Integer, Likeness> found = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      for (Kind kind : KINDS) {
        likenesses(leaf.reader(), asked, kind.field())
            .forEach(
                (record, alike) ->
                    found.merge(
                        leaf.docBase + record, kind.likeness().apply(alike), Likeness::orMore));
      }
    }
    return found;
  }

  private static Map<Integer, Double> likenesses(LeafReader leaf, Embedding asked, String field)
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
      double likeness = asked.cosine(bytes.bytes, bytes.offset) + LIFT;
      if (likeness > 0) {
        most.merge(document + Math.toIntExact(toRecord.longValue()), likeness, Math::max);
      }
    }
    return most;
  }
}

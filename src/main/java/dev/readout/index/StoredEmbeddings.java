package dev.readout.index;

import dev.readout.corpus.CorpusRecord;
import dev.readout.meaning.Embedding;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/** The embeddings that a generation keeps, read back for the next one. Thread-safe. */
final class StoredEmbeddings {
  private final LeafReader leaf;

  StoredEmbeddings(LeafReader leaf) {
    this.leaf = leaf;
  }

  /**
   * Those of all texts of these records, by text; without those that were not embedded.
   *
   * @param records the records' own documents
   */
  Map<String, Embedding> byText(int[] records, IntFunction<CorpusRecord> recordOf)
      throws IOException {
    Map<String, Embedding> known = new HashMap<>();
    for (int document : records) {
      CorpusRecord record = recordOf.apply(document);
      int questions = document - record.questions().size();
      int statements = questions - record.statements().size();
      for (int i = 0; i < record.statements().size(); i++) {
        String text = record.statements().get(i).text();
        of(Fields.TEXT_MEANING, statements + i).ifPresent(found -> known.put(text, found));
      }
      List<String> asked = record.questions();
      for (int i = 0; i < asked.size(); i++) {
        String text = asked.get(i);
        of(Fields.ASKED_MEANING, questions + i).ifPresent(found -> known.put(text, found));
      }
      of(Fields.TITLE_MEANING, document).ifPresent(found -> known.put(record.title(), found));
    }
    return known;
  }

  private Optional<Embedding> of(String field, int document) throws IOException {
    BinaryDocValues meanings = DocValues.getBinary(leaf, field);
    if (!meanings.advanceExact(document)) {
      return Optional.empty();
    }
    BytesRef bytes = meanings.binaryValue();
    return Optional.of(Embedding.ofBytes(bytes.bytes, bytes.offset, bytes.length));
  }
}

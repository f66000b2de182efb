package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Writes a corpus into an empty folder as one generation, and proves that it can be read back.
 * Thread-safe.
 */
final class GenerationBuilder {
  private static final double BUFFER_MIB = 64;

  private GenerationBuilder() {}

  /**
   * Writes the generation.
   *
   * @throws IOException when the folder cannot be written
   */
  static GenerationInfo write(
      Corpus corpus, Path folder, String name, String corpusFingerprint, Instant built)
      throws IOException {
    GenerationInfo info =
        new GenerationInfo(
            name,
            built,
            corpus.records().size(),
            corpus.statementCount(),
            reachesTo(corpus, Side.US),
            reachesTo(corpus, Side.PRC),
            Fingerprint.ofSettings(),
            corpusFingerprint);
    IndexWriterConfig config = new IndexWriterConfig(analyzers());
    config.setSimilarity(Similarities.BM25);
    config.setRAMBufferSizeMB(BUFFER_MIB);
    config.setUseCompoundFile(true);
    try (Directory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      TermMatcher matcher = TermMatcher.of(corpus.terms());
      RecordDocuments documents = new RecordDocuments(matcher, corpus.topics());
      for (CorpusRecord record : corpus.records()) {
        writer.addDocuments(documents.of(record, Scope.GLOBAL));
      }
      for (Term term : corpus.terms()) {
        writer.addDocument(term(term));
      }
      for (Topic topic : corpus.topics()) {
        writer.addDocument(stored(Fields.SUBJECT, RecordCodec.encode(topic)));
      }
      writer.addDocument(stored(Fields.NAMES, matcher.encode()));
      writer.addDocument(stored(Fields.ORDINARY, OrdinaryWords.shipped().encode()));
      writer.forceMerge(1);
      writer.setLiveCommitData(info.toUserData().entrySet());
      writer.commit();
    }
    return info;
  }

  private static Analyzer analyzers() {
    Analyzer words = new TextAnalyzer(TextAnalyzer.Form.WORDS);
    return new PerFieldAnalyzerWrapper(
        new TextAnalyzer(TextAnalyzer.Form.STEMS_AND_BIGRAMS),
        Map.of(Fields.WORDS, words, Fields.TYPED, words));
  }

  private static Document term(Term term) throws IOException {
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, Fields.TERM, Field.Store.NO));
    document.add(new TextField(Fields.WORDS, String.join("\n", term.names()), Field.Store.NO));
    document.add(new StoredField(Fields.STORED, RecordCodec.encode(term)));
    return document;
  }

  private static Document stored(String type, BytesRef bytes) {
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, type, Field.Store.NO));
    document.add(new StoredField(Fields.STORED, bytes));
    return document;
  }

  private static @Nullable LocalDate reachesTo(Corpus corpus, Side side) {
    return corpus.records().stream()
        .filter(record -> record.side() == side)
        .map(CorpusRecord::published)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /**
   * Reads the generation back: the same records and, byte for byte, the same statements at the same
   * places.
   *
   * @throws IOException when it differs or cannot be read
   */
  static void verify(Corpus corpus, Path folder) throws IOException {
    try (Generation generation = Generation.open(folder)) {
      long records = generation.records().count();
      if (records != corpus.records().size()) {
        throw new IOException(
            "%d records written, %d read back".formatted(corpus.records().size(), records));
      }
      for (CorpusRecord expected : corpus.records()) {
        CorpusRecord found =
            generation
                .find(expected.id())
                .orElseThrow(() -> new IOException("not read back: " + expected.id()));
        if (!found.equals(expected)) {
          throw new IOException("read back differently: " + expected.id());
        }
        for (Statement statement : found.statements()) {
          if (!statement.isSliceOf(expected.body())) {
            throw new IOException(
                "no slice of its record: " + expected.id() + " at " + statement.start());
          }
        }
      }
    }
  }
}

package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.index.BuildMonitor.BuildCancelledException;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.index.Fields.FieldWeights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Writes a corpus into an empty folder and proves that it reads back. Written whole or as changes
 * to a copy, documents come out in one order, by their records' ids, which orders equal scores.
 * Confined to one thread.
 */
record GenerationBuilder(
    Corpus corpus, Path folder, BuildMonitor monitor, BuildEmbeddings embeddings) {
  private static final double BUFFER_MIB = 64;

  static IndexWriterConfig settings() {
    // Terms and topics have no id.
    SortField byRecord =
        new SortField(Fields.ID, SortField.Type.STRING, false, SortField.STRING_LAST);
    IndexWriterConfig config = unsorted();
    config.setIndexSort(new Sort(byRecord));
    config.setParentField(Fields.LAST_OF_BLOCK);
    return config;
  }

  /** The same for documents that keep the order in which they are written. */
  static IndexWriterConfig unsorted() {
    IndexWriterConfig config = new IndexWriterConfig(analyzers());
    config.setSimilarity(FieldWeights.BM25);
    config.setRAMBufferSizeMB(BUFFER_MIB);
    config.setUseCompoundFile(true);
    config.setCommitOnClose(false); // what was not finished must not look so
    return config;
  }

  private static Analyzer analyzers() {
    Analyzer words = new TextAnalyzer(TextAnalyzer.Form.WORDS);
    return new PerFieldAnalyzerWrapper(
        new TextAnalyzer(TextAnalyzer.Form.STEMS_AND_BIGRAMS), Map.of(Fields.TYPED, words));
  }

  /** Writes the whole generation: a server's over its ground, else the global one. */
  void write(GenerationInfo info, BuildPlan.@Nullable Ground ground) throws IOException {
    try (Directory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, settings())) {
      TermMatcher matcher = ground == null ? TermMatcher.of(corpus.terms()) : ground.matcher();
      RecordDocuments documents =
          new RecordDocuments(matcher, corpus.terms(), corpus.topics(), embeddings, ground == null);
      int done = 0;
      for (CorpusRecord record : corpus.records()) {
        at(BuildStep.CUT, done++, corpus.records().size());
        writer.addDocuments(documents.of(record));
      }
      at(BuildStep.CUT, done, done);
      if (ground != null) {
        BytesRef waiting = new BytesRef(String.join("\n", ground.waiting()));
        writer.addDocument(stored(Fields.WAITING, waiting));
        finish(writer, info);
        return;
      }
      for (Term term : corpus.terms()) {
        writer.addDocument(term(term));
      }
      for (Topic topic : corpus.topics()) {
        writer.addDocument(stored(Fields.SUBJECT, new BytesRef(JsonCodec.writeBytes(topic))));
      }
      writer.addDocument(stored(Fields.NAMES, matcher.encode()));
      writer.addDocument(WordLists.document());
      finish(writer, info);
    }
  }

  /** Writes the generation as a copy of another with these changes. */
  void write(GenerationInfo info, Segment base, GenerationDiff changes) throws IOException {
    try (Directory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, settings())) {
      RecordDocuments documents =
          new RecordDocuments(
              TermMatcher.of(corpus.terms()), corpus.terms(), corpus.topics(), embeddings, true);
      writer.addIndexes(base.directory());
      for (String id : changes.removed()) {
        writer.deleteDocuments(blockOf(id));
      }
      List<String> written =
          Stream.concat(changes.added().stream(), changes.changed().stream()).toList();
      int done = 0;
      for (String id : written) {
        at(BuildStep.CUT, done++, written.size());
        CorpusRecord record = corpus.find(id).orElseThrow();
        writer.updateDocuments(blockOf(id), documents.of(record));
      }
      at(BuildStep.CUT, done, done);
      finish(writer, info);
    }
  }

  private static org.apache.lucene.index.Term blockOf(String id) {
    return new org.apache.lucene.index.Term(Fields.PART_OF, id);
  }

  /** Merging also drops every word that only removed documents had. */
  private void finish(IndexWriter writer, GenerationInfo info) throws IOException {
    at(BuildStep.WRITE, 0, 1);
    writer.forceMerge(1);
    writer.setLiveCommitData(info.toUserData().entrySet());
    writer.commit();
    at(BuildStep.WRITE, 1, 1);
  }

  private void at(BuildStep step, int done, int total) {
    BuildCancelledException.passOn(monitor, step, done, total);
  }

  private static Document term(Term term) {
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, Fields.TERM, Field.Store.NO));
    Set<String> words = WrittenWords.in(String.join("\n", term.names()));
    RecordDocuments.presence(document, Fields.WORDS, words);
    if (!term.isVocabulary()) {
      RecordDocuments.presence(document, Fields.NAME_WORDS, words);
    }
    document.add(new StoredField(Fields.STORED, JsonCodec.writeBytes(term)));
    return document;
  }

  private static Document stored(String type, BytesRef bytes) {
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, type, Field.Store.NO));
    document.add(new StoredField(Fields.STORED, bytes));
    return document;
  }

  /** Reads it back: records and, byte for byte, statements must be the same, or it throws. */
  void verify() throws IOException {
    try (Segment segment = Segment.open(folder)) {
      List<String> written = corpus.records().stream().map(CorpusRecord::id).toList();
      if (!segment.records().map(CorpusRecord::id).toList().equals(written)) {
        throw new IOException("%d records written, others read back".formatted(written.size()));
      }
      int done = 0;
      for (CorpusRecord expected : corpus.records()) {
        at(BuildStep.VERIFY, done++, written.size());
        verify(segment, expected);
      }
      at(BuildStep.VERIFY, done, done);
    }
  }

  private static void verify(Segment segment, CorpusRecord expected) throws IOException {
    CorpusRecord found =
        segment
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

  /**
   * The shipped lists of English words as a document of every index, so that a look-up is that of a
   * term. Ordinary words are asked with, not about ("in a nutshell"): lacking one says nothing.
   * Common words, these and more, are spelt as they should be. Pure functions.
   */
  static final class WordLists {
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
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .collect(Collectors.joining("\n", "", "\n"));
      } catch (IOException e) {
        throw new UncheckedIOException(file + " cannot be read", e);
      }
    }
  }

  /**
   * What is to be built. A base, which its owner keeps open, gives unchanged records and
   * embeddings; without a ground it is no server's, or only loses records. Immutable.
   */
  record BuildPlan(
      Corpus target, String fingerprint, @Nullable Segment base, @Nullable Ground ground) {
    /** With more to write than one record in so many, building anew is about as fast. */
    private static final int MIN_RECORDS_PER_CHANGE = 4;

    /** What a server's segment needs of the global one: records that give way, and terms. */
    record Ground(Set<String> waiting, TermMatcher matcher) {}

    /** Of the global records, or of a segment without those withdrawn. */
    BuildPlan(Corpus target, String fingerprint, @Nullable Segment base) {
      this(target, fingerprint, base, null);
    }

    /** The plan without its base. */
    BuildPlan anew() {
      return new BuildPlan(target, fingerprint, null, ground);
    }

    /** What to change in a copy of the base; null when everything is to be built anew. */
    @Nullable GenerationDiff changes() {
      if (base == null || ground != null) {
        return null;
      }
      GenerationDiff diff = GenerationDiff.between(base.corpus(), target);
      long written = (long) diff.added().size() + diff.changed().size();
      boolean few = written * MIN_RECORDS_PER_CHANGE <= target.records().size();
      return few && diff.sameTerms() ? diff : null;
    }

    Segment requiredBase() {
      return Objects.requireNonNull(base);
    }
  }
}

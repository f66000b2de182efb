package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.index.GenerationInfo.OtherSettingsException;
import dev.readout.meaning.Embedding;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * One opened folder of documents: all global records, terms and topics, or one server's records.
 * Immutable but for what is hidden, thread-safe; closed by who opened it, and used on by readers
 * over it.
 */
final class Segment implements Closeable {
  /** Records held decoded at most; past this they are decoded at each use. */
  private static final int MAX_DECODED_RECORDS = 50_000;

  /** Of so many, most are candidates of a question or another, so are decoded sooner or later. */
  private static final int FEW_RECORDS = 20;

  private final Directory directory;
  private final DirectoryReader reader;
  private final LeafReader leaf;
  private final GenerationInfo info;

  /**
   * Of a server only as long as memory is free: those of 200 would take a fifth of a bot's heap.
   */
  private final AtomicReferenceArray<Supplier<@Nullable CorpusRecord>> decoded;

  /** For each document, that of its record; -1 for one that belongs to none. */
  private final int[] recordOf;

  /** Documents of records that have been withdrawn and are no longer found. */
  private final Set<Integer> hidden = ConcurrentHashMap.newKeySet();

  private Segment(Directory directory, DirectoryReader reader) throws IOException {
    this.directory = directory;
    this.reader = reader;
    this.info = GenerationInfo.ofUserData(reader.getIndexCommit().getUserData());
    if (!info.isOfThisVersion()) { // nothing in it is what it seems
      throw new OtherSettingsException(info);
    }
    this.leaf = onlyLeaf(reader);
    this.decoded =
        new AtomicReferenceArray<>(leaf.maxDoc() <= MAX_DECODED_RECORDS * 20 ? leaf.maxDoc() : 0);
    this.recordOf = new int[leaf.maxDoc()];
    Arrays.fill(recordOf, -1);
    NumericDocValues toRecord = DocValues.getNumeric(leaf, Fields.TO_RECORD);
    for (int document = toRecord.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = toRecord.nextDoc()) {
      recordOf[document] = document + Math.toIntExact(toRecord.longValue());
    }
  }

  /** The builder merges everything into one leaf, so that a document's number is its place. */
  private static LeafReader onlyLeaf(DirectoryReader reader) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    if (leaves.size() != 1) {
      throw new IOException("a generation has one segment, this index has " + leaves.size());
    }
    return leaves.getFirst().reader();
  }

  /** Opens the folder, its checksums verified; throws if another version's, gone or damaged. */
  static Segment open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) { // Lucene would make one
      throw new IOException("no generation in " + folder);
    }
    Directory directory = new MMapDirectory(folder, NoLockFactory.INSTANCE);
    try {
      DirectoryReader reader = new NormsInMemory(DirectoryReader.open(directory));
      try {
        for (LeafReaderContext context : reader.leaves()) {
          context.reader().checkIntegrity();
        }
        return new Segment(directory, reader);
      } catch (IllegalArgumentException | DateTimeException e) {
        reader.close();
        throw new IOException("unreadable generation in " + folder + ": " + e.getMessage(), e);
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Its files, which nobody ever writes to again. */
  Directory directory() {
    return directory;
  }

  DirectoryReader reader() {
    return reader;
  }

  LeafReader leaf() {
    return leaf;
  }

  GenerationInfo info() {
    return info;
  }

  List<Term> terms() throws IOException {
    return stored(Fields.TERM, Term.class);
  }

  List<Topic> topics() throws IOException {
    return stored(Fields.SUBJECT, Topic.class);
  }

  TermMatcher termMatcher(List<Term> terms) throws IOException {
    return TermMatcher.decode(only(Fields.NAMES), terms);
  }

  /** Ids of a server's records that give way to global ones and are not in it. */
  Set<String> waiting() throws IOException {
    return Set.copyOf(only(Fields.WAITING).utf8ToString().lines().toList());
  }

  /** Whether it is a server's, and not all that there is. */
  boolean isServers() {
    return documents(Fields.TYPE, Fields.WAITING).findAny().isPresent();
  }

  /** What it holds; without terms and topics where it is a server's. */
  Corpus corpus() {
    try {
      return new Corpus(records().toList(), terms(), topics());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Its records, in order of their ids. */
  Stream<CorpusRecord> records() {
    return documents(Fields.TYPE, Fields.RECORD).mapToObj(this::record);
  }

  Optional<CorpusRecord> find(String id) {
    return documents(Fields.ID, id).mapToObj(this::record).findFirst();
  }

  boolean holds(String id) {
    return documents(Fields.ID, id).findAny().isPresent();
  }

  boolean holdsAny(Set<String> ids) {
    return ids.stream().anyMatch(this::holds);
  }

  /** The values of a field that begin so, in order. */
  List<String> values(String field, String start) {
    try {
      List<String> values = new ArrayList<>();
      Terms terms = leaf.terms(field);
      TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
      boolean isThere = all.seekCeil(new BytesRef(start)) != TermsEnum.SeekStatus.END;
      while (isThere && all.term().utf8ToString().startsWith(start)) {
        values.add(all.term().utf8ToString());
        isThere = all.next() != null;
      }
      return values;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The documents that hold a value, in their order; without what is hidden. */
  IntStream documents(String field, String value) {
    try {
      PostingsEnum postings =
          leaf.postings(new org.apache.lucene.index.Term(field, value), PostingsEnum.NONE);
      IntStream.Builder documents = IntStream.builder();
      if (postings != null) {
        for (int d = postings.nextDoc();
            d != DocIdSetIterator.NO_MORE_DOCS;
            d = postings.nextDoc()) {
          if (!hidden.contains(d)) {
            documents.add(d);
          }
        }
      }
      return documents.build();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Of each record the parts of its text as it is searched; of many records none is kept. */
  Stream<List<String>> texts(List<Topic> topics) {
    int[] records = documents(Fields.TYPE, Fields.RECORD).toArray();
    return Arrays.stream(records)
        .mapToObj(records.length <= FEW_RECORDS ? this::record : this::decode)
        .map(RecordDocuments.parts(topics));
  }

  /** The record whose own document this is. */
  CorpusRecord record(int document) {
    Supplier<@Nullable CorpusRecord> held =
        document < decoded.length() ? decoded.get(document) : null;
    CorpusRecord known = held == null ? null : held.get();
    if (known != null) {
      return known;
    }
    CorpusRecord record = decode(document);
    if (document < decoded.length()) {
      decoded.set(document, isServers() ? new SoftReference<>(record)::get : () -> record);
    }
    return record;
  }

  private CorpusRecord decode(int document) {
    try {
      return RecordDocuments.read(storedBytes(document));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The own document of the record that a document belongs to. */
  int recordOf(int document) throws IOException {
    if (recordOf[document] < 0) {
      throw new IOException("document " + document + " belongs to no record");
    }
    return recordOf[document];
  }

  void hide(Set<String> ids) {
    ids.stream().flatMap(id -> documents(Fields.ID, id).boxed()).forEach(hidden::add);
  }

  boolean isHidden(int document) {
    return hidden.contains(document);
  }

  int hidden() {
    return hidden.size();
  }

  /** Whether texts wait for the model, since it was not to be had when this was built. */
  boolean lacksEmbeddings() {
    return documents(Fields.UNEMBEDDED, Fields.YES).findAny().isPresent();
  }

  /** What its texts mean, by text; without those that were not embedded. */
  Map<String, Embedding> embeddings() {
    try {
      Map<String, Embedding> known = new HashMap<>();
      for (int document : documents(Fields.TYPE, Fields.RECORD).toArray()) {
        CorpusRecord record = record(document);
        int questions = document - record.questions().size();
        int statements = questions - record.statements().size();
        List<String> texts = record.statements().stream().map(Statement::text).toList();
        embeddings(Fields.TEXT_MEANING, statements, texts, known);
        embeddings(Fields.OTHER_MEANING, statements, record.otherWords(), known);
        embeddings(Fields.ASKED_MEANING, questions, record.questions(), known);
        embeddings(Fields.TITLE_MEANING, document, List.of(record.title()), known);
      }
      return known;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Those of texts whose documents follow each other. */
  private void embeddings(String field, int first, List<String> texts, Map<String, Embedding> known)
      throws IOException {
    BinaryDocValues meanings = DocValues.getBinary(leaf, field);
    for (int i = 0; i < texts.size(); i++) {
      if (meanings.advanceExact(first + i)) {
        BytesRef bytes = meanings.binaryValue();
        known.put(texts.get(i), Embedding.ofBytes(bytes.bytes, bytes.offset, bytes.length));
      }
    }
  }

  private <T> List<T> stored(String type, Class<T> as) throws IOException {
    List<T> values = new ArrayList<>();
    // Else what neighbours are compressed with is taken apart for each of them.
    StoredFieldsReader inOrder =
        ((CodecReader) FilterLeafReader.unwrap(leaf)).getFieldsReader().getMergeInstance();
    for (int document : documents(Fields.TYPE, type).toArray()) {
      BytesRef json = storedBytes(inOrder, document);
      values.add(JsonCodec.read(json.bytes, json.offset, json.length, as));
    }
    return List.copyOf(values);
  }

  private BytesRef only(String type) throws IOException {
    int[] found = documents(Fields.TYPE, type).toArray();
    if (found.length != 1) {
      throw new IOException(found.length + " documents of type " + type + ", not one");
    }
    return storedBytes(found[0]);
  }

  private BytesRef storedBytes(int document) throws IOException {
    return storedBytes(leaf.storedFields(), document);
  }

  private static BytesRef storedBytes(StoredFields fields, int document) throws IOException {
    BytesRef bytes = fields.document(document).getBinaryValue(Fields.STORED);
    if (bytes == null) {
      throw new IOException("document " + document + " stores nothing");
    }
    return bytes;
  }

  IndexUnavailableException unreadable(IOException e) {
    return new IndexUnavailableException(
        "generation %s cannot be read: %s; run 'bin/readout index --force'"
            .formatted(info.name(), e.getMessage()),
        e);
  }

  @Override
  public void close() {
    try (directory) {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

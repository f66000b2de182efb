package dev.readout.index;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.meaning.Embedding;
import dev.readout.meaning.Models;
import dev.readout.meaning.Reader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.BytesRef;

/**
 * One opened generation of the index: immutable, whole, the same answer to the same question for
 * ever. Thread-safe; closed by who opened it, after the last search.
 */
public final class Generation implements Closeable {
  /** How many statements a question may have read. */
  public static final int MAX_STATEMENTS_READ = Reader.MAX_PASSAGES;

  /** Records held decoded at most; past this they are decoded at each use. */
  private static final int MAX_DECODED_RECORDS = 50_000;

  /**
   * What a term in common counts beside the idf of words: about that of a word in one record of a
   * hundred.
   */
  private static final double TERM_SHARED = 4;

  private final Directory directory;
  private final DirectoryReader reader;
  private final LeafReader leaf;
  private final GenerationInfo info;
  private final List<Term> terms;
  private final Map<String, Term> termsById;
  private final List<Topic> topics;
  private final TermMatcher termMatcher;
  private final QueryPlanner planner;
  private final RecordSearcher searcher;
  private final Suggester suggester;
  private final Models models;
  private final AtomicReferenceArray<CorpusRecord> decoded;

  /** Documents of records that have been withdrawn and are no longer found. */
  private final Set<Integer> hidden = ConcurrentHashMap.newKeySet();

  private Generation(Directory directory, DirectoryReader reader, Models models)
      throws IOException {
    this.models = models;
    this.directory = directory;
    this.reader = reader;
    this.info = GenerationInfo.ofUserData(reader.getIndexCommit().getUserData());
    if (!info.isOfThisVersion()) { // nothing in it is what it seems
      throw new OtherSettingsException(info);
    }
    this.leaf = onlyLeaf(reader);
    this.terms = stored(Fields.TERM, Term.class);
    this.termsById =
        terms.stream().collect(Collectors.toUnmodifiableMap(Term::id, Function.identity()));
    this.topics = stored(Fields.SUBJECT, Topic.class);
    this.termMatcher = TermMatcher.decode(only(Fields.NAMES), terms);
    this.planner = new QueryPlanner(reader, termMatcher, FieldWeights.TUNED);
    IndexSearcher engine = new IndexSearcher(reader);
    engine.setSimilarity(Similarities.BM25);
    engine.setQueryCache(null); // one search must cost the same whatever was asked before
    this.searcher = new RecordSearcher(engine, leaf, FieldWeights.TUNED);
    this.suggester = new Suggester(engine, leaf);
    this.decoded =
        new AtomicReferenceArray<>(leaf.maxDoc() <= MAX_DECODED_RECORDS * 20 ? leaf.maxDoc() : 0);
  }

  /**
   * The builder merges everything into one segment, so that a document's number is its place in the
   * generation.
   */
  private static LeafReader onlyLeaf(DirectoryReader reader) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    if (leaves.size() != 1) {
      throw new IOException("a generation has one segment, this index has " + leaves.size());
    }
    return leaves.getFirst().reader();
  }

  /**
   * Opens the generation in a folder, its checksums verified.
   *
   * @throws OtherSettingsException when another version has built it
   * @throws IOException when it is missing or damaged
   */
  static Generation open(Path folder) throws IOException {
    return open(folder, Models.off());
  }

  /**
   * The same, to be searched by meaning, and read, too.
   *
   * @param models of questions; closed by who started them
   * @throws IOException when it is missing or damaged
   */
  static Generation open(Path folder, Models models) throws IOException {
    if (!Files.isDirectory(folder)) { // Lucene would make one
      throw new IOException("no generation in " + folder);
    }
    Directory directory = new MMapDirectory(folder, NoLockFactory.INSTANCE);
    try {
      DirectoryReader reader = DirectoryReader.open(directory);
      try {
        for (LeafReaderContext context : reader.leaves()) {
          context.reader().checkIntegrity();
        }
        return new Generation(directory, reader, models);
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

  public GenerationInfo info() {
    return info;
  }

  public List<Term> terms() {
    return terms;
  }

  public Optional<Term> term(String id) {
    return Optional.ofNullable(termsById.get(id));
  }

  public List<Topic> topics() {
    return topics;
  }

  /**
   * The statements that hold the beginning of one of these texts word for word (without endings, as
   * the index sees words), then those with most words in common with them all; at most {@code
   * limit} of each, best first, equals in order of their documents, none twice.
   */
  public List<StatementHit> statements(List<String> texts, SearchFilter filter, int limit) {
    try {
      return searcher
          .statements(
              List.of(planner.wordForWord(texts), planner.sharingWords(String.join("\n", texts))),
              filter,
              limit)
          .stream()
          .filter(found -> !hidden.contains(found.record()))
          .map(found -> new StatementHit(record(found.record()), found.ordinal()))
          .toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Reads a question: its tokens as this generation knows them. */
  public QueryPlan plan(String question) {
    try {
      return planner.plan(question);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The same, for a search that compares meanings as well as words; words alone where the model is
   * off, not loaded yet, or does not understand the question, and where the question names what it
   * asks for exactly.
   */
  public QueryPlan planByMeaning(String question) {
    QueryPlan plan = plan(question);
    if (plan.isByIdentifiers()) {
      return plan;
    }
    return models.embedder().of(plan.text()).map(plan::withMeaning).orElse(plan);
  }

  /** Whether questions are compared by meaning now. */
  public boolean searchesByMeaning() {
    return models.embedder().isReady();
  }

  /** Whether statements are read now. */
  public boolean readsStatements() {
    return models.reader().isReady();
  }

  /**
   * For each statement, in their order, the log-odds that it answers the question: above 0 rather
   * yes, below rather no. Empty where the reader is off, not loaded yet, or does not understand the
   * question. Takes several milliseconds for each.
   *
   * @param statements at most {@link #MAX_STATEMENTS_READ}
   */
  public Optional<double[]> read(String question, List<StatementHit> statements) {
    return models.reader().read(question, statements.stream().map(Generation::passage).toList());
  }

  private static Reader.Passage passage(StatementHit hit) {
    return new Reader.Passage(
        hit.record().title(), hit.record().anchorDay(), hit.statement().text());
  }

  /** Whether texts wait for the model, since it was not to be had when this was built. */
  boolean lacksEmbeddings() {
    return documents(Fields.UNEMBEDDED, Fields.YES).findAny().isPresent();
  }

  /** What its texts mean, by text; without those that were not embedded. */
  Map<String, Embedding> embeddings() {
    try {
      return new StoredEmbeddings(leaf)
          .byText(documents(Fields.TYPE, Fields.RECORD).toArray(), this::record);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The records that may answer, best of each kind of score, in order of their documents. */
  public List<Candidate> candidates(QueryPlan plan, SearchFilter filter) {
    try {
      return searcher.candidates(plan, filter).stream()
          .filter(candidate -> !hidden.contains(candidate.document()))
          .toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The candidates looked at closely, in the order given. */
  public List<Evidence> evidence(QueryPlan plan, List<Candidate> candidates) {
    try {
      return searcher.evidence(plan, candidates, this::record);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The records with these ids looked at closely, whether or not a search finds them; unknown ids
   * are left out.
   */
  public List<Evidence> evidenceOf(QueryPlan plan, List<String> ids) {
    return evidence(
        plan,
        ids.stream()
            .flatMap(id -> documents(Fields.ID, id).boxed())
            .map(document -> new Candidate(document, 0, 0, 0, 0, Likeness.NONE))
            .toList());
  }

  /**
   * Up to {@code limit} titles and questions that continue or contain what is typed, best first.
   */
  public List<String> suggest(String typed, SearchFilter filter, int limit) {
    try {
      return suggester.suggest(typed, filter, limit, document -> !hidden.contains(document));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Up to {@code limit} records of these kinds whose titles continue or contain what is typed, best
   * first; the newest when nothing is typed.
   */
  public List<CorpusRecord> suggestRecords(
      String typed, SearchFilter filter, Set<Kind> kinds, int limit) {
    try {
      return Arrays.stream(suggester.records(typed, filter, kinds, limit))
          .filter(document -> !hidden.contains(document))
          .mapToObj(this::record)
          .toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Finds these records no longer, from the next search on, until they are out of the index. */
  public void hide(Set<String> ids) {
    ids.stream().flatMap(id -> documents(Fields.ID, id).boxed()).forEach(hidden::add);
  }

  /** How many records are found no longer. */
  public int hidden() {
    return hidden.size();
  }

  public Optional<CorpusRecord> find(String id) {
    return documents(Fields.ID, id).mapToObj(this::record).findFirst();
  }

  /** Ids of records that begin so, in order. */
  List<String> idsFrom(String start) {
    try {
      List<String> ids = new ArrayList<>();
      TermsEnum all = DocValues.getSorted(leaf, Fields.ID).termsEnum();
      boolean isThere = all.seekCeil(new BytesRef(start)) != TermsEnum.SeekStatus.END;
      while (isThere && all.term().utf8ToString().startsWith(start)) {
        ids.add(all.term().utf8ToString());
        isThere = all.next() != null;
      }
      return ids;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** All records of this generation, in order of their ids. */
  public Stream<CorpusRecord> records() {
    return documents(Fields.TYPE, Fields.RECORD).mapToObj(this::record);
  }

  /** The read-outs and agreements that name this meeting as theirs, in order of their ids. */
  public List<CorpusRecord> ofMeeting(String meetingId) {
    return documents(Fields.MEETING, meetingId)
        .mapToObj(this::record)
        .sorted(Comparator.comparing(CorpusRecord::id))
        .toList();
  }

  /**
   * Whether a record holds two words of a question at most {@code distance} words apart, in either
   * order.
   */
  public boolean holdsNear(Candidate candidate, QueryToken first, QueryToken second, int distance) {
    try {
      return searcher.holdsNear(candidate.document(), first, second, distance);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The records that name the term anywhere, by whatever name, in order of their ids. */
  public List<CorpusRecord> naming(String termId) {
    return documents(Fields.WHOLE_CONCEPTS, termId).mapToObj(this::record).toList();
  }

  /** The word that is most often written for a stem; the text itself where it is no stem. */
  public String commonestForm(String stem) {
    try {
      return Vocabulary.commonest(reader, stem, this::stems);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Set<String> stems(String word) {
    try {
      return planner.stems(word);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Ids of the terms that a text names, in order of place. */
  public List<String> termsIn(String text) {
    return termMatcher.match(text).stream().map(TermMatcher.Named::termId).distinct().toList();
  }

  /**
   * The topic whose name and note share most with the text, by weight; the first of equals, empty
   * when none does.
   */
  public Optional<Topic> closest(String text, List<Topic> among) {
    try {
      Set<String> words = planner.stems(text);
      Set<String> named = Set.copyOf(termsIn(text));
      double most = 0;
      Topic closest = null;
      for (Topic topic : among) {
        String described = topic.en() + " " + topic.note();
        double shared = planner.sharedIdf(described, words);
        shared += termsIn(described).stream().filter(named::contains).count() * TERM_SHARED;
        if (shared > most) {
          most = shared;
          closest = topic;
        }
      }
      return Optional.ofNullable(closest);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private CorpusRecord record(int document) {
    CorpusRecord known = document < decoded.length() ? decoded.get(document) : null;
    if (known != null) {
      return known;
    }
    try {
      CorpusRecord record = decode(storedBytes(document), CorpusRecord.class);
      if (document < decoded.length()) {
        decoded.set(document, record);
      }
      return record;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private IntStream documents(String field, String value) {
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

  private static <T> T decode(BytesRef json, Class<T> type) throws IOException {
    return JsonCodec.read(json.bytes, json.offset, json.length, type);
  }

  private <T> List<T> stored(String field, Class<T> type) throws IOException {
    List<T> values = new ArrayList<>();
    for (int document : documents(Fields.TYPE, field).toArray()) {
      values.add(decode(storedBytes(document), type));
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
    BytesRef bytes = leaf.storedFields().document(document).getBinaryValue(Fields.STORED);
    if (bytes == null) {
      throw new IOException("document " + document + " stores nothing");
    }
    return bytes;
  }

  private IndexUnavailableException unreadable(IOException e) {
    return new IndexUnavailableException(
        "generation "
            + info.name()
            + " cannot be read: "
            + e.getMessage()
            + "; run 'bin/readout index --force'",
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

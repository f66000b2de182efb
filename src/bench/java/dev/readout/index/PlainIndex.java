package dev.readout.index;

import dev.readout.corpus.Sentences;
import dev.readout.index.Fields.FieldWeights;
import dev.readout.index.GenerationBuilder.WordLists;
import dev.readout.meaning.Embedder;
import dev.readout.meaning.Embedding;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Plain documents searched as records are: the same analysis, query, weights of fields and phrases,
 * the same embeddings. For measuring against public collections, which have neither sides nor
 * terms. Confined to one thread while written, thread-safe afterwards; closed by who opened it.
 */
public final class PlainIndex implements Closeable {
  /** How many documents a search finds at most by words, and at most by meaning. */
  public static final int DEPTH = 100;

  /** Share of meaning in the fused score, of any collection: neither knows better. */
  private static final double MEANING = 0.5;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final QueryPlanner planner;
  private final LikenessSearcher likeness;
  private final Embedder embedder;
  private final Map<Integer, String> ids;

  private PlainIndex(Directory directory, Embedder embedder, Map<Integer, String> ids)
      throws IOException {
    this.embedder = embedder;
    this.ids = ids;
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(FieldWeights.BM25);
    this.planner = new QueryPlanner(reader, TermMatcher.of(List.of()));
    this.likeness = new LikenessSearcher(reader);
  }

  /**
   * What a question found.
   *
   * @param words by words alone
   * @param meaning by meaning alone; empty where the model does not understand the question
   * @param fused by both; the same as words where the model does not understand it
   */
  public record Found(List<Scored> words, List<Scored> meaning, List<Scored> fused) {}

  /**
   * A document found, best first in its list; equal scores by id, the last first, as trec_eval
   * orders them.
   *
   * @param confidence how much speaks for its answering the question: by words its score by the
   *     mass of the question, by meaning its likeness, fused the sum of both
   */
  public record Scored(String id, double score, double confidence) {}

  /**
   * Begins an index.
   *
   * @param folder empty; of use only as long as the index is open
   * @throws IOException when the folder cannot be written
   */
  public static Writer write(Path folder, Embedder embedder) throws IOException {
    return new Writer(new MMapDirectory(folder), embedder);
  }

  /** Takes documents one by one. Confined to one thread; closed by who began it. */
  public static final class Writer implements Closeable {
    private final Directory directory;
    private final IndexWriter writer;
    private final Embedder embedder;
    private final Map<Integer, String> ids = new HashMap<>();
    private int next;

    private Writer(Directory directory, Embedder embedder) throws IOException {
      this.directory = directory;
      this.embedder = embedder;
      this.writer = new IndexWriter(directory, GenerationBuilder.unsorted());
    }

    /**
     * Adds a document.
     *
     * @throws UncheckedIOException when the folder cannot be written
     */
    public void add(PlainDocument document) {
      try {
        List<Document> block = block(document, embedder);
        writer.addDocuments(block);
        next += block.size();
        ids.put(next - 1, document.id());
      } catch (IOException e) {
        throw new UncheckedIOException("the index of the collection cannot be written", e);
      }
    }

    /**
     * Opens what was added; nothing is added afterwards.
     *
     * @throws IOException when the folder cannot be written
     */
    public PlainIndex open() throws IOException {
      writer.addDocument(WordLists.document());
      writer.forceMerge(1);
      writer.commit();
      return new PlainIndex(directory, embedder, Map.copyOf(ids));
    }

    @Override
    public void close() throws IOException {
      try (directory) {
        writer.close();
      }
    }
  }

  /** Its sentences, each for its meaning, then the document itself. */
  private static List<Document> block(PlainDocument plain, Embedder embedder) {
    List<Document> block = new ArrayList<>();
    List<Embedding> sentences =
        Sentences.of(plain.text(), 0, plain.text().length(), null).stream()
            .map(range -> plain.text().substring(range.start(), range.end()))
            .flatMap(sentence -> embedder.of(sentence).stream())
            .toList();
    for (Embedding sentence : sentences) {
      Document document = new Document();
      document.add(meaning(Fields.TEXT_MEANING, sentence));
      document.add(new NumericDocValuesField(Fields.TO_RECORD, sentences.size() - block.size()));
      block.add(document);
    }
    Document document = new Document();
    document.add(new NumericDocValuesField(Fields.TO_RECORD, 0));
    document.add(new StringField(Fields.ID, plain.id(), Field.Store.NO));
    document.add(new TextField(Fields.WHOLE, plain.whole(), Field.Store.NO));
    document.add(new TextField(Fields.TITLE, plain.title(), Field.Store.NO));
    RecordDocuments.presence(document, Fields.WORDS, WrittenWords.in(plain.whole()));
    RecordDocuments.presence(document, Fields.NAME_WORDS, WrittenWords.names(plain.whole()));
    RecordDocuments.presence(document, Fields.DATES, DateTokens.indexed(plain.whole()));
    embedder.of(plain.title()).map(e -> meaning(Fields.TITLE_MEANING, e)).ifPresent(document::add);
    embedder.of(plain.whole()).map(e -> meaning(Fields.ASKED_MEANING, e)).ifPresent(document::add);
    block.add(document);
    return block;
  }

  private static BinaryDocValuesField meaning(String field, Embedding embedding) {
    return new BinaryDocValuesField(field, new BytesRef(embedding.toBytes()));
  }

  /**
   * What a question finds.
   *
   * @throws UncheckedIOException when the index cannot be read
   */
  public Found search(String question) {
    try {
      QueryPlan plan = planner.plan(question);
      List<ScoreDoc> byWords = byWords(plan);
      Map<Integer, Double> byMeaning = byMeaning(plan.text());
      return new Found(words(byWords, plan), meaning(byMeaning), fused(byWords, byMeaning, plan));
    } catch (IOException e) {
      throw new UncheckedIOException("the index of the collection cannot be read", e);
    }
  }

  private List<ScoreDoc> byWords(QueryPlan plan) throws IOException {
    TopDocs found = searcher.search(plan.query(TokenPostings.Place.RECORD), DEPTH);
    int[] documents = Arrays.stream(found.scoreDocs).mapToInt(hit -> hit.doc).toArray();
    Map<Integer, Float> near = new Neighbours(searcher, plan).scores(documents);
    for (ScoreDoc hit : found.scoreDocs) {
      hit.score += FieldWeights.PHRASE * near.getOrDefault(hit.doc, 0f);
    }
    Arrays.sort(
        found.scoreDocs,
        Comparator.comparingDouble((ScoreDoc hit) -> -hit.score).thenComparingInt(hit -> hit.doc));
    return Arrays.asList(found.scoreDocs);
  }

  private Map<Integer, Double> byMeaning(String question) throws IOException {
    Map<Integer, Double> best = new LinkedHashMap<>();
    Optional<Embedding> asked = embedder.of(question);
    if (asked.isPresent()) {
      likeness.likenesses(asked.get()).entrySet().stream()
          .map(found -> Map.entry(found.getKey(), found.getValue().most()))
          .sorted(
              Map.Entry.<Integer, Double>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(DEPTH)
          .forEach(found -> best.put(found.getKey(), found.getValue()));
    }
    return best;
  }

  private List<Scored> words(List<ScoreDoc> found, QueryPlan plan) {
    return ordered(
        found.stream().map(hit -> new Scored(id(hit.doc), hit.score, hit.score / plan.mass())));
  }

  private List<Scored> meaning(Map<Integer, Double> found) {
    return ordered(
        found.entrySet().stream()
            .map(hit -> new Scored(id(hit.getKey()), hit.getValue(), hit.getValue())));
  }

  /** The convex sum of both scores, each by its range among what was found. */
  private List<Scored> fused(
      List<ScoreDoc> byWords, Map<Integer, Double> byMeaning, QueryPlan plan) {
    Map<Integer, Double> words = new HashMap<>();
    byWords.forEach(hit -> words.put(hit.doc, (double) hit.score));
    if (byMeaning.isEmpty()) {
      return words(byWords, plan);
    }
    Map<Integer, Double> sums = new HashMap<>();
    byRange(words)
        .forEach((document, share) -> sums.merge(document, (1 - MEANING) * share, Double::sum));
    byRange(byMeaning)
        .forEach((document, share) -> sums.merge(document, MEANING * share, Double::sum));
    return ordered(
        sums.entrySet().stream()
            .map(
                sum ->
                    new Scored(
                        id(sum.getKey()),
                        sum.getValue(),
                        words.getOrDefault(sum.getKey(), 0.0) / plan.mass()
                            + byMeaning.getOrDefault(sum.getKey(), 0.0))));
  }

  private static Map<Integer, Double> byRange(Map<Integer, Double> scores) {
    double most = scores.values().stream().mapToDouble(score -> score).max().orElse(0);
    double least = scores.values().stream().mapToDouble(score -> score).min().orElse(0);
    double range = Math.max(most - least, 1e-9);
    Map<Integer, Double> shares = new HashMap<>();
    scores.forEach((document, score) -> shares.put(document, (score - least) / range));
    return shares;
  }

  private static List<Scored> ordered(Stream<Scored> found) {
    return found
        .sorted(Comparator.comparingDouble(Scored::score).thenComparing(Scored::id).reversed())
        .limit(DEPTH)
        .toList();
  }

  private String id(int document) {
    return ids.getOrDefault(document, "");
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

package dev.readout.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readout.answer.Answer;
import dev.readout.answer.Question;
import dev.readout.answer.RetrievalAnswerer;
import dev.readout.corpus.Corpus;
import dev.readout.index.Fields.FieldWeights;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole answer, nothing cached, against what Lucene alone takes to analyse the question and
 * find the ten best documents of the same index. All development questions by turns.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 4)
@Fork(value = 1, jvmArgsAppend = "-XX:TieredStopAtLevel=1") // as the image runs
@Threads(1)
@State(Scope.Benchmark)
public class AnswerBenchmark {
  private static final Path QUESTIONS = Path.of("src/test/resources/questions/development.jsonl");
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  private static final int SYNTHETIC_RECORDS = 20_000;
  private static final int TOP = 10;

  @Param({"shipped", "synthetic"})
  private String corpus;

  private final Analyzer analyzer = new TextAnalyzer(TextAnalyzer.Form.STEMS_AND_BIGRAMS);
  private List<String> questions;
  private Path folder;
  private Generation generation;
  private RetrievalAnswerer answerer;
  private Directory directory;
  private DirectoryReader reader;
  private IndexSearcher searcher;
  private int next;

  @Setup
  public void open() throws IOException {
    questions = questions();
    folder = BenchmarkFolders.create();
    Corpus shipped = BenchmarkFolders.shipped();
    IndexDirectory index = new IndexDirectory(folder, CLOCK, Models.off());
    GenerationInfo info =
        index.build(
            corpus.equals("shipped") ? shipped : SyntheticCorpus.of(shipped, SYNTHETIC_RECORDS),
            BenchmarkFolders.CORPUS);
    generation = index.open();
    answerer = new RetrievalAnswerer(generation, CLOCK);
    directory = new MMapDirectory(folder.resolve(info.name()));
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(FieldWeights.BM25);
    searcher.setQueryCache(null);
  }

  static List<String> questions() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<String> questions = new ArrayList<>();
    for (String line : Files.readAllLines(QUESTIONS)) {
      questions.add(mapper.readTree(line).required("q").textValue());
    }
    return questions;
  }

  @TearDown
  public void close() throws IOException {
    generation.close();
    reader.close();
    directory.close();
    BenchmarkFolders.delete(folder);
  }

  private String question() {
    next = next + 1 < questions.size() ? next + 1 : 0;
    return questions.get(next);
  }

  @Benchmark
  public Answer answer() {
    return answerer.answer(Question.of(question(), Question.BUDGET_CHARS));
  }

  @Benchmark
  public TopDocs raw() throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String term : terms(question())) {
      query.add(new TermQuery(new Term(Fields.TEXT, term)), BooleanClause.Occur.SHOULD);
      query.add(new TermQuery(new Term(Fields.WHOLE, term)), BooleanClause.Occur.SHOULD);
    }
    return searcher.search(query.build(), TOP);
  }

  private Set<String> terms(String question) throws IOException {
    Set<String> terms = new LinkedHashSet<>();
    try (TokenStream stream = analyzer.tokenStream(Fields.TEXT, question)) {
      CharTermAttribute token = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(token.toString());
      }
      stream.end();
    }
    return terms;
  }
}

package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.index.Fields.FieldWeights;
import dev.readout.meaning.Embedder;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The shipped corpus, read already, made into a verified generation; against what an {@link
 * IndexWriter} alone takes for the same texts.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 9)
@Fork(1)
@Threads(1)
@State(Scope.Benchmark)
public class BuildBenchmark {
  private static final double BUFFER_MIB = 64;

  private record FieldText(String field, String text) {}

  private Corpus corpus;
  private List<FieldText> texts;
  private Path folder;

  @Setup
  public void read() throws IOException {
    corpus = BenchmarkFolders.shipped();
    texts = new ArrayList<>();
    RecordDocuments documents =
        new RecordDocuments(
            TermMatcher.of(corpus.terms()),
            corpus.terms(),
            corpus.topics(),
            new BuildEmbeddings(Embedder.off(), null),
            /* withWords= */ true);
    for (CorpusRecord record : corpus.records()) {
      for (Document document : documents.of(record)) {
        for (String field : List.of(Fields.TEXT, Fields.ASKED, Fields.WHOLE)) {
          String text = document.get(field);
          if (text != null) {
            texts.add(new FieldText(field, text));
          }
        }
      }
    }
  }

  @Setup(Level.Iteration)
  public void create() throws IOException {
    folder = BenchmarkFolders.create();
  }

  @TearDown(Level.Iteration)
  public void delete() throws IOException {
    BenchmarkFolders.delete(folder);
  }

  @Benchmark
  public GenerationInfo build() {
    return new IndexDirectory(folder, InstantSource.system(), Models.off())
        .build(corpus, BenchmarkFolders.CORPUS);
  }

  @Benchmark
  public long rawWriter() throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new TextAnalyzer(TextAnalyzer.Form.STEMS_AND_BIGRAMS));
    config.setSimilarity(FieldWeights.BM25);
    config.setRAMBufferSizeMB(BUFFER_MIB);
    config.setUseCompoundFile(true);
    try (Directory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (FieldText text : texts) {
        Document document = new Document();
        document.add(new TextField(text.field(), text.text(), Field.Store.NO));
        writer.addDocument(document);
      }
      writer.commit();
      writer.forceMerge(1);
      return writer.commit();
    }
  }
}

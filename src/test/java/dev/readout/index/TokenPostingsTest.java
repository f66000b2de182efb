package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.index.Fields.FieldWeights;
import dev.readout.index.TokenPostings.Place;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

final class TokenPostingsTest {
  private static final List<String> WORDS = List.of("steel", "port", "ship", "copper", "what");
  private static final int DOCUMENTS = 200;

  private final Random random = new Random(7);

  @Test
  void heldInStatements_anyWords_scoresAsTheSearchDoes() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(FieldWeights.BM25);
        QueryPlanner planner = new QueryPlanner(reader, TermMatcher.of(List.of()));
        for (int i = 0; i < 30; i++) {
          String question = words(4) + (i % 2 == 0 ? " \"" + words(3) + "\"" : "");
          QueryPlan plan = planner.plan(question);
          double[] scored = new double[DOCUMENTS];

          new TokenPostings(searcher, reader.leaves().getFirst(), plan).heldInStatements(0, scored);

          double[] searched = new double[DOCUMENTS];
          for (ScoreDoc hit : searcher.search(plan.query(Place.STATEMENT), DOCUMENTS).scoreDocs) {
            searched[hit.doc] = hit.score;
          }
          assertThat(scored).as(question).isEqualTo(searched);
        }
      }
    }
  }

  private void write(Directory directory) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new TextAnalyzer(TextAnalyzer.Form.STEMS_AND_BIGRAMS))
            .setSimilarity(FieldWeights.BM25);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < DOCUMENTS; i++) {
        String text = words(3 + random.nextInt(20));
        Document document = new Document();
        document.add(new TextField(Fields.WHOLE, text, Field.Store.NO));
        document.add(new TextField(Fields.TEXT, text, Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private String words(int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
        .collect(Collectors.joining(" "));
  }
}

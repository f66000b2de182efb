package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.index.Fields.FieldWeights;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

final class NeighboursTest {
  private static final List<String> WORDS = List.of("steel", "port", "ship", "copper", "farm");
  private static final int DOCUMENTS = 200;

  private final Random random = new Random(7);

  @Test
  void scores_anyWords_areThoseOfPhraseQueries() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(FieldWeights.BM25);
        QueryPlanner planner = new QueryPlanner(reader, TermMatcher.of(List.of()));
        int[] documents = IntStream.range(0, DOCUMENTS).toArray();
        for (int i = 0; i < 30; i++) {
          String question = words(2 + random.nextInt(4));

          Map<Integer, Float> scores =
              new Neighbours(searcher, planner.plan(question)).scores(documents);

          assertThat(scores).isEqualTo(byPhrases(searcher, question));
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
        Document document = new Document();
        document.add(new StringField(Fields.ID, "d" + i, Field.Store.NO));
        document.add(new TextField(Fields.WHOLE, words(1 + random.nextInt(25)), Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  /** At random, none twice in a row. */
  private String words(int count) {
    int[] last = {-1};
    return IntStream.range(0, count)
        .mapToObj(
            _ -> {
              last[0] = (last[0] + 1 + random.nextInt(WORDS.size() - 1)) % WORDS.size();
              return WORDS.get(last[0]);
            })
        .collect(Collectors.joining(" "));
  }

  private static Map<Integer, Float> byPhrases(IndexSearcher searcher, String question)
      throws IOException {
    String[] words = question.split(" ", -1);
    BooleanQuery.Builder phrases = new BooleanQuery.Builder();
    for (int i = 1; i < words.length; i++) {
      PhraseQuery beside = new PhraseQuery(Fields.WHOLE, words[i - 1], words[i]);
      PhraseQuery near = new PhraseQuery(6, Fields.WHOLE, words[i - 1], words[i]);
      phrases.add(beside, BooleanClause.Occur.SHOULD);
      phrases.add(new BoostQuery(near, 0.5f), BooleanClause.Occur.SHOULD);
    }
    Map<Integer, Float> scores = new HashMap<>();
    for (ScoreDoc hit : searcher.search(phrases.build(), DOCUMENTS).scoreDocs) {
      scores.put(hit.doc, hit.score);
    }
    return scores;
  }
}

package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.index.Vocabulary.Known;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which word is nearest, and how near. */
final class VocabularyTest {
  private static Vocabulary of(List<String> records, String common) throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, GenerationBuilder.unsorted())) {
      for (String record : records) {
        Document document = new Document();
        RecordDocuments.presence(document, Fields.WORDS, WrittenWords.in(record));
        writer.addDocument(document);
      }
      Document list = new Document();
      RecordDocuments.presence(list, Fields.COMMON_WORDS, WrittenWords.in(common));
      writer.addDocument(list);
      writer.commit();
      try (IndexReader reader = DirectoryReader.open(directory)) {
        return Vocabulary.of(reader);
      }
    }
  }

  private static String nearest(Vocabulary words, String word, int slips) {
    Known nearest = words.nearest(word, slips, known -> true);
    return nearest == null ? "" : nearest.word();
  }

  @ParameterizedTest
  @CsvSource({
    "tariff, tariff, 0",
    "tarif, tariff, 1",
    "tarriff, tariff, 1",
    "atriff, tariff, 1",
    "rariff, tariff, 1",
    "tarrif, tariff, 2",
    "ariffs, tariff, 2",
    "taiff, tariff, 1",
    "taffir, tariff, 3",
    "duty, tariff, 6",
    "tfarif, tariff, 2",
  })
  void nearest_slips_areCounted(String word, String meant, int slips) throws IOException {
    Vocabulary words = of(List.of(meant), "");

    assertThat(nearest(words, word, slips)).isEqualTo(meant);
    assertThat(slips == 0 ? "" : nearest(words, word, slips - 1)).isEmpty();
  }

  @Test
  void nearest_asNear_sameLettersThenMoreFrequentThenByAlphabet() throws IOException {
    Vocabulary words = of(List.of("were bond", "were band bond", "where"), "bend bind");

    assertThat(nearest(words, "hwere", 1)).isEqualTo("where");
    assertThat(nearest(words, "wwere", 1)).isEqualTo("were");
    assertThat(nearest(words, "bxnd", 1)).isEqualTo("bond");
    assertThat(nearest(of(List.of(), "bind bend"), "bxnd", 1)).isEqualTo("bend");
  }

  @Test
  void frequency_wordOfRecordsCommonWordAndNoWord_areTold() throws IOException {
    Vocabulary words = of(List.of("tariff", "Tariff"), "tariff hotel");

    assertThat(words.frequency("tariff")).isEqualTo(2);
    assertThat(words.frequency("hotel")).isZero();
    assertThat(words.frequency("hotels")).isNegative();
  }

  @Test
  void nearest_anyWordWithOneSlip_isFoundAtMostThatFar() throws IOException {
    List<String> texts = List.of("rare earths and magnets", "soybeans détente a on", "xi");
    Vocabulary words = of(texts, "purchases of electricity");
    Random random = new Random(4);
    for (String word : List.of("earths", "magnets", "soybeans", "detente", "electricity")) {
      for (int i = 0; i < 100; i++) {
        StringBuilder typed = new StringBuilder(word);
        typed.setCharAt(random.nextInt(word.length()), (char) ('a' + random.nextInt(26)));

        assertThat(nearest(words, typed.toString(), 1)).isEqualTo(word);
      }
    }
  }

  @Test
  void nearest_emptyVocabulary_isNone() throws IOException {
    assertThat(nearest(of(List.of(), ""), "word", 2)).isEmpty();
  }
}

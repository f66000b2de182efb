package dev.readout.cli.evaluation.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.meaning.Embedder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Collections of a few documents whose figures can be worked out by hand. */
final class CollectionEvaluationTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    write(
        "corpus.jsonl",
        """
        {"_id": "beans", "title": "Soybeans", "text": "China will buy American soybeans again."}
        {"_id": "chips", "title": "", "text": "Exports of semiconductors need a licence."}
        {"_id": "ships", "text": "Vessels built in Chinese yards pay a fee for each licence."}
        """);
    write(
        "queries.jsonl",
        """
        {"_id": "q1", "text": "Which exports of semiconductors need a licence?"}
        {"_id": "q2", "text": "What fee do vessels pay?"}
        {"_id": "q3", "text": "Who judged this query?"}
        """);
    write(
        "qrels.tsv",
        """
        query-id\tcorpus-id\tscore
        q1\tships\t1
        q1\tbeans\t0
        q2\tships\t2
        """);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private String table() throws IOException {
    return CollectionEvaluation.of(folder, Embedder.off(), _ -> {});
  }

  @Test
  void of_collection_figuresAreThoseOfTrecEval() throws IOException {
    // q1 has its document second: nDCG 1/log2(3) = 0.6309, reciprocal rank 0.5; q2 first.
    assertThat(table().lines())
        .contains(
            "search by   queries  nDCG@10   MRR@10    R@100    AUROC  cov@10%",
            "words             2   0.8155   0.7500   1.0000        -        -",
            "meaning           0        -        -        -        -        -",
            "both              2   0.8155   0.7500   1.0000        -        -");
  }

  @Test
  void of_answerableStated_showsHowWellItDeclines() throws IOException {
    write(
        "queries.jsonl",
        """
        {"_id": "q2", "text": "What fee do vessels pay?", "answerable": true}
        {"_id": "q4", "text": "What do zebras eat for each licence?", "answerable": false}
        """);

    assertThat(table()).contains("   1.0000   0.5000\n");
  }

  @Test
  void of_judgementsInAFolderOfTheirOwn_areFound() throws IOException {
    Files.createDirectory(folder.resolve("qrels"));
    Files.move(folder.resolve("qrels.tsv"), folder.resolve("qrels").resolve("test.tsv"));

    assertThat(table()).contains("words             2");
  }

  @Test
  void of_paraphrases_meaningFindsThem() throws IOException {
    write("queries.jsonl", "{\"_id\": \"q2\", \"text\": \"What do boats have to spend?\"}");
    try (Embedder embedder = Embedder.idle()) {
      embedder.await(Duration.ofMinutes(2));

      assertThat(CollectionEvaluation.of(folder, embedder, _ -> {}))
          .contains("words             1   0.0000", "meaning           1   1.0000")
          .contains("both              1   1.0000");
    }
  }

  @Test
  void of_manyDocuments_tellsProgressAndCountsTheEmpty() throws IOException {
    StringBuilder corpus = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      corpus.append("{\"_id\": \"d%d\", \"text\": \"a fee\"}\n".formatted(i));
    }
    corpus.append("{\"_id\": \"e\", \"text\": \" \"}\n");
    write("corpus.jsonl", corpus.toString());
    List<String> told = new ArrayList<>();
    CollectionEvaluation.of(folder, Embedder.off(), told::add);

    assertThat(told)
        .containsExactly(
            "1,000 documents", "2,000 documents", "documents without a word, left out: 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          corpus.jsonl  | {"_id": "a", "text": "x"}⏎no JSON      | corpus.jsonl:2: no JSON
          corpus.jsonl  | []                                     | corpus.jsonl:1: no JSON object
          corpus.jsonl  | {"text": "x"}                          | corpus.jsonl:1: needs an "_id"
          corpus.jsonl  | {"_id": "a"}                           | corpus.jsonl: has no document
          corpus.jsonl  | {"_id": "a", "text": 7}                | corpus.jsonl:1: "text" is no text
          corpus.jsonl  | {"_id": "a", "text": "x"}⏎{"_id": "a", "text": "y"} | corpus.jsonl:2: the _id a stands twice
          corpus.jsonl  | ⏎                                      | corpus.jsonl: has no document
          queries.jsonl | {"_id": "q1"}                          | queries.jsonl:1: needs a "text"
          queries.jsonl | {"_id": "q", "text": "x", "answerable": "no"} | queries.jsonl:1: "answerable" is neither
          queries.jsonl | {"_id": "q9", "text": "x"}             | qrels.tsv: judges no query
          qrels.tsv     | q1 ships 1                             | qrels.tsv:1: the first line must be
          qrels.tsv     | query-id⇥corpus-id⇥score⏎q1⇥ships      | qrels.tsv:2: needs query-id
          qrels.tsv     | query-id⇥corpus-id⇥score⏎q1⇥ships⇥yes  | qrels.tsv:2: the score is no whole number
          qrels.tsv     | query-id⇥corpus-id⇥score               | qrels.tsv: judges no document
          """)
  void of_malformedFile_isRefusedWithItsPlace(String file, String text, String message)
      throws IOException {
    write(file, text.replace('⏎', '\n').replace('⇥', '\t'));

    assertThatThrownBy(this::table)
        .isInstanceOf(MalformedCollectionException.class)
        .hasMessageContaining(message);
  }

  @Test
  void of_otherEncoding_isRefused() throws IOException {
    Files.write(folder.resolve("corpus.jsonl"), "{\"ü\": 1}".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(this::table)
        .isInstanceOf(MalformedCollectionException.class)
        .hasMessageContaining("corpus.jsonl")
        .hasMessageContaining("no UTF-8");
  }

  @Test
  void of_fileMissing_isRefused() throws IOException {
    Files.delete(folder.resolve("queries.jsonl"));

    assertThatThrownBy(this::table)
        .isInstanceOf(MalformedCollectionException.class)
        .hasMessageContaining("queries.jsonl: no such file");
  }
}

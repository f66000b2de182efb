package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.index.Generation;
import dev.readout.store.GapTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GapTermsTest {
  @TempDir Path folder;

  private Generation generation;

  @BeforeEach
  void index() throws IOException {
    generation =
        RecordSketch.index(
            folder,
            List.of(
                RecordSketch.term("night-bell", "thing", "night bell"),
                RecordSketch.term("require", "vocabulary", "require")),
            new RecordSketch("bells", Kind.READOUT, Side.US)
                .says("Every bicycle needs a night bell.", "Bob rang the bell at Ningbo."));
  }

  @AfterEach
  void close() {
    generation.close();
  }

  private List<String> terms(String question) {
    return GapTerms.of(generation, question);
  }

  @Test
  void of_namedTerms_areTheirIdsAndNotTheirWords() {
    assertThat(terms("what about zeppelins and the night bell?"))
        .containsExactly("night-bell", "zeppelin");
  }

  @Test
  void of_wordsOfAsking_areLeftOut() {
    assertThat(terms("what did they say about it and when?")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "does @gondolier want zeppelins, gondoli",
    "ask gondolier@example.org about zeppelins, gondoli",
    "does <@80351110224678912> like zeppelins, 80351110224678912",
    "https://gondolier.example/zeppelins and zeppelins, gondoli",
    "does big_gondolier42 like zeppelins, gondoli",
    "does gondolier42 like zeppelins, gondolier42",
    "does Gondolier like zeppelins, gondoli",
    "call 5551234567 about zeppelins, 5551234567",
  })
  void of_whatLooksLikeSomebody_isLeftOut(String question, String hidden) {
    assertThat(terms(question))
        .containsExactly("zeppelin")
        .noneMatch(term -> term.contains(hidden));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DRAM", "H20", "B30A"})
  void of_modelsAndAbbreviations_stay(String name) {
    assertThat(terms("are " + name + " zeppelins allowed"))
        .hasSize(2)
        .anyMatch(term -> term.equalsIgnoreCase(name));
  }

  @Test
  void of_knownNames_stay() {
    assertThat(terms("what of Ningbo")).containsExactly("ningbo");
  }

  @Test
  void of_chinese_isPairsOfCharacters() {
    assertThat(terms("飞艇关税")).contains("飞艇");
  }

  @Test
  void of_longQuestion_isCutToWhatIsStored() {
    String question =
        IntStream.range(0, 40)
            .mapToObj(i -> "zeppelin" + (char) ('a' + i % 26) + (char) ('a' + i / 26))
            .collect(Collectors.joining(" "));

    assertThat(terms(question)).hasSize(GapTable.MAX_TERMS);
  }
}

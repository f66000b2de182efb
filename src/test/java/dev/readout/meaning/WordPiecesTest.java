package dev.readout.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against what the model's own native tokenizer gave for the same texts. */
final class WordPiecesTest {
  private static WordPieces wordPieces;
  private static final Map<Long, String> PIECES = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    Map<String, Integer> vocabulary = WordPieces.vocabulary();
    vocabulary.forEach((piece, id) -> PIECES.put((long) id, piece));
    wordPieces = new WordPieces(vocabulary);
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (long id : wordPieces.of(text, 256)) {
      pieces.add(PIECES.get(id));
    }
    return pieces.subList(1, pieces.size() - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "Tariffs ended, tariffs ended",
    "tungsten's, tung ##sten ' s",
    "Müller-Çelik, muller - ce ##lik",
    "U.S.–China, u . s . – china",
    "中美, 中 美",
    "34%, 34 %",
    "ﬀ\u200Bab\u0000c, [UNK]",
  })
  void of_text_isCutAsByTheModelsOwnTokenizer(String text, String pieces) {
    assertThat(String.join(" ", pieces(text))).isEqualTo(pieces);
  }

  @Test
  void of_wordTooLong_isUnknown() {
    assertThat(pieces("a" + "b".repeat(200) + " tariff")).containsExactly("[UNK]", "tariff");
  }

  @Test
  void of_textTooLong_isCutAndEnded() {
    long[] ids = wordPieces.of("tariff ".repeat(1_000), 16);

    assertThat(ids).hasSize(16);
    assertThat(PIECES.get(ids[15])).isEqualTo("[SEP]");
  }

  @Test
  void of_nothing_isBeginAndEnd() {
    assertThat(pieces("")).isEmpty();
    assertThat(wordPieces.of("", 256)).hasSize(2);
  }

  @Test
  void of_vocabularyWithoutMarks_isRefused() {
    assertThatThrownBy(() -> new WordPieces(Map.of("tariff", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[CLS]");
  }
}

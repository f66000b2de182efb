package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.intake.extract.TextBlocks.TextLanguage;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextLanguageTest {
  @ParameterizedTest
  @CsvSource({
    "The two sides agreed to meet again., en",
    "中美双方同意再次会晤。, zh",
    "商务部对 NVIDIA GeForce RTX 采取措施, zh",
    "両国は再び会談することで合意した。, ''",
    "Стороны договорились о встрече, ''",
    "1234 - 5678, ''",
  })
  void of_text_tellsEnglishAndChinese(String text, String language) {
    assertThat(Objects.requireNonNullElse(TextLanguage.of(text, ""), "")).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({
    "'Les deux parties ont convenu de se retrouver au mois de janvier pour examiner la liste. ',"
        + " ''",
    "'The parties agreed to meet in January and to look at the list of what remains. ', en",
  })
  void of_longText_tellsEnglishFromItsNeighbours(String sentence, String language) {
    assertThat(Objects.requireNonNullElse(TextLanguage.of(sentence.repeat(5), ""), ""))
        .isEqualTo(language);
  }
}

package dev.readout.answer.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.reading.Language;
import dev.readout.corpus.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TermTextTest {

  private static Term term(List<String> zhHans, List<String> zhHant) {
    return new Term(
        "chip", "technology", List.of("chip", "semiconductor"), List.of(), zhHans, zhHant, null);
  }

  @Test
  void name_term_isTheFirstInTheReadersLanguage() {
    Term term = term(List.of("芯片", "半导体"), List.of("晶片", "半導體"));

    assertThat(TermText.name(term, Language.EN)).isEqualTo("chip");
    assertThat(TermText.name(term, Language.ZH)).isEqualTo("芯片");
    assertThat(TermText.name(term, Language.ZH_TW)).isEqualTo("晶片");
  }

  @Test
  void name_termWithoutTheLanguage_isTheNearest() {
    assertThat(TermText.name(term(List.of("芯片"), List.of()), Language.ZH_TW)).isEqualTo("芯片");
    assertThat(TermText.name(term(List.of(), List.of()), Language.ZH_TW)).isEqualTo("chip");
    assertThat(TermText.name(term(List.of(), List.of("晶片")), Language.ZH)).isEqualTo("chip");
  }
}

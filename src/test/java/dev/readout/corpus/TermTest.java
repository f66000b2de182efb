package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TermTest {

  private static Term term(String kind, List<String> en, List<String> zhHans, List<String> zhHant) {
    return new Term("tariffs", kind, en, List.of("TRF"), zhHans, zhHant, null, null);
  }

  @Test
  void names_allLanguages_areEnglishAbbreviationsSimplifiedTraditional() {
    Term term = term("instrument", List.of("tariffs", "duties"), List.of("关税"), List.of("關稅"));

    assertThat(term.names()).containsExactly("tariffs", "duties", "TRF", "关税", "關稅");
  }

  @Test
  void names_sameInBothScripts_isListedOnce() {
    Term term = term("instrument", List.of("quotas"), List.of("配合"), List.of("配合"));

    assertThat(term.names()).containsExactly("quotas", "TRF", "配合");
  }

  @Test
  void new_withoutEnglishName_isRefused() {
    assertThatThrownBy(() -> term("instrument", List.of(), List.of("关税"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tariffs has no English name");
  }

  @Test
  void isVocabulary_ordinaryWord_isTrue() {
    assertThat(term("vocabulary", List.of("suspend"), List.of("暂停"), List.of()).isVocabulary())
        .isTrue();
  }

  @Test
  void isVocabulary_namedThing_isFalse() {
    assertThat(term("agency", List.of("BIS"), List.of(), List.of()).isVocabulary()).isFalse();
  }
}

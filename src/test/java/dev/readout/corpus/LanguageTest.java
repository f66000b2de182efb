package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "实体清单是什么?",
        "實體清單是什麼？",
        "USTR 是什么",
        "TikTok 协议",
        "2024年10月",
        "𠮷是谁",
        "SMIC在不在Entity List"
      })
  void of_chineseText_isChinese(String text) {
    assertThat(Language.of(text)).isEqualTo(Language.ZH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the Entity List?",
        "What did 李成钢 say about TikTok at the Madrid talks?",
        "",
        "  ",
        "2024-10-08",
        "😀",
        "¿Qué dijo China?"
      })
  void of_anythingElse_isEnglish(String text) {
    assertThat(Language.of(text)).isEqualTo(Language.EN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"實體清單是什麼？", "台灣呢？", "TikTok 協議", "什么是實體清單？"})
  void ofLabelsFor_traditionalCharacters_isTraditional(String text) {
    assertThat(Language.ofLabelsFor(text)).isEqualTo(Language.ZH_TW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"实体清单是什么?", "著名的里程碑", "台湾的后台", "2024年10月", "实体清单（實體）"})
  void ofLabelsFor_otherChinese_isSimplified(String text) {
    assertThat(Language.ofLabelsFor(text)).isEqualTo(Language.ZH);
  }

  @Test
  void ofLabelsFor_aTraditionalNameInAnEnglishQuestion_isEnglish() {
    assertThat(Language.ofLabelsFor("What did 李成鋼 say about TikTok at the Madrid talks?"))
        .isEqualTo(Language.EN);
  }

  @ParameterizedTest
  @EnumSource
  @DefaultLocale("tr-TR")
  void ofWireName_ownWireName_isTheLanguage(Language language) {
    assertThat(Language.ofWireName(language.wireName())).contains(language);
    assertThat(Language.ofWireName(language.wireName().toUpperCase(Locale.ROOT)))
        .contains(language);
  }

  @Test
  void ofWireName_anotherLanguage_isEmpty() {
    assertThat(Language.ofWireName("fr")).isEmpty();
  }
}

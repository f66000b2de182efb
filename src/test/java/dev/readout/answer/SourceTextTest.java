package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.Source.SourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceTextTest {
  private static final CorpusRecord RECORD = Samples.record("rule", Kind.RESTRICTION, Side.US);
  private static final String URL = "https://example.org/1";

  @Test
  void title_chinese_isInTheReadersScript() {
    assertThat(SourceText.title(RECORD, Language.EN)).isEqualTo("Title of rule");
    assertThat(SourceText.title(RECORD, Language.ZH)).isEqualTo("标题");
    assertThat(SourceText.title(RECORD, Language.ZH_TW)).isEqualTo("標題");
  }

  @Test
  void issuerAndNote_inBothLanguages_areInTheReaders() {
    CorpusRecord chinese = Samples.inChinese();

    assertThat(SourceText.issuer(chinese, Language.EN)).isEqualTo("Issuer");
    assertThat(SourceText.issuer(chinese, Language.ZH)).isEqualTo("发布机构");
    assertThat(SourceText.issuer(chinese, Language.ZH_TW)).isEqualTo("發布機構");
    assertThat(SourceText.note(chinese, Language.EN)).contains("A note.");
    assertThat(SourceText.note(chinese, Language.ZH)).contains("说明。");
    assertThat(SourceText.note(chinese, Language.ZH_TW)).contains("說明。");
  }

  @Test
  void note_englishOnly_isShownAsItIs() {
    assertThat(SourceText.note(RECORD, Language.ZH)).contains("A note.");
    assertThat(SourceText.note(Samples.record("a", Kind.READOUT, Side.US), Language.ZH)).isEmpty();
  }

  @Test
  void place_traditional_hasItsWords() {
    assertThat(SourceText.place(RECORD, Language.ZH_TW))
        .isEqualTo("Example [新聞] https://example.org/1 · 引註：90 FR 1 · 未經查證");
    assertThat(SourceText.origin(RECORD, Language.ZH_TW))
        .isEqualTo("Issuer · 2024年10月8日發布 · 2024年10月9日起生效");
  }

  @ParameterizedTest
  @CsvSource({
    "Executive Order 14195; 90 FR 9121; FR Doc. 2025-02408, EN, Executive Order 14195; 90 FR 9121",
    "Executive Order 14195; 90 FR 9121; FR Doc. 2025-02408, ZH, 第14195号行政令；90 FR 9121",
    "Proclamation 11002; 91 FR 2443, ZH_TW, 第11002號公告；91 FR 2443",
    "Customs Tariff Commission Announcement No. 4 of 2025, ZH, 2025年第4号公告",
    "FR Doc. 2025-19001, EN, FR Doc. 2025-19001"
  })
  void citation_isNamedInTheReadersLanguageAndSaysNoNumberTwice(
      String citation, Language language, String shown) {
    assertThat(SourceText.citation(citation, language)).isEqualTo(shown);
  }

  @Test
  void issuer_compiledRecord_isToldInTheReadersLanguage() {
    CorpusRecord compiled = Samples.issuedBy("compiled from the sources listed");

    assertThat(SourceText.issuer(compiled, Language.EN))
        .isEqualTo("compiled from the sources listed");
    assertThat(SourceText.issuer(compiled, Language.ZH)).isEqualTo("据所列来源汇编");
    assertThat(SourceText.issuer(compiled, Language.ZH_TW)).isEqualTo("依所列來源彙編");
    assertThat(SourceText.issuer(RECORD, Language.ZH)).isEqualTo("Issuer");
  }

  @Test
  void place_citationOnly_showsTheCitation() {
    Source source = new Source(null, "Example Post, page 1", "Example Post", SourceType.NEWS, "en");

    assertThat(SourceText.place(Samples.sourced(Provenance.UNCONFIRMED, source), Language.EN))
        .isEqualTo("[news] Example Post, page 1 · unconfirmed");
  }

  @Test
  void of_everyPart_isShownInOrder() {
    assertThat(
            SourceText.of(
                new Source(URL, "90 FR 1", "Register", SourceType.OFFICIAL, "en"), Language.EN))
        .isEqualTo("Register 90 FR 1 [official] https://example.org/1");
    assertThat(SourceText.of(new Source(null, "90 FR 1", null, null, null), Language.EN))
        .isEqualTo("90 FR 1 [citation]");
  }

  @Test
  void of_citationThatBeginsWithThePublisher_namesItOnce() {
    Source source = new Source(null, "Example Post, page 1", "Example Post", SourceType.NEWS, "en");

    assertThat(SourceText.of(source, Language.EN)).isEqualTo("Example Post, page 1 [news]");
  }

  @Test
  void provenance_official_isNotMentioned() {
    assertThat(SourceText.provenance(RECORD, Language.EN)).contains("unconfirmed");
    CorpusRecord official =
        Samples.sourced(
            Provenance.OFFICIAL_PAGE, new Source(URL, null, "Example", SourceType.OFFICIAL, "en"));
    assertThat(SourceText.provenance(official, Language.EN)).isEmpty();
    assertThat(SourceText.place(official, Language.EN))
        .isEqualTo("Example [official] https://example.org/1");
  }
}

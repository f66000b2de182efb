package dev.readout.corpus;

import static dev.readout.corpus.TinyCorpus.READOUT;
import static dev.readout.corpus.TinyCorpus.RESTRICTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusReader.Defect;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must hold of the Chinese wording of records. */
final class ChineseRulesTest {
  @TempDir private Path folder;
  private TinyCorpus corpus;

  @BeforeEach
  void tinyCorpus() throws IOException {
    corpus = new TinyCorpus(folder);
  }

  /**
   * Replaces a text of a file; one defect is expected, on the line where {@code at} then stands.
   */
  private void assertDefect(
      String file, String old, String replacement, String at, String message) {
    corpus.replace(file, old, replacement);

    assertThat(corpus.defects())
        .containsExactly(new Defect(Path.of(file), corpus.lineOf(file, at), message));
  }

  /** The readout in both languages. */
  private void inChinese() {
    corpus.replace(READOUT, "issuer: The White House", "issuer: The White House\nissuer_zh: 白宫");
    corpus.replace(READOUT, "the talks useful.", "the talks useful.\n  zh: 华盛顿称会谈有益。");
    corpus.replace(READOUT, "> — Jane Roe", "> — Jane Roe\n> zh: “坦诚而有益”——罗伊");
  }

  @Test
  void check_recordInBothLanguages_hasNoDefects() {
    inChinese();

    assertThat(corpus.defects()).isEmpty();
  }

  @Test
  void check_statementOfAChineseRecordWithoutChinese_isADefect() {
    inChinese();
    String line = "- Washington called the talks useful.";
    assertDefect(
        READOUT, "\n  zh: 华盛顿称会谈有益。", "", line, "needs Chinese wording: add a line '  zh: …'");
  }

  @Test
  void check_quotationOfAChineseRecordWithoutChinese_isADefect() {
    inChinese();
    assertDefect(
        READOUT,
        "\n> zh: “坦诚而有益”——罗伊",
        "",
        "> candid",
        "needs Chinese wording: add a line '> zh: “……”——…'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title_zh: \"美方通报\" | title: | needs Chinese wording: add title_zh",
        "issuer_zh: 白宫 | issuer: | needs Chinese wording: add issuer_zh"
      })
  void check_fieldOfAChineseRecordWithoutChinese_isADefect(
      String line, String field, String message) {
    inChinese();
    assertDefect(READOUT, line + "\n", "", field, message);
  }

  @Test
  void check_noteOfAChineseRecord_needsChineseWithoutRecordIds() {
    corpus.replace(
        RESTRICTION, "title: \"A tariff on bicycles\"", "title: A tariff\ntitle_zh: 自行车关税");
    corpus.replace(
        RESTRICTION, "issuer: The White House", "issuer: The White House\nissuer_zh: 白宫");
    corpus.replace(RESTRICTION, "10 percent.", "10 percent.\n  zh: 自行车税率为10%。");
    String note = "status_note: \"Nothing later is in the sources.\"";
    assertThat(corpus.defects())
        .extracting(Defect::message)
        .containsExactly("needs Chinese wording: add status_note_zh");

    assertDefect(
        RESTRICTION,
        note,
        note + "\nstatus_note_zh: 资料中没有更晚的记录（2024-05-01-talks）。",
        "status_note:",
        "a reader of Chinese is shown no record id: 资料中没有更晚的记录（2024-05-01-talks）。");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "华盛顿称会谈提高25%。 | the Chinese differs in 25%, which only the" + " Chinese has: 华盛顿称会谈提高25%。",
        "华盛顿称\"有益\"。 | quotation marks in Chinese are “ and ”: 华盛顿称\"有益\"。",
        "Washington | no Chinese wording: Washington"
      })
  void check_chineseThatIsNotItsEnglish_isADefect(String chinese, String message) {
    inChinese();
    assertDefect(READOUT, "华盛顿称会谈有益。", chinese, "- Washington", message);
  }

  @Test
  void check_chineseOfAQuotationWithoutItsSpeaker_isADefect() {
    inChinese();
    assertDefect(
        READOUT,
        "“坦诚而有益”——罗伊",
        "坦诚而有益",
        "> candid",
        "the Chinese of a quotation is '“……”——' and who said it: 坦诚而有益");
  }
}

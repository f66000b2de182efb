package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PdfExtractorTest {
  private static Extraction extract(byte[] pdf) {
    return new PdfExtractor().extract(Original.of(pdf, Format.PDF, null));
  }

  private static Extracted extracted(byte[] pdf) {
    Extraction extraction = extract(pdf);
    assertThat(extraction).isInstanceOf(Extracted.class);
    return (Extracted) extraction;
  }

  private static List<String> statements(Extracted text) {
    return text.statements().stream()
        .map(slice -> slice.fragment() + " " + text.body().substring(slice.start(), slice.end()))
        .toList();
  }

  @Test
  void extract_pressRelease_statementsLeadToTheirPages() {
    Extracted text = extracted(SamplePdf.pressRelease());
    assertThat(statements(text))
        .containsExactly(
            "page=1 WASHINGTON – The U.S. Department of Commerce announced new controls on advanced"
                + " computing integrated circuits. The rule takes effect on November 7, 2024.",
            "page=1 Exporters that hold a licence issued before that day may use it until it"
                + " expires, and half-owned affiliates of listed parties are treated as listed"
                + " themselves.",
            "page=2 The Secretary said that the two governments will meet again in January to"
                + " review the list.",
            "page=2 Comments on the rule may be filed until December 9, 2024.");
  }

  @Test
  void extract_pressRelease_saysTitleDayAndLanguage() {
    Extracted text = extracted(SamplePdf.pressRelease());
    assertThat(text.title()).isEqualTo("Commerce Tightens Controls on Advanced Computing Exports");
    assertThat(text.published()).isEqualTo(LocalDate.of(2024, 10, 8));
    assertThat(text.language()).isEqualTo("en");
  }

  @Test
  void extract_runningHeadersAndPageNumbers_areNotInTheBody() {
    assertThat(extracted(SamplePdf.pressRelease()).body())
        .doesNotContain("Page 1", "Page 2", "U.S. Department of Commerce\n");
  }

  @Test
  void extract_twoColumns_readOneAfterTheOther() {
    Extracted text = extracted(SamplePdf.twoColumns());
    assertThat(text.body())
        .contains("parties on the Entity List, which applies from the day of its publication.");
    assertThat(text.published()).isEqualTo(LocalDate.of(2025, 9, 30));
  }

  @Test
  void extract_chineseWithoutItsFont_readsWhatCodesMean() {
    Extracted text = extracted(SamplePdf.chinese());
    assertThat(text.language()).isEqualTo("zh");
    assertThat(text.title()).isEqualTo("商务部新闻发言人答记者问");
    assertThat(text.published()).isEqualTo(LocalDate.of(2025, 9, 29));
    assertThat(statements(text)).containsExactly("page=1 美方的做法严重损害企业正当权益，中方将采取必要措施，坚决维护自身正当权益。");
  }

  @Test
  void extract_password_isEncrypted() {
    assertThat(extract(SamplePdf.encrypted())).isEqualTo(new Failed(Reason.ENCRYPTED));
  }

  @Test
  void extract_pictureOfText_hasNoText() {
    assertThat(extract(SamplePdf.picture())).isEqualTo(new Failed(Reason.NO_TEXT));
  }

  @Test
  void extract_noPdf_isMalformed() {
    byte[] bytes = "%PDF-1.7 and nothing else".getBytes(StandardCharsets.US_ASCII);
    assertThat(extract(bytes)).isEqualTo(new Failed(Reason.MALFORMED));
  }

  @Test
  void extract_morePagesThanTheLimit_isTooLarge() {
    assertThat(extract(SamplePdf.pages(2001))).isEqualTo(new Failed(Reason.TOO_LARGE));
  }
}

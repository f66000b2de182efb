package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainTextExtractorTest {
  private static final String CHINESE =
      "商务部公告\n\n2025年10月9日\n\n　　为维护国家安全和利益，决定对稀土相关技术实施出口管制。\n　　本公告自发布之日起正式实施，请各有关方面遵照执行。\n";

  private static Extraction extract(byte[] bytes, @Nullable Charset declared) {
    return new PlainTextExtractor().extract(Original.of(bytes, Format.PLAIN_TEXT, declared));
  }

  private static Extracted extracted(String text) {
    return (Extracted) extract(text.getBytes(StandardCharsets.UTF_8), null);
  }

  @Test
  void extract_wrappedLines_areOneParagraph() {
    Extracted text =
        extracted(
            """
            Statement by the Trade Representative

            October 8, 2024

            The two sides met in Madrid to talk about
            tariffs and export controls, and agreed to co-
            operate.

            - They will meet again in January.
            - No date has been set for that meeting.
            """);
    assertThat(text.body())
        .isEqualTo(
            String.join(
                "\n\n",
                "Statement by the Trade Representative",
                "October 8, 2024",
                "The two sides met in Madrid to talk about tariffs and export controls, and agreed"
                    + " to co-operate.",
                "- They will meet again in January.",
                "- No date has been set for that meeting."));
    assertThat(text.title()).isEqualTo("Statement by the Trade Representative");
    assertThat(text.published()).isEqualTo(LocalDate.of(2024, 10, 8));
    assertThat(text.statements()).hasSize(3);
  }

  @Test
  void extract_softHyphenAtLineEnd_joinsTheWord() {
    assertThat(extracted("The agree\u00AD\nment was signed by both of them.").body())
        .isEqualTo("The agreement was signed by both of them.");
  }

  @ParameterizedTest
  @CsvSource({"GB18030,", "GB18030,GB2312", "Big5,Big5", "UTF-8,", "UTF-8,ISO-8859-1", "UTF-16,"})
  void extract_chineseEncodings_sameText(String written, @Nullable String declared) {
    boolean traditional = written.equals("Big5");
    String text = traditional ? "商務部公告\n\n為維護國家安全和利益，決定對稀土實施出口管制。" : CHINESE;
    Extraction extraction =
        extract(
            text.getBytes(Charset.forName(written)),
            declared == null ? null : Charset.forName(declared));
    assertThat(extraction)
        .isEqualTo(extract(text.getBytes(StandardCharsets.UTF_8), null))
        .isInstanceOf(Extracted.class);
  }

  @Test
  void extract_chinese_indentBeginsParagraph() {
    Extracted text = extracted(CHINESE);
    assertThat(text.body()).contains("出口管制。\n\n本公告");
    assertThat(text.published()).isEqualTo(LocalDate.of(2025, 10, 9));
  }

  @Test
  void extract_binary_isMalformed() {
    byte[] bytes = new byte[1000];
    assertThat(extract(bytes, null)).isEqualTo(new Failed(Reason.MALFORMED));
  }
}

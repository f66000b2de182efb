package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.OddText;
import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a document holds, it is text that can be quoted, or a reason. */
final class ExtractorFuzzTest {
  private static final Duration PATIENCE = Duration.ofSeconds(200);
  private static final List<String> PAGES =
      List.of(
          "commerce-press-release.html",
          "federal-register-rule.html",
          "law-firm-alert.html",
          "mofcom-announcement-gb2312.html",
          "mofcom-announcement-utf8.html",
          "ustr-press-release.html");
  private static final List<byte[]> PDFS =
      List.of(SamplePdf.pressRelease(), SamplePdf.chinese(), SamplePdf.twoColumns());

  @Provide
  Arbitrary<String> odd() {
    return OddText.upTo(60);
  }

  @Property
  void extract_bytesOfPageMutated_isTextOrReason(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] page = Pages.bytes(PAGES.get(random.nextInt(PAGES.size())));
    check(HostileDocuments.mutated(page, random), Format.HTML);
  }

  @Property
  void extract_textOfPageMutated_isTextOrReasonInEveryForm(@ForAll long seed) {
    Random random = new Random(seed);
    String page =
        new String(
            Pages.bytes(PAGES.get(random.nextInt(PAGES.size()))), StandardCharsets.ISO_8859_1);
    byte[] mutated = bytes(OddText.mutated(page, random));
    check(mutated, Format.HTML);
    check(mutated, Format.MARKDOWN);
    check(mutated, Format.PLAIN_TEXT);
  }

  @Property
  void extract_pdfMutated_isTextOrReason(@ForAll long seed) {
    Random random = new Random(seed);
    check(HostileDocuments.mutated(PDFS.get(random.nextInt(PDFS.size())), random), Format.PDF);
  }

  @Property
  void extract_oddText_isTextOrReason(@ForAll("odd") String odd) {
    byte[] bytes = bytes(odd.isEmpty() ? " " : odd);
    for (Format format : Format.values()) {
      check(bytes, format);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void check(byte[] bytes, Format format) {
    long start = System.nanoTime();
    Extraction extraction = ExtractorProcess.extract(Original.of(bytes, format, null));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    switch (extraction) {
      case Failed(Extraction.Reason reason) -> assertThat(reason).isNotNull();
      case Extracted text -> {
        int end = 0;
        for (Extraction.Slice slice : text.statements()) {
          assertThat(slice.start()).isGreaterThanOrEqualTo(end);
          end = slice.end();
          assertThat(text.body().substring(slice.start(), end)).isNotBlank();
        }
        assertThat(text.statements()).isNotEmpty();
      }
    }
  }
}

package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Odd and damaged documents, as the extractor's process meets them, but here without the process.
 */
final class DamagedDocumentsTest {
  private static final byte[] PRESS_RELEASE = SamplePdf.pressRelease();
  private static final byte[] CHINESE = SamplePdf.chinese();

  static Stream<String> extract_oddDocument_fails() {
    return HostileDocuments.odd().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource
  void extract_oddDocument_fails(String name) {
    Supplier<Original> document = HostileDocuments.odd().get(name);
    assertThat(document).isNotNull();
    assertThat(ExtractorProcess.extract(document.get())).isInstanceOf(Failed.class);
  }

  @Property(tries = 150)
  void extract_damagedPdf_isTextOrReason(@ForAll long seed, @ForAll boolean chinese) {
    byte[] damaged = HostileDocuments.mutated(chinese ? CHINESE : PRESS_RELEASE, new Random(seed));
    Extraction extraction = ExtractorProcess.extract(Original.of(damaged, Format.PDF, null));
    assertThat(extraction)
        .isIn(
            extraction instanceof Extracted ? extraction : new Failed(Reason.MALFORMED),
            new Failed(Reason.NO_TEXT),
            new Failed(Reason.ENCRYPTED),
            new Failed(Reason.TOO_LARGE));
  }

  @Property(tries = 100)
  void extract_anyBytes_asAnyForm(
      @ForAll @Size(min = 1, max = 400) byte[] bytes, @ForAll Format format) {
    Extraction extraction = ExtractorProcess.extract(Original.of(bytes, format, null));
    if (extraction instanceof Extracted text) {
      assertThat(text.statements()).isNotEmpty();
      assertThat(text.body()).isNotBlank();
    }
  }
}

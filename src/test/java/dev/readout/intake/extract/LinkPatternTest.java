package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.intake.extract.FeedReading.LinkPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which links are items. */
final class LinkPatternTest {
  @ParameterizedTest
  @CsvSource({
    "/art/*, https://example.org/art/1.html, true",
    "/art/*.html, https://example.org/art/1.html, true",
    "/art/*.html, https://example.org/art/1.html?a=1, false",
    "/art/*/a*, https://example.org/art/2026/art_1.html, true",
    "/news/*, https://example.org/art/1.html, false",
    "g/b*a, https://example.org/a, false",
    "*, https://example.org/, true",
  })
  void fits_partsInOrder(String pattern, String address, boolean fits) {
    assertThat(new LinkPattern(pattern).fits(address)).isEqualTo(fits);
  }

  @Test
  void pattern_blankOrTooLong_isRefused() {
    assertThatThrownBy(() -> new LinkPattern(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LinkPattern("a".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

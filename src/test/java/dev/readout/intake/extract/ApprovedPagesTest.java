package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares what is extracted from pages in the form of official sites with approved outcomes; with
 * {@code -Dapprove} the files are written anew.
 */
final class ApprovedPagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "commerce-press-release",
        "mofcom-announcement-gb2312",
        "mofcom-announcement-utf8",
        "federal-register-rule",
        "ustr-press-release",
        "law-firm-alert"
      })
  void extract_pageOfASite_isAsApproved(String page) {
    if (System.getProperty("approve") != null) {
      Pages.approve(page);
    }
    String expected = new String(Pages.bytes(page + ".expected.txt"), StandardCharsets.UTF_8);

    assertThat(Pages.rendered(Pages.extract(Pages.bytes(page + ".html")))).isEqualTo(expected);
  }
}

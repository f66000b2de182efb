package dev.readout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.intake.Refresher.SameDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A correction, or something else in a document's place. */
final class SameDocumentTest {
  private static final String PAPER =
      "The Secretary met the Minister in Madrid and discussed export controls on semiconductors."
          + " Both governments agreed to meet again before winter.";

  @Test
  void isLikely_corrected_is() {
    assertThat(SameDocument.isLikely(PAPER, PAPER.replace("Madrid", "Geneva"))).isTrue();
    assertThat(SameDocument.isLikely(PAPER, PAPER + " A correction was added on Friday.")).isTrue();
    assertThat(SameDocument.isLikely("双方举行了第三轮磋商，就许可交换意见。", "双方举行了第四轮磋商，就许可交换意见。")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Access denied. Your request looks automated; please contact the administrator.",
    "Scheduled maintenance: this website returns on Monday morning.",
    "Latest news: the President signs an order on shipping. The Secretary visits Ohio farmers.",
    "网站维护中，请稍后再访问。",
    "'  '"
  })
  void isLikely_somethingElse_isNot(String now) {
    assertThat(SameDocument.isLikely(PAPER, now)).isFalse();
  }
}

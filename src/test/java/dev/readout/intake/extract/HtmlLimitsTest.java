package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages without a text, too large, or made to take long. */
final class HtmlLimitsTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** Enough of a text that the page counts as a document. */
  private static final String TEXT =
      "<p>The delegations of the two made-up ministries met for the third time this year and spoke"
          + " about the supply of example widgets to makers on both shores of the ocean, and they"
          + " agreed that the talks were going to be held again in the spring of the next"
          + " year.</p>";

  private static Extracted page(String body) {
    return Pages.extracted("<html><body><article>" + TEXT + body + "</article></body></html>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html></html>",
        "<p>Short.</p>",
        "<div id=root></div><script>document.write('a long text '.repeat(99))</script>",
        "<!--"
      })
  void extract_pageWithoutText_saysSo(String html) {
    assertThat(Pages.extract(html + " ")).isEqualTo(new Failed(Reason.NO_TEXT));
  }

  @Test
  void extract_tooMuch_saysSo() {
    assertThat(Pages.extract("<article>" + "<p>word word".repeat(60_000)))
        .isEqualTo(new Failed(Reason.TOO_LARGE));
    assertThat(Pages.extract("<table>" + "<td>x".repeat(1_000_000)))
        .isEqualTo(new Failed(Reason.TOO_LARGE));
    assertThat(Pages.extract("<article>" + "<p>One statement.</p>".repeat(5_001)))
        .isEqualTo(new Failed(Reason.TOO_LARGE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<p><b id=1>",
        "<a href=x>",
        "<table>",
        "<table><tr><td>",
        "<ul><li>",
        "&amp;",
        "&notanentity",
        "&#x4e2d;",
        "<!",
        "<![CDATA[",
        "</p>",
        "<p ",
        "<font size=1><i>",
        "<sup>",
        "<br>",
        "<span>a ",
        "<select><option>",
        "<svg><foreignObject>",
        "<h1>",
        "<form>",
        "<script>",
        "<template>",
        "<math><mi>",
        "a ",
        "中文。",
        "\u00ad",
        "\u00a0",
        "\0",
        "😀"
      })
  void extract_floodOfOneThing_endsInTime(String thing) {
    int times = Math.min(100_000, 4_000_000 / thing.length());
    Extraction outcome =
        assertTimeoutPreemptively(
            LIMIT, () -> Pages.extract("<article>" + TEXT + thing.repeat(times) + "end"));

    assertThat(outcome).isInstanceOfAny(Extracted.class, Failed.class);
  }

  @Test
  void extract_floodOfAttributes_endsInTime() {
    StringBuilder tag = new StringBuilder(TEXT + "<p ");
    for (int i = 0; i < 200_000; i++) {
      tag.append('a').append(i).append("=1 ");
    }
    String longClass = "<p class='" + "share ".repeat(200_000) + "'>x</p>";

    assertThat(assertTimeoutPreemptively(LIMIT, () -> Pages.extract(tag + ">text</p>" + longClass)))
        .isInstanceOf(Extracted.class);
  }

  @Test
  void extract_statementsThatRepeat_endsInTime() {
    String same = "<p>" + "The same words stand here again and again. ".repeat(5) + "</p>";
    Extracted page = assertTimeoutPreemptively(LIMIT, () -> page(same.repeat(2_000)));

    assertThat(page.statements()).hasSizeGreaterThan(1_000);
    assertThat(page.statements().getLast().fragment()).isNull();
  }

  @Test
  void extract_noise_neverThrows() {
    Random random = new Random(7);
    for (int round = 0; round < 60; round++) {
      byte[] bytes = new byte[random.nextInt(1, 3_000)];
      random.nextBytes(bytes);
      if (round % 3 == 1) {
        bytes[0] = (byte) 0xFF;
        bytes[bytes.length > 1 ? 1 : 0] = (byte) 0xFE;
      } else if (round % 3 == 2) {
        byte[] head = "<meta charset=gb2312><p>".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, Math.min(head.length, bytes.length));
      }

      assertThat(assertTimeoutPreemptively(LIMIT, () -> Pages.extract(bytes))).isNotNull();
    }
  }
}

package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class MarkdownExtractorTest {
  private static final String PAPER =
      """
      ---
      title: "Fact sheet: the truce"
      date: 2025-11-01T09:00:00Z
      publisher: The White House
      ---
      <!-- not
      shown -->
      # The truce

      China will **suspend** the *controls* announced on
      [October 9](https://example.org/a_(b)), as agreed.[^1]

      What follows
      ------------

      - It will issue _general licences_ for `rare_earth` exports.
      - [x] It will buy 25 million tons of soybeans a year.
        The purchases begin at once.

      > Both sides will keep talking about what remains.

      | Measure | Day |
      |---------|-----|
      | Tariff on fentanyl goods | November 10 |

      ```
      code that nobody said, whatever it holds
      ```

      ![a picture of the meeting](picture.png)

      [^1]: The text of 5 \\* 3 &amp; more was published that same day.
      [ref]: https://example.org
      """;

  private static Extracted extracted(String markdown) {
    byte[] bytes = markdown.getBytes(StandardCharsets.UTF_8);
    return (Extracted) new MarkdownExtractor().extract(Original.of(bytes, Format.MARKDOWN, null));
  }

  @Test
  void extract_blocks_withoutMarks() {
    assertThat(extracted(PAPER).body())
        .isEqualTo(
            String.join(
                "\n\n",
                "The truce",
                "China will suspend the controls announced on October 9, as agreed.",
                "What follows",
                "It will issue general licences for rare_earth exports.",
                "It will buy 25 million tons of soybeans a year. The purchases begin at once.",
                "Both sides will keep talking about what remains.",
                "Measure | Day",
                "Tariff on fentanyl goods | November 10",
                "The text of 5 * 3 & more was published that same day."));
  }

  @Test
  void extract_frontMatter_saysTitleDayAndPublisher() {
    Extracted text = extracted(PAPER);
    assertThat(text.title()).isEqualTo("Fact sheet: the truce");
    assertThat(text.published()).isEqualTo(LocalDate.of(2025, 11, 1));
    assertThat(text.publisher()).isEqualTo("The White House");
    assertThat(text.language()).isEqualTo("en");
  }

  @Test
  void extract_headings_areNotQuoted() {
    Extracted text = extracted(PAPER);
    assertThat(text.statements())
        .extracting(slice -> text.body().substring(slice.start(), slice.end()))
        .contains("Both sides will keep talking about what remains.")
        .doesNotContain("The truce", "What follows");
    assertThat(text.statements()).allMatch(slice -> slice.fragment() == null);
  }

  @Test
  void extract_noFrontMatter_titleIsTheFirstHeading() {
    Extracted text =
        extracted("Released: October 8, 2024\n\n# A title\n\nWhat the text then says.");
    assertThat(text.title()).isEqualTo("A title");
    assertThat(text.published()).isEqualTo(LocalDate.of(2024, 10, 8));
  }

  @Test
  void extract_chinese_linesJoinWithoutSpace() {
    Extracted text = extracted("# 公告\n\n中方将采取必要措施，\n坚决维护自身正当权益。\n");
    assertThat(text.body()).endsWith("中方将采取必要措施，坚决维护自身正当权益。");
    assertThat(text.language()).isEqualTo("zh");
  }
}

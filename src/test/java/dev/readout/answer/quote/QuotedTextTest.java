package dev.readout.answer.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotedTextTest {
  private static List<String> quotes(String message) {
    return QuotedText.of(message).quotes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He said “open every harbour now” in May.",
        "He said \"open every harbour now\" in May.",
        "He said ”open every harbour now” in May.",
        "He said „open every harbour now“ in May.",
        "He said “open every harbour now\" in May.",
        "Il dit « open every harbour now » en mai.",
        "Er sagte »open every harbour now« im Mai.",
        "他说「open every harbour now」了。",
        "他说『open every harbour now』了。",
        "他说\"open every harbour now\"了。",
        "He said ‘open every harbour now’ in May; it's the workers’ wish.",
        "It's what he said: 'open every harbour now', he didn't.",
        "> open every harbour now\nHe said that, didn't he?",
        "Here:\n> open every harbour now\n> — Jane Roe\nReally?",
        "Here:\n>>> open every harbour now\n— Jane Roe",
        "> “open every harbour now” — Jane Roe",
        "A 5\" pipe, and \"open every harbour now\" he said",
        "“ “ “open every harbour now” he said",
        "open every harbour now"
      })
  void quotes_marksOfAnyKind_areLeftOut(String message) {
    assertThat(quotes(message))
        .singleElement()
        .satisfies(quote -> assertThat(quote.strip()).isEqualTo("open every harbour now"));
  }

  @Test
  void quotes_marksWithinMarks_stayTogether() {
    assertThat(quotes("“He said ‘open every harbour’ to us”, and “another thing was said”"))
        .containsExactly("He said ‘open every harbour’ to us", "another thing was said");
  }

  @Test
  void quotes_blockBesideMarks_areBothTaken() {
    assertThat(
            quotes(
                "“one two three four”\n> five six seven\n> eight nine\nso \"ten eleven twelve\""))
        .containsExactly("one two three four", "five six seven\n> eight nine", "ten eleven twelve");
  }

  @ParameterizedTest
  @CsvSource({
    "'so-called “small” harbours', 'so-called “small” harbours'",
    "'that “nonsense” is the workers’ wish and it’s theirs', "
        + "'that “nonsense” is the workers’ wish and it’s theirs'",
    "'他说“五个字而已”，不多', '他说“五个字而已”，不多'"
  })
  void quotes_marksAroundTooLittle_areIgnored(String message, String quote) {
    assertThat(quotes(message)).containsExactly(quote);
  }

  @Test
  void quotes_chinese_countTwice() {
    assertThat(quotes("他说“六个字就够了”，如此")).containsExactly("六个字就够了");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n\t "})
  void quotes_blank_areNone(String message) {
    assertThat(QuotedText.of(message)).isEqualTo(new QuotedText(List.of(), false));
  }

  @Test
  void quotes_longPassage_areItsSentences() {
    List<String> sentences =
        IntStream.range(1, 10)
            .mapToObj(
                i -> "Harbour " + i + " was opened to every bicycle of the two countries by us.")
            .toList();

    assertThat(quotes("> " + String.join(" ", sentences))).isEqualTo(sentences.subList(0, 8));
  }

  @Test
  void quotes_shortSentences_goWithTheNext() {
    String rest = "And so on ".repeat(60).strip() + ".";

    assertThat(quotes("Yes. No. We open the harbours. " + rest).getFirst())
        .isEqualTo("Yes. No. We open the harbours.");
  }

  @Test
  void quotes_sentenceWithoutEnd_areCutBetweenWords() {
    List<String> quotes = quotes("harbour ".repeat(150).strip());

    assertThat(String.join(" ", quotes)).isEqualTo("harbour ".repeat(150).strip());
    assertThat(quotes).allMatch(quote -> quote.length() <= QuotedText.MAX_QUOTE_CHARS);
  }

  @Test
  void truncated_moreQuotesThanAreChecked() {
    String eight =
        IntStream.range(0, 8)
            .mapToObj(i -> "“quotation of number " + i + "”")
            .collect(Collectors.joining(" "));

    assertThat(QuotedText.of(eight).truncated()).isFalse();
    assertThat(QuotedText.of(eight + " “and one more of them”"))
        .isEqualTo(new QuotedText(quotes(eight), true));
  }

  @Test
  void truncated_longerThanAMessage_neverSplitsACharacter() {
    String text = "a".repeat(QuoteChecker.MAX_TEXT_CHARS - 1) + "𠀀";

    assertThat(QuotedText.of(text).truncated()).isTrue();
    assertThat(quotes(text).getLast()).endsWith("a");
  }
}

package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.RecordSketch;
import dev.readout.answer.SourceText;
import dev.readout.corpus.Source.SourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a later day is not shown as said by an older page, or by who issued that. */
final class LaterFactTest {
  private static final Source NOTICE =
      source("https://example.gov/2024/04/24/law.htm", "Congress", SourceType.OFFICIAL);
  private static final Source REPORT =
      source("https://example.com/2026/01/23/closed/", "The Paper", SourceType.NEWS);
  private static final Source DOCUMENT =
      source("https://example.gov/2026-10777.htm", "The Register", SourceType.OFFICIAL);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The venture closed on 22 January 2026.|https://example.com/2026/01/23/closed/|true",
        "In January 2026 the venture closed.|https://example.com/2026/01/23/closed/|true",
        "Document 2026-10777 of 4 June 2026 changed it.|https://example.gov/2026-10777.htm|true",
        "A court upheld it on 17 January 2025.|https://example.gov/2024/04/24/law.htm|true",
        "The law was signed on 24 April 2024.|https://example.gov/2024/04/24/law.htm|false",
        "The law bans the app from 22 January 2026.|https://example.gov/2024/04/24/law.htm|false",
        "It was to close on 22 January 2026.|https://example.gov/2024/04/24/law.htm|false",
        "It bans the app (Law, 22 January 2026).|https://example.gov/2024/04/24/law.htm|false",
        "It took effect on 19 January 2025.|https://example.gov/2024/04/24/law.htm|false",
        "It names no day.|https://example.gov/2024/04/24/law.htm|false"
      })
  void snippet_ofAMeasure_hasTheSourceThatCanSayIt(String text, String url, boolean isLater) {
    Snippet snippet = snippet(Kind.RESTRICTION, text);

    assertThat(snippet.address()).contains(url);
    assertThat(snippet.isLater()).isEqualTo(isLater);
  }

  @Test
  void isLater_readOut_tellsWhatWasSaidThen() {
    assertThat(snippet(Kind.READOUT, "They agreed to meet in April 2026.").isLater()).isFalse();
  }

  @Test
  void address_placeInTheBestSourceIsKnown_isThatPlace() {
    CorpusRecord record = record(Kind.RESTRICTION, "The venture closed on 22 January 2026.");
    Statement placed = record.statements().getFirst().at(":~:text=closed");

    assertThat(LaterFact.source(record, placed)).isEmpty();
  }

  @Test
  void inOneLine_laterFact_namesWhoSaysItAndNotTheIssuer() {
    assertThat(
            SourceText.inOneLine(
                snippet(Kind.RESTRICTION, "The venture closed on 22 January 2026."), Language.EN))
        .isEqualTo(
            "The Paper · record of 24 April 2024" + " · https://example.com/2026/01/23/closed/");
    assertThat(
            SourceText.inOneLine(
                snippet(Kind.RESTRICTION, "A court upheld it on 17 January 2025."), Language.ZH))
        .isEqualTo("2024年4月24日的记录 · https://example.gov/2024/04/24/law.htm");
  }

  private static Snippet snippet(Kind kind, String text) {
    CorpusRecord record = record(kind, text);
    return new Snippet(record, record.statements().getFirst());
  }

  private static CorpusRecord record(Kind kind, String text) {
    return new RecordSketch("law", kind, Side.US)
        .published("2024-04-24")
        .effective("2025-01-19")
        .sources(NOTICE, REPORT, DOCUMENT)
        .says(text)
        .record();
  }

  private static Source source(String url, String publisher, SourceType type) {
    return new Source(url, null, publisher, type, "en");
  }
}

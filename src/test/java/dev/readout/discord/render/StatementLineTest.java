package dev.readout.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a link leads, and what it is called. */
final class StatementLineTest {
  private static final String URL = "https://example.org/page";

  private final CorpusRecord record = Made.record(Side.US, "Page", URL, "One thing.", "Another.");

  @Test
  void of_statementsWithPlaces_eachHasALinkToItsOwn() {
    String shown = block(":~:text=One%20thing", ":~:text=Another");

    assertThat(shown)
        .containsSubsequence(
            "One thing", "(<" + URL + "#:~:text=One%20thing>)",
            "Another", "(<" + URL + "#:~:text=Another>)");
  }

  @Test
  void of_statementsOfOnePage_shareOneLink() {
    assertThat(block("page=2", "page=2")).containsOnlyOnce(URL).contains("#page=2>)");
  }

  @Test
  void of_placeTooLongForALink_linksThePage() {
    String longUrl = URL + "/" + "a".repeat(400);
    CorpusRecord far = Made.record(Side.US, "Page", longUrl, "One thing.");
    Snippet snippet =
        new Snippet(far, far.statements().getFirst().at(":~:text=" + "b".repeat(200)));

    assertThat(StatementLine.block(List.of(snippet), Language.EN)).contains("(<" + longUrl + ">)");
  }

  @ParameterizedTest
  @CsvSource({
    "Ministry of Commerce of the PRC (MOFCOM), US, MOFCOM",
    "Customs Tariff Commission of the State Council of the PRC, PRC, Customs Tariff Commission…",
    "Governments of the United States and the PRC, JOINT, Governments of the U.S. and the PRC"
  })
  void issuer_isShortAndEndsWithAWholeWord(String issuer, Side side, String shown) {
    CorpusRecord issued = JsonCodec.with(JsonCodec.with(record, "side", side), "issuer", issuer);

    assertThat(StatementLine.issuer(issued, Language.EN)).isEqualTo(shown);
  }

  private String block(String first, String second) {
    List<Snippet> snippets =
        List.of(
            new Snippet(record, record.statements().get(0).at(first)),
            new Snippet(record, record.statements().get(1).at(second)));
    return StatementLine.block(snippets, Language.EN);
  }
}

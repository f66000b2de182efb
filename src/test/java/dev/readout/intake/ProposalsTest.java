package dev.readout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.extract.Extractor;
import dev.readout.intake.extract.Extractor.ExtractorSettings;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed for pages, from the records that are shipped. */
@Timeout(600)
@ExtendWith(ShippedIndex.class)
final class ProposalsTest {
  private static final LocalDate SEOUL = LocalDate.of(2026, 5, 13);
  private static Extractor extractor;
  private static Generation generation;

  @BeforeAll
  static void open(Generation shipped) {
    generation = shipped;
    extractor = new Extractor(ExtractorSettings.IN_THIS_PROCESS);
  }

  @AfterAll
  static void close() {
    extractor.close();
  }

  private static Extraction.Extracted text(
      @Nullable String title, String body, @Nullable LocalDate day) {
    return new Extraction.Extracted(title, day, null, null, body, List.of());
  }

  private static Details proposed(String address, Extraction.Extracted text) {
    return Proposals.details(
        generation,
        Publisher.of(URI.create(address)),
        null,
        text,
        address,
        Proposals.meetings(generation, text),
        Proposals.topics(generation, text));
  }

  @ParameterizedTest
  @CsvSource({
    "commerce-press-release.html, https://www.commerce.gov/a, US, READOUT, 2026-05-12",
    "federal-register-rule.html, https://www.federalregister.gov/a, US, RESTRICTION, 2026-05-12",
    "law-firm-alert.html, https://www.example-law.com/a, OTHER, EXPLAINER, 2026-05-13",
    "mofcom-announcement-gb2312.html, http://www.mofcom.gov.cn/a, PRC, READOUT, 2026-05-12",
    "ustr-press-release.html, https://ustr.gov/a, US, READOUT, 2026-05-12",
  })
  void details_page_haveItsSideKindAndDay(
      String page, String address, Side side, Kind kind, LocalDate day) {
    Original original = Original.of(PageServer.fixture(page), Format.HTML, null);
    Details details =
        proposed(address, (Extraction.Extracted) extractor.extract(Scope.GLOBAL, original));

    assertThat(details.side()).isEqualTo(side);
    assertThat(details.kind()).isEqualTo(kind);
    assertThat(details.published()).isEqualTo(day);
    assertThat(details.title()).isNotBlank();
    // Made up, about widgets: of no meeting that there was.
    assertThat(details.meeting()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "commerce.gov | Commerce Implements New Export Controls on Samples | RESTRICTION",
        "commerce.gov | Remarks on the New Export Controls Rule | READOUT",
        "commerce.gov | Secretary Visits a Border Crossing | READOUT",
        "whitehouse.gov | Agreement between the Two Governments on Trade | AGREEMENT",
        "mofcom.gov.cn | 商务部公告2026年第12号 关于对样品实施出口管制的公告 | COUNTERMEASURE",
        "mofcom.gov.cn | 商务部新闻发言人就出口管制公告答记者问 | READOUT",
        "mofcom.gov.cn | 中美经贸磋商达成共识 | READOUT",
        "federalregister.gov | Additions to the Unverified List | RESTRICTION",
      })
  void details_title_tellsTheKind(String site, String title, Kind kind) {
    assertThat(proposed("https://www." + site + "/a", text(title, "Text.", SEOUL)).kind())
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "home.treasury.gov | Secretary Scott Bessent met Vice Premier He Lifeng in Seoul today.",
        "home.treasury.gov | Secretary Bessent and Vice Premier He Lifeng held talks.",
        "mofcom.gov.cn | 何立峰副总理同美国财政部长贝森特在首尔举行会谈。",
      })
  void details_readoutThatNamesTheParticipants_belongsToTheirMeeting(String site, String body) {
    Details details = proposed("https://" + site + "/a", text("Readout 会谈", body, SEOUL));

    assertThat(details.meeting()).isEqualTo("2026-05-13-seoul-talks-meeting");
  }

  @Test
  void meetings_noneNamed_areOfferedByDayButNoneIsProposed() {
    Extraction.Extracted text = text("Readout", "Officials spoke about nothing.", SEOUL);

    assertThat(Proposals.meetings(generation, text))
        .extracting(CorpusRecord::id)
        .containsExactly("2026-05-13-seoul-talks-meeting", "2026-05-14-beijing-summit-meeting");
    assertThat(proposed("https://commerce.gov/a", text).meeting()).isNull();
    assertThat(Proposals.meetings(generation, text("Readout", "Xi and Trump", null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "New Tariff on Samples | The duty is high. | tariffs",
        "关于稀土出口管制的公告 | 对稀土实施管制。 | rare-earths",
        "關於稀土的公告 | 對稀土實施管制。 | rare-earths",
        "BIS Adds Firms to the Entity List | They were added. | entity-list",
      })
  void topics_ofWhatItNames_comeFirst(String title, String body, String topic) {
    assertThat(Proposals.topics(generation, text(title, body, SEOUL)))
        .extracting(Topic::id)
        .contains(topic)
        .hasSizeLessThanOrEqualTo(Proposals.MAX_OFFERED);
    assertThat(proposed("https://commerce.gov/a", text(title, body, SEOUL)).topics())
        .contains(topic)
        .hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void topics_partOfAnotherWord_isNone() {
    assertThat(Proposals.topics(generation, text("Inertruceless things", "We said so.", SEOUL)))
        .isEmpty();
  }

  @Test
  void details_noTitle_isCalledByItsAddress() {
    assertThat(proposed("https://commerce.gov/a", text(" ", "Text.", null)).title())
        .isEqualTo("https://commerce.gov/a");
    assertThat(proposed("https://commerce.gov/a", text("😀".repeat(300), "Text.", null)).title())
        .hasSize(300)
        .endsWith("😀");
  }
}

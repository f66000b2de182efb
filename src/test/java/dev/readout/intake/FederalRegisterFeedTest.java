package dev.readout.intake;

import static dev.readout.intake.IntakeFixture.ACTOR;
import static dev.readout.intake.IntakeFixture.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Statement;
import dev.readout.index.Generation;
import dev.readout.intake.FeedChecker.Checked;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.SourceEntry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Documents of the Federal Register by its interface, of our own making. */
@Timeout(120)
@ExtendWith(ShippedIndex.class)
final class FederalRegisterFeedTest {
  private static final String HOST = "www.federalregister.gov";
  private static final String SEARCH =
      "/api/v1/documents.json?conditions%5Bagencies%5D%5B%5D=sample&order=newest&per_page=50";
  private static final String ASKED =
      SEARCH
          + "&conditions%5Bpublication_date%5D%5Bgte%5D=2026-02-13"
          + "&fields%5B%5D=title&fields%5B%5D=html_url&fields%5B%5D=raw_text_url"
          + "&fields%5B%5D=full_text_xml_url&fields%5B%5D=publication_date"
          + "&fields%5B%5D=effective_on&fields%5B%5D=citation&fields%5B%5D=document_number"
          + "&fields%5B%5D=action";

  private WatchedFeed feed;
  private PageServer site;

  @BeforeEach
  void open(@TempDir Path folder, Generation generation) throws Exception {
    feed = new WatchedFeed(folder, generation, FeedKind.FEDERAL_REGISTER, HOST, SEARCH);
    site = feed.site;
  }

  @AfterEach
  void close() {
    feed.close();
  }

  private void search(String path, String next, String... documents) {
    String more = next.isEmpty() ? "" : ",\"next_page_url\":\"" + site.at(HOST, next) + "\"";
    feed.put(
        path,
        "application/json",
        "{\"count\":2,\"results\":[" + String.join(",", documents) + "]" + more + "}");
  }

  private String document(String number, String text, String action) {
    return """
    {"title": "The Sample Rule %1$s", "html_url": "%2$s", "document_number": "%1$s",
     "publication_date": "2026-05-11", "effective_on": "2026-06-15", "citation": "91 FR 90001",
     "action": "%4$s", %3$s}\
    """
        .formatted(number, site.at(HOST, "/documents/2026/05/11/" + number + "/the"), text, action);
  }

  private String field(String name, String path) {
    return "\"%s\": \"%s\"".formatted(name, site.at(HOST, path));
  }

  @Test
  void check_document_isItsTextWithTheInterfacesOwnFields() throws Exception {
    search(
        ASKED,
        "",
        document("2026-90001", field("raw_text_url", "/full/text/90001.txt"), "Final rule."));
    site.put("/full/text/90001.txt", "text/plain", PageServer.fixture("federal-register-raw.txt"));

    assertThat(feed.check()).isEqualTo(new Checked(1, 0, 0, null));

    SourceEntry entry = feed.sources().getFirst();
    CorpusRecord record = entry.record();
    assertThat(entry.address())
        .isEqualTo(site.at(HOST, "/documents/2026/05/11/2026-90001/the").toString());
    assertThat(record.title()).isEqualTo("The Sample Rule 2026-90001");
    assertThat(record.kind()).isEqualTo(Kind.RESTRICTION);
    assertThat(record.published()).isEqualTo(LocalDate.of(2026, 5, 11));
    assertThat(record.effective()).isEqualTo(LocalDate.of(2026, 6, 15));
    assertThat(record.sources().getFirst().citation()).isEqualTo("91 FR 90001, FR Doc. 2026-90001");
    assertThat(record.body())
        .contains("it applies to sample parts that are made for export")
        .doesNotContain("[[Page", "Government Publishing Office", "----", "<");
    assertThat(record.statements())
        .extracting(Statement::text)
        .contains("DATES: This rule is effective June 15, 2026.");
    // What is printed does not change, and its page would ask who is reading.
    assertThat(entry.health().nextCheck()).isAfter(feed.fixture.now().plusSeconds(1_000_000_000L));

    Details details = JsonCodec.with(feed.fixture.intake().detailsOf(entry), "published", null);
    feed.fixture.intake().edit(HERE, 1, details, ACTOR);
    assertThat(feed.sources().getFirst().record().effective()).isEqualTo(record.effective());
  }

  @Test
  void check_documentWithoutPlainText_isReadByItsXml() {
    search(
        ASKED,
        "",
        document("2026-90002", field("full_text_xml_url", "/x.xml"), "Notice of public hearing."));
    feed.put(
        "/x.xml",
        "text/xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <NOTICE><PREAMB><AGENCY TYPE="N">SAMPLE OFFICE</AGENCY><SUBJECT>The Sample Rule</SUBJECT>
        <SUM><HD SOURCE="HED">SUMMARY:</HD><P>The Office proposes to list sample parts, and holds a
        hearing on them in June of this year, at which everyone may speak for five minutes.</P></SUM>
        </PREAMB><SUPLINF><HD SOURCE="HD1">Background</HD><P>In May the Office received four letters
        about sample parts.<PRTPAGE P="90002"/> Two of them asked for more time.</P></SUPLINF></NOTICE>
        """);

    assertThat(feed.check()).isEqualTo(new Checked(1, 0, 0, null));
    CorpusRecord record = feed.sources().getFirst().record();
    assertThat(record.kind()).isEqualTo(Kind.EXPLAINER);
    assertThat(record.statements())
        .extracting(Statement::text)
        .anyMatch(text -> text.endsWith("Two of them asked for more time."))
        .noneMatch(text -> text.contains("SAMPLE OFFICE"));
  }

  @Test
  void check_listOfSeveralPages_isReadToItsEnd() {
    String[] documents =
        IntStream.range(0, 12)
            .mapToObj(
                n -> document("2026-8%04d".formatted(n), field("raw_text_url", "/gone" + n), ""))
            .toArray(String[]::new);
    search(ASKED, "/p2", List.of(documents).subList(0, 6).toArray(String[]::new));
    search("/p2", "", List.of(documents).subList(6, 12).toArray(String[]::new));

    assertThat(feed.check().failed()).isEqualTo(NewItems.MAX_NEW);
    assertThat(site.asked("/gone11")).isEqualTo(1);
    assertThat(site.asked("/gone0")).isZero();
    assertThat(feed.check().failed()).isEqualTo(2);
    assertThat(site.asked("/gone0")).isEqualTo(1);

    assertThat(feed.check().failed()).isZero();
    assertThat(site.asked("/p2")).isEqualTo(2);
  }

  @Test
  void check_textThatLeadsToRequestAccess_isNoRestriction() {
    search(ASKED, "", document("2026-90001", field("raw_text_url", "/text"), "Final rule."));
    site.redirect("/text", 302, site.at("unblock.federalregister.gov", "/"));
    feed.put("/", "text/html", PageServer.html("<title>Request Access</title>", "Who are you?"));

    assertThat(feed.check()).isEqualTo(new Checked(0, 0, 1, "challenge"));
    assertThat(feed.sources()).isEmpty();
  }
}

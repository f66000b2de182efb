package dev.readout.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents as records of their own words. */
final class VerbatimRecordTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);

  private static Details titled(String title) {
    return new Details(Side.PRC, Kind.RESTRICTION, title, DAY, null, List.of("tariffs"));
  }

  private static Draft draft(String address, String title, String body, String language) {
    int half = body.indexOf(' ') < 0 ? body.length() / 2 : body.indexOf(' ');
    return new Draft(
        address,
        null,
        null,
        null,
        Original.of(body.getBytes(StandardCharsets.UTF_8), Format.HTML, null),
        Instant.parse("2026-05-14T10:00:00Z"),
        new Extraction.Extracted(
            title,
            DAY,
            language,
            "whoever it says",
            body,
            List.of(
                new Extraction.Slice(0, half, ":~:text=one"),
                new Extraction.Slice(half, body.length(), null))),
        "MOFCOM",
        titled(title),
        EnumSet.allOf(Side.class),
        List.of(),
        List.of(),
        null);
  }

  private static CorpusRecord record(String address, String title) {
    return VerbatimRecord.of(draft(address, title, "One two.", "en"), titled(title));
  }

  @ParameterizedTest
  @CsvSource({
    "商务部新闻发言人答记者问, added-2026-05-12-",
    "商务部2026年第12号公告, added-2026-05-12-2026-12-",
    "'  “Quoted”, & so on… ', added-2026-05-12-quoted-so-on-",
    "'!!!', added-2026-05-12-",
    "'Readout of the very long meeting of the two delegations in May',"
        + " added-2026-05-12-readout-of-the-very-long-meeting-of-",
  })
  void of_anyTitle_hasAnIdInWordsAndHash(String title, String start) {
    String id = record("http://www.mofcom.gov.cn/a", title).id();

    assertThat(id).startsWith(start).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(id.substring(start.length())).matches("[0-9a-f]{8}");
  }

  @Test
  void of_otherBytes_isAnotherId() {
    assertThat(VerbatimRecord.of(draft("http://a.gov/", "同", "一一", "zh"), titled("同")).id())
        .isNotEqualTo(VerbatimRecord.of(draft("http://a.gov/", "同", "二二", "zh"), titled("同")).id());
  }

  @Test
  void of_page_isItsSlicesInItsIssuersMouth() {
    CorpusRecord record = record("http://www.mofcom.gov.cn/a", "Title");

    assertThat(record.statements())
        .extracting(Statement::text, Statement::fragment)
        .containsExactly(tuple("One", ":~:text=one"), tuple(" two.", null));
    assertThat(record.statements())
        .allMatch(one -> one.isSliceOf("One two.") && one.voice() == Voice.VERBATIM)
        .allMatch(one -> one.recordId().equals(record.id()))
        .extracting(Statement::speaker)
        .containsOnly("MOFCOM");
    assertThat(record.titleZh()).isNull();
  }

  @Test
  void of_chinesePage_hasItsTitleAsTheOriginals() {
    CorpusRecord before = VerbatimRecord.of(draft("http://a.gov/", "标题", "一一", "zh"), titled("标题"));

    assertThat(before.titleZh()).isEqualTo("标题");
    // A moderator's title takes its place.
    assertThat(VerbatimRecord.withDetails(before, titled("新"), DAY).titleZh()).isEqualTo("新");
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.commerce.gov/a, OFFICIAL_PAGE",
    "https://english.news.cn/a, SECONDARY",
    "https://www.example-law.com/a, UNCONFIRMED",
  })
  void of_page_isAsOfficialAsItsSite(String address, Provenance provenance) {
    assertThat(record(address, "Title").provenance()).isEqualTo(provenance);
  }

  /** Nobody has read its legal text: what it does is in its words, not in a state. */
  @Test
  void of_restriction_statesNoStanding() {
    CorpusRecord record = record("https://www.mofcom.gov.cn/a", "Title");

    assertThat(record.kind()).isEqualTo(Kind.RESTRICTION);
    assertThat(record.standing()).isEqualTo(Standing.NONE);
    assertThat(record.effective()).isNull();
  }

  @Test
  void revised_otherText_keepsIdAndDetails() {
    CorpusRecord before = record("https://www.mofcom.gov.cn/a", "Title");
    CorpusRecord edited =
        VerbatimRecord.withDetails(
            before, new Details(Side.JOINT, Kind.READOUT, "Ours", null, null, List.of()), DAY);

    CorpusRecord after =
        VerbatimRecord.revised(
            edited, draft("https://www.mofcom.gov.cn/a", "Theirs", "Another text.", "en"));

    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.statements()).allMatch(one -> one.recordId().equals(before.id()));
    assertThat(VerbatimRecord.detailsOf(after)).isEqualTo(VerbatimRecord.detailsOf(edited));
    // It still waits for a day, as of when it was seen last.
    assertThat(after.published()).isNull();
    assertThat(after.asOf()).isEqualTo(LocalDate.of(2026, 5, 14));
  }
}

package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CitationMentionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "90 FR 47201 | fr:90:47201",
        "90 Fed. Reg. 47,201 | fr:90:47201",
        "90 Federal Register 47201 | fr:90:47201",
        "90FR47201 | fr:90:47201",
        "2023-04558 | doc:2023:04558",
        "Executive Order 14257 | eo:14257",
        "E.O. 14257 | eo:14257",
        "EO 14257 | eo:14257",
        "14257号行政令 | eo:14257",
        "Proclamation 11012 | proclamation:11012",
        "Public Law 117-78 | pl:117-78",
        "Pub. L. 117-78 | pl:117-78",
        "Pub. L. No. 117-78 | pl:117-78",
        "15 CFR Part 791 | cfr:15:791",
        "15 C.F.R. § 748.15 | cfr:15:748.15",
        "31 CFR 850 | cfr:31:850",
        "RIN 0694-AK43 | rin:0694-AK43",
        "USTR-2024-0016 | docket:USTR-2024-0016",
        "220930-0204 | docket:220930-0204",
        "9903.05.43 | hts:9903.05.43",
        "3a090 | eccn:3A090",
        "1E902.b | eccn:1E902.B",
        "DS615 | ds:615",
        "JY2231 | treasury:JY2231",
        "Announcement No. 61 of 2025 | announcement:61:2025",
        "announcement 61 of 2025 | announcement:61:2025",
        "Announcement No. 61 (2025 | announcement:61:2025",
        "Announcement No. 61, 2025 | announcement:61:2025",
        "announcement 61, 2025 | announcement:61:2025",
        "Announcement [2025] No. 61 | announcement:61:2025",
        "Announcement No. 61 | announcement:61",
        "Order No. 803 | order:803",
        "2025 no. 55 | no:55:2025",
        "No. 55 of 2025 | no:55:2025",
        "公告2025年第61号 | announcement:61:2025",
        "公告〔2025〕61号 | announcement:61:2025",
        "2025年第61号公告 | announcement:61:2025",
        "第61号公告 | announcement:61",
        "令第792号 | order:792",
        "2025年第61号 | no:61:2025",
      })
  void in_numberInAnyForm_isThatNumber(String written, String key) {
    assertThat(CitationMention.in(written)).extracting(CitationMention::key).containsExactly(key);
  }

  @Test
  void in_numberInAText_isWhereItStands() {
    String text = "the rule at 90 FR 47201 of September";

    assertThat(CitationMention.in(text))
        .containsExactly(new CitationMention(12, 23, "fr:90:47201", List.of(), Set.of()));
  }

  @Test
  void in_severalNumbersAfterOneWord_areEachCited() {
    assertThat(
            CitationMention.in(
                "Announcements Nos. 55, 56, 57 and No. 58 of 2025; EOs 14257 and 14259"))
        .extracting(CitationMention::key)
        .containsExactly(
            "announcement:55:2025",
            "announcement:56:2025",
            "announcement:57:2025",
            "announcement:58:2025",
            "eo:14257",
            "eo:14259");
  }

  @Test
  void in_numberWithParts_isFoundByTheWiderOnesToo() {
    assertThat(CitationMention.in("15 CFR 744.11 and 9903.05.43 and 3A090.a"))
        .extracting(CitationMention::wider)
        .containsExactly(
            Set.of("cfr:15:744"), Set.of("hts:9903.05", "hts:9903"), Set.of("eccn:3A090"));
  }

  @Test
  void in_numberOfASeries_isFoundWithoutItsYearOrKindToo() {
    assertThat(CitationMention.in("Announcement No. 61 of 2025").getFirst().keys())
        .containsExactlyInAnyOrder("announcement:61:2025", "announcement:61", "no:61:2025");
  }

  @Test
  void in_numberOfASeries_isFoundByItsIssuerToo() {
    assertThat(
            CitationMention.in("then the Customs Tariff Commission Announcement No. 1 of 2025")
                .getFirst()
                .narrower())
        .containsExactly(
            "announcement:1:2025:COMMISSION",
            "announcement:1:2025:TARIFF",
            "announcement:1:2025:CUSTOMS");
  }

  @Test
  void asked_issuerKnown_isTheIssuersNumber() {
    CitationMention citation = CitationMention.in("MOFCOM Announcement No. 1 of 2025").getFirst();

    assertThat(citation.asked(key -> true)).isEqualTo("announcement:1:2025:MOFCOM");
    assertThat(citation.asked(key -> false)).isEqualTo("announcement:1:2025");
  }

  @Test
  void asked_sectionThatNothingCites_isThePart() {
    CitationMention section = CitationMention.in("15 CFR 744.11").getFirst();
    CitationMention heading = CitationMention.in("9903.88.67").getFirst();

    assertThat(section.asked("cfr:15:744"::equals)).isEqualTo("cfr:15:744");
    assertThat(section.asked(key -> true)).isEqualTo("cfr:15:744.11");
    assertThat(section.asked(key -> false)).isEqualTo("cfr:15:744.11");
    assertThat(heading.asked("hts:9903.88"::equals)).isEqualTo("hts:9903.88.67");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no digits",
        "10 October 2025",
        "2025-10-09",
        "2025.10.09",
        "an order of 12 percent",
        "the announcement 10 October 2025 brought",
        "10月8号公告",
        "Section 301",
        "the rare earth announcement 2025?",
        "Section 301 notice 2024",
        "a 25 percent tariff on 200 billion dollars",
        "H200",
        "30 for 30",
        "2018-19",
      })
  void in_otherNumbers_areNone(String text) {
    assertThat(CitationMention.in(text)).isEmpty();
  }
}

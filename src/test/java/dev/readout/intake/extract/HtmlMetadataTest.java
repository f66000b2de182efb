package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page says of itself: day, title, language. */
final class HtmlMetadataTest {
  /** Enough of a text that the page counts as a document. */
  private static final String TEXT =
      "<p>The delegations of the two made-up ministries met for the third time this year and spoke"
          + " about the supply of example widgets to makers on both shores of the ocean, and they"
          + " agreed that the talks were going to be held again in the spring of the next"
          + " year.</p>";

  private static @Nullable LocalDate published(String head, String body) {
    return Pages.extracted(
            "<html><head>" + head + "</head><body><article>" + body + TEXT + "</article></body>")
        .published();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<meta property=article:published_time content=2026-05-12T23:30:00-04:00>; 2026-05-12",
        "<meta name=PubDate content='2026-05-12 16:30:00'>; 2026-05-12",
        "<meta name=date content='May 12, 2026'>; 2026-05-12",
        "<meta name=citation_date content=2026/5/12>; 2026-05-12",
        "<meta name=date content=2026-02-30>; ",
        "<meta name=date content=2027-01-01>; ",
        "<meta name=PubDate content=2026-05-12><meta name=pubdate content=2026-05-11>; "
      })
  void extract_dayInMetadata_isAsStated(String head, @Nullable LocalDate expected) {
    assertThat(published(head, "")).isEqualTo(expected);
  }

  @Test
  void extract_oneMomentInTwoOffsets_isTheDayOfThePublishers() {
    String local = "<meta property=article:published_time content=2026-05-12T23:30:00-04:00>";
    String data =
        "<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":"
            + "\"2026-05-13T03:30:00Z\"}</script>";

    assertThat(published(local + data, "")).isEqualTo("2026-05-12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<h1>T</h1><p>FOR IMMEDIATE RELEASE</p><p>Tuesday, May 12, 2026</p>; 2026-05-12",
        "<h1>题</h1><p>来源：样例部　2026-05-12 16:30</p>; 2026-05-12",
        "<h1>题</h1><p>2026年5月12日</p>; 2026-05-12",
        "<h1>T</h1><p>May 12, 2026</p><p>May 11, 2026</p>; ",
        "<h1>T</h1><p>Updated May 12, 2026</p>; "
      })
  void extract_dayBesideTheTitle_isRead(String body, @Nullable LocalDate expected) {
    assertThat(published("", body)).isEqualTo(expected);
  }

  @Test
  void extract_metadataAgainstThePage_givesNoDay() {
    assertThat(published("<meta name=date content=2026-05-12>", "<h1>T</h1><p>May 10, 2026</p>"))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<meta property=og:site_name content=Site><title>Talks - Round 3 - Site</title>; Talks -"
            + " Round 3",
        "<title>Talks - Round 3</title>; Talks - Round 3",
        "<meta name=ContentSource content=样例部><title>磋商_样例部</title>; 磋商"
      })
  void extract_title_losesTheNameOfTheSiteOnly(String head, String expected) {
    assertThat(Pages.extracted("<head>" + head + "</head><article>" + TEXT).title())
        .isEqualTo(expected);
  }

  @Test
  void extract_otherLanguage_isNotCalledEnglish() {
    String french =
        "<p>Les délégations des deux ministères fictifs se sont rencontrées pour la troisième fois"
            + " cette année et ont parlé de la fourniture de pièces aux fabricants des deux rives,"
            + " et de la suite qui sera donnée aux demandes de licence déposées au printemps.</p>";

    assertThat(Pages.extracted("<html lang=en><article>" + french).language()).isNull();
    assertThat(Pages.extracted("<html lang=zh><article>" + TEXT).language()).isEqualTo("en");
  }
}

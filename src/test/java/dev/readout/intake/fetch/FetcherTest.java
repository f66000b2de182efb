package dev.readout.intake.fetch;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetched.Document;
import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Fetched.Refused;
import dev.readout.intake.fetch.Fetched.Unchanged;
import dev.readout.intake.fetch.Fetcher.FetchRequest;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import dev.readout.intake.fetch.Visit.RobotsFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers answer, and what becomes of it. */
final class FetcherTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String PAGE = "<!doctype html><p>The talks ended.";

  private LocalSite site;
  private final Fetcher fetcher =
      new Fetcher(
          new FetchSettings(true, Duration.ofSeconds(60)),
          LocalSite.SPOOL,
          InstantSource.fixed(NOW));

  @BeforeEach
  void open() throws IOException {
    site = new LocalSite();
  }

  @AfterEach
  void close() {
    fetcher.close();
    site.close();
  }

  @Test
  void fetch_page_isADocument() {
    site.on(
        "/page",
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"1\"");
          exchange.getResponseHeaders().set("Last-Modified", "Mon, 23 Nov 2026 00:00:00 GMT");
          LocalSite.send(exchange, "text/html; charset=GB2312", PAGE.getBytes(UTF_8));
        });
    Document document = document(site.at("/page?a=b#part"));
    assertThat(document.finalAddress()).isEqualTo(site.at("/page?a=b"));
    assertThat(document.movedTo()).isNull();
    assertThat(document.original().bytes()).asString().isEqualTo(PAGE);
    assertThat(document.original().format()).isEqualTo(Format.HTML);
    assertThat(document.original().declaredCharset()).isEqualTo(Charset.forName("GB2312"));
    assertThat(document.etag()).isEqualTo("\"1\"");
    assertThat(document.lastModified()).isEqualTo("Mon, 23 Nov 2026 00:00:00 GMT");
  }

  @Test
  void fetch_request_saysWhoAsksAndNoMore() {
    site.on(
        "/page",
        exchange -> {
          exchange.getResponseHeaders().set("Set-Cookie", "a=b; Path=/");
          LocalSite.send(exchange, "text/html", PAGE.getBytes(UTF_8));
        });
    document(site.at("/page"));
    document(site.at("/page"));
    assertThat(site.asked())
        .allSatisfy(
            asked -> {
              assertThat(asked.headers().keySet())
                  .containsExactlyInAnyOrder(
                      "Host", "User-agent", "Accept", "Accept-encoding", "Connection");
              assertThat(asked.headers().getFirst("User-Agent"))
                  .matches("Readout/\\S+ \\(self-hosted Discord bot\\)");
            });
  }

  @Test
  void fetch_gzip_isUndone() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(PAGE.getBytes(UTF_8));
    }
    site.on(
        "/page",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          LocalSite.send(exchange, "text/html", packed.toByteArray());
        });
    assertThat(document(site.at("/page")).original().bytes()).asString().isEqualTo(PAGE);
  }

  @Test
  void fetch_encodingNotAskedFor_refused() {
    site.on(
        "/page",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "br");
          LocalSite.send(exchange, "text/html", PAGE.getBytes(UTF_8));
        });
    assertThat(refused(site.at("/page")).reason()).isEqualTo(Reason.UNSUPPORTED_TYPE);
  }

  @Test
  void fetch_conditions_sentAndUnchanged() {
    site.redirect("/old", 301, "/page");
    site.on(
        "/page",
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"2\"");
          exchange.sendResponseHeaders(304, -1);
        });
    Fetched fetched =
        fetcher.fetch(
            new FetchRequest(
                Scope.GLOBAL, site.at("/old"), "W/\"1\"", "Mon, 23 Nov 2026 00:00:00 GMT"));
    assertThat(fetched).isEqualTo(new Unchanged(site.at("/page"), site.at("/page"), "\"2\"", null));
    assertThat(site.asked().getLast().headers().getFirst("If-None-Match")).isEqualTo("W/\"1\"");
    assertThat(site.asked().getLast().headers().getFirst("If-Modified-Since"))
        .isEqualTo("Mon, 23 Nov 2026 00:00:00 GMT");
  }

  @Test
  void fetch_unchangedWithoutCondition_makesNoSense() {
    site.status("/page", 304);
    assertThat(refused(site.at("/page")).reason()).isEqualTo(Reason.SERVER_ERROR);
  }

  @Test
  void fetch_unusableConditions_notSent() {
    site.text("/page", "text/html", PAGE);
    Fetched fetched =
        fetcher.fetch(new FetchRequest(Scope.GLOBAL, site.at("/page"), "a\r\nX-Injected: b", "会谈"));
    assertThat(fetched).isInstanceOf(Document.class);
    assertThat(site.asked().getLast().headers().keySet())
        .doesNotContain("If-none-match", "If-modified-since", "X-injected");
  }

  @ParameterizedTest
  @CsvSource({
    "400, DENIED",
    "401, DENIED",
    "403, DENIED",
    "404, GONE",
    "408, SERVER_ERROR",
    "410, GONE",
    "429, RATE_LIMITED",
    "451, DENIED",
    "500, SERVER_ERROR",
    "503, SERVER_ERROR",
    "300, SERVER_ERROR",
    "302, SERVER_ERROR",
    "206, SERVER_ERROR",
    "204, EMPTY",
    "200, EMPTY",
  })
  void fetch_status_toldApart(int status, Reason reason) {
    site.status("/page", status);
    assertThat(refused(site.at("/page")).reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "120, PT2M",
        "'Tue, 24 Nov 2026 12:30:00 GMT', PT30M",
        "999999999, PT168H",
        "99999999999999999999, -",
        "'Tue, 24 Nov 2026 11:00:00 GMT', -",
        "soon, -",
        "-5, -",
      })
  void fetch_rateLimited_saysForHowLong(String header, @Nullable Duration expected) {
    site.on(
        "/page",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", header);
          exchange.sendResponseHeaders(429, -1);
        });
    Refused refused = refused(site.at("/page"));
    assertThat(refused.reason()).isEqualTo(Reason.RATE_LIMITED);
    assertThat(refused.retryAfter()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "301, 301, /c",
        "308, 301, /c",
        "301, 302, /b",
        "302, 301, -",
        "303, 303, -",
        "307, 308, -",
      })
  void fetch_redirects_movedByPermanentOnesOnly(int first, int second, @Nullable String movedTo) {
    site.redirect("/a", first, "/b").redirect("/b", second, "/c").text("/c", "text/html", PAGE);
    Document document = document(site.at("/a"));
    assertThat(document.finalAddress()).isEqualTo(site.at("/c"));
    assertThat(document.movedTo()).isEqualTo(movedTo == null ? null : site.at(movedTo));
  }

  @Test
  void fetch_fiveRedirects_followed_sixNot() {
    for (int i = 0; i < 6; i++) {
      site.redirect("/" + i, 302, "/" + (i + 1));
    }
    site.text("/6", "text/html", PAGE);
    assertThat(document(site.at("/1")).finalAddress()).isEqualTo(site.at("/6"));
    assertThat(refused(site.at("/0")).reason()).isEqualTo(Reason.TOO_MANY_REDIRECTS);
  }

  @Test
  void fetch_picture_refusedWhateverItIsCalled() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    site.on("/page.html", exchange -> LocalSite.send(exchange, "text/html", png));
    assertThat(refused(site.at("/page.html")).reason()).isEqualTo(Reason.UNSUPPORTED_TYPE);
  }

  @Test
  void fetch_pdfCalledHtml_isPdf() {
    site.text("/page", "text/html", "%PDF-1.7\n");
    assertThat(document(site.at("/page")).original().format()).isEqualTo(Format.PDF);
  }

  @Test
  void fetch_nameOfTheFile_tellsMarkdown() {
    site.text("/talks.md", "text/plain; charset=nonsense", "# Talks");
    Document document = document(site.at("/talks.md?raw=1"));
    assertThat(document.original().format()).isEqualTo(Format.MARKDOWN);
    assertThat(document.original().declaredCharset()).isNull();
  }

  @Test
  void fetch_utf16_keepsItsBytes() {
    byte[] bytes = ("\ufeff" + PAGE).getBytes(UTF_16LE);
    site.on("/page", exchange -> LocalSite.send(exchange, "text/html", bytes));
    assertThat(document(site.at("/page")).original().bytes()).isEqualTo(bytes);
  }

  @Test
  void fetch_robotsForbid_refusedWithoutAsking() {
    site.text("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private");
    site.text("/private/page", "text/html", PAGE).text("/public", "text/html", PAGE);
    assertThat(refused(site.at("/private/page")).reason()).isEqualTo(Reason.ROBOTS);
    assertThat(document(site.at("/public")).finalAddress()).isEqualTo(site.at("/public"));
    assertThat(site.paths()).containsExactly("/robots.txt", "/public");
  }

  @Test
  void fetch_redirectToWhatRobotsForbid_refused() {
    site.text("/robots.txt", "text/plain", "User-agent: readout\nDisallow: /private");
    site.redirect("/public", 302, "/private");
    assertThat(refused(site.at("/public")).reason()).isEqualTo(Reason.ROBOTS);
  }

  @ParameterizedTest
  @CsvSource({"400", "401", "403", "404", "429"})
  void fetch_robotsNotThere_allowed(int status) {
    site.status("/robots.txt", status).text("/page", "text/html", PAGE);
    assertThat(document(site.at("/page")).finalAddress()).isEqualTo(site.at("/page"));
  }

  @ParameterizedTest
  @CsvSource({"500", "503"})
  void fetch_robotsFailing_refusedThisTimeOnly(int status) {
    site.status("/robots.txt", status).text("/page", "text/html", PAGE);
    assertThat(refused(site.at("/page")).reason()).isEqualTo(Reason.SERVER_ERROR);
    assertThat(refused(site.at("/page")).detail()).isEqualTo("robots.txt: " + status);
    assertThat(site.paths()).containsOnly("/robots.txt").hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void fetch_robotsRedirected_followed() {
    site.redirect("/robots.txt", 301, "/elsewhere.txt");
    site.text("/elsewhere.txt", "text/plain", "User-agent: *\nDisallow: /page");
    assertThat(refused(site.at("/page")).reason()).isEqualTo(Reason.ROBOTS);
  }

  @Test
  void fetch_robotsRedirectedForever_allowed() {
    site.redirect("/robots.txt", 302, "/robots.txt").text("/page", "text/html", PAGE);
    assertThat(document(site.at("/page")).finalAddress()).isEqualTo(site.at("/page"));
  }

  @Test
  void fetch_hugeRobots_readToItsLimitInWholeLines() {
    String start = "User-agent: *\nDisallow: /private/page\n";
    String end = "Disallow: /";
    String comment = "#".repeat(RobotsFiles.MAX_BYTES - start.length() - end.length() - 1) + "\n";
    // Cut at the limit, the last rule would forbid everything.
    String rules = start + comment + end + "other\n";
    site.text("/robots.txt", "text/plain", rules).text("/page", "text/html", PAGE);
    assertThat(document(site.at("/page")).finalAddress()).isEqualTo(site.at("/page"));
    assertThat(refused(site.at("/private/page")).reason()).isEqualTo(Reason.ROBOTS);
  }

  private Document document(URI address) {
    Fetched fetched = fetcher.fetch(FetchRequest.of(Scope.GLOBAL, address));
    assertThat(fetched).isInstanceOf(Document.class);
    return (Document) fetched;
  }

  private Refused refused(URI address) {
    Fetched fetched = fetcher.fetch(FetchRequest.of(Scope.GLOBAL, address));
    assertThat(fetched).isInstanceOf(Refused.class);
    return (Refused) fetched;
  }
}

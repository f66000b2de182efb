package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.intake.extract.FeedReading.LinkPattern;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import dev.readout.store.Feed.FeedKind;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What feeds list, whatever they are written in. */
final class FeedReaderTest {
  private static final URI BASE = URI.create("https://example.org/news/index.html");

  @Test
  void read_rss_listsItemsInItsOrder() {
    String rss =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>News</title><link>https://example.org/</link>
        <description>d</description>
        <item><title>Talks &amp; tariffs</title><link>https://example.org/news/2</link></item>
        <item><title>商务部新闻发言人</title><link>/news/1#top</link></item>
        </channel></rss>
        """;

    assertThat(items(rss, FeedKind.RSS, null))
        .containsExactly(
            new FeedReading.Item(URI.create("https://example.org/news/2"), "Talks & tariffs"),
            new FeedReading.Item(URI.create("https://example.org/news/1"), "商务部新闻发言人"));
  }

  @Test
  void read_atom_listsItems() {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:a</id>
        <updated>2026-05-12T00:00:00Z</updated>
        <entry><title>One</title><id>urn:b</id><updated>2026-05-12T00:00:00Z</updated>
        <link href="https://example.org/one"/></entry></feed>
        """;

    assertThat(items(atom, FeedKind.RSS, null))
        .containsExactly(new FeedReading.Item(URI.create("https://example.org/one"), "One"));
  }

  @Test
  void read_rssInItsOwnEncoding_isReadInIt() {
    String rss =
        "<?xml version=\"1.0\" encoding=\"GB2312\"?><rss version=\"2.0\"><channel>"
            + "<title>t</title><link>https://example.org/</link><description>d</description>"
            + "<item><title>商务部</title><link>https://example.org/1</link></item>"
            + "</channel></rss>";
    Original original = Original.of(rss.getBytes(Charset.forName("GB2312")), Format.FEED, null);

    assertThat(FeedReader.read(original, FeedKind.RSS, BASE, null, ""))
        .isEqualTo(
            new FeedReading.Items(
                List.of(new FeedReading.Item(URI.create("https://example.org/1"), "商务部"))));
  }

  /** As a ministry's scripts ask for the lists of its pages, and as an interface gives items. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /data/html | {"data": {"html": "<ul><li><a href='/art/1.html'>One</a><a href='/x'>x</a>"}}
          /items     | {"items": [{"id": 7, "url": "/art/1.html", "title": "One"}, {"url": "/x"}]}
          ''         | ["/art/1.html", "/x"]
          """)
  void read_listInJson_isWhatThePointerLeadsTo(String pointer, String json) {
    Original original = Original.of(json.getBytes(StandardCharsets.UTF_8), Format.JSON, null);

    assertThat(read(original, FeedKind.JSON_LIST, "/art/*", pointer))
        .isInstanceOfSatisfying(
            FeedReading.Items.class,
            list ->
                assertThat(list.items())
                    .extracting(item -> item.address().getPath())
                    .containsExactly("/art/1.html"));
    assertThat(read(original, FeedKind.JSON_LIST, null, "/nothing"))
        .isInstanceOf(FeedReading.Malformed.class);
  }

  @Test
  void read_federalRegister_listsItsDocuments() {
    String json =
        """
        {"count": 2, "results": [
          {"title": "A Rule", "html_url": "https://www.federalregister.gov/documents/1",
           "publication_date": "2026-05-12"},
          {"title": "No address"}]}
        """;

    assertThat(items(json, FeedKind.FEDERAL_REGISTER, null))
        .containsExactly(
            new FeedReading.Item(
                URI.create("https://www.federalregister.gov/documents/1"),
                "A Rule",
                new FeedReading.Gazetted(null, LocalDate.of(2026, 5, 12), null, null, null, null)));
  }

  @Test
  void read_listPage_takesTheLinksThatFit() {
    String page =
        """
        <html><body><nav><a href="/about">About</a></nav>
        <a href="art/2026/art_1.html"><img src="x.png"></a>
        <a href="art/2026/art_1.html">第一篇</a>
        <a href="https://example.org/news/art/2026/art_2.html?a=1">第二篇</a>
        <a href="javascript:void(0)">No</a><a href="mailto:a@example.org">No</a></body></html>
        """;

    assertThat(items(page, FeedKind.LIST_PAGE, "/art/*.html"))
        .containsExactly(
            new FeedReading.Item(
                URI.create("https://example.org/news/art/2026/art_1.html"), "第一篇"));
  }

  @Test
  void read_linkOfAQueryAlone_keepsTheFile() {
    FeedReading.Item second =
        new FeedReading.Item(URI.create("https://example.org/news/index.html?p=2"), "Second");

    assertThat(items("<html><a href='?p=2#top'>Second</a></html>", FeedKind.LIST_PAGE, null))
        .containsExactly(second);
    assertThat(
            items(
                "<rss version=\"2.0\"><channel><title>t</title><item><title>Second</title>"
                    + "<link>?p=2</link></item></channel></rss>",
                FeedKind.RSS,
                null))
        .containsExactly(second);
  }

  @Test
  void read_listPageWithABase_followsItsLinksFromThere() {
    String page =
        """
        <html><head><base href="/archive/2026/"></head><body>
        <a href="art 1.html">One</a><a href="https://example.org/two">Two</a>
        <a href="mailto:a@example.org">No</a></body></html>
        """;

    assertThat(items(page, FeedKind.LIST_PAGE, null))
        .containsExactly(
            new FeedReading.Item(
                URI.create("https://example.org/archive/2026/art%201.html"), "One"),
            new FeedReading.Item(URI.create("https://example.org/two"), "Two"));
  }

  @Test
  void read_listPageWithoutAFittingLink_isEmpty() {
    assertThat(read("<html><a href='/a'>a</a></html>", FeedKind.LIST_PAGE, "/b/*"))
        .isEqualTo(new FeedReading.Empty());
  }

  @Test
  void read_itemWithoutAddress_isPassedOver() {
    String rss =
        "<rss version=\"2.0\"><channel><title>t</title><link>https://example.org/</link>"
            + "<description>d</description><item><title>No address</title></item></channel></rss>";

    assertThat(read(rss, FeedKind.RSS, null)).isEqualTo(new FeedReading.Empty());
  }

  @Test
  void read_somethingElse_isMalformed() {
    for (FeedKind kind : FeedKind.values()) {
      assertThat(read("no feed", kind, null)).isEqualTo(new FeedReading.Malformed());
    }
    assertThat(read("{\"results\": []}", FeedKind.FEDERAL_REGISTER, null))
        .isEqualTo(new FeedReading.Malformed());
  }

  @Test
  void read_documentTypeThatGrows_isRefused() {
    String bomb =
        "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + "<rss version=\"2.0\"><channel><title>&b;</title></channel></rss>";

    assertThat(read(bomb, FeedKind.RSS, null)).isEqualTo(new FeedReading.Malformed());
  }

  @Test
  void read_jsonNestedTooDeep_isMalformed() {
    String deep = "{\"count\":1,\"results\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(read(deep, FeedKind.FEDERAL_REGISTER, null)).isEqualTo(new FeedReading.Malformed());
  }

  @Test
  void read_endlessList_isCut() {
    String page =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "<a href='/a/" + i + "'>" + i + "</a>")
            .collect(Collectors.joining("", "<html>", "</html>"));

    assertThat(items(page, FeedKind.LIST_PAGE, null)).hasSize(FeedReader.MAX_ITEMS);
  }

  private static List<FeedReading.Item> items(
      String text, FeedKind kind, @Nullable String pattern) {
    return ((FeedReading.Items) read(text, kind, pattern)).items();
  }

  private static FeedReading read(String text, FeedKind kind, @Nullable String pattern) {
    Format format =
        text.startsWith("{") ? Format.JSON : text.startsWith("<html") ? Format.HTML : Format.FEED;
    Original original = Original.of(text.getBytes(StandardCharsets.UTF_8), format, null);
    return read(original, kind, pattern, "");
  }

  private static FeedReading read(
      Original original, FeedKind kind, @Nullable String pattern, String pointer) {
    LinkPattern links = pattern == null ? null : new LinkPattern(pattern);
    return FeedReader.read(original, kind, BASE, links, pointer);
  }
}

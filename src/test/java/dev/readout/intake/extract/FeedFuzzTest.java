package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.OddText;
import dev.readout.intake.extract.FeedReading.LinkPattern;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import dev.readout.store.Feed.FeedKind;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever a feed holds, it lists addresses of pages, or is malformed or empty. */
final class FeedFuzzTest {
  private static final URI BASE = URI.create("https://example.org/news/index.html");
  private static final List<String> FEEDS =
      List.of(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <rss version="2.0"><channel><title>News</title><link>https://example.org/</link>
          <description>d</description>
          <item><title>Talks &amp; tariffs</title><link>https://example.org/news/2</link>
          <pubDate>Tue, 12 May 2026 09:00:00 GMT</pubDate></item>
          <item><title>商务部新闻发言人</title><link>/news/1#top</link></item>
          </channel></rss>
          """,
          """
          <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:a</id>
          <updated>2026-05-12T00:00:00Z</updated>
          <entry><title>One</title><id>urn:b</id><updated>2026-05-12T00:00:00Z</updated>
          <link href="https://example.org/one"/></entry></feed>
          """,
          """
          {"count": 1, "results": [
            {"title": "Rule", "html_url": "https://www.federalregister.gov/d/2026-1",
             "publication_date": "2026-05-12", "document_number": "2026-1"}]}
          """,
          """
          <html><body><ul><li><a href="/article/1.html">One</a></li>
          <li><a href="//example.org/article/2">Two</a><a href="mailto:x@example.org">x</a></li>
          </ul></body></html>
          """);

  private static final List<Charset> DECLARED =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16,
          StandardCharsets.ISO_8859_1,
          Charset.forName("GB18030"),
          Charset.forName("ISO-2022-JP"));

  @Provide
  Arbitrary<String> odd() {
    return OddText.upTo(12);
  }

  @Property
  void read_mutatedFeed_listsPagesOrNothing(@ForAll long seed) {
    Random random = new Random(seed);
    // One byte at least, as every document has.
    String text = "\n" + OddText.mutated(FEEDS.get(random.nextInt(FEEDS.size())), random);
    check(text.getBytes(StandardCharsets.UTF_8), null);
  }

  @Property
  void read_bytesOfFeedMutated_listsPagesOrNothing(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] feed = FEEDS.get(random.nextInt(FEEDS.size())).getBytes(StandardCharsets.UTF_8);
    Charset declared = DECLARED.get(random.nextInt(DECLARED.size()));
    check(HostileDocuments.mutated(feed, random), declared);
  }

  /** Small samples of what has ended a bot that read it. */
  @Example
  void read_whatWasFoundBefore_listsPagesOrNothing() {
    for (String found :
        List.of(
            ("<p>" + "<b>".repeat(12) + "<p>x").repeat(300),
            "<a href=/a>".repeat(5_000),
            "<rss><channel>" + "<item>".repeat(5_000),
            "[".repeat(50_000),
            "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><rss>&b;</rss>")) {
      check(found.getBytes(StandardCharsets.UTF_8), null);
    }
  }

  private static void check(byte[] bytes, @Nullable Charset declared) {
    for (FeedKind kind : FeedKind.values()) {
      Original original = Original.of(bytes, Format.FEED, declared);
      FeedReading reading = FeedReader.read(original, kind, BASE, null, "");
      if (reading instanceof FeedReading.Items(List<FeedReading.Item> items, _)) {
        assertThat(items)
            .isNotEmpty()
            .hasSizeLessThanOrEqualTo(FeedReader.MAX_ITEMS)
            .allMatch(item -> item.address().getScheme().matches("https?"))
            .allMatch(item -> item.address().getHost() != null);
      }
    }
  }

  @Property
  void fits_anyPattern_allowsWhatItsPartsMake(
      @ForAll("odd") String pattern, @ForAll("odd") String filling) {
    if (!pattern.isBlank() && pattern.length() <= LinkPattern.MAX_CHARS) {
      LinkPattern parts = new LinkPattern(pattern);
      assertThat(parts.fits(pattern.replace("*", filling))).isTrue();
      assertThat(parts.fits(filling + pattern.replace("*", filling))).isTrue();
    }
  }
}

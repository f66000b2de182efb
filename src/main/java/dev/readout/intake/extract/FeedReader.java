package dev.readout.intake.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.readout.intake.original.Format;
import dev.readout.intake.original.Original;
import dev.readout.store.FeedKind;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads what a feed lists; within limits of time and memory only in a process of its own. */
final class FeedReader {
  /** Items of one feed that are looked at; a feed has its newest first. */
  static final int MAX_ITEMS = 100;

  /** A list, not a library; as a tree in memory it is many times as large. */
  static final int MAX_BYTES = 2 << 20;

  private static final int MAX_TITLE_CHARS = 300;
  private static final int MAX_ADDRESS_CHARS = 2_000;
  private static final int MAX_LINKS = 20_000;
  private static final int MAX_DEPTH = 50;

  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
              .build());

  private FeedReader() {}

  /**
   * The documents that it lists.
   *
   * @param base the address that it was found at, for links that are relative to it
   * @param pattern which links of a page are items; null for all
   */
  static FeedReading read(
      Original original, FeedKind kind, URI base, @Nullable LinkPattern pattern) {
    if (original.size() > MAX_BYTES) {
      return new FeedReading.Malformed();
    }
    FeedReading reading = items(original, kind, base, pattern);
    boolean isPage = original.format() == Format.HTML && !(reading instanceof FeedReading.Items);
    return isPage && isChallenge(original) ? new FeedReading.Challenged() : reading;
  }

  private static boolean isChallenge(Original original) {
    Document page = HtmlExtractor.PageParser.parse(PageDecoder.decode(original));
    return page != null && Challenge.isIn(page);
  }

  private static FeedReading items(
      Original original, FeedKind kind, URI base, @Nullable LinkPattern pattern) {
    try {
      List<FeedReading.Item> items =
          switch (kind) {
            case RSS -> feed(original, base);
            case FEDERAL_REGISTER -> federalRegister(original, base);
            case LIST_PAGE -> links(original, base, pattern);
          };
      return items.isEmpty() ? new FeedReading.Empty() : new FeedReading.Items(distinct(items));
    } catch (IOException | FeedException | IllegalArgumentException e) {
      return new FeedReading.Malformed();
    }
  }

  /** Rome refuses document types, so that a feed can neither read files nor grow by entities. */
  private static List<FeedReading.Item> feed(Original original, URI base)
      throws IOException, FeedException {
    SyndFeedInput input = new SyndFeedInput();
    input.setAllowDoctypes(false);
    Charset declared = original.declaredCharset();
    String encoding = declared == null ? null : declared.name();
    List<FeedReading.Item> items = new ArrayList<>();
    try (XmlReader reader = new XmlReader(original.stream(), true, encoding)) {
      for (SyndEntry entry : input.build(reader).getEntries()) {
        String link = entry.getLink() != null ? entry.getLink() : entry.getUri();
        address(base, link).ifPresent(at -> items.add(item(at, entry.getTitle())));
      }
    }
    return items;
  }

  /** {@code results[].html_url} and {@code title}, as its documentation names them. */
  private static List<FeedReading.Item> federalRegister(Original original, URI base)
      throws IOException {
    if (original.format() != Format.JSON) {
      throw new IOException("no JSON");
    }
    JsonNode root = JSON.readTree(original.bytes());
    if (!root.isObject() || !root.has("count")) {
      throw new IOException("no list of documents");
    }
    List<FeedReading.Item> items = new ArrayList<>();
    for (JsonNode document : root.path("results")) {
      address(base, document.path("html_url").asText(""))
          .ifPresent(at -> items.add(item(at, document.path("title").asText(""))));
    }
    return items;
  }

  private static List<FeedReading.Item> links(
      Original original, URI base, @Nullable LinkPattern pattern) throws IOException {
    if (original.format() != Format.HTML) {
      throw new IOException("no page");
    }
    Charset declared = original.declaredCharset();
    String encoding = declared == null ? null : declared.name();
    List<FeedReading.Item> items = new ArrayList<>();
    for (Element link :
        Jsoup.parse(original.stream(), encoding, base.toString()).select("a[href]").stream()
            .limit(MAX_LINKS)
            .toList()) {
      address(base, link.absUrl("href"))
          .filter(at -> pattern == null || pattern.fits(at.toString()))
          .filter(at -> !at.equals(base))
          .ifPresent(at -> items.add(item(at, link.text())));
    }
    return items;
  }

  /** The first title that says something: links around pictures say nothing. */
  private static List<FeedReading.Item> distinct(List<FeedReading.Item> items) {
    Map<URI, FeedReading.Item> byAddress = new LinkedHashMap<>();
    for (FeedReading.Item item : items) {
      byAddress.merge(
          item.address(), item, (first, next) -> first.title().isEmpty() ? next : first);
    }
    return byAddress.values().stream().limit(MAX_ITEMS).toList();
  }

  private static FeedReading.Item item(URI address, @Nullable String title) {
    String line = Objects.requireNonNullElse(title, "").replaceAll("\\s+", " ").strip();
    return new FeedReading.Item(
        address, line.substring(0, Math.min(MAX_TITLE_CHARS, line.length())));
  }

  private static Optional<URI> address(URI base, @Nullable String link) {
    if (link == null || link.isBlank() || link.length() > MAX_ADDRESS_CHARS) {
      return Optional.empty();
    }
    try {
      URI found = resolve(base, link.strip().replace(" ", "%20"));
      if (found.getHost() == null
          || !("http".equals(found.getScheme()) || "https".equals(found.getScheme()))) {
        return Optional.empty();
      }
      String text = found.toString().replaceFirst("#.*$", "");
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The JDK follows RFC 2396, by which a query alone loses the name of the file before it. */
  private static URI resolve(URI base, String link) throws URISyntaxException {
    return link.startsWith("?")
        ? new URI(base.toString().replaceFirst("[?#].*$", "") + link)
        : base.resolve(new URI(link));
  }
}

package dev.readout.intake.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.readout.intake.extract.FeedReading.LinkPattern;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import dev.readout.store.Feed.FeedKind;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

  /** What the address of an item in JSON is called, the likeliest first. */
  private static final List<String> LINK_FIELDS = List.of("url", "link", "href", "html_url");

  private FeedReader() {}

  /** The documents that it lists, by links that fit the pattern if any, at a pointer in JSON. */
  static FeedReading read(
      Original original, FeedKind kind, URI base, @Nullable LinkPattern pattern, String pointer) {
    if (original.size() > MAX_BYTES) {
      return new FeedReading.Malformed();
    }
    FeedReading reading = items(original, kind, base, pattern, pointer);
    boolean isPage = original.format() == Format.HTML && !(reading instanceof FeedReading.Items);
    return isPage && isChallenge(original) ? new FeedReading.Challenged() : reading;
  }

  private static boolean isChallenge(Original original) {
    Document page = HtmlExtractor.parse(PageDecoder.decode(original));
    return page != null && HtmlExtractor.Challenge.isIn(page);
  }

  private static FeedReading items(
      Original original, FeedKind kind, URI base, @Nullable LinkPattern pattern, String pointer) {
    try {
      FeedReading.Items items =
          switch (kind) {
            case RSS -> new FeedReading.Items(distinct(feed(original, base)));
            case FEDERAL_REGISTER -> federalRegister(original, base);
            case LIST_PAGE ->
                new FeedReading.Items(distinct(links(page(original, base), base, pattern)));
            case JSON_LIST ->
                new FeedReading.Items(distinct(inJson(json(original), pointer, base, pattern)));
          };
      return items.items().isEmpty() ? new FeedReading.Empty() : items;
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

  /** By the fields that its documentation names, of which a list need not give all. */
  private static FeedReading.Items federalRegister(Original original, URI base) throws IOException {
    JsonNode root = json(original);
    if (!root.isObject() || !root.has("count")) {
      throw new IOException("no list of documents");
    }
    List<FeedReading.Item> items = new ArrayList<>();
    for (JsonNode document : root.path("results")) {
      address(base, document.path("html_url").asText(""))
          .map(at -> item(at, document.path("title").asText("")))
          .ifPresent(
              one ->
                  items.add(
                      new FeedReading.Item(one.address(), one.title(), gazetted(document, base))));
    }
    URI next = address(base, text(root, "next_page_url")).orElse(null);
    return new FeedReading.Items(distinct(items), next);
  }

  private static FeedReading.Gazetted gazetted(JsonNode document, URI base) {
    return new FeedReading.Gazetted(
        address(base, text(document, "raw_text_url"))
            .or(() -> address(base, text(document, "full_text_xml_url")))
            .orElse(null),
        day(text(document, "publication_date")),
        day(text(document, "effective_on")),
        text(document, "citation"),
        text(document, "document_number"),
        text(document, "action"));
  }

  private static @Nullable String text(JsonNode node, String field) {
    String text = node.path(field).asText("").strip();
    return text.isEmpty() || text.equals("null")
        ? null
        : text.substring(0, Math.min(MAX_ADDRESS_CHARS, text.length()));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static JsonNode json(Original original) throws IOException {
    if (original.format() != Format.JSON) {
      throw new IOException("no JSON");
    }
    return JSON.readTree(original.bytes());
  }

  /** A page of links as a text, or a list of items with addresses. */
  private static List<FeedReading.Item> inJson(
      JsonNode root, String pointer, URI base, @Nullable LinkPattern pattern) throws IOException {
    JsonNode list = root.at(pointer);
    if (list.isTextual()) {
      return links(Jsoup.parse(list.asText(), base.toString()), base, pattern);
    }
    if (!list.isContainerNode()) {
      throw new IOException("no list at " + pointer);
    }
    List<FeedReading.Item> items = new ArrayList<>();
    for (JsonNode one : list) {
      LINK_FIELDS.stream()
          .map(field -> address(base, one.isTextual() ? one.asText() : text(one, field)))
          .flatMap(Optional::stream)
          .filter(at -> pattern == null || pattern.fits(at.toString()))
          .findFirst()
          .ifPresent(at -> items.add(item(at, text(one, "title"))));
    }
    return items;
  }

  private static Document page(Original original, URI base) throws IOException {
    if (original.format() != Format.HTML) {
      throw new IOException("no page");
    }
    Charset declared = original.declaredCharset();
    String encoding = declared == null ? null : declared.name();
    return Jsoup.parse(original.stream(), encoding, base.toString());
  }

  private static List<FeedReading.Item> links(
      Document page, URI base, @Nullable LinkPattern pattern) {
    List<FeedReading.Item> items = new ArrayList<>();
    for (Element link : page.select("a[href]").stream().limit(MAX_LINKS).toList()) {
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

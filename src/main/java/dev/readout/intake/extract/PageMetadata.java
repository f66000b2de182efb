package dev.readout.intake.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of itself: its title and who published it. Confined to one thread. */
record PageMetadata(Document page, LinkedData data) {
  private static final int MAX_TITLE_CHARS = 500;
  private static final int MAX_PUBLISHER_CHARS = 200;

  /** Between a title and the site's name. */
  private static final Pattern SEPARATOR = Pattern.compile("\\s+[|–—·»-]\\s+|\\s*[|_｜]\\s*|-{1,2}");

  private static final String PUBLISHERS =
      "meta[property=og:site_name], meta[name=ContentSource], meta[name=citation_publisher],"
          + " meta[name=dcterms.publisher], meta[name=DC.publisher]";

  @Nullable String publisher() {
    List<String> stated = new ArrayList<>(contents(PUBLISHERS));
    stated.addAll(data.values("publisher"));
    return first(stated, MAX_PUBLISHER_CHARS);
  }

  private static @Nullable String first(List<String> stated, int maxChars) {
    return stated.stream()
        .map(PageMetadata::line)
        .filter(text -> !text.isEmpty() && text.length() <= maxChars)
        .findFirst()
        .orElse(null);
  }

  @Nullable String title() {
    List<String> stated = new ArrayList<>(contents("meta[name=ArticleTitle]"));
    contents("meta[property=og:title], meta[name=citation_title], meta[name=dcterms.title]")
        .forEach(title -> stated.add(withoutSite(title)));
    // A second h1 is the name of the site, or there is no telling which is which.
    List<Element> headings = page.select("h1").stream().filter(Element::hasText).toList();
    if (headings.size() == 1) {
      stated.add(headings.getFirst().text());
    }
    stated.add(withoutSite(page.title()));
    return first(stated, MAX_TITLE_CHARS);
  }

  /** Takes off what follows the last separator, or stands before the first, if that is the site. */
  private String withoutSite(String title) {
    List<String> names = siteNames();
    Matcher separator = SEPARATOR.matcher(title);
    while (separator.find()) {
      if (names.contains(key(title.substring(separator.end())))) {
        return title.substring(0, separator.start());
      }
    }
    if (separator.reset().find() && names.contains(key(title.substring(0, separator.start())))) {
      return title.substring(separator.end());
    }
    return title;
  }

  private List<String> siteNames() {
    List<String> names =
        new ArrayList<>(
            contents(PUBLISHERS + ", meta[name=SiteName], meta[name=application-name]"));
    names.addAll(data.values("publisher"));
    names.replaceAll(PageMetadata::key);
    names.removeIf(String::isEmpty);
    return names;
  }

  private static String key(String name) {
    return line(Normalizer.normalize(name, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
  }

  private List<String> contents(String marks) {
    return page.select(marks).stream().map(element -> element.attr("content")).toList();
  }

  private static String line(String text) {
    return text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
  }

  /** What a page says of itself in JSON-LD, schema.org's words. Immutable. */
  static final class LinkedData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_CHARS = 200_000;
    private static final int MAX_NODES = 100;

    /** The types that stand for the page; others stand for what it mentions. */
    private static final Set<String> DOCUMENTS =
        Set.of(
            ("Article NewsArticle ReportageNewsArticle BlogPosting Report WebPage TechArticle "
                    + "Legislation GovernmentService SpecialAnnouncement CreativeWork")
                .split(" ", -1));

    private final List<JsonNode> documents = new ArrayList<>();

    LinkedData(Document page) {
      for (Element script : page.select("script[type=application/ld+json]")) {
        String data = script.data();
        if (data.length() <= MAX_CHARS) {
          read(data);
        }
      }
    }

    private void read(String data) {
      try {
        add(JSON.readTree(data));
      } catch (JsonProcessingException e) {
        // Half of what stands in pages is not JSON; the page says the same elsewhere.
        return;
      }
    }

    private void add(JsonNode node) {
      if (node.isArray()) {
        node.forEach(this::addDocument);
      } else {
        addDocument(node);
        node.path("@graph").forEach(this::addDocument);
      }
    }

    private void addDocument(JsonNode node) {
      JsonNode type = node.path("@type");
      String name = type.isArray() ? type.path(0).asText() : type.asText();
      if (DOCUMENTS.contains(name) && documents.size() < MAX_NODES) {
        documents.add(node);
      }
    }

    /** The values that the page's own descriptions have for this property. */
    List<String> values(String property) {
      List<String> values = new ArrayList<>();
      for (JsonNode document : documents) {
        JsonNode value = document.path(property);
        String text = value.isObject() ? value.path("name").asText() : value.asText();
        if (!text.isBlank()) {
          values.add(text);
        }
      }
      return values;
    }
  }
}

package dev.readout.intake.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of itself in JSON-LD, schema.org's words. Immutable. */
final class LinkedData {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_CHARS = 200_000;
  private static final int MAX_NODES = 100;

  /** The types that stand for the page; others stand for what it mentions. */
  private static final Set<String> DOCUMENTS =
      Set.of(
          "Article",
          "NewsArticle",
          "ReportageNewsArticle",
          "BlogPosting",
          "Report",
          "WebPage",
          "TechArticle",
          "Legislation",
          "GovernmentService",
          "SpecialAnnouncement",
          "CreativeWork");

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

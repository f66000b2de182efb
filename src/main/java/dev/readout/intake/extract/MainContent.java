package dev.readout.intake.extract;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the part of a page that is its subject: where most of its prose is, or what the page itself
 * marks as its text, or the largest block of text. All of that element is read, so that no word,
 * list or table is lost or moved.
 *
 * <p>Prose is found as Mozilla's Readability does (Arc90, 2010): a paragraph counts by its length
 * and commas, for its parent in full, for those around that less and less; what is full of links
 * counts little.
 */
record MainContent(Document page, PageChrome chrome) {
  /** Less text than this is no document. */
  static final int MIN_CHARS = 200;

  /** Less in a paragraph is a caption or a label. */
  private static final int MIN_PARAGRAPH_CHARS = 25;

  /** How far out from a paragraph an element counts it. */
  private static final int MAX_LEVELS = 5;

  /** So many elements with about as much prose as the best are parts of one text. */
  private static final int PARTS = 4;

  private static final Set<String> PARAGRAPHS =
      Set.of("p", "td", "pre", "section", "h2", "h3", "h4", "h5", "h6");

  /** A division without any of these is a paragraph, too. */
  private static final Set<String> BLOCKS =
      Set.of(
          "blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul", "section", "article");

  /** What can hold a text; one long paragraph is not the whole of it. */
  private static final Set<String> HOLDERS =
      Set.of("body", "main", "article", "section", "div", "td", "form", "center", "font");

  /** Where publishers put their text, surest first. */
  private static final List<String> MARKS =
      List.of(
          "article",
          "main",
          "[role=main]",
          ".TRS_Editor, .TRS_UEDITOR, .art_con, #zoom",
          "#content, #main-content, .field--name-body, .entry-content");

  /** The elements that hold the subject, a set by identity: one, and footnotes that follow it. */
  static Set<Element> find(Document page, PageChrome chrome) {
    return new MainContent(page, chrome).find();
  }

  private Set<Element> find() {
    Element marked = marked();
    Element found = prose();
    if (found == null || text(found) < MIN_CHARS || isAboutTheSame(found, marked)) {
      found = marked != null ? marked : largest();
    }
    Set<Element> roots = Collections.newSetFromMap(new IdentityHashMap<>());
    roots.add(found);
    page.body().stream().filter(PageChrome::isNotes).forEach(roots::add);
    return roots;
  }

  /** The page's mark is the better border, unless it has other stories in it, or few words. */
  private boolean isAboutTheSame(Element found, @Nullable Element marked) {
    if (marked == null) {
      return false;
    }
    return found.parents().contains(marked)
        ? text(found) * 3L >= text(marked)
        : marked.parents().contains(found) && text(marked) * 4L >= text(found);
  }

  /** The largest of the elements that the page marks as its text. */
  private @Nullable Element marked() {
    for (String mark : MARKS) {
      Element largest = null;
      for (Element element : page.select(mark)) {
        if (largest == null || text(element) > text(largest)) {
          largest = element;
        }
      }
      if (largest != null && text(largest) >= MIN_CHARS) {
        return largest;
      }
    }
    return null;
  }

  private int text(Element element) {
    return chrome.chars(element);
  }

  /** The deepest element that still holds nine tenths of the text that may be the subject. */
  private Element largest() {
    Element element = page.body();
    while (true) {
      Element heaviest = null;
      for (Element child : element.children()) {
        if (HOLDERS.contains(child.normalName())
            && !chrome.isAround(child)
            && (heaviest == null || text(child) > text(heaviest))) {
          heaviest = child;
        }
      }
      if (heaviest == null || text(heaviest) * 10L < text(element) * 9L) {
        return element;
      }
      element = heaviest;
    }
  }

  /** The element with most of the prose; null where there is no paragraph. */
  private @Nullable Element prose() {
    Map<Element, Double> scores = scores();
    List<Element> best =
        scores.keySet().stream()
            .sorted(Comparator.comparing(scores::get, Comparator.reverseOrder()))
            .limit(PARTS + 1L)
            .toList();
    if (best.isEmpty()) {
      return null;
    }
    Element top = around(best, scores);
    Element at = top.parent();
    while (at != null && !at.nameIs("body") && at.childrenSize() == 1) {
      top = at;
      at = at.parent();
    }
    return withSiblings(top, scores);
  }

  /** In the page's order, so that of two that are equal the first counts. */
  private Map<Element, Double> scores() {
    Map<Element, Double> scores = new LinkedHashMap<>();
    page.body()
        .filter(
            (node, _) -> {
              if (!(node instanceof Element element) || element.nameIs("body")) {
                return NodeFilter.FilterResult.CONTINUE;
              }
              if (PageChrome.isUnseen(element) || chrome.isAround(element)) {
                return NodeFilter.FilterResult.SKIP_ENTIRELY;
              }
              if (isParagraph(element)) {
                count(text(element), chrome.commas(element), element.parent(), scores);
              } else if (element.nameIs("div")) { // its lines may stand there without one
                String own = element.ownText();
                count(own.length(), PageChrome.commas(own), element, scores);
              }
              return NodeFilter.FilterResult.CONTINUE;
            });
    scores.replaceAll((element, score) -> score * (1 - chrome.linked(element)));
    return scores;
  }

  private static boolean isParagraph(Element element) {
    return PARAGRAPHS.contains(element.normalName())
        || (element.nameIs("div")
            && element.children().stream().noneMatch(child -> BLOCKS.contains(child.normalName())));
  }

  private static void count(
      int chars, int commas, @Nullable Element parent, Map<Element, Double> scores) {
    if (chars < MIN_PARAGRAPH_CHARS) {
      return;
    }
    double score = 1 + commas + Math.min(chars / 100, 3);
    Element at = parent;
    for (int level = 0; level < MAX_LEVELS && at != null && !at.nameIs("html"); level++) {
      scores.merge(at, score / (level < 2 ? level + 1 : level * 3), Double::sum);
      at = at.parent();
    }
  }

  /** The best, or what is around it and others about as good. */
  private static Element around(List<Element> best, Map<Element, Double> scores) {
    Element top = best.getFirst();
    double enough = scores.getOrDefault(top, 0.0) * 0.75;
    List<Element> parts =
        best.stream().filter(one -> scores.getOrDefault(one, 0.0) >= enough).toList();
    return top.parents().stream()
        .takeWhile(element -> !element.nameIs("body"))
        .filter(
            element ->
                parts.stream().filter(part -> part.parents().contains(element)).count() >= PARTS)
        .findFirst()
        .orElse(top);
  }

  /** Its parent, where a tenth of the text or more stands beside it. */
  private Element withSiblings(Element top, Map<Element, Double> scores) {
    Element parent = top.parent();
    if (parent == null || top.nameIs("body")) {
      return top;
    }
    double enough = Math.max(10, scores.getOrDefault(top, 0.0) * 0.2);
    long beside =
        parent.children().stream()
            .filter(sibling -> !sibling.equals(top) && !chrome.isAround(sibling))
            .filter(
                sibling ->
                    scores.getOrDefault(sibling, 0.0) >= enough
                        || (sibling.nameIs("p") && chrome.linked(sibling) < 0.25))
            .mapToLong(this::text)
            .sum();
    return beside * 9 > text(top) ? parent : top;
  }
}

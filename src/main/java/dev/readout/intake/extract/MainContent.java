package dev.readout.intake.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import net.dankito.readability4j.Readability4J;
import net.dankito.readability4j.model.ReadabilityOptions;
import net.dankito.readability4j.processor.ArticleGrabber;
import net.dankito.readability4j.processor.MetadataParser;
import net.dankito.readability4j.processor.Postprocessor;
import net.dankito.readability4j.processor.Preprocessor;
import net.dankito.readability4j.util.RegExUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the part of a page that is its subject. Readability says which elements it would keep; what
 * is read is the page's own element around them, so that no word, list or table is lost or moved.
 * Where it finds too little, the page's own marks and then the largest block of text decide.
 */
final class MainContent {
  /** Less text than this is no document. */
  static final int MIN_CHARS = 200;

  /** Larger or deeper pages take Readability, which looks at every element often, too long. */
  private static final int MAX_ELEMENTS = 30_000;

  private static final long MAX_WORK = 30_000_000;
  private static final String NUMBER = "data-number";

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

  private final Document page;
  private final Furniture furniture;

  private MainContent(Document page, Furniture furniture) {
    this.page = page;
    this.furniture = furniture;
  }

  /** The elements that hold the subject, a set by identity: one, and footnotes that follow it. */
  static Set<Element> find(Document page, Furniture furniture) {
    return new MainContent(page, furniture).find();
  }

  private Set<Element> find() {
    Element marked = marked();
    Element found = readable();
    // Readability drops and reorders; where the page itself marks what is around, all of that is
    // read, less what stands in it as furniture. Three times as much is other stories.
    boolean partOfMarked =
        found != null
            && marked != null
            && found.parents().contains(marked)
            && text(found) * 3L >= text(marked);
    if (found == null || partOfMarked || text(found) < MIN_CHARS) {
      found = marked != null ? marked : largest();
    }
    Set<Element> roots = Collections.newSetFromMap(new IdentityHashMap<>());
    roots.add(found);
    page.body().stream().filter(Furniture::isNotes).forEach(roots::add);
    return roots;
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
    return furniture.chars(element);
  }

  /** The deepest element that still holds nine tenths of the text that may be the subject. */
  private Element largest() {
    Element element = page.body();
    while (true) {
      Element heaviest = null;
      for (Element child : element.children()) {
        if (HOLDERS.contains(child.normalName())
            && !furniture.isAround(child)
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

  private @Nullable Element readable() {
    List<Element> elements = page.getAllElements();
    if (elements.size() > MAX_ELEMENTS || isTooMuchWork(elements)) {
      return null;
    }
    Document copy = page.clone();
    List<Element> copies = copy.getAllElements();
    List<Element> dropped = new ArrayList<>();
    for (int i = 0; i < copies.size(); i++) {
      copies.get(i).attr(NUMBER, Integer.toString(i));
      Element element = elements.get(i);
      if (i > 0 && (Furniture.isUnseen(element) || furniture.isAround(element))) {
        dropped.add(copies.get(i));
      }
    }
    dropped.forEach(Element::remove);
    Element kept = readability(copy).parse().getArticleContent();
    return kept == null ? null : around(kept, elements);
  }

  private static Readability4J readability(Document page) {
    ReadabilityOptions options = new ReadabilityOptions();
    RegExUtil words =
        new RegExUtil(
            RegExUtil.UnlikelyCandidatesDefaultPattern,
            RegExUtil.OkMaybeItsACandidateDefaultPattern,
            RegExUtil.PositiveDefaultPattern,
            RegExUtil.NegativeDefaultPattern,
            RegExUtil.ExtraneousDefaultPattern,
            RegExUtil.BylineDefaultPattern,
            RegExUtil.ReplaceFontsDefaultPattern,
            RegExUtil.NormalizeDefaultPattern,
            RegExUtil.VideosDefaultPattern,
            RegExUtil.NextLinkDefaultPattern,
            RegExUtil.PrevLinkDefaultPattern,
            RegExUtil.WhitespaceDefaultPattern,
            RegExUtil.HasContentDefaultPattern);
    return new Readability4J(
        "",
        page,
        options,
        words,
        new Preprocessor(words),
        new MetadataParser(words),
        new ArticleGrabber(options, words),
        new AsItIs());
  }

  /** Only what is kept is asked for: no links to mend, and no page in the log if one is broken. */
  private static final class AsItIs extends Postprocessor {
    @Override
    public void postProcessContent(
        Document page, Element kept, String uri, Collection<String> classes) {}
  }

  private boolean isTooMuchWork(List<Element> elements) {
    long work = 0;
    for (Element element : elements) {
      work += 50 + text(element); // each text is looked at once for every element around it
    }
    return work > MAX_WORK;
  }

  /** The deepest element of the page around nine tenths of the text that was kept. */
  private @Nullable Element around(Element kept, List<Element> elements) {
    IdentityHashMap<Element, Integer> weights = new IdentityHashMap<>();
    int total = 0;
    for (Element copy : kept.getAllElements()) {
      int chars = copy.hasAttr(NUMBER) ? copy.ownText().length() : 0;
      if (chars > 0) {
        total += chars;
        Element element = elements.get(Integer.parseInt(copy.attr(NUMBER)));
        for (Element at = element; at != null; at = at.parent()) {
          weights.merge(at, chars, Integer::sum);
        }
      }
    }
    Element deepest = null;
    for (Element element : elements) {
      if (HOLDERS.contains(element.normalName())
          && weights.getOrDefault(element, 0) * 10L >= total * 9L
          && total > 0) {
        deepest = element; // in the page's order, so those around it came before
      }
    }
    return deepest;
  }
}

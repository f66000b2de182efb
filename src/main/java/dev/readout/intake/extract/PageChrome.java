package dev.readout.intake.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What of a page is not its text: what no reader sees, and what stands around the text (menus,
 * cookie banners, share bars, related pages, forms). Confined to one thread.
 *
 * <p>Names of classes mislead ({@code body class="has-sidebar"}), so nothing that holds half of the
 * page's text counts as furniture.
 */
final class PageChrome {
  private static final Set<String> UNSEEN_TAGS =
      Set.of(
          ("head script style noscript template iframe object select option datalist svg "
                  + "canvas audio video meter progress title annotation annotation-xml")
              .split(" ", -1));

  private static final Set<String> TAGS =
      Set.of("nav", "aside", "footer", "button", "textarea", "dialog", "menu", "label");

  private static final Set<String> ROLES =
      Set.of(
          ("navigation banner contentinfo complementary search dialog alertdialog alert "
                  + "menu menubar toolbar button tablist")
              .split(" ", -1));

  private static final Pattern NAMES =
      Pattern.compile(
          "(?:^|[\\s_-])(?:cookies?|consent|gdpr|share|shares|sharing|social|addthis|addtoany|bdshare|jiathis"
              + "|related|recommend(?:ed|ations)?|newsletter|subscribe|subscription|signup|breadcrumbs?|crumb"
              + "|pagination|pager|sidebar|skip|skiplink|visually-hidden|sr-only|screen-reader-text"
              + "|advert(?:isement)?s?|promo|disqus|comment-form|toolbar|menu|nav|navbar|site-header|site-footer"
              + "|footer|copyright|usa-banner|back-to-top|print|dayin|modal|popup|tags|byline-bio)(?:$|[\\s_-])");

  private static final Pattern GALLERY =
      Pattern.compile("(?:^|[\\s_-])(?:gallery|carousel|slideshow)(?:$|[\\s_-])");

  private static final Pattern NOTES =
      Pattern.compile("(?:^|[\\s_-])(?:foot|end)-?notes?(?:$|[\\s_-])|doc-(?:end|foot)notes?");
  private static final Pattern NOT_SHOWN =
      Pattern.compile(
          "(?:^|[;\\s])(?:display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)"
              + "|(?:opacity|font-size|transform\\s*:\\s*scale\\()\\s*:?\\s*[0.]+(?![.\\d])"
              + "|(?:left|top|right|bottom|text-indent|margin-(?:left|top))\\s*:\\s*-\\d{3,}"
              + "|clip\\s*:\\s*rect\\(\\s*[01](?:px)?[\\s,]+[01]|clip-path\\s*:\\s*inset\\((?:50|100)%"
              + "|color\\s*:\\s*transparent)");
  private static final Pattern STRUCK =
      Pattern.compile("(?:^|[;\\s])text-decoration(?:-line)?\\s*:[^;]*line-through");
  private static final Pattern WORD_END = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";
  private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  private static final String COMMAS = ",，、。،";

  /** A form with more text is a page built inside one. */
  private static final int MAX_FORM_CHARS = 800;

  /** With so much text beside it a gallery is not what the page is about. */
  private static final int MIN_TEXT_CHARS = 1_000;

  /** Those of stories; the first is the page's own. */
  private static final Set<String> STORY_HEADINGS = Set.of("h2", "h3", "h4", "h5", "h6");

  /** With a smaller part of links, from 0 to 1, a story has text of its own. */
  private static final double MIN_TEASER_LINKED = 0.2;

  /** Where the links around pictures lead, as they are written, to other pages only. */
  private final Set<String> pictured = new HashSet<>();

  private final IdentityHashMap<Element, Amount> amounts = new IdentityHashMap<>();
  private final int total;

  /** Characters and commas of text in an element, and how many of the former are links. */
  private static final class Amount {
    int chars;
    int commas;
    int linked;
    int links;
    int longestLink;
    boolean picture;
  }

  PageChrome(Document page) {
    page.traverse(new Weighing());
    this.total = chars(page.body());
  }

  /** Adds up the text below each element, without recursion. */
  private final class Weighing implements NodeVisitor {
    private final Deque<Amount> open = new ArrayDeque<>();

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        Amount amount = new Amount();
        amounts.put(element, amount);
        open.push(amount);
        amount.picture = element.nameIs("img");
      } else if (node instanceof TextNode text && !open.isEmpty()) {
        Amount around = open.peek();
        around.chars += (int) text.getWholeText().chars().filter(c -> c > ' ').count();
        around.commas += commas(text.getWholeText());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        Amount amount = open.pop();
        if (isUnseen(element)) {
          amount.chars = 0;
          amount.commas = 0;
        } else if (element.nameIs("a")) {
          amount.linked = amount.chars;
          amount.longestLink = amount.chars;
          amount.links = 1;
          if (amount.picture && !element.attr("href").startsWith("#")) {
            pictured.add(element.attr("href"));
          }
        }
        Amount parent = open.peek();
        if (parent != null) {
          parent.chars += amount.chars;
          parent.commas += amount.commas;
          parent.linked += amount.linked;
          parent.links += amount.links;
          parent.longestLink = Math.max(parent.longestLink, amount.longestLink);
          parent.picture |= amount.picture;
        }
      }
    }
  }

  /** Characters of text that a reader sees in an element, not counting spaces. */
  int chars(Element element) {
    Amount amount = amounts.get(element);
    return amount == null ? 0 : amount.chars;
  }

  /** Commas in an element that a reader sees. */
  int commas(Element element) {
    Amount amount = amounts.get(element);
    return amount == null ? 0 : amount.commas;
  }

  static int commas(String text) {
    return (int) text.chars().filter(c -> COMMAS.indexOf(c) >= 0).count();
  }

  /** How much of its text is links, from 0 to 1. */
  double linked(Element element) {
    Amount amount = amounts.get(element);
    return amount == null || amount.chars == 0 ? 0 : (double) amount.linked / amount.chars;
  }

  /** Whether a browser shows nothing of it, whatever its style sheets say. */
  static boolean isUnseen(Element element) {
    if (UNSEEN_TAGS.contains(element.normalName())) {
      return true;
    }
    if (element.nameIs("body") || element.nameIs("html")) {
      return false; // hidden until a script has run
    }
    return element.hasAttr("hidden")
        || NOT_SHOWN.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
  }

  /** Whether it was taken back: shown, but crossed out. */
  static boolean isStruck(Element element) {
    return switch (element.normalName()) {
      case "del", "s", "strike" -> true;
      default -> STRUCK.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
    };
  }

  /** Whether it stands around the text, or is kept from those who listen to the page. */
  boolean isAround(Element element) {
    if (isGalleryInText(element)) {
      return true;
    }
    if (chars(element) * 2 >= total || isNotes(element)) {
      return false;
    }
    String tag = element.normalName();
    return (TAGS.contains(tag) && !(tag.equals("footer") && holdsNotes(element)))
        || isHeadOfSite(element)
        || (tag.equals("form") && chars(element) < MAX_FORM_CHARS)
        || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
        || element.attr("aria-hidden").equals("true")
        || isNamedSo(element)
        || isListOfLinks(element)
        || isTeaser(element);
  }

  /** Says little but the heading of another page, to which a picture leads, too. */
  private boolean isTeaser(Element element) {
    return linked(element) >= MIN_TEASER_LINKED
        && element.children().stream().anyMatch(this::isHeadingOfAnotherPage);
  }

  private boolean isHeadingOfAnotherPage(Element child) {
    Element link = STORY_HEADINGS.contains(child.normalName()) ? child.selectFirst("a") : null;
    return link != null
        && chars(link) > 0
        && chars(link) == chars(child)
        && pictured.contains(link.attr("href"));
  }

  /** What is told below its pictures, in more words than the text has, is other stories. */
  private boolean isGalleryInText(Element element) {
    if (!GALLERY.matcher(names(element)).find()) {
      return false;
    }
    Element parent = element.parent();
    Element text = parent == null ? null : parent.closest("article, main, [role=main]");
    int beside = text == null ? 0 : chars(text) - chars(element);
    return beside >= MIN_TEXT_CHARS && chars(element) > beside;
  }

  static boolean isNotes(Element element) {
    return NOTES.matcher(names(element) + " " + element.attr("role")).find();
  }

  private static boolean holdsNotes(Element footer) {
    return footer.stream().anyMatch(PageChrome::isNotes);
  }

  private static boolean isHeadOfSite(Element element) {
    Element parent = element.parent();
    return element.nameIs("header") && parent != null && parent.nameIs("body");
  }

  private static boolean isNamedSo(Element element) {
    String names = names(element);
    return !names.isEmpty() && NAMES.matcher(names).find() && !isNamedByItsHeading(element);
  }

  /** As programs that make pages name a section: "sharing-with-others", for links to it. */
  private static boolean isNamedByItsHeading(Element element) {
    String id = element.id().toLowerCase(Locale.ROOT);
    Element heading = WORD_END.split(id, 3).length < 3 ? null : element.selectFirst(HEADINGS);
    return heading != null
        && WORD_END
            .matcher(heading.text().toLowerCase(Locale.ROOT).strip())
            .replaceAll("-")
            .replaceFirst("-$", "")
            .equals(id);
  }

  private static String names(Element element) {
    String names = element.className() + " " + element.id();
    return names.isBlank()
        ? ""
        : CAMEL
            .matcher(names.substring(0, Math.min(names.length(), 500)))
            .replaceAll("-")
            .toLowerCase(Locale.ROOT);
  }

  private boolean isListOfLinks(Element element) {
    if (!Set.of("ul", "ol", "div", "section", "p", "table").contains(element.normalName())) {
      return false;
    }
    Amount amount = amounts.get(element);
    return amount != null
        && amount.links >= 3
        && amount.linked * 10L >= amount.chars * 8L
        && amount.longestLink < 150;
  }
}

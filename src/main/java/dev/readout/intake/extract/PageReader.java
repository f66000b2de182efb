package dev.readout.intake.extract;

import dev.readout.intake.extract.TextWriter.PageText;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Reads a page without recursion, all for searching and its subject for quoting. */
final class PageReader implements NodeVisitor {
  private static final Set<String> HEADINGS =
      Set.of("h1", "h2", "h3", "h4", "h5", "h6", "caption", "legend", "summary");
  private static final Pattern BACK_LINK =
      Pattern.compile(
          "[↩↑^\\ufe0e\\ufe0f\\s]+|(?i:back to (?:citation|text)|return to text|jump up)");
  private static final Pattern NOTE_MARK = Pattern.compile("[0-9]{1,4}|[a-z*†‡]{1,2}");
  private static final Pattern NOTE_NAME =
      Pattern.compile("note|fn|ref|cite", Pattern.CASE_INSENSITIVE);
  private static final Pattern POWER = Pattern.compile("[-−+]?[0-9]{1,4}");

  private static final String RAISED_OR_STACKED =
      "msup, msub, msubsup, mfrac, msqrt, mroot, munder, mover, munderover, mmultiscripts, mtable";

  private final PageChrome chrome;
  private final Set<Element> roots;
  private final TextWriter writer = new TextWriter();
  private final Deque<State> open = new ArrayDeque<>();

  /** How many cells of the row that is being read were met. */
  private int cells;

  /**
   * What holds inside an element: struck out or a formula, so that its sentence says something else
   * without it; not shown; around the text; part of the subject; in footnotes, a heading, a row of
   * data or preformatted; and what the body gets at its end.
   */
  private record State(
      boolean leftOut,
      boolean unseen,
      boolean around,
      boolean inside,
      boolean notes,
      boolean heading,
      boolean row,
      boolean preformatted,
      String after) {
    boolean quoted() {
      return inside && !around && !unseen && !leftOut;
    }
  }

  private PageReader(PageChrome chrome, Set<Element> roots) {
    this.chrome = chrome;
    this.roots = roots;
    open.push(new State(false, false, false, false, false, false, false, false, ""));
  }

  /** Reads a page with the elements that hold its subject; null where it has too much text. */
  static @Nullable PageReading read(Document page, PageChrome chrome, Set<Element> roots) {
    PageReader reader = new PageReader(chrome, roots);
    page.traverse(reader);
    return reader.writer.reading();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element) {
      State outer = open.element();
      State state = inside(outer, element);
      open.push(state);
      if (!state.unseen()) {
        begin(element, outer, state);
      }
    } else if (node instanceof TextNode text) {
      State state = open.element();
      if (state.unseen()) {
        writer.unseen(text.getWholeText());
      } else {
        if (state.leftOut() && state.inside() && !state.around()) {
          writer.leaveOut(text.getWholeText());
        }
        writer.text(text.getWholeText(), state.quoted(), state.heading(), state.preformatted());
      }
    }
  }

  private State inside(State outer, Element element) {
    boolean notes = outer.notes() || PageChrome.isNotes(element);
    boolean unseen = outer.unseen() || PageChrome.isUnseen(element);
    boolean around = outer.around() || (!notes && chrome.isAround(element)) || isBackLink(element);
    boolean inside = outer.inside() || roots.contains(element);
    boolean row = outer.row() || (element.nameIs("tr") && DataTables.isRow(element, chrome));
    return new State(
        outer.leftOut() || PageChrome.isStruck(element) || isFormula(element),
        unseen,
        around,
        inside,
        notes,
        outer.heading()
            || HEADINGS.contains(element.normalName())
            || (row && element.nameIs("tr") && DataTables.isHeadRow(element)),
        row,
        outer.preformatted() || element.nameIs("pre"),
        isNoteMark(element) && inside && !around ? "]" : "");
  }

  private void begin(Element element, State outer, State state) {
    if (element.nameIs("br")) {
      writer.line(state.quoted() && !state.row());
    } else if (isBlock(element)) {
      border(outer, state, element);
    } else if (!state.after().isEmpty()) {
      writer.literal("[", state.heading());
    } else if (state.quoted() && element.nameIs("sup") && says(element, POWER)) {
      writer.literal("^", state.heading());
    }
  }

  private void border(State outer, State state, Element element) {
    writer.block();
    if (outer.row() && state.quoted()) {
      boolean cell = element.nameIs("td") || element.nameIs("th");
      writer.literal(cell && cells++ > 0 ? " | " : " ", state.heading());
    } else {
      writer.endBlock();
      cells = 0;
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    State state = open.pop();
    if (state.unseen()) {
      return;
    }
    if (!state.after().isEmpty()) {
      writer.literal(state.after(), state.heading());
    }
    if (isBlock(element)) {
      writer.block();
      if (!open.element().row()) {
        writer.endBlock();
      } else if (state.quoted()) {
        writer.literal(" ", state.heading());
      }
    }
  }

  /** Jsoup takes a formula for a block, which would cut the sentence that it stands in. */
  private static boolean isBlock(Element element) {
    return element.isBlock() && !element.nameIs("math");
  }

  /** One whose parts do not simply follow each other: 10² would be read as 102. */
  private static boolean isFormula(Element element) {
    return element.nameIs("math") && element.selectFirst(RAISED_OR_STACKED) != null;
  }

  /** A mark that leads to a footnote; set off, since "2024" and a raised 3 would become 20243. */
  private boolean isNoteMark(Element element) {
    boolean raised = element.nameIs("sup");
    Element parent = element.parent();
    boolean inMark = parent != null && parent.nameIs("sup");
    if (!raised && (inMark || !element.nameIs("a"))) {
      return false;
    }
    if (!says(element, NOTE_MARK)) {
      return false;
    }
    String names =
        element.className() + " " + element.id() + " " + element.attr("role") + element.attr("rel");
    if (raised) {
      boolean linked = element.selectFirst("a") != null || (parent != null && parent.nameIs("a"));
      return linked || NOTE_NAME.matcher(names).find();
    }
    return element.attr("href").startsWith("#")
        && NOTE_NAME.matcher(names + element.attr("href")).find();
  }

  /** Whether it holds no more than this; long texts, and what has many parts, are not looked at. */
  private boolean says(Element element, Pattern text) {
    return chrome.chars(element) <= 30
        && element.nodeStream().skip(30).findFirst().isEmpty()
        && text.matcher(element.text().strip()).matches();
  }

  private boolean isBackLink(Element element) {
    return element.nameIs("a")
        && (element.attr("role").toLowerCase(Locale.ROOT).equals("doc-backlink")
            || (element.attr("href").startsWith("#") && says(element, BACK_LINK)));
  }

  /** Which tables hold data, whose rows are read as lines, and which only arrange the page. */
  private static final class DataTables {
    private static final int MAX_CELL_CHARS = 500;

    private DataTables() {}

    static boolean isRow(Element row, PageChrome chrome) {
      Element table = row.closest("table");
      return table != null
          && row.childrenSize() > 1
          && !table.attr("role").equals("presentation")
          && row.children().stream()
              .allMatch(cell -> chrome.chars(cell) <= MAX_CELL_CHARS && isFlat(cell));
    }

    private static boolean isFlat(Element cell) {
      return cell.selectFirst("table") == null && cell.select("p, div").size() <= 3;
    }

    static boolean isHeadRow(Element row) {
      return row.children().stream().allMatch(cell -> cell.nameIs("th")) && row.childrenSize() > 0;
    }
  }

  /** What was read of a page, and where each character of its body stands there, -1 for nowhere. */
  @SuppressWarnings("ArrayRecordComponent") // a place for each of half a million characters
  record PageReading(PageText page, String body, int[] places, BitSet gaps, List<Block> blocks) {
    /** A line of the body; a heading only names what follows. */
    record Block(int start, int end, boolean heading) {}

    PageReading {
      blocks = List.copyOf(blocks);
    }

    String text(Block block) {
      return body.substring(block.start(), block.end());
    }

    /** Whether something that the page shows there was left out of a slice of the body. */
    boolean hasGap(int start, int end) {
      int next = gaps.nextSetBit(start);
      return next >= 0 && next < end;
    }

    /** Where a slice of the body stands in the page; -1 for what the page does not have. */
    int[] places(int start, int end) {
      return Arrays.copyOfRange(places, start, end);
    }
  }
}

package dev.readout.cli;

import dev.readout.answer.SafeText;
import dev.readout.corpus.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * A page being written, line by line. Every text is made harmless first. Confined to one thread.
 */
final class Page {
  /** What a piece of text looks like where there is colour. */
  enum Ink {
    PLAIN(""),
    BOLD("1"),
    FAINT("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("1;34"),
    MAGENTA("1;31");

    private final String code;

    Ink(String code) {
      this.code = code;
    }

    private String on(String text) {
      return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    /** How a side is coloured. */
    static Ink of(Side side) {
      return switch (side) {
        case US -> BLUE;
        case PRC -> MAGENTA;
        case JOINT, OTHER -> BOLD;
      };
    }
  }

  private static final String GUTTER = " │ ";

  private final Layout layout;
  private final StringBuilder text = new StringBuilder();

  Page(Layout layout) {
    this.layout = layout;
  }

  Layout layout() {
    return layout;
  }

  /** An empty line between what is above and what comes; none at the top, never two. */
  Page gap() {
    if (!text.isEmpty() && !text.toString().endsWith("\n\n")) {
      text.append('\n');
    }
    return this;
  }

  Page line(Ink ink, String content) {
    return line(ink, "", content);
  }

  /** A paragraph behind an opening such as a bullet, under which its further lines are indented. */
  Page line(Ink ink, String opening, String content) {
    int indent = TextWidth.of(opening);
    String before = opening;
    for (String line : broken(content, indent)) {
      text.append((before + paint(ink, line)).stripTrailing()).append('\n');
      before = " ".repeat(indent);
    }
    return this;
  }

  /** Two pages side by side, each as wide as {@link #columnLayout}. */
  Page columns(Page left, Page right) {
    List<String> leftLines = left.text.toString().lines().toList();
    List<String> rightLines = right.text.toString().lines().toList();
    int width = columnLayout().columns();
    for (int i = 0; i < Math.max(leftLines.size(), rightLines.size()); i++) {
      String leftLine = i < leftLines.size() ? leftLines.get(i) : "";
      String rightLine = i < rightLines.size() ? rightLines.get(i) : "";
      int blanks = Math.max(0, width - TextWidth.of(visible(leftLine)));
      text.append((leftLine + " ".repeat(blanks) + GUTTER + rightLine).stripTrailing())
          .append('\n');
    }
    return this;
  }

  /** The layout of one of two columns; asked for only where lines are broken. */
  Layout columnLayout() {
    return new Layout((layout.columns() - TextWidth.of(GUTTER)) / 2, layout.colour());
  }

  private List<String> broken(String content, int indent) {
    String safe = SafeText.of(content);
    if (!layout.isBroken()) {
      return List.of(safe);
    }
    return new ArrayList<>(TextWidth.lines(safe, Math.max(10, layout.columns() - indent)));
  }

  private String paint(Ink ink, String line) {
    return layout.colour() ? ink.on(line) : line;
  }

  private static String visible(String line) {
    return line.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

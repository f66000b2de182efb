package dev.readout.cli;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import dev.readout.answer.IndexText;
import dev.readout.answer.Label;
import dev.readout.answer.SafeText;
import dev.readout.answer.SnippetText;
import dev.readout.answer.SourceText;
import dev.readout.cli.Terminal.Layout;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Source;
import dev.readout.index.GenerationInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page being written, line by line; every text is made harmless. Confined to one thread. */
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

    static Ink of(Side side) {
      return switch (side) {
        case US -> BLUE;
        case PRC -> MAGENTA;
        case JOINT, OTHER -> BOLD;
      };
    }
  }

  static final String BULLET = "• ";
  static final String INDENT = "  ";

  private static final String GUTTER = " │ ";

  private final Layout layout;
  private final Language language;
  private final StringBuilder text = new StringBuilder();

  Page(Layout layout) {
    this(layout, Language.EN);
  }

  Page(Layout layout, Language language) {
    this.layout = layout;
    this.language = language;
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

  /** The lead in bold, and where it is from; what we compiled is no side's. */
  void lead(Snippet lead) {
    line(Ink.BOLD, SnippetText.words(lead.statement(), language));
    line(Ink.FAINT, INDENT, SourceText.inOneLine(lead, language));
  }

  /** A block's statements; neighbours from one record name it once. */
  void statements(List<Snippet> snippets) {
    for (int i = 0; i < snippets.size(); i++) {
      Snippet snippet = snippets.get(i);
      line(Ink.PLAIN, BULLET, SnippetText.words(snippet.statement(), language));
      String source = SourceText.inOneLine(snippet, language);
      if (i + 1 == snippets.size()
          || !source.equals(SourceText.inOneLine(snippets.get(i + 1), language))) {
        line(Ink.FAINT, INDENT, source);
      }
    }
  }

  /** A record pointed to, not quoted: its title behind an opening, then where it is from. */
  void record(String opening, CorpusRecord record) {
    line(Ink.PLAIN, opening, SourceText.title(record, language));
    origin(" ".repeat(opening.length()), record);
  }

  void origin(String indent, CorpusRecord record) {
    line(Ink.FAINT, indent, SourceText.origin(record, language));
    line(Ink.FAINT, indent, SourceText.place(record, language));
  }

  /** A statement's record, and the statement's own place in it. */
  void source(String indent, Snippet snippet) {
    line(Ink.FAINT, indent, SourceText.title(snippet.record(), language));
    line(Ink.FAINT, indent, SourceText.origin(snippet.record(), language));
    line(Ink.FAINT, indent, SourceText.place(snippet, language));
  }

  void sources(CorpusRecord record) {
    line(Ink.BOLD, Label.SOURCES.in(language));
    for (Source source : record.sources()) {
      line(Ink.PLAIN, BULLET, SourceText.of(source, language));
    }
    SourceText.provenance(record, language).ifPresent(text -> line(Ink.FAINT, INDENT, text));
  }

  void index(GenerationInfo index) {
    line(Ink.FAINT, IndexText.reaches(index, language));
    line(Ink.FAINT, IndexText.summary(index, language));
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

  /**
   * How many columns of a terminal a text takes: two for a wide or full-width character, none for a
   * combining or invisible one, one for any other. Ambiguous widths count as narrow, as terminals
   * outside East Asia draw them. Source: Unicode Standard Annex #11.
   *
   * <p>Breaks a text into lines of a width in columns. Between Chinese characters a line may end
   * where Unicode Standard Annex #14 allows it, so never before a full stop, but not within a date
   * or between a number and what it counts; elsewhere only at a space, so that addresses and ids
   * stay whole, even where they are longer than the line.
   */
  static final class TextWidth {
    /** Stands between the parts of a source line; it ends a line rather than beginning one. */
    private static final int SEPARATOR = '·';

    private TextWidth() {}

    static int of(String text) {
      return text.codePoints().map(TextWidth::of).sum();
    }

    static int of(int character) {
      if (character < 0x300) {
        return 1;
      }
      int type = Character.getType(character);
      if (type == Character.NON_SPACING_MARK
          || type == Character.ENCLOSING_MARK
          || type == Character.FORMAT) {
        return 0;
      }
      return isWide(character) ? 2 : 1;
    }

    private static boolean isWide(int character) {
      int width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
      return width == UCharacter.EastAsianWidth.WIDE
          || width == UCharacter.EastAsianWidth.FULLWIDTH;
    }

    static List<String> lines(String text, int columns) {
      if (of(text) <= columns) {
        return List.of(text);
      }
      List<String> lines = new ArrayList<>();
      StringBuilder line = new StringBuilder();
      int width = 0;
      for (String piece : pieces(text)) {
        int pieceWidth = of(piece.stripTrailing());
        if (width > 0 && width + pieceWidth > columns) {
          lines.add(line.toString().stripTrailing());
          line.setLength(0);
          width = 0;
        }
        line.append(piece);
        width += of(piece);
      }
      lines.add(line.toString().stripTrailing());
      return lines;
    }

    /** The text in pieces that stay together; joined, they are the text. */
    private static List<String> pieces(String text) {
      BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
      breaks.setText(text);
      List<String> pieces = new ArrayList<>();
      int start = 0;
      for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
        if (end == text.length() || isAllowed(text, end)) {
          pieces.add(text.substring(start, end));
          start = end;
        }
      }
      return pieces;
    }

    private static boolean isAllowed(String text, int at) {
      int before = text.codePointBefore(at);
      int after = text.codePointAt(at);
      boolean atSpace = Character.isWhitespace(before) && after != SEPARATOR;
      return atSpace || ((isWide(before) || isWide(after)) && !isWithinNumber(before, after));
    }

    /** "2025年10月30日", "24个百分点": a number stays with what it counts, and a date whole. */
    private static boolean isWithinNumber(int before, int after) {
      boolean isDate = (before == '年' || before == '月') && Character.isDigit(after);
      return isDate || (Character.isDigit(before) && Character.isIdeographic(after));
    }
  }
}

package dev.readout.intake.extract;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Reads a PDF's lines in the order that its pages draw them. That order is kept rather than sorted
 * by position: papers in columns are drawn column by column, and sorting would mix the columns.
 * Confined to one thread.
 */
final class PdfLineReader extends PDFTextStripper {
  /** A page of the smallest print has a tenth of this. */
  private static final int MAX_PAGE_CHARS = 150_000;

  /** Headers and footers, which are dropped later, come on top of the body. */
  private static final int MAX_CHARS = TextBlocks.MAX_CHARS * 5 / 4;

  private final List<PdfLine> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<TextPosition> positions = new ArrayList<>();
  private int pageChars;
  private int chars;

  private PdfLineReader() {
    setSortByPosition(false);
    // Bold is often the same text drawn twice, a hair's breadth apart.
    setSuppressDuplicateOverlappingText(true);
  }

  /** A page, or all of them, hold more text than is read. */
  static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TooLongException(int page) {
      super("too much text up to page " + page);
    }
  }

  /**
   * @throws TooLongException for more text than a body can have
   */
  static List<PdfLine> lines(PDDocument document) throws IOException {
    PdfLineReader reader = new PdfLineReader();
    reader.writeText(document, Writer.nullWriter());
    return reader.lines;
  }

  /** The number of pages that the file gives may be too low. */
  @Override
  protected void startPage(PDPage page) {
    if (getCurrentPageNo() > PdfExtractor.MAX_PAGES) {
      throw new TooLongException(getCurrentPageNo());
    }
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    if (++pageChars > MAX_PAGE_CHARS) {
      throw new TooLongException(getCurrentPageNo());
    }
    super.processTextPosition(position);
  }

  @Override
  protected void writeString(String word, List<TextPosition> of) {
    text.append(word);
    positions.addAll(of);
  }

  @Override
  protected void writeWordSeparator() {
    text.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphEnd() {
    endLine();
  }

  @Override
  protected void endArticle() {
    endLine();
  }

  @Override
  protected void writePageEnd() {
    endLine();
    pageChars = 0;
  }

  private void endLine() {
    String line = text.toString().strip();
    if (!line.isEmpty() && !positions.isEmpty()) {
      chars += line.length();
      if (chars > MAX_CHARS) {
        throw new TooLongException(getCurrentPageNo());
      }
      TextPosition first = positions.getFirst();
      TextPosition last = positions.getLast();
      lines.add(
          new PdfLine(
              line,
              getCurrentPageNo(),
              first.getXDirAdj(),
              last.getXDirAdj() + last.getWidthDirAdj(),
              first.getYDirAdj(),
              medianSize(),
              Math.round(first.getDir()),
              first.getPageHeight()));
    }
    text.setLength(0);
    positions.clear();
  }

  private float medianSize() {
    List<Float> sizes = positions.stream().map(TextPosition::getFontSizeInPt).sorted().toList();
    return Math.abs(sizes.get(sizes.size() / 2));
  }

  /**
   * A line of text on a page. Distances are in points, from the page's upper left corner.
   *
   * @param page 1-based
   * @param left where its first character begins
   * @param right where its last character ends
   * @param baseline how far down it stands
   * @param size of most of its characters
   * @param direction 0, 90, 180 or 270 degrees that it is turned by
   * @param pageHeight how high the page is
   */
  record PdfLine(
      String text,
      int page,
      float left,
      float right,
      float baseline,
      float size,
      int direction,
      float pageHeight) {}
}

package dev.readout.intake.extract;

import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.extract.PdfParagraphs.Paragraph;
import dev.readout.intake.fetch.Original;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * PDF. Each statement leads to its page. The day of publication is taken from a date line on page
 * one only: when a file was made is another day. Runs in a process of its own: sets PDFBox's
 * process-wide fonts and may need any amount of memory.
 */
final class PdfExtractor {
  /** More is no document to quote. */
  static final int MAX_PAGES = 2000;

  private static final int MAX_TITLE_CHARS = 300;
  private static final int MAX_HEADING_CHARS = 200;

  /** How much larger than the text a title or heading is. */
  private static final float LARGE = 1.15f;

  /** What programs put in for want of a title: their own name, the file's, a number. */
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?:microsoft|adobe|powerpoint|word|slide|untitled|document|layout|print)"
              + " ?(?:[0-9]*$|\\w* - .*)"
              + "|.*\\.(?:docx?|pdf|indd|rtf|txt|wpd|pptx?|xlsx?|html?|xml|qxd|dotx?|sgm)$"
              + "|[^\\s\\p{IsHan}]+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LETTERS = Pattern.compile("\\p{L}.*\\p{L}");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?;。！？；][\"”’)）]*$");

  Extraction extract(Original original) {
    FontMappers.set(new FallbackFonts());
    try (PDDocument document = Loader.loadPDF(original.bytes())) {
      if (document.getNumberOfPages() > MAX_PAGES) {
        return new Failed(Reason.TOO_LARGE);
      }
      String told = document.getDocumentInformation().getTitle();
      return extraction(PdfLineReader.lines(document), told);
    } catch (InvalidPasswordException e) {
      return new Failed(Reason.ENCRYPTED);
    } catch (PdfLineReader.TooLongException e) {
      return new Failed(Reason.TOO_LARGE);
    } catch (IOException e) {
      return new Failed(Reason.MALFORMED);
    }
  }

  private static Extraction extraction(List<PdfLineReader.PdfLine> lines, @Nullable String told) {
    List<Paragraph> paragraphs = PdfParagraphs.of(PdfParagraphs.RunningLines.dropped(lines));
    float usual = usualSize(paragraphs);
    TextBlocks blocks = new TextBlocks();
    for (Paragraph paragraph : paragraphs) {
      blocks.add(paragraph.text(), !isHeading(paragraph, usual), "page=" + paragraph.page());
    }
    List<String> firstPage =
        lines.stream().filter(line -> line.page() == 1).map(PdfLineReader.PdfLine::text).toList();
    String title = told != null && isTitle(told.strip()) ? told.strip() : drawn(paragraphs, usual);
    return blocks.toExtraction(title, PublishedDay.DateLine.in(firstPage).orElse(null), null);
  }

  /** The size of most characters, in points. */
  private static float usualSize(List<Paragraph> paragraphs) {
    Map<Float, Integer> chars = new HashMap<>();
    paragraphs.forEach(of -> chars.merge(of.size(), of.text().length(), Integer::sum));
    return PdfParagraphs.most(chars).orElse(0f);
  }

  private static boolean isHeading(Paragraph paragraph, float usual) {
    String text = paragraph.text();
    boolean large = paragraph.size() > usual * LARGE;
    boolean capitals =
        text.equals(text.toUpperCase(Locale.ROOT))
            && text.codePoints().anyMatch(Character::isUpperCase);
    return text.length() <= MAX_HEADING_CHARS
        && !SENTENCE_END.matcher(text).find()
        && (large || capitals);
  }

  private static boolean isTitle(String told) {
    return told.length() <= MAX_TITLE_CHARS
        && LETTERS.matcher(told).find()
        && told.codePoints().noneMatch(Character::isISOControl)
        && !NO_TITLE.matcher(told).matches();
  }

  /** The largest of what is drawn larger than the text on page one, the first if several are. */
  private static @Nullable String drawn(List<Paragraph> paragraphs, float usual) {
    return paragraphs.stream()
        .filter(of -> of.page() == 1 && of.size() > usual * LARGE && isTitle(of.text()))
        .max(Comparator.comparingDouble(Paragraph::size))
        .map(Paragraph::text)
        .orElse(null);
  }

  /**
   * Stands in for fonts that a PDF does not carry with it. PDFBox would search the system's, which
   * takes seconds, leaves a file behind, and makes the result depend on the machine. Here nothing
   * is drawn, so the one font that PDFBox brings does for all: what a code means, the PDF says. It
   * is not called a fallback, since all that PDFBox does about one is to log it for each use.
   */
  static final class FallbackFonts implements FontMapper {
    private static final String FONT =
        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private @Nullable TrueTypeFont font;

    private TrueTypeFont font() {
      TrueTypeFont read = font;
      if (read == null) {
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
          read =
              new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(in, FONT)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        font = read;
      }
      return read;
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
      return new FontMapping<>(font(), false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
      return new FontMapping<>(font(), false);
    }

    @Override
    @SuppressWarnings("NullAway") // PDFBox wants null for "no OpenType font"; it has no such marks.
    public CIDFontMapping getCIDFont(
        String name, PDFontDescriptor descriptor, PDCIDSystemInfo characters) {
      return new CIDFontMapping(null, font(), false);
    }
  }

  /**
   * Reads a PDF's lines in the order that its pages draw them. That order is kept rather than
   * sorted by position: papers in columns are drawn column by column, and sorting would mix the
   * columns. Confined to one thread.
   */
  static final class PdfLineReader extends PDFTextStripper {
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

    /** Throws {@link TooLongException} for more text than a body can have. */
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
     * A line of text on a page, from 1. Distances are in points, from the page's upper left corner;
     * the size is of most characters; the direction 0, 90, 180 or 270 degrees.
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
}

package dev.readout.discord.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;

/**
 * The letters of pictures: Noto Sans CJK SC, of which the jar holds those of English and of both
 * Chinese scripts (GB 2312, the common part of Big5, and what the records need). Under the SIL Open
 * Font License 1.1. Others are shown as a box. Loaded with the first text; thread-safe.
 */
final class Typeface {
  private static final String FILE = "NotoSansCJKsc-subset.otf";
  private static final String CLOSING = "，。；：！？、）》」』】”’%)].,;:!?";
  private static final int MISSING = 0;

  /** A space that no line ends at. */
  static final char NO_BREAK = '\u00a0';

  /** What digits of the same date follow. */
  private static final String IN_DATE = "年月";

  private final CFFCIDFont font;
  private final CmapLookup characters;
  private final OpenTypeFont table;
  private final double unitsPerEm;

  /** At most as many as the font has. */
  private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

  private record Glyph(GeneralPath outline, double advance) {}

  private static final class Loaded {
    static final Typeface ONLY = load();
  }

  private Typeface(OpenTypeFont table) throws IOException {
    this.table = table;
    this.font = (CFFCIDFont) table.getCFF().getFont();
    this.characters = table.getUnicodeCmapLookup();
    this.unitsPerEm = table.getUnitsPerEm();
  }

  static Typeface get() {
    return Loaded.ONLY;
  }

  private static Typeface load() {
    try (InputStream file = Objects.requireNonNull(Typeface.class.getResourceAsStream(FILE))) {
      return new Typeface((OpenTypeFont) new OTFParser(true).parseEmbedded(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /** Whether it has a letter for each character. */
  boolean has(String text) {
    return text.codePoints().allMatch(point -> characters.getGlyphId(point) != MISSING);
  }

  private Glyph glyph(int point) {
    return glyphs.computeIfAbsent(point == NO_BREAK ? ' ' : point, this::read);
  }

  /** fontbox's tables are read by one thread at a time. */
  private synchronized Glyph read(int point) {
    try {
      int glyph = characters.getGlyphId(point);
      int cid = font.getCharset().getCIDForGID(glyph);
      return new Glyph(font.getType2CharString(cid).getPath(), table.getAdvanceWidth(glyph));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a letter of " + FILE, e);
    }
  }

  /** How wide a text is in pixels. */
  double width(String text, double size) {
    return text.codePoints().mapToDouble(point -> glyph(point).advance).sum() * size / unitsPerEm;
  }

  /** The outline of a text that begins at a point of its base line. */
  Path2D outline(String text, double x, double y, double size) {
    Path2D whole = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double scale = size / unitsPerEm;
    double at = x;
    for (int point : text.codePoints().toArray()) {
      Glyph glyph = glyph(point);
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
      whole.append(glyph.outline.getPathIterator(place), false);
      at += glyph.advance * scale;
    }
    return whole;
  }

  /** The text in lines of at most so many pixels; what has no room in the last ends with "…". */
  List<String> lines(String text, double size, double width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty() && lines.size() < most) {
      int end = fitting(rest, size, width);
      if (end < rest.length() && lines.size() == most - 1) {
        int cut = fitting(rest, size, width - width("…", size));
        lines.add(rest.substring(0, cut).strip() + "…");
        return lines;
      }
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    return lines;
  }

  /** Where a line ends: behind a space, or between Chinese characters; at least one character. */
  private int fitting(String text, double size, double width) {
    int end = 0;
    int good = 0;
    double wide = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      wide += width(Character.toString(point), size);
      if (wide > width) {
        return Math.max(good > 0 ? good : end, Character.charCount(text.codePointAt(0)));
      }
      end += Character.charCount(point);
      boolean mayEnd = point == ' ' || Character.isIdeographic(point) || isClosing(point);
      int next = end == text.length() ? ' ' : text.codePointAt(end);
      if (mayEnd && !isClosing(next) && !(IN_DATE.indexOf(point) >= 0 && Character.isDigit(next))) {
        good = end;
      }
    }
    return text.length();
  }

  private static boolean isClosing(int point) {
    return CLOSING.indexOf(point) >= 0;
  }
}

package dev.readout.intake.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for fonts that a PDF does not carry with it. PDFBox would search the system's, which
 * takes seconds, leaves a file behind, and makes the result depend on the machine. Here nothing is
 * drawn, so the one font that PDFBox brings does for all: what a code means, the PDF says. It is
 * not called a fallback, since all that PDFBox does about one is to log it for each use.
 */
final class FallbackFonts implements FontMapper {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private @Nullable TrueTypeFont font;

  private TrueTypeFont font() {
    TrueTypeFont read = font;
    if (read == null) {
      try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
        read = new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(in, FONT)));
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

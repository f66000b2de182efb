package dev.readout.intake.extract;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.readout.intake.extract.PdfExtractor.FallbackFonts;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.slf4j.LoggerFactory;

/** PDFs as official publishers make them, drawn line by line. No binary is kept for it. */
public final class SamplePdf {
  private static final float MARGIN = 72;
  private static final float LEADING = 1.2f;

  static {
    // PDFBox would search the machine's fonts, for seconds.
    FontMappers.set(new FallbackFonts());
    // It has much to say of documents that are damaged on purpose; the program's own process has it
    // say nothing.
    ((Logger) LoggerFactory.getLogger("org.apache.pdfbox")).setLevel(Level.OFF);
  }

  private final PDDocument document = new PDDocument();
  private final PDType1Font font = new PDType1Font(FontName.HELVETICA);
  private float y;
  private float x = MARGIN;

  private SamplePdf() {}

  /** Two pages with running header and footer, a title, a date line and four paragraphs. */
  public static byte[] pressRelease() {
    SamplePdf pdf = new SamplePdf();
    pdf.document.getDocumentInformation().setTitle("Microsoft Word - release final v3.docx");
    pdf.page();
    pdf.furniture("1");
    pdf.lines(10, "FOR IMMEDIATE RELEASE", "October 8, 2024").gap(20);
    pdf.lines(18, "Commerce Tightens Controls on", "Advanced Computing Exports").gap(20);
    pdf.lines(
            11,
            "WASHINGTON – The U.S. Department of Commerce announced new controls on",
            "advanced computing integrated circuits. The rule takes effect on November 7, 2024.")
        .gap(8);
    pdf.lines(
        11,
        "Exporters that hold a licence issued before that day may use it until it expires, and",
        "half-",
        "owned affiliates of listed parties are treated as listed themselves.");
    pdf.page();
    pdf.furniture("2");
    pdf.lines(
            11,
            "The Secretary said that the two governments will meet again in January to",
            "review the list.")
        .gap(8);
    pdf.lines(11, "Comments on the rule may be filed until December 9, 2024.");
    return pdf.bytes();
  }

  /** A page of the Federal Register's shape: masthead, two columns drawn one after the other. */
  public static byte[] twoColumns() {
    SamplePdf pdf = new SamplePdf();
    pdf.page();
    pdf.y = 750;
    pdf.lines(8, "Federal Register / Vol. 90, No. 186 / Tuesday, September 30, 2025 / Rules 47201");
    pdf.y = 700;
    pdf.lines(
        9,
        "The Bureau of Industry and Security",
        "amends the Export Administration",
        "Regulations by adding a rule on the",
        "affiliates of parties on the Entity List,");
    pdf.y = 700;
    pdf.x = 320;
    pdf.lines(
        9,
        "which applies from the day of its",
        "publication. Comments are due within",
        "thirty days of that publication day.");
    return pdf.bytes();
  }

  /** Chinese in a font that is not in the file, which says what its codes mean. */
  public static byte[] chinese() {
    SamplePdf pdf = new SamplePdf();
    pdf.page();
    try {
      COSName name =
          pdf.chineseFont("商务部新闻发言人就对华出口管制问题答记者问2025年9月29日，美方的做法严重损害企业正当权益中将采取必要措施坚决维护自身。");
      pdf.chineseLines(name, 20, "商务部新闻发言人答记者问");
      pdf.chineseLines(name, 12, "2025年9月29日");
      pdf.chineseLines(name, 12, "美方的做法严重损害企业正当权益，中方将采取必要措施，", "坚决维护自身正当权益。");
      return pdf.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Needs a password to be opened. */
  public static byte[] encrypted() {
    SamplePdf pdf = new SamplePdf();
    pdf.page();
    pdf.lines(11, "Nobody reads this without the password.");
    try {
      pdf.document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.bytes();
  }

  /** A scan: a page with a picture of text. */
  public static byte[] picture() {
    SamplePdf pdf = new SamplePdf();
    PDPage page = pdf.page();
    BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    image.setRGB(100, 100, Color.RED.getRGB());
    try (PDPageContentStream content = new PDPageContentStream(pdf.document, page)) {
      content.drawImage(LosslessFactory.createFromImage(pdf.document, image), 0, 0, 612, 792);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.bytes();
  }

  /** As many pages as asked for, each with one paragraph. */
  public static byte[] pages(int count) {
    SamplePdf pdf = new SamplePdf();
    for (int i = 1; i <= count; i++) {
      pdf.page();
      pdf.lines(11, "This is what the paragraph on page number " + i + " of the document says.");
    }
    return pdf.bytes();
  }

  private PDPage page() {
    PDPage page = new PDPage(PDRectangle.LETTER);
    document.addPage(page);
    y = 690;
    x = MARGIN;
    return page;
  }

  private void furniture(String number) {
    float before = y;
    y = 760;
    lines(8, "U.S. Department of Commerce");
    y = 30;
    lines(8, "Page " + number + " of 2");
    y = before;
  }

  private SamplePdf lines(float size, String... lines) {
    for (String line : lines) {
      try (PDPageContentStream content = content()) {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(line);
        content.endText();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      y -= size * LEADING;
    }
    return this;
  }

  private PDPageContentStream content() throws IOException {
    PDPage page = document.getPage(document.getNumberOfPages() - 1);
    return new PDPageContentStream(
        document, page, PDPageContentStream.AppendMode.APPEND, true, true);
  }

  private void gap(float points) {
    y -= points;
  }

  private COSName chineseFont(String characters) throws IOException {
    COSDictionary descriptor = dictionary("FontDescriptor");
    descriptor.setName(COSName.FONT_NAME, "Song");
    descriptor.setInt(COSName.FLAGS, 4);
    COSDictionary system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, "Identity");
    system.setInt(COSName.SUPPLEMENT, 0);
    COSDictionary descendant = dictionary("Font");
    descendant.setName(COSName.SUBTYPE, "CIDFontType2");
    descendant.setName(COSName.BASE_FONT, "Song");
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.FONT_DESC, descriptor);
    descendant.setInt(COSName.DW, 1000);
    COSDictionary font = dictionary("Font");
    font.setName(COSName.SUBTYPE, "Type0");
    font.setName(COSName.BASE_FONT, "Song");
    font.setName(COSName.ENCODING, "Identity-H");
    font.setItem(COSName.DESCENDANT_FONTS, new COSArray(List.of(descendant)));
    font.setItem(COSName.TO_UNICODE, toUnicode(characters));
    COSDictionary fonts = new COSDictionary();
    COSName name = COSName.getPDFName("F0");
    fonts.setItem(name, font);
    PDResources resources = new PDResources();
    resources.getCOSObject().setItem(COSName.FONT, fonts);
    document.getPage(0).setResources(resources);
    return name;
  }

  private static COSDictionary dictionary(String type) {
    COSDictionary dictionary = new COSDictionary();
    dictionary.setName(COSName.TYPE, type);
    return dictionary;
  }

  /** Here a character's code is its Unicode number; only the map says so. */
  private PDStream toUnicode(String characters) throws IOException {
    StringBuilder map =
        new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n");
    map.append(
        "/CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
    for (int c : characters.chars().distinct().toArray()) {
      map.append("1 beginbfchar <%04X> <%04X> endbfchar%n".formatted(c, c));
    }
    map.append("endcmap end end");
    PDStream stream = new PDStream(document);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(map.toString().getBytes(StandardCharsets.US_ASCII));
    }
    return stream;
  }

  private void chineseLines(COSName font, float size, String... lines) throws IOException {
    for (String line : lines) {
      String codes = HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE));
      PDStream stream = new PDStream(document);
      try (OutputStream out = stream.createOutputStream()) {
        out.write(
            "BT /%s %.0f Tf %.0f %.0f Td <%s> Tj ET%n"
                .formatted(font.getName(), size, x, y, codes)
                .getBytes(StandardCharsets.US_ASCII));
      }
      COSDictionary page = document.getPage(0).getCOSObject();
      COSArray contents = page.getCOSArray(COSName.CONTENTS);
      COSArray all = contents == null ? new COSArray() : contents;
      all.add(stream);
      page.setItem(COSName.CONTENTS, all);
      y -= size * LEADING;
    }
    y -= 10;
  }

  private byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (document) {
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

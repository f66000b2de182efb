package dev.readout.intake.extract;

import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.zip.Deflater;

/** Documents made to break whoever reads them. Each is small; what it unfolds to is not. */
public final class HostileDocuments {
  /** Takes for ever. */
  static final String ENDLESS = "forms that draw each other 2^40 times";

  /** Takes all memory. */
  static final String BOMB = "1 GiB of spaces in an object stream";

  private static final int MIB = 1 << 20;

  private static final String HELVETICA =
      "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";

  private HostileDocuments() {}

  /** All of them by name, made when asked for. None has anything to quote. */
  public static Map<String, Supplier<Original>> all() {
    Map<String, Supplier<Original>> all = new LinkedHashMap<>(odd());
    all.putAll(costly());
    return all;
  }

  /** Those that a sound reader is done with at once. */
  static Map<String, Supplier<Original>> odd() {
    Map<String, Supplier<Original>> odd = new LinkedHashMap<>();
    odd.put("page tree that is its own branch", () -> pdf(cyclicPageTree()));
    odd.put("page that is its own parent", () -> pdf(cyclicParent()));
    odd.put("stream whose length is itself", () -> pdf(circularLength()));
    odd.put("page larger than a number", () -> pdf(hugePage()));
    odd.put("lists a million deep", () -> pdf(page("", stream(million("[")), "")));
    odd.put("dictionaries 500,000 deep", () -> pdf(page("", stream("q"), nested(500_000))));
    odd.put("half a file", () -> pdf(half(SamplePdf.pressRelease())));
    odd.put("text of control characters", () -> text(Format.PLAIN_TEXT, million("\u0001\u0002")));
    return odd;
  }

  /** Those that cost more time or memory than there is. */
  static Map<String, Supplier<Original>> costly() {
    Map<String, Supplier<Original>> costly = new LinkedHashMap<>();
    costly.put("100,000 pages", () -> pdf(pages(100_000, 100_000)));
    costly.put("100,000 pages that say they are one", () -> pdf(pages(100_000, 1)));
    costly.put("page tree 50,000 deep", () -> pdf(deepPageTree(50_000)));
    costly.put("1 GiB of spaces in a page", () -> pdf(page("", bomb(1024), "")));
    costly.put(BOMB, () -> pdf(objectStreamBomb(1024)));
    costly.put(ENDLESS, () -> pdf(recursiveForms(40)));
    costly.put(
        "a million operators",
        () -> pdf(page(HELVETICA, stream("BT /F 9 Tf " + million("(xyz) Tj ")), "")));
    costly.put("Markdown of open marks", () -> text(Format.MARKDOWN, million("[*_`<~")));
    costly.put("Markdown of nested quotations", () -> text(Format.MARKDOWN, million("> ")));
    costly.put("Markdown of nested links", () -> text(Format.MARKDOWN, million("[x](")));
    costly.put("text of one line without a space", () -> text(Format.PLAIN_TEXT, million("abc.")));
    costly.put("elements a million deep", () -> text(Format.HTML, million("<div>")));
    return costly;
  }

  /**
   * The document with some of its bytes changed, cut out or doubled, the same for the same random
   * numbers.
   */
  public static byte[] mutated(byte[] document, RandomGenerator random) {
    byte[] bytes = document.clone();
    for (int i = random.nextInt(1, 20); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    int from = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - from, random.nextInt(1, 200));
    ByteArrayOutputStream mutated = new ByteArrayOutputStream();
    mutated.write(bytes, 0, from);
    switch (random.nextInt(3)) {
      case 0 -> mutated.write(bytes, from + length, bytes.length - from - length);
      case 1 -> {
        mutated.write(bytes, from, length);
        mutated.write(bytes, from, bytes.length - from);
      }
      default -> mutated.write(bytes, from, bytes.length - from);
    }
    return mutated.size() == 0 ? new byte[1] : mutated.toByteArray();
  }

  private static Original pdf(byte[] bytes) {
    return Original.of(bytes, Format.PDF, null);
  }

  private static Original text(Format format, String text) {
    return Original.of(text.getBytes(StandardCharsets.UTF_8), format, StandardCharsets.UTF_8);
  }

  private static String million(String text) {
    return text.repeat(1_000_000);
  }

  private static byte[] half(byte[] document) {
    return Arrays.copyOf(document, document.length / 2);
  }

  private static String nested(int depth) {
    return "/X " + "<</X ".repeat(depth) + "1" + ">>".repeat(depth);
  }

  /** Objects 3 and on are pages. */
  private static byte[] pages(int count, int told) {
    Pdf pdf = new Pdf();
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < count; i++) {
      kids.append(3 + i).append(" 0 R ");
    }
    pdf.object("<</Type/Catalog/Pages 2 0 R>>");
    pdf.object("<</Type/Pages/Count " + told + "/MediaBox[0 0 9 9]/Kids[" + kids + "]>>");
    pdf.objects(count, _ -> "<</Type/Page/Parent 2 0 R>>");
    return pdf.bytes();
  }

  private static byte[] deepPageTree(int depth) {
    Pdf pdf = new Pdf();
    pdf.object("<</Type/Catalog/Pages 2 0 R>>");
    pdf.objects(
        depth, i -> "<</Type/Pages/Count 1/Parent " + (i + 1) + " 0 R/Kids[" + (i + 3) + " 0 R]>>");
    pdf.object("<</Type/Page/MediaBox[0 0 9 9]/Parent " + (depth + 1) + " 0 R>>");
    return pdf.bytes();
  }

  private static byte[] cyclicPageTree() {
    Pdf pdf = new Pdf();
    pdf.object("<</Type/Catalog/Pages 2 0 R>>");
    pdf.object("<</Type/Pages/Count 5/Parent 2 0 R/Kids[2 0 R 2 0 R 3 0 R]>>");
    pdf.object("<</Type/Pages/Count 5/Parent 3 0 R/Kids[2 0 R 3 0 R]>>");
    return pdf.bytes();
  }

  private static byte[] cyclicParent() {
    Pdf pdf = new Pdf();
    pdf.object("<</Type/Catalog/Pages 2 0 R>>");
    pdf.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    pdf.object("<</Type/Page/Parent 3 0 R/Contents 4 0 R>>");
    pdf.object(stream("BT /F 9 Tf (x) Tj ET"));
    return pdf.bytes();
  }

  /** One page with this content stream. */
  private static byte[] page(String resources, String content, String extra) {
    return page(resources, content.getBytes(StandardCharsets.ISO_8859_1), extra);
  }

  private static byte[] page(String resources, byte[] content, String extra) {
    Pdf pdf = new Pdf();
    pdf.object("<</Type/Catalog/Pages 2 0 R>>");
    pdf.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    pdf.object(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<"
            + resources
            + ">>"
            + extra
            + ">>");
    pdf.object(content);
    return pdf.bytes();
  }

  private static String stream(String content) {
    return "<</Length " + content.length() + ">>stream\n" + content + "\nendstream";
  }

  private static byte[] bomb(int mebibytes) {
    return flateStream("", deflatedSpaces(mebibytes));
  }

  private static byte[] flateStream(String entries, byte[] deflated) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(
        ascii("<</Filter/FlateDecode/Length " + deflated.length + entries + ">>stream\n"));
    stream.writeBytes(deflated);
    stream.writeBytes(ascii("\nendstream"));
    return stream.toByteArray();
  }

  /** Deflates one MiB and repeats what came of it, which is as good and takes no time. */
  private static byte[] deflatedSpaces(int mebibytes) {
    byte[] spaces = new byte[MIB];
    Arrays.fill(spaces, (byte) ' ');
    byte[] buffer = new byte[MIB];
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(spaces);
      int first = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      ByteArrayOutputStream deflated = new ByteArrayOutputStream();
      deflated.write(buffer, 0, first);
      deflater.setInput(spaces);
      int next = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      for (int i = 1; i < mebibytes; i++) {
        deflated.write(buffer, 0, next);
      }
      return deflated.toByteArray();
    }
  }

  /** The catalogue is in an object stream, which has to be unfolded to find it. */
  private static byte[] objectStreamBomb(int mebibytes) {
    Pdf pdf = new Pdf();
    pdf.object(flateStream("/Type/ObjStm/N 1/First 4", deflatedSpaces(mebibytes)));
    int table = pdf.size();
    String entries =
        "00 000000 FF 01 %06X 00 01 %06X 00 02 000001 00".formatted(pdf.offset(1), table);
    pdf.object(
        "<</Type/XRef/Size 4/W[1 3 1]/Root 3 0 R/Filter/ASCIIHexDecode/Length "
            + (entries.length() + 1)
            + ">>stream\n"
            + entries
            + ">\nendstream");
    return pdf.bytesWithTableAt(table);
  }

  private static byte[] recursiveForms(int depth) {
    Pdf pdf = new Pdf();
    pdf.object("<</Type/Catalog/Pages 2 0 R>>");
    pdf.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    pdf.object(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
            + "/Resources<</XObject<</F 5 0 R>>>>>>");
    pdf.object(stream("/F Do"));
    pdf.objects(
        depth,
        i ->
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F "
                + (i == depth - 1 ? 5 : i + 6)
                + " 0 R>>>>/Length 11>>stream\n/F Do /F Do\nendstream");
    return pdf.bytes();
  }

  private static byte[] circularLength() {
    Pdf pdf = new Pdf();
    pdf.object("<</Type/Catalog/Pages 2 0 R>>");
    pdf.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    pdf.object("<</Type/Page/Parent 2 0 R/MediaBox 5 0 R/Contents 4 0 R>>");
    pdf.object("<</Length 4 0 R>>stream\nq\nendstream");
    pdf.object("5 0 R");
    return pdf.bytes();
  }

  private static byte[] hugePage() {
    Pdf pdf = new Pdf();
    pdf.object("<</Type/Catalog/Pages 2 0 R>>");
    pdf.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    pdf.object(
        "<</Type/Page/Parent 2 0 R/MediaBox[-1e39 -1e39 1e39 1e39]/UserUnit 1e38/Contents 4 0 R>>");
    pdf.object(stream("1e38 0 0 1e38 1e38 1e38 cm BT /F 1e38 Tf 1e38 0 0 1e38 0 0 Tm (x) Tj ET"));
    return pdf.bytes();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A file written object by object; object 1 is the catalogue. */
  private static final class Pdf {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    Pdf() {
      file.writeBytes(ascii("%PDF-1.7\n"));
    }

    void object(String content) {
      object(ascii(content));
    }

    void object(byte[] content) {
      offsets.add(file.size());
      file.writeBytes(ascii(offsets.size() + " 0 obj\n"));
      file.writeBytes(content);
      file.writeBytes(ascii("\nendobj\n"));
    }

    void objects(int count, IntFunction<String> content) {
      for (int i = 0; i < count; i++) {
        object(content.apply(i));
      }
    }

    int size() {
      return file.size();
    }

    int offset(int number) {
      return offsets.get(number - 1);
    }

    byte[] bytes() {
      int table = file.size();
      StringBuilder text = new StringBuilder("xref\n0 " + (offsets.size() + 1) + "\n");
      text.append("0000000000 65535 f \n");
      offsets.forEach(offset -> text.append("%010d 00000 n %n".formatted(offset)));
      text.append("trailer<</Root 1 0 R/Size " + (offsets.size() + 1) + ">>\n");
      file.writeBytes(ascii(text.toString()));
      return bytesWithTableAt(table);
    }

    byte[] bytesWithTableAt(int table) {
      file.writeBytes(ascii("startxref\n" + table + "\n%%EOF\n"));
      return file.toByteArray();
    }
  }
}

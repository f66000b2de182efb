package dev.readout.discord.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn, from top to bottom, until it is a picture: 780 pixels wide, which a phone shows at
 * 390 points. Confined to one thread.
 */
final class Sheet {
  static final int WIDTH = 780;
  static final int MARGIN = 28;
  static final int INNER = WIDTH - 2 * MARGIN;

  /** Sizes of letters in pixels; half of them on a phone. */
  static final int TITLE = 34;

  static final int TEXT = 26;
  static final int SMALL = 22;

  /** Taller pictures are cut by those who draw, never here. */
  private static final int MAX_HEIGHT = 6_000;

  private static final Semaphore ONE = new Semaphore(1, true);

  private final Theme theme;
  private final Typeface typeface = Typeface.get();
  private final List<Mark> marks = new ArrayList<>();
  private double height = MARGIN;

  enum Theme {
    DARK(0x1E1F22, 0xF2F3F5, 0xA6ABB5, 0x3A3C43, 0x6FA3F5, 0xF0776C),
    LIGHT(0xFFFFFF, 0x1F2328, 0x5B6270, 0xD5D9E0, 0x2556B0, 0xB3261E);

    final Color ground;
    final Color text;
    final Color faint;
    final Color line;
    final Color us;
    final Color prc;

    Theme(int ground, int text, int faint, int line, int us, int prc) {
      this.ground = new Color(ground);
      this.text = new Color(text);
      this.faint = new Color(faint);
      this.line = new Color(line);
      this.us = new Color(us);
      this.prc = new Color(prc);
    }

    /** One colour for dark, one for light. */
    Color of(int dark, int light) {
      return new Color(this == DARK ? dark : light);
    }

    static Theme ofName(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  /** Days over the whole width, the last with its whole length. */
  record Axis(LocalDate first, LocalDate last) {
    /** What is given to a period without an end behind its first day, in days. */
    private static final int OPEN = 30;

    static Axis over(Stream<LocalDate> days) {
      List<LocalDate> sorted = days.sorted().toList();
      return new Axis(sorted.getFirst(), sorted.getLast());
    }

    /** The days that a period needs room for. */
    static Stream<LocalDate> days(LocalDate from, @Nullable LocalDate to) {
      return Stream.of(from, to == null ? from.plusDays(OPEN) : to);
    }

    /** Where a day begins, in pixels from the left; one outside is at an edge. */
    double at(LocalDate day) {
      double whole = ChronoUnit.DAYS.between(first, last) + 1;
      double share = Math.clamp(ChronoUnit.DAYS.between(first, day) / whole, 0.0, 1.0);
      return MARGIN + share * INNER;
    }
  }

  private record Mark(Shape shape, Color colour) {}

  Sheet(Theme theme) {
    this.theme = theme;
  }

  Theme theme() {
    return theme;
  }

  Typeface typeface() {
    return typeface;
  }

  double height() {
    return height;
  }

  /** Room for what comes, below what is there. */
  void reachTo(double y) {
    height = Math.max(height, y);
  }

  void fill(Shape shape, Color colour) {
    marks.add(new Mark(shape, colour));
  }

  void box(double x, double y, double width, double high, double round, Color colour) {
    fill(new RoundRectangle2D.Double(x, y, width, high, round, round), colour);
  }

  void line(double x, double y, double width, double high, Color colour) {
    fill(new Rectangle2D.Double(x, y, width, high), colour);
  }

  void dot(double x, double y, double radius, Color colour) {
    fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), colour);
  }

  /** A triangle whose lower tip is at a point. */
  void pointer(double x, double y, double half, Color colour) {
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(x - half, y - half - 2);
    triangle.lineTo(x + half, y - half - 2);
    triangle.lineTo(x, y);
    triangle.closePath();
    fill(triangle, colour);
  }

  void text(String text, double x, double baseline, double size, Color colour) {
    fill(typeface.outline(text, x, baseline, size), colour);
  }

  /** Lines under each other that begin at the top; where they end. */
  double lines(
      String text, double x, double top, double width, double size, Color colour, int most) {
    double y = top;
    for (String line : typeface.lines(text, size, width, most)) {
      y += size * 1.28;
      text(line, x, y - size * 0.28, size, colour);
    }
    return y;
  }

  /** A paragraph over the whole width, under all that is there. */
  void paragraph(String text, double size, Color colour, int most) {
    height = lines(text, MARGIN, height, INNER, size, colour, most) + size * 0.4;
  }

  /** The picture as a PNG. One is drawn at a time, since each is some 20 MB until it is done. */
  byte[] png() {
    ONE.acquireUninterruptibly();
    try {
      return drawn();
    } finally {
      ONE.release();
    }
  }

  private byte[] drawn() {
    int high = (int) Math.min(MAX_HEIGHT, Math.ceil(height + MARGIN));
    BufferedImage image = new BufferedImage(WIDTH, high, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(theme.ground);
    graphics.fillRect(0, 0, WIDTH, high);
    for (Mark mark : marks) {
      graphics.setColor(mark.colour);
      graphics.fill(mark.shape);
    }
    graphics.dispose();
    return Png.of(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), WIDTH);
  }

  /**
   * Pixels as a PNG of at most 256 colours: a third of the bytes, for edges a little less smooth.
   * By hand, since Java's own writer takes longer than the drawing. Source: RFC 2083. Pure
   * functions.
   */
  static final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int MAX_COLOURS = 256;
    private static final int MOST_BITS = 6;

    /** Of deflate; a higher one takes twice the time for a few percent less. */
    private static final int LEVEL = 5;

    private static final byte BITS_A_PIXEL = 8;
    private static final byte BY_PALETTE = 3;

    private Png() {}

    /** The picture, of red, green and blue in the lower 24 bits, row by row. */
    static byte[] of(int[] pixels, int width) {
      int high = pixels.length / width;
      byte[] rows = new byte[high * (width + 1)]; // each begins with its filter: none
      int[] palette = new int[MAX_COLOURS];
      int colours = -1;
      for (int bits = MOST_BITS; colours < 0; bits--) {
        colours = number(pixels, width, bits, palette, rows);
      }
      ByteBuffer shades = ByteBuffer.allocate(3 * colours);
      for (int i = 0; i < colours; i++) {
        shades.put((byte) (palette[i] >> 16)).put((byte) (palette[i] >> 8)).put((byte) palette[i]);
      }
      ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(high);
      header.put(BITS_A_PIXEL).put(BY_PALETTE);
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      png.writeBytes(SIGNATURE);
      chunk(png, "IHDR", header.array());
      chunk(png, "PLTE", shades.array());
      chunk(png, "IDAT", deflated(rows));
      chunk(png, "IEND", new byte[0]);
      return png.toByteArray();
    }

    /**
     * Writes each pixel's number in the palette, where the first met stands for all colours alike
     * in their upper bits; how many there are, or -1 for too many.
     */
    private static int number(int[] pixels, int width, int bits, int[] palette, byte[] rows) {
      int[] numbers = new int[1 << (3 * bits)];
      Arrays.fill(numbers, -1);
      int drop = 8 - bits;
      int mask = (1 << bits) - 1;
      int colours = 0;
      for (int i = 0; i < pixels.length; i++) {
        int pixel = pixels[i];
        int key =
            (pixel >> (16 + drop) & mask) << (2 * bits)
                | (pixel >> (8 + drop) & mask) << bits
                | (pixel >> drop & mask);
        if (numbers[key] < 0) {
          if (colours == MAX_COLOURS) {
            return -1;
          }
          palette[colours] = pixel;
          numbers[key] = colours++;
        }
        rows[i + i / width + 1] = (byte) numbers[key];
      }
      return colours;
    }

    private static byte[] deflated(byte[] rows) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(rows.length / 8);
      try (Deflater deflater = new Deflater(LEVEL)) {
        deflater.setInput(rows);
        deflater.finish();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
          out.write(buffer, 0, deflater.deflate(buffer));
        }
      }
      return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
      ByteBuffer chunk = ByteBuffer.allocate(content.length + 12).putInt(content.length);
      chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
      CRC32 check = new CRC32();
      check.update(chunk.array(), 4, content.length + 4);
      png.writeBytes(chunk.putInt((int) check.getValue()).array());
    }
  }
}

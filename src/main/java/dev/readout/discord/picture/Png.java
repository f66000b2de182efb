package dev.readout.discord.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Pixels as a PNG of at most 256 colours: a third of the bytes, for edges a little less smooth. By
 * hand, since Java's own writer takes longer than the drawing. Source: RFC 2083. Pure functions.
 */
final class Png {
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
   * Writes each pixel's number in the palette, where the first met stands for all colours alike in
   * their upper bits; how many there are, or -1 for too many.
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

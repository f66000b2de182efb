import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Rewrites a picture of text with its 200 most frequent colours, each other one as the nearest of
 * them: less than half the size, and no difference to the eye. Run as a source file.
 */
final class FewColours {
  private static final int COLOURS = 200;

  private FewColours() {}

  public static void main(String[] files) throws IOException {
    for (String file : files) {
      BufferedImage picture = ImageIO.read(new File(file));
      ImageIO.write(reduced(picture), "png", new File(file));
    }
  }

  private static BufferedImage reduced(BufferedImage picture) {
    Map<Integer, Integer> counts = new HashMap<>();
    pixels(picture).forEach(colour -> counts.merge(colour, 1, Integer::sum));
    List<Integer> kept =
        counts.keySet().stream()
            .sorted(Comparator.comparing((Integer c) -> -counts.get(c)).thenComparing(c -> c))
            .limit(COLOURS)
            .toList();
    int[] palette = kept.stream().mapToInt(colour -> colour).toArray();
    IndexColorModel model =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    Map<Integer, Integer> nearest = new HashMap<>();
    BufferedImage reduced =
        new BufferedImage(
            picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int index = nearest.computeIfAbsent(picture.getRGB(x, y), colour -> nearest(kept, colour));
        reduced.getRaster().setSample(x, y, 0, index);
      }
    }
    return reduced;
  }

  private static IntStream pixels(BufferedImage picture) {
    int width = picture.getWidth();
    return IntStream.range(0, width * picture.getHeight())
        .map(i -> picture.getRGB(i % width, i / width));
  }

  private static int nearest(List<Integer> colours, int colour) {
    return IntStream.range(0, colours.size())
        .boxed()
        .min(Comparator.comparing(i -> distance(colours.get(i), colour)))
        .orElseThrow();
  }

  private static int distance(int one, int other) {
    int distance = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (one >> shift & 255) - (other >> shift & 255);
      distance += difference * difference;
    }
    return distance;
  }
}

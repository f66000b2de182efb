package dev.readout.intake.extract;

import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * How well the subject of a page is found: F1 over words against the pages of Mozilla's Readability
 * ({@code test/test-pages} of its repository, of which each folder has a source and what is
 * expected). A page that yields nothing counts as 0.
 */
public final class PublicPages {
  private static final Pattern WORD = Pattern.compile("[\\p{IsHan}]|[\\p{L}\\p{N}]+");
  private static final double POOR = 0.5;

  private PublicPages() {}

  /**
   * Prints one line a page, the worst last, then the mean.
   *
   * @param args the folder of pages
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Map.Entry<String, Double>> all = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Path.of(args[0]))) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        all.add(Map.entry(folder.getFileName().toString(), f1(folder)));
      }
    }
    all.sort(Map.Entry.<String, Double>comparingByValue().reversed());
    all.forEach(page -> out.printf(Locale.ROOT, "%.3f %s%n", page.getValue(), page.getKey()));
    double mean = all.stream().mapToDouble(Map.Entry::getValue).average().orElse(0);
    long poor = all.stream().filter(page -> page.getValue() < POOR).count();
    out.printf(
        Locale.ROOT, "%d pages: mean F1 %.3f, %d under %.1f%n", all.size(), mean, poor, POOR);
  }

  private static double f1(Path folder) throws IOException {
    byte[] source = Files.readAllBytes(folder.resolve("source.html"));
    String expected =
        Jsoup.parse(Files.readString(folder.resolve("expected.html"))).body().wholeText();
    return switch (ExtractorProcess.extract(Original.of(source, Format.HTML, null))) {
      case Extraction.Extracted text -> f1(words(text.body()), words(expected));
      case Extraction.Failed _ -> 0;
    };
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .forEach(word -> words.merge(word.group(), 1, Integer::sum));
    return words;
  }

  private static double f1(Map<String, Integer> found, Map<String, Integer> expected) {
    long common =
        found.entrySet().stream()
            .mapToLong(word -> Math.min(word.getValue(), expected.getOrDefault(word.getKey(), 0)))
            .sum();
    long all = sum(found) + sum(expected);
    return all == 0 ? 1 : 2.0 * common / all;
  }

  private static long sum(Map<String, Integer> words) {
    return words.values().stream().mapToLong(Integer::longValue).sum();
  }
}

package dev.readout.intake.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines that belong to the pages and not to the text: headers and footers that come again on
 * other pages, page numbers, and stamps that are turned against the text.
 */
final class RunningLines {
  /** Where headers and footers stand: this part of a page at its upper and lower edge. */
  private static final float EDGE = 0.15f;

  /** How many lines of an edge are looked at. */
  private static final int EDGE_LINES = 4;

  /** A header differs on left and right pages, and is left out where a chapter begins. */
  private static final int PAGES_PER_REPEAT = 3;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-–—·.\\s]*(?:page|p\\.|第)?\\s*#(?:\\s*(?:of|/|页|頁|共|，|,|第)+\\s*#?)*\\s*(?:页|頁)?[-–—·.\\s]*",
          Pattern.CASE_INSENSITIVE);

  private RunningLines() {}

  /** The lines without them, in the same order. */
  static List<PdfLine> dropped(List<PdfLine> lines) {
    Map<Integer, List<PdfLine>> pages =
        lines.stream().collect(Collectors.groupingBy(PdfLine::page));
    Map<Integer, Integer> directions = new HashMap<>();
    Set<PdfLine> edges = new HashSet<>();
    Map<String, Set<Integer>> repeats = new HashMap<>();
    pages.forEach(
        (page, onPage) -> {
          directions.put(page, direction(onPage));
          for (PdfLine line : edges(onPage)) {
            edges.add(line);
            repeats.computeIfAbsent(key(line), _ -> new HashSet<>()).add(page);
          }
        });
    int enough = Math.max(2, Math.ceilDiv(pages.size(), PAGES_PER_REPEAT));
    return lines.stream()
        .filter(line -> directions.getOrDefault(line.page(), 0) == line.direction())
        .filter(line -> !edges.contains(line) || !isRunning(line, repeats, enough))
        .toList();
  }

  private static boolean isRunning(PdfLine line, Map<String, Set<Integer>> repeats, int enough) {
    return repeats.getOrDefault(key(line), Set.of()).size() >= enough
        || PAGE_NUMBER.matcher(withoutDigits(line)).matches();
  }

  /** Size counts: a title is not dropped for coming again as a small header. */
  private static String key(PdfLine line) {
    String words = SPACES.matcher(withoutDigits(line)).replaceAll("").toLowerCase(Locale.ROOT);
    return Math.round(line.size()) + " " + words;
  }

  private static String withoutDigits(PdfLine line) {
    return DIGITS.matcher(line.text()).replaceAll("#");
  }

  private static List<PdfLine> edges(List<PdfLine> onPage) {
    List<PdfLine> sorted = new ArrayList<>(onPage);
    sorted.sort(Comparator.comparingDouble(PdfLine::baseline));
    List<PdfLine> edges = new ArrayList<>();
    for (PdfLine line : sorted.subList(0, Math.min(EDGE_LINES, sorted.size()))) {
      if (line.baseline() < line.pageHeight() * EDGE) {
        edges.add(line);
      }
    }
    for (PdfLine line : sorted.subList(Math.max(0, sorted.size() - EDGE_LINES), sorted.size())) {
      if (line.baseline() > line.pageHeight() * (1 - EDGE)) {
        edges.add(line);
      }
    }
    return edges;
  }

  /** The direction that most of a page's characters have. */
  private static int direction(List<PdfLine> onPage) {
    Map<Integer, Integer> chars = new HashMap<>();
    onPage.forEach(line -> chars.merge(line.direction(), line.text().length(), Integer::sum));
    return chars.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0);
  }
}

package dev.readout.intake.extract;

import dev.readout.intake.extract.PdfExtractor.PdfLineReader.PdfLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Joins lines to paragraphs. A new one begins on a new page, where the size changes, after a gap
 * wider than that between lines, at an indent, at a list mark, and after a last line that is cut
 * short by a full stop. A column that ends within a sentence goes on in the next.
 */
final class PdfParagraphs {
  /** How much wider than the usual distance between lines a gap is. */
  private static final float GAP = 1.3f;

  /** The usual distance, in sizes, where no lines tell. */
  private static final float USUAL_LEADING = 1.4f;

  /** An indent, in sizes. */
  private static final float INDENT = 0.7f;

  /** How much of the width a last line leaves free. */
  private static final float SHORT_LINE = 0.8f;

  private static final float SIZE_CHANGE = 0.1f;

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;。！？：；][\"”’)）]*$");
  private static final Pattern BULLET = Pattern.compile("^[•▪‣◦●■□–·§\\uF0B7\\uF0A7] ?\\S");
  private static final Pattern NUMBERED =
      Pattern.compile("^(?:[(（]?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)）]|[一二三四五六七八九十]{1,3}、)");

  private final List<PdfLine> lines;
  private final Map<Integer, Float> leadings = new HashMap<>();
  private final List<Paragraph> paragraphs = new ArrayList<>();

  /** Lines that belong together, of a size in points. */
  record Paragraph(String text, int page, float size) {}

  private PdfParagraphs(List<PdfLine> lines) {
    this.lines = lines;
  }

  static List<Paragraph> of(List<PdfLine> lines) {
    return new PdfParagraphs(lines).join();
  }

  private List<Paragraph> join() {
    measureLeadings();
    int first = 0;
    float width = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (i > first && begins(lines.get(i - 1), lines.get(i), width)) {
        add(lines.subList(first, i));
        first = i;
        width = 0;
      }
      width = Math.max(width, lines.get(i).right() - lines.get(i).left());
    }
    if (first < lines.size()) {
      add(lines.subList(first, lines.size()));
    }
    return paragraphs;
  }

  private void add(List<PdfLine> of) {
    StringBuilder text = new StringBuilder();
    of.forEach(line -> TextBlocks.LineJoin.append(text, line.text()));
    paragraphs.add(new Paragraph(text.toString(), of.getFirst().page(), of.getFirst().size()));
  }

  /** Whether a line begins one, by the line before and the widest of its paragraph. */
  private boolean begins(PdfLine before, PdfLine line, float width) {
    boolean ended = SENTENCE_END.matcher(before.text()).find();
    if (before.page() != line.page()
        || Math.abs(before.size() - line.size()) > SIZE_CHANGE * before.size()
        || BULLET.matcher(line.text()).find()
        || (ended && NUMBERED.matcher(line.text()).find())) {
      return true;
    }
    float gap = line.baseline() - before.baseline();
    if (gap < -line.size()) {
      return ended || !continues(line);
    }
    float leading = leadings.getOrDefault(Math.round(line.size()), USUAL_LEADING * line.size());
    if (gap > GAP * leading) {
      return true;
    }
    boolean indented = line.left() - before.left() > INDENT * line.size();
    boolean cutShort = before.right() - before.left() < SHORT_LINE * width;
    return ended && (indented || cutShort);
  }

  /** In the next column: a sentence goes on in small letters, or in Chinese, which has none. */
  private static boolean continues(PdfLine line) {
    int first = line.text().codePointAt(0);
    return Character.isLowerCase(first)
        || Character.isIdeographic(first)
        || Character.isDigit(first);
  }

  /** The median distance between lines of a size, by the size. */
  private void measureLeadings() {
    Map<Integer, List<Float>> gaps = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      PdfLine before = lines.get(i - 1);
      PdfLine line = lines.get(i);
      float gap = line.baseline() - before.baseline();
      int size = Math.round(line.size());
      if (before.page() == line.page()
          && size == Math.round(before.size())
          && gap > 0
          && gap < 2.5f * line.size()) {
        gaps.computeIfAbsent(size, _ -> new ArrayList<>()).add(gap);
      }
    }
    gaps.forEach(
        (size, of) -> {
          of.sort(Float::compare);
          leadings.put(size, of.get((of.size() - 1) / 2));
        });
  }

  /** What has the most characters, of equals the largest. */
  static <T extends Comparable<T>> Optional<T> most(Map<T, Integer> chars) {
    return chars.entrySet().stream()
        .max(Map.Entry.<T, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  /** The lines of pages, not of the text: repeated headers and footers, numbers, turned stamps. */
  static final class RunningLines {
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
      return most(chars).orElse(0);
    }
  }
}

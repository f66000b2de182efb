package dev.readout.intake.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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

  /**
   * Lines that belong together.
   *
   * @param size of its characters, in points
   */
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
    of.forEach(line -> LineJoin.append(text, line.text()));
    paragraphs.add(new Paragraph(text.toString(), of.getFirst().page(), of.getFirst().size()));
  }

  /**
   * @param width of the widest line of the paragraph that the line before belongs to
   */
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
}

package dev.readout.intake.extract;

import dev.readout.intake.fetch.Original;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain text, by blank lines, indents, list marks or lines; a short first is the title. */
final class PlainTextExtractor {
  /** A longer line was not wrapped by whoever wrote the file. */
  private static final int MAX_WRAPPED_CHARS = 120;

  private static final int MAX_TITLE_CHARS = 200;
  private static final Pattern LIST_MARK =
      Pattern.compile("^\\s*(?:[-*•·–] |[(（]?[0-9]{1,3}[.)）、] ?)");
  private static final Pattern INDENT = Pattern.compile("^(?: {2,}|\\t)");

  /** Two ideographic spaces, on a first line only. */
  private static final String CHINESE_INDENT = "\u3000\u3000";

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;。！？：；][\"”’)]*$");

  Extraction extract(Original original) {
    return TextDecoder.decode(original)
        .map(PlainTextExtractor::extract)
        .orElseGet(() -> new Extraction.Failed(Extraction.Reason.MALFORMED));
  }

  static Extraction extract(String text) {
    List<String> paragraphs = paragraphs(HtmlExtractor.GazetteText.cleaned(text).lines().toList());
    String title = title(paragraphs);
    TextBlocks blocks = new TextBlocks();
    for (int i = 0; i < paragraphs.size(); i++) {
      blocks.add(paragraphs.get(i), i > 0 || title == null, null);
    }
    return blocks.toExtraction(title, PublishedDay.DateLine.in(paragraphs).orElse(null), null);
  }

  private static List<String> paragraphs(List<String> lines) {
    boolean wrapped = lines.stream().allMatch(line -> line.length() <= MAX_WRAPPED_CHARS);
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    boolean indented = false;
    for (String line : lines) {
      boolean starts =
          line.isBlank()
              || !wrapped
              || LIST_MARK.matcher(line).find()
              || line.startsWith(CHINESE_INDENT)
              || (INDENT.matcher(line).find() && !indented);
      if (starts) {
        flush(paragraph, paragraphs);
      }
      TextBlocks.LineJoin.append(paragraph, line.strip());
      indented = INDENT.matcher(line).find();
    }
    flush(paragraph, paragraphs);
    return paragraphs;
  }

  private static void flush(StringBuilder paragraph, List<String> paragraphs) {
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph.toString());
      paragraph.setLength(0);
    }
  }

  private static @Nullable String title(List<String> paragraphs) {
    if (paragraphs.size() < 2) {
      return null;
    }
    String first = paragraphs.getFirst();
    boolean sensible = first.length() <= MAX_TITLE_CHARS && !SENTENCE_END.matcher(first).find();
    return sensible && PublishedDay.DateLine.in(List.of(first)).isEmpty() ? first : null;
  }

  /** Bytes of plain text and Markdown to text with one kind of line end. Pure functions. */
  static final class TextDecoder {
    /** More control characters than this are not text. */
    private static final double MAX_CONTROLS = 0.01;

    private TextDecoder() {}

    /** The text, with {@code \n} for every line end; empty if the bytes are none. */
    static Optional<String> decode(Original original) {
      String text = PageDecoder.decode(original);
      long controls = text.chars().filter(TextDecoder::isControl).count();
      return controls > text.length() * MAX_CONTROLS ? Optional.empty() : Optional.of(clean(text));
    }

    private static boolean isControl(int c) {
      return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    }

    private static String clean(String text) {
      StringBuilder clean = new StringBuilder(text.length());
      text.replace("\r\n", "\n")
          .replace('\r', '\n')
          .replace("\f", "\n\n")
          .chars()
          .filter(c -> !isControl(c))
          .forEach(c -> clean.append((char) c));
      return clean.toString();
    }
  }
}

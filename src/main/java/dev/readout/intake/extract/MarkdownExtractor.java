package dev.readout.intake.extract;

import dev.readout.intake.fetch.Original;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of Markdown: headings, paragraphs, list items, quotations, table rows and notes. Code,
 * comments and pictures are left out. What front matter says of title, day and publisher goes
 * before what the text says. Confined to one thread, for one document.
 */
final class MarkdownExtractor {
  private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6}(?:[ \\t]+(.*))?$");
  private static final Pattern CLOSING = Pattern.compile("(?:^|[ \\t])#+[ \\t]*$");
  private static final Pattern UNDERLINE = Pattern.compile("^ {0,3}(?:=+|-+)[ \\t]*$");
  private static final Pattern RULE = Pattern.compile("^ {0,3}([-*_])(?:[ \\t]*\\1){2,}[ \\t]*$");
  private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,}).*$");
  private static final Pattern QUOTE = Pattern.compile("^(?: {0,3}> ?)+");
  private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+]|[0-9]{1,9}[.)])[ \\t]+");
  private static final Pattern TASK = Pattern.compile("^\\[[ xX]] ");
  private static final Pattern TABLE_RULE = Pattern.compile("^[ |:\\t-]*-[ |:\\t-]*$");
  private static final Pattern DEFINITION =
      Pattern.compile("^ {0,3}\\[(?!\\^)[^\\]]+]:\\s*\\S+.*$");
  private static final Pattern NOTE = Pattern.compile("^ {0,3}\\[\\^[^\\]]+]:\\s*");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|$)", Pattern.DOTALL);
  private static final Pattern FIELD = Pattern.compile("^([A-Za-z_]+):[ \\t]*(.*)$");
  private static final Set<String> DAYS = Set.of("published", "date", "pubdate");

  private final TextBlocks blocks = new TextBlocks();
  private final StringBuilder paragraph = new StringBuilder();
  private @Nullable String title;
  private @Nullable String day;
  private @Nullable String publisher;
  private @Nullable String fence;
  private boolean headed;

  Extraction extract(Original original) {
    Optional<String> text = PlainTextExtractor.TextDecoder.decode(original);
    if (text.isEmpty()) {
      return new Extraction.Failed(Extraction.Reason.MALFORMED);
    }
    List<String> lines = COMMENT.matcher(text.get()).replaceAll("").lines().toList();
    for (int i = frontMatter(lines); i < lines.size(); i++) {
      read(lines.get(i));
    }
    endParagraph();
    List<String> stated = day == null ? blocks.texts() : List.of(day);
    return blocks.toExtraction(title, PublishedDay.DateLine.in(stated).orElse(null), publisher);
  }

  /** Reads it, if there is any, and returns the line that the text begins on. */
  private int frontMatter(List<String> lines) {
    int end = lines.isEmpty() || !lines.getFirst().strip().equals("---") ? -1 : closing(lines);
    for (String line : lines.subList(0, Math.max(0, end))) {
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        take(field.group(1).toLowerCase(Locale.ROOT), unquoted(field.group(2).strip()));
      }
    }
    return end + 1;
  }

  private static int closing(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals("---") || lines.get(i).strip().equals("...")) {
        return i;
      }
    }
    return -1;
  }

  private void take(String name, String value) {
    if (value.isEmpty()) {
      return;
    }
    if (name.equals("title")) {
      title = value;
    } else if (name.equals("publisher") || name.equals("issuer")) {
      publisher = value;
    } else if (DAYS.contains(name) && (day == null || name.equals("published"))) {
      // Of a moment only the day is stated in the publisher's own time.
      day = value.replaceFirst("^([0-9-]{10})[T ].*$", "$1");
    }
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private void read(String line) {
    Matcher mark = FENCE.matcher(line);
    if (fence != null) {
      fence = line.strip().startsWith(fence) ? null : fence;
    } else if (mark.matches()) {
      endParagraph();
      fence = mark.group(1);
    } else if (!DEFINITION.matcher(line).matches()) {
      readText(QUOTE.matcher(line).replaceFirst(""));
    }
  }

  private void readText(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    Matcher note = NOTE.matcher(line);
    if (heading.matches()) {
      endParagraph();
      String text = heading.group(1) == null ? "" : heading.group(1);
      heading(CLOSING.matcher(text).replaceFirst(""));
    } else if (UNDERLINE.matcher(line).matches() && !paragraph.isEmpty()) {
      heading(paragraph.toString());
      paragraph.setLength(0);
    } else if (line.isBlank() || RULE.matcher(line).matches() || isTableRule(line)) {
      endParagraph();
    } else if (item.find()) {
      endParagraph();
      paragraph.append(TASK.matcher(line.substring(item.end())).replaceFirst("").strip());
    } else if (note.find()) {
      endParagraph();
      paragraph.append(line.substring(note.end()).strip());
    } else if (line.strip().startsWith("|")) {
      endParagraph();
      row(line.strip());
    } else {
      TextBlocks.LineJoin.append(paragraph, line.strip());
    }
  }

  private static boolean isTableRule(String line) {
    return line.indexOf('|') >= 0 && TABLE_RULE.matcher(line).matches();
  }

  private void row(String line) {
    String inner =
        line.substring(
            1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
    List<String> cells =
        List.of(inner.split("(?<!\\\\)\\|", -1)).stream().map(String::strip).toList();
    blocks.add(MarkdownInline.text(String.join(" | ", cells)), true, null);
  }

  private void heading(String markdown) {
    String text = MarkdownInline.text(markdown.strip());
    if (!headed && title == null && !text.isBlank()) {
      title = text;
    }
    headed = true;
    blocks.add(text, false, null);
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      blocks.add(MarkdownInline.text(paragraph.toString()), true, null);
      paragraph.setLength(0);
    }
  }

  /** The text of a line of Markdown: links are their words, marks of emphasis and pictures go. */
  static final class MarkdownInline {
    /** A longer paragraph is left as it is: the time to read it grows with its square. */
    private static final int MAX_CHARS = 20_000;

    private static final Pattern PICTURE =
        Pattern.compile(
            "!\\[[^\\]]*](?:\\([^()\\s]*(?:\\([^()]*\\)[^()\\s]*)*[^()]*\\)|\\[[^\\]]*])");
    private static final Pattern LINK =
        Pattern.compile(
            "\\[([^\\[\\]]+)](?:\\([^()\\s]*(?:\\([^()]*\\)[^()\\s]*)*[^()]*\\)|\\[[^\\[\\]]*])");
    private static final Pattern NOTE_MARK = Pattern.compile("\\[\\^[^\\]]+]");
    private static final Pattern ADDRESS = Pattern.compile("<((?:https?://|mailto:)[^<>\\s]+)>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");
    private static final Pattern CODE = Pattern.compile("(`+)([^`]+)\\1");

    /** Marks beside a word; an underscore within one, as in file_name, is none. */
    private static final Pattern STARS = Pattern.compile("\\*{1,3}(?=\\S)([^*]+?)(?<=\\S)\\*{1,3}");

    private static final Pattern UNDERSCORES =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}_])_{1,3}(?=\\S)([^_]+?)(?<=\\S)_{1,3}(?![\\p{L}\\p{N}_])");

    /** What was taken back stays marked as that, or it would be quoted as said. */
    private static final Pattern STRIKE_TAG =
        Pattern.compile("(?i)</?(?:del|s|strike)(?:\\s[^<>]*)?>");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

    /** An escaped character waits here until all marks are read. */
    private static final int PRIVATE_AREA = 0xE000;

    private static final Pattern WAITING = Pattern.compile("[\\uE021-\\uE07E]");

    private MarkdownInline() {}

    static String text(String markdown) {
      if (markdown.length() > MAX_CHARS) {
        return markdown;
      }
      String text = ESCAPE.matcher(markdown).replaceAll(m -> hidden(m.group(1)));
      text = PICTURE.matcher(text).replaceAll("");
      // Twice, for a picture or brackets within a link.
      text = LINK.matcher(LINK.matcher(text).replaceAll("$1")).replaceAll("$1");
      text = NOTE_MARK.matcher(text).replaceAll("");
      text = ADDRESS.matcher(text).replaceAll("$1");
      text = STRIKE_TAG.matcher(text).replaceAll("~~");
      text = TAG.matcher(text).replaceAll("");
      text = CODE.matcher(text).replaceAll("$2");
      // Twice, for **bold with *italics* in it**.
      text = STARS.matcher(STARS.matcher(text).replaceAll("$1")).replaceAll("$1");
      text = UNDERSCORES.matcher(text).replaceAll("$1");
      text = Parser.unescapeEntities(text, false);
      return WAITING.matcher(text).replaceAll(m -> Matcher.quoteReplacement(shown(m.group())));
    }

    private static String hidden(String character) {
      return String.valueOf((char) (PRIVATE_AREA + character.charAt(0)));
    }

    private static String shown(String waiting) {
      return String.valueOf((char) (waiting.charAt(0) - PRIVATE_AREA));
    }
  }
}

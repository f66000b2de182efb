package dev.readout.intake.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The text of a line of Markdown: links are their words, marks of emphasis and pictures go. */
final class MarkdownInline {
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
      Pattern.compile("(?<![\\p{L}\\p{N}_])_{1,3}(?=\\S)([^_]+?)(?<=\\S)_{1,3}(?![\\p{L}\\p{N}_])");

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

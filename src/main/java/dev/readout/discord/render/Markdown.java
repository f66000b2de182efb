package dev.readout.discord.render;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.TimeFormat;

/**
 * Text as Discord shows it unchanged: nothing in it becomes formatting, a mention, a link, a time
 * or an emoji, and no character turns the direction of writing. Pure functions.
 */
public final class Markdown {
  /** What means something to Discord anywhere in a line, or makes an address or invitation. */
  private static final Pattern SPECIAL =
      Pattern.compile(
          "[\\\\*_~`|<>\\[\\]#@]|:(?=//)|(?i:(?<=discord|discordapp|dis)\\.(?=[a-z]{2,4}/))");

  /** A dash, plus, number or "-#" at the start of a line begins a list, a quote or small print. */
  private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*)([-+]|\\d+(?=[.)]))");

  /**
   * Controls, and what is invisible or turns the direction of writing: fillers, the soft hyphen,
   * tags and selectors of variants with them. The joiners stay, since words of some languages need
   * them, and the selectors that emoji need.
   */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n"
              + "]]|[\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF"
              + "\\u00AD\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFFA0\\uFFF0-\\uFFFB"
              + "\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]");

  private Markdown() {}

  /** Somebody's text, on as many lines as it has. */
  public static String escape(String text) {
    String visible = HIDDEN.matcher(text).replaceAll("");
    String escaped = SPECIAL.matcher(visible).replaceAll("\\\\$0");
    return LINE_START.matcher(escaped).replaceAll(Markdown::escapeStart);
  }

  private static String escapeStart(java.util.regex.MatchResult start) {
    String mark = start.group(2);
    // A number is not escaped itself: "\1" would show its backslash.
    boolean number = Character.isDigit(mark.charAt(0));
    return Matcher.quoteReplacement(start.group(1) + (number ? mark + "\\" : "\\" + mark));
  }

  /** Somebody's text on one line. */
  public static String escapeLine(String text) {
    return escape(text.replaceAll("\\s*\\R\\s*", " ").strip());
  }

  /** The text, cut where Discord takes no more; never between the halves of one character. */
  public static String shortened(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    int end = maxChars - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** Somebody's text on one line, cut where it is longer. */
  public static String escapeLine(String text, int maxChars) {
    return escapeLine(shortened(text, maxChars));
  }

  /** A linked text; in angle brackets the address shows no preview, and may hold brackets. */
  static String link(String text, String url) {
    return "[" + escapeLine(text) + "](<" + url.replace(">", "%3E").replace(" ", "%20") + ">)";
  }

  /** How far off a day is; a day shown as a moment would be another day in some time zones. */
  static String away(LocalDate day) {
    return TimeFormat.RELATIVE.format(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
  }

  static String bold(String escaped) {
    return "**" + escaped + "**";
  }

  static String small(String escaped) {
    return "-# " + escaped;
  }

  static String heading(String escaped) {
    return "### " + escaped;
  }

  static String bullet(String escaped) {
    return "- " + escaped;
  }

  /** A quotation of what was asked. */
  static String quote(String escaped) {
    return "> " + escaped;
  }
}

package dev.readout.discord.command;

import java.util.regex.Pattern;

/** What somebody wrote in a message, without what Discord adds to words. Pure functions. */
final class MessageText {
  /** The option under which the text of a message comes to a command. */
  static final String OPTION = "message";

  private static final Pattern ADDRESSES = Pattern.compile("https?://\\S+");
  private static final Pattern MENTIONS = Pattern.compile("<(?:[@#!&]|a?:\\w+:|t:)[^>]{0,80}>");
  private static final Pattern MARKS = Pattern.compile("[*_~`|]{1,3}|(?m)^(?:>{1,3}|#{1,3}|-#) ");
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cc}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private MessageText() {}

  /** The words alone, cut after a whole sentence or word where they are longer. */
  static String plain(String content, int maxChars) {
    String text = ADDRESSES.matcher(content).replaceAll(" ");
    text = MENTIONS.matcher(text).replaceAll(" ");
    text = MARKS.matcher(text).replaceAll("");
    text = CONTROLS.matcher(text).replaceAll(" ");
    text = SPACES.matcher(text).replaceAll(" ").strip();
    return text.length() <= maxChars ? text : cut(text, maxChars);
  }

  private static String cut(String text, int maxChars) {
    String head = text.substring(0, maxChars);
    int sentence = Math.max(head.lastIndexOf(". "), head.lastIndexOf('。'));
    int word = head.lastIndexOf(' ');
    int end = sentence > maxChars / 2 ? sentence + 1 : word > maxChars / 2 ? word : maxChars;
    return head.substring(0, Character.isHighSurrogate(head.charAt(end - 1)) ? end - 1 : end);
  }
}

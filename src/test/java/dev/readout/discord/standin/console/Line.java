package dev.readout.discord.standin.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that somebody typed, such as {@code /source add url:"https://…"}: a verb, words, and named
 * values. Quotation marks hold blanks together; ":" and "=" both give a name its value.
 *
 * @param verb the first word, empty for an empty line
 * @param words those after it that have no name
 * @param named the others, in the order in which they were typed
 */
public record Line(String verb, List<String> words, Map<String, String> named) {
  private static final Pattern PART =
      Pattern.compile(
          "(?<name>\"[^\"]*\"|[\\p{L}\\p{N}_-]+)[:=](?!//)(?<value>\"[^\"]*\"|\\S*)"
              + "|(?<word>\"[^\"]*\"|\\S+)");

  public Line {
    words = List.copyOf(words);
  }

  /** Takes a line apart. */
  public static Line parse(String text) {
    List<String> words = new ArrayList<>();
    Map<String, String> named = new LinkedHashMap<>();
    Matcher part = PART.matcher(text.replace('“', '"').replace('”', '"'));
    while (part.find()) {
      if (part.group("word") == null) {
        named.put(bare(part.group("name")), bare(part.group("value")));
      } else {
        words.add(bare(part.group("word")));
      }
    }
    String verb = words.isEmpty() ? "" : words.removeFirst();
    return new Line(verb, words, named);
  }

  private static String bare(String text) {
    boolean isQuoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }

  /** All words as one text, for "press Show more". */
  public String phrase() {
    return String.join(" ", words);
  }

  /** A word by its place from 0, or something else if there are fewer. */
  public String word(int index, String otherwise) {
    return index < words.size() ? words.get(index) : otherwise;
  }
}

package dev.readout.intake;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text can be another version of one from before: a correction keeps most words; a front
 * page, a notice or another document that took its place does not. Pure functions.
 */
final class SameDocument {
  /** Of the words of the shorter text. Two papers on one subject share about a quarter. */
  private static final double LEAST_SHARED = 0.5;

  /** Words that say something, and pairs of Chinese characters. */
  private static final Pattern WORD =
      Pattern.compile("(?=(\\p{IsHan}{2}))|\\b([\\p{L}\\p{N}&&[^\\p{IsHan}]]{5,})");

  private SameDocument() {}

  static boolean isLikely(String before, String now) {
    Set<String> one = words(before);
    Set<String> other = words(now);
    int shorter = Math.min(one.size(), other.size());
    one.retainAll(other);
    return shorter > 0 && one.size() >= shorter * LEAST_SHARED;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return words;
  }
}

package dev.readout.meaning;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The longer words and the numbers of statements, by which one may answer what another does. */
public final class CommonWords {
  private static final double MANY = 0.45;
  private static final int MIN_LETTERS = 4;

  private CommonWords() {}

  /** Whether so many of the shorter one's are in both that either may answer. */
  public static boolean areMany(String statement, String other) {
    Set<String> words = words(statement);
    Set<String> others = words(other);
    int fewest = Math.max(1, Math.min(words.size(), others.size()));
    words.retainAll(others);
    return words.size() >= MANY * fewest;
  }

  private static Set<String> words(String text) {
    Set<String> words =
        new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^a-z0-9.]+", -1)));
    words.removeIf(word -> word.length() < MIN_LETTERS && !word.matches("[0-9.]+"));
    return words;
  }
}

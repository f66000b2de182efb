package dev.readout.answer;

import dev.readout.corpus.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The statements taken so far: none too like another, all together within the budget. Confined to
 * one thread.
 */
final class Selection {
  /**
   * Share of the shorter statement's words that the other holds too, from which both say the same.
   */
  private static final double SAME = 0.75;

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}]+");

  private int left;
  private final List<Set<String>> taken = new ArrayList<>();

  Selection(int budgetChars) {
    this.left = budgetChars;
  }

  /**
   * Takes it unless it is too long for what is left or says again what is taken; the first is
   * always taken.
   */
  boolean take(Statement statement) {
    String text = statement.text();
    if (!taken.isEmpty() && text.length() > left) {
      return false;
    }
    Set<String> words = new HashSet<>(List.of(SEPARATORS.split(text.toLowerCase(Locale.ROOT))));
    if (taken.stream().anyMatch(other -> same(words, other))) {
      return false;
    }
    left -= text.length();
    taken.add(words);
    return true;
  }

  private static boolean same(Set<String> a, Set<String> b) {
    if (a.size() > b.size()) {
      return same(b, a);
    }
    double needed = SAME * a.size();
    int left = a.size();
    int both = 0;
    for (String word : a) {
      both += b.contains(word) ? 1 : 0;
      left--;
      if (both + left < needed) {
        return false;
      }
    }
    return both >= needed;
  }
}

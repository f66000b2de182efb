package dev.readout.answer;

import dev.readout.corpus.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The statements taken so far: none too like another, all together within the budget. Confined to
 * one thread.
 */
final class Selection {
  /** Share of the shorter statement's words in the other from which both say the same. */
  private static final double SAME = 0.75;

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
    Set<String> words = words(text.toLowerCase(Locale.ROOT));
    if (taken.stream().anyMatch(other -> same(words, other))) {
      return false;
    }
    left -= text.length();
    taken.add(words);
    return true;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || !isOfAWord(text.charAt(at))) {
        if (at > start) {
          words.add(text.substring(start, at));
        }
        start = at + 1;
      }
    }
    return words;
  }

  private static boolean isOfAWord(char character) {
    return Character.isLetterOrDigit(character) || Character.isSurrogate(character);
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

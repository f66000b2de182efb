package dev.readout.answer;

import static java.util.stream.Collectors.toSet;

import dev.readout.corpus.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The statements taken so far: none too like another, all together within the budget. Confined to
 * one thread.
 */
final class Selection {
  /** Share of the shorter statement's words in the other from which both say the same. */
  private static final double SAME = 0.75;

  /** Odd and large, so that each letter changes all of a hash. */
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private static final Pattern FIGURE = Pattern.compile("[0-9]+");

  private int left;
  private final List<Said> taken = new ArrayList<>();

  /** What a statement says: its words, and its figures. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Said(long[] words, Set<String> figures) {
    static Said by(String text) {
      return new Said(
          wordsOf(text.toLowerCase(Locale.ROOT)),
          FIGURE.matcher(text).results().map(MatchResult::group).collect(toSet()));
    }

    /** "50 percent from 2025" does not say what "100 percent from 2026" says. */
    boolean isSaidBy(Said other) {
      return same(words, other.words)
          && (figures.containsAll(other.figures) || other.figures.containsAll(figures));
    }
  }

  Selection(int budgetChars) {
    this.left = budgetChars;
  }

  /**
   * Takes it unless it is too long for what is left or says again what is taken; the first is
   * always taken.
   */
  boolean take(Statement statement) {
    Said said = Said.by(statement.text());
    return taken.stream().noneMatch(said::isSaidBy) && takeAnother(statement, said);
  }

  /** The same of one that says something else, however like another its words are. */
  boolean takeAnother(Statement statement) {
    return takeAnother(statement, Said.by(statement.text()));
  }

  private boolean takeAnother(Statement statement, Said said) {
    int length = statement.text().length();
    if (!taken.isEmpty() && length > left) {
      return false;
    }
    left -= length;
    taken.add(said);
    return true;
  }

  /**
   * Its different words, each as a hash, in order: of two words that differ they do too, but by a
   * chance in 10^15.
   */
  private static long[] wordsOf(String text) {
    long[] words = new long[text.length() / 2 + 1];
    int count = 0;
    long hash = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at < text.length() && isOfAWord(text.charAt(at))) {
        hash = (hash + text.charAt(at)) * MULTIPLIER;
      } else if (hash != 0) {
        words[count++] = hash;
        hash = 0;
      }
    }
    Arrays.sort(words, 0, count);
    int different = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || words[i] != words[i - 1]) {
        words[different++] = words[i];
      }
    }
    return Arrays.copyOf(words, different);
  }

  private static boolean isOfAWord(char character) {
    return Character.isLetterOrDigit(character) || Character.isSurrogate(character);
  }

  private static boolean same(long[] a, long[] b) {
    int both = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      both += a[i] == b[j] ? 1 : 0;
      boolean isNext = a[i] <= b[j];
      j += b[j] <= a[i] ? 1 : 0;
      i += isNext ? 1 : 0;
    }
    return both >= SAME * Math.min(a.length, b.length);
  }
}

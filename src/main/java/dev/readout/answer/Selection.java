package dev.readout.answer;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.readout.corpus.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The statements taken so far: none too like another, all together within the budget. Confined to
 * one thread.
 */
final class Selection {
  /** Share of the shorter statement's words in the other from which both say the same. */
  private static final double SAME = 0.75;

  /** Odd and large, so that each letter changes all of a hash. */
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** By the statement's hash, since what it says never changes. Those that ship fit in. */
  private static final Cache<String, Said> SAID = Caffeine.newBuilder().maximumSize(6_000).build();

  private int left;
  private final List<Said> taken = new ArrayList<>();

  /**
   * What a statement says: its different words and figures, each as a hash, in order. Of two that
   * differ the hashes do too, but by a chance in 10^15.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Said(long[] words, long[] figures) {
    static Said by(Statement statement) {
      return requireNonNull(SAID.get(statement.hash(), _ -> of(statement.text())));
    }

    private static Said of(String written) {
      String text = written.toLowerCase(Locale.ROOT);
      int length = text.length();
      long[] words = new long[length / 2 + 1];
      long[] figures = new long[length / 2 + 1];
      int wordCount = 0;
      int figureCount = 0;
      long word = 0;
      long figure = 0;
      for (int at = 0; at <= length; at++) {
        char character = at < length ? text.charAt(at) : ' ';
        boolean isDigit = character >= '0' && character <= '9';
        if (isDigit) {
          figure = (figure + character) * MULTIPLIER;
        } else if (figure != 0) {
          figures[figureCount++] = figure;
          figure = 0;
        }
        if (isDigit || isOfAWord(character)) {
          word = (word + character) * MULTIPLIER;
        } else if (word != 0) {
          words[wordCount++] = word;
          word = 0;
        }
      }
      return new Said(inOrder(words, wordCount), inOrder(figures, figureCount));
    }

    /** "50 percent from 2025" does not say what "100 percent from 2026" says. */
    boolean isSaidBy(Said other) {
      return same(words, other.words, SAME) && same(figures, other.figures, 1);
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
    Said said = Said.by(statement);
    return taken.stream().noneMatch(said::isSaidBy) && takeAnother(statement, said);
  }

  /** The same of one that says something else, however like another its words are. */
  boolean takeAnother(Statement statement) {
    return takeAnother(statement, Said.by(statement));
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

  /** Lower case, and no digit of ASCII. */
  private static boolean isOfAWord(char character) {
    return character < 128
        ? character >= 'a' && character <= 'z'
        : Character.isLetterOrDigit(character) || Character.isSurrogate(character);
  }

  private static long[] inOrder(long[] hashes, int count) {
    Arrays.sort(hashes, 0, count);
    int different = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[different++] = hashes[i];
      }
    }
    return Arrays.copyOf(hashes, different);
  }

  /** Whether such a share of the shorter one's is in the other. */
  private static boolean same(long[] a, long[] b, double share) {
    int shorter = Math.min(a.length, b.length);
    int mayLack = (int) (shorter * (1 - share));
    int both = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        both++;
      }
      boolean isNext = a[i] <= b[j];
      j += b[j] <= a[i] ? 1 : 0;
      i += isNext ? 1 : 0;
      if ((a.length <= b.length ? i : j) - both > mayLack) {
        return false;
      }
    }
    return both >= share * shorter;
  }
}

package dev.readout.corpus;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text must hold for a pattern to match anywhere in it: one of some strings, read from the
 * pattern once. A text is kept as a set of the hashes of its runs of one to three characters, which
 * tells of nearly every text that lacks them all without trying the pattern. Where it says no,
 * nothing matches; where it says yes, something may. Immutable, but for the texts that it keeps,
 * and thread-safe.
 */
final class NeededText {
  /** Bits of a text's set; a power of two. */
  private static final int BITS = 1 << 13;

  /** The longest run of characters that is hashed. */
  private static final int RUN = 3;

  /** A longer text, in characters, is not kept, and anything may be in it. */
  private static final int LONGEST = 2_000;

  /** 1 KB each and the text. */
  private static final KeptTexts<BitSet> KEPT =
      new KeptTexts<>(1 << 10, LONGEST, NeededText::bitsOf);

  /** The places of the bits of each string, of which one must be there whole. */
  private final int[][] strings;

  private NeededText(int[][] strings) {
    this.strings = strings;
  }

  /** What a text must hold; null where that cannot be read from the pattern. */
  static @Nullable NeededText of(Pattern pattern) {
    int unread =
        Pattern.COMMENTS
            | Pattern.LITERAL
            | Pattern.UNICODE_CASE
            | Pattern.UNICODE_CHARACTER_CLASS
            | Pattern.CANON_EQ;
    if ((pattern.flags() & unread) != 0) {
      return null;
    }
    List<String> needed = new Syntax(pattern.pattern()).read();
    return needed.isEmpty()
        ? null
        : new NeededText(needed.stream().map(NeededText::places).toArray(int[][]::new));
  }

  boolean mayBeIn(String text) {
    if (text.length() > LONGEST) {
      return true;
    }
    BitSet bits = KEPT.of(text);
    for (int[] places : strings) {
      if (areIn(bits, places)) {
        return true;
      }
    }
    return false;
  }

  private static boolean areIn(BitSet bits, int[] places) {
    for (int place : places) {
      if (!bits.get(place)) {
        return false;
      }
    }
    return true;
  }

  private static BitSet bitsOf(String text) {
    BitSet bits = new BitSet(BITS);
    for (int at = 0; at < text.length(); at++) {
      int hash = 0;
      for (int i = at; i < Math.min(text.length(), at + RUN); i++) {
        hash = next(hash, text.charAt(i));
        bits.set(place(hash));
      }
    }
    return bits;
  }

  private static int[] places(String string) {
    int run = Math.min(RUN, string.length());
    int[] places = new int[string.length() - run + 1];
    for (int at = 0; at < places.length; at++) {
      int hash = 0;
      for (int i = at; i < at + run; i++) {
        hash = next(hash, string.charAt(i));
      }
      places[at] = place(hash);
    }
    return places;
  }

  private static int next(int hash, char character) {
    return (hash + lower(character) + 1) * 0x9E3779B1;
  }

  private static int place(int hash) {
    return (hash ^ hash >>> 15) >>> 3 & (BITS - 1);
  }

  /** Upper and lower case of ASCII are one, as {@link Pattern#CASE_INSENSITIVE} has it. */
  private static char lower(char character) {
    return character >= 'A' && character <= 'Z' ? (char) (character + 'a' - 'A') : character;
  }

  /**
   * Reads a pattern by descent: of what follows one another the longest string that must be there,
   * of alternatives one of each. Anything but letters, groups and how often they come is read as
   * what may be anything. Not thread-safe.
   */
  private static final class Syntax {
    private static final List<String> NOTHING = List.of();

    private final String regex;
    private int at;

    Syntax(String regex) {
      this.regex = regex;
    }

    /** Strings of which one must be there; none where nothing must, or it cannot be told. */
    List<String> read() {
      return regex.contains("\\Q") || regex.contains("(?x") || regex.contains("(?iu")
          ? NOTHING
          : alternatives();
    }

    private List<String> alternatives() {
      List<String> needed = new ArrayList<>();
      boolean isTold = true;
      do {
        List<String> one = sequence();
        isTold &= !one.isEmpty();
        needed.addAll(one);
      } while (skipped('|'));
      return isTold ? needed : NOTHING;
    }

    private List<String> sequence() {
      List<String> best = NOTHING;
      StringBuilder run = new StringBuilder();
      while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
        char first = regex.charAt(at);
        List<String> atom = NOTHING;
        boolean isLetter = false;
        if (first == '(') {
          atom = group();
        } else if (first == '[') {
          skipClass();
        } else if (first == '\\') {
          isLetter = !Character.isLetterOrDigit(regex.charAt(at + 1));
          skipEscape();
          run.append(isLetter ? regex.substring(at - 1, at) : "");
        } else {
          isLetter = "^$.".indexOf(first) < 0;
          at++;
          run.append(isLetter ? String.valueOf(first) : "");
        }
        boolean isCounted = at < regex.length() && "?*+{".indexOf(regex.charAt(at)) >= 0;
        boolean mayBeMissing = isCounted && isMissing();
        if (isLetter && mayBeMissing) {
          run.setLength(run.length() - 1);
        }
        if (!isLetter || isCounted) {
          best = better(best, run.isEmpty() ? NOTHING : List.of(run.toString()));
          run.setLength(0);
        }
        best = better(best, mayBeMissing ? NOTHING : atom);
      }
      return better(best, run.isEmpty() ? NOTHING : List.of(run.toString()));
    }

    /** Skips how often it comes; whether it may come not at all. */
    private boolean isMissing() {
      char how = regex.charAt(at);
      boolean mayBe = how == '?' || how == '*' || regex.startsWith("{0", at);
      at = how == '{' ? regex.indexOf('}', at) + 1 : at + 1;
      if (at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0) {
        at++;
      }
      return mayBe;
    }

    private List<String> group() {
      at++;
      boolean isNot = regex.startsWith("?!", at) || regex.startsWith("?<!", at);
      if (skipped('?')) {
        while (":=!>)".indexOf(regex.charAt(at)) < 0) {
          at++;
        }
        if (regex.charAt(at) != ')') {
          at++;
        }
      }
      List<String> needed = alternatives();
      skipped(')');
      return isNot ? NOTHING : needed;
    }

    private void skipClass() {
      for (int depth = 0; at < regex.length(); at++) {
        char here = regex.charAt(at);
        depth += here == '[' ? 1 : here == ']' ? -1 : 0;
        at += here == '\\' ? 1 : 0;
        if (depth == 0) {
          at++;
          return;
        }
      }
    }

    /** A letter behind it may have a name in braces, or behind "k" in angle brackets. */
    private void skipEscape() {
      char letter = regex.charAt(at + 1);
      at += 2;
      if ("pPxNk".indexOf(letter) >= 0 && at < regex.length()) {
        char opens = regex.charAt(at);
        if (opens == '{' || opens == '<') {
          at = regex.indexOf(opens == '{' ? '}' : '>', at) + 1;
        } else if (letter == 'x') {
          at += 2;
        } else if (letter != 'k') {
          at++;
        }
      } else if (letter == 'u') {
        at += 4;
      }
      while (Character.isDigit(letter)
          && at < regex.length()
          && Character.isDigit(regex.charAt(at))) {
        at++;
      }
    }

    private boolean skipped(char character) {
      boolean is = at < regex.length() && regex.charAt(at) == character;
      at += is ? 1 : 0;
      return is;
    }

    /** The one whose shortest string is longer; of two alike, that of fewer strings. */
    private static List<String> better(List<String> one, List<String> other) {
      int by = Integer.compare(shortest(one), shortest(other));
      return by > 0 || (by == 0 && one.size() <= other.size()) ? one : other;
    }

    private static int shortest(List<String> strings) {
      return Math.min(RUN, strings.stream().mapToInt(String::length).min().orElse(0));
    }
  }
}

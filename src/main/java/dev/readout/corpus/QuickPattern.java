package dev.readout.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is found several times as fast as by {@link Pattern} where it has dozens of
 * alternatives: it is looked for only in a text that has a string which it needs, and tried only
 * where two characters can begin it, which is asked once for each two. It finds the same.
 * Thread-safe.
 */
public final class QuickPattern {
  private static final int FIRST = ' ';
  private static final int KINDS = 127 - FIRST;
  private static final int BEGINS = 1;
  private static final int BEGINS_NOT = 2;

  /** What stands before a beginning: nothing, where "^" matches, a letter, or neither. */
  private static final List<String> BEFORE = List.of("", "a", "\u0001");

  /** What comes behind the last character. */
  private static final int LAST = -1;

  private static final int START = 0;
  private static final int WORD = 1;
  private static final int OTHER = 2;

  /** What must stand before a place cannot be tried with two characters alone. */
  private static final String BEHIND = "(?<=";

  /** What must not, of which one letter does not stand for all. */
  private static final String NOT_BEHIND = "(?<!";

  private final Pattern pattern;
  private final Pattern beginning;
  private final @Nullable NeededText needed;
  private final boolean isTried;
  private final boolean hasNotBehind;
  private final boolean isAtStart;

  /** Whether it may match behind the last character. */
  private final boolean isAtEnd;

  /**
   * For each two characters of ASCII two bits for each of {@link #BEFORE}; 0 where it is not known
   * yet, or by another thread. Made when it is first asked, since it takes 9 KB.
   */
  private byte[] beginnings = new byte[0];

  /** The same for each one character, which fits where a processor need not wait for it. */
  private final byte[] first = new byte[KINDS];

  public QuickPattern(Pattern pattern) {
    this(pattern, pattern);
  }

  /**
   * @param beginning matches wherever the pattern does, and says nothing of what stands before
   */
  QuickPattern(Pattern pattern, Pattern beginning) {
    this.pattern = pattern;
    this.beginning = beginning;
    this.needed = NeededText.of(pattern);
    this.isTried =
        !beginning.pattern().contains(BEHIND) && (pattern.flags() & Pattern.MULTILINE) == 0;
    this.hasNotBehind = beginning.pattern().contains(NOT_BEHIND);
    this.isAtStart = isAtStart(pattern);
    this.isAtEnd =
        hasNotBehind
            || BEFORE.stream()
                .anyMatch(
                    before ->
                        matcher(beginning, before)
                            .region(before.length(), before.length())
                            .lookingAt());
  }

  /** Upper and lower case are one. */
  public static QuickPattern of(String regex) {
    return new QuickPattern(Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
  }

  /** Upper and lower case are two. */
  public static QuickPattern exactly(String regex) {
    return new QuickPattern(Pattern.compile(regex));
  }

  /** Whether some of the text matches. */
  public boolean isIn(String text) {
    return first(text) != null;
  }

  /** Whether all of the text matches. */
  public boolean isWhole(String text) {
    return whole(text, 0, text.length()) != null;
  }

  /** The match of all from one place of the text to before another; null where it is none. */
  public @Nullable MatchResult whole(String text, int from, int to) {
    if (!mayBeIn(text)) {
      return null;
    }
    Matcher matcher = pattern.matcher(text).region(from, to);
    return matcher.matches() ? matcher : null;
  }

  /** What matches first; null for nothing. */
  public @Nullable MatchResult first(String text) {
    int from = mayBegin(text);
    if (from < 0) {
      return null;
    }
    Matcher matcher = matcher(text);
    return find(matcher, text, from) ? matcher : null;
  }

  /** All that matches, in order of place, as {@link Matcher#results} has it. */
  public List<MatchResult> in(String text) {
    int first = mayBegin(text);
    if (first < 0) {
      return List.of();
    }
    List<MatchResult> found = new ArrayList<>();
    Matcher matcher = matcher(text);
    for (int from = first; find(matcher, text, from); ) {
      found.add(matcher.toMatchResult());
      from = Math.max(matcher.end(), matcher.start() + 1);
    }
    return found;
  }

  /** The text with all that matches replaced, as {@link Matcher#replaceAll(String)} has it. */
  public String replaceAll(String text, String replacement) {
    return isIn(text) ? pattern.matcher(text).replaceAll(replacement) : text;
  }

  /** The same with what each match is replaced with, taken literally. */
  public String replaceAll(String text, Function<MatchResult, String> replacement) {
    return isIn(text)
        ? pattern
            .matcher(text)
            .replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)))
        : text;
  }

  /** The text with the first match replaced, as {@link Matcher#replaceFirst(String)} has it. */
  public String replaceFirst(String text, String replacement) {
    return isIn(text) ? pattern.matcher(text).replaceFirst(replacement) : text;
  }

  /** The same with what the match is replaced with, taken literally. */
  public String replaceFirst(String text, Function<MatchResult, String> replacement) {
    MatchResult match = first(text);
    return match == null
        ? text
        : text.substring(0, match.start()) + replacement.apply(match) + text.substring(match.end());
  }

  private Matcher matcher(String text) {
    return matcher(pattern, text);
  }

  private static Matcher matcher(Pattern pattern, String text) {
    return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  /** Whether it can match at the start of a text alone: by "^", behind which no other way is. */
  private static boolean isAtStart(Pattern pattern) {
    String regex = pattern.pattern();
    if (!regex.startsWith("^")
        || regex.contains("\\Q")
        || (pattern.flags() & (Pattern.MULTILINE | Pattern.COMMENTS)) != 0) {
      return false;
    }
    int depth = 0;
    boolean isInClass = false;
    for (int i = 0; i < regex.length(); i++) {
      switch (regex.charAt(i)) {
        case '\\' -> i++;
        case '[' -> isInClass = true;
        case ']' -> isInClass = false;
        case '(' -> depth += isInClass ? 0 : 1;
        case ')' -> depth -= isInClass ? 0 : 1;
        case '|' -> {
          if (depth == 0 && !isInClass) {
            return false;
          }
        }
        default -> {}
      }
    }
    return true;
  }

  private boolean find(Matcher matcher, String text, int from) {
    if (isAtStart) {
      return from == 0
          && (!isTried || mayBegin(text, 0))
          && matcher.region(0, text.length()).lookingAt();
    }
    if (!isTried) {
      return matcher.region(from, text.length()).find();
    }
    for (int at = from; at <= text.length(); at++) {
      if (mayBegin(text, at)) {
        matcher.region(at, text.length());
        if (isUntold(text, at)) {
          return matcher.find();
        }
        if (matcher.lookingAt()) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean mayBeIn(String text) {
    return needed == null || needed.mayBeIn(text);
  }

  /** The first place at which it may begin, for which no matcher is made; -1 for none. */
  private int mayBegin(String text) {
    if (!mayBeIn(text)) {
      return -1;
    }
    if (!isTried) {
      return 0;
    }
    int last = isAtStart ? 0 : text.length();
    for (int at = 0; at <= last; at++) {
      if (mayBegin(text, at)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether it is a character of which nothing is known, as are those around it, mostly. */
  private static boolean isUntold(String text, int at) {
    return at < text.length() && text.charAt(at) >= FIRST + KINDS;
  }

  private boolean mayBegin(String text, int at) {
    if (at >= text.length()) {
      return isAtEnd;
    }
    boolean isLast = at + 1 == text.length();
    int first = text.charAt(at) - FIRST;
    int second = isLast ? LAST : text.charAt(at + 1) - FIRST;
    if (first < 0 || first >= KINDS || (second < 0 && !isLast) || second >= KINDS) {
      return true;
    }
    if (at == 0) {
      return mayBegin(START, first, second);
    }
    char before = text.charAt(at - 1);
    if (hasNotBehind || before >= FIRST + KINDS) {
      return mayBegin(WORD, first, second) || mayBegin(OTHER, first, second);
    }
    return mayBegin(isOfAWord(before) ? WORD : OTHER, first, second);
  }

  /** As "\b" has it. */
  private static boolean isOfAWord(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || character == '_';
  }

  private boolean mayBegin(int before, int one, int next) {
    return mayBegin(first, one, before, one, LAST)
        && (next == LAST || mayBegin(ofTwo(), one * KINDS + next, before, one, next));
  }

  private byte[] ofTwo() {
    if (beginnings.length == 0) {
      beginnings = new byte[KINDS * KINDS];
    }
    return beginnings;
  }

  /**
   * @param next {@link #LAST} for none
   */
  private boolean mayBegin(byte[] beginnings, int place, int before, int one, int next) {
    int shift = before * 2;
    int known = (beginnings[place] >> shift) & (BEGINS | BEGINS_NOT);
    if (known == 0) {
      String start = "" + (char) (one + FIRST) + (next == LAST ? "" : (char) (next + FIRST));
      known = mayBegin(BEFORE.get(before), start) ? BEGINS : BEGINS_NOT;
      beginnings[place] |= (byte) (known << shift);
    }
    return known == BEGINS;
  }

  @SuppressWarnings("JdkObsolete") // what a longer text could match is just what hitEnd() tells
  private boolean mayBegin(String before, String start) {
    Matcher matcher =
        matcher(beginning, before + start)
            .region(before.length(), before.length() + start.length());
    return matcher.lookingAt() || matcher.hitEnd();
  }
}

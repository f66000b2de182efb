package dev.readout.intake.extract;

import dev.readout.corpus.Statement;
import dev.readout.intake.extract.TextFragments.FragmentMatcher.Place;
import dev.readout.intake.extract.TextWriter.PageText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the text fragments that lead to a page's statements: the fewest words from a statement's
 * beginning that stand nowhere else, and the fewest from its end that lead to its end. Confined to
 * one thread, for one page.
 */
final class TextFragments {
  /** A fragment has at least this many characters of text in all; fewer turn up by accident. */
  private static final int MIN_CHARS = 12;

  /** Least characters of the words from the end. */
  private static final int MIN_END_CHARS = 6;

  /** How many words at either end of a statement are tried as the first, or the last, to use. */
  private static final int MAX_SKIPPED = 12;

  /** Characters of the page searched in all, some seconds' worth; without a fragment after that. */
  private static final long MAX_SEARCHED = 3_000_000_000L;

  /** Discord takes no link whose address holds these, encoded or not. */
  private static final String REFUSED = "!%'()*";

  private final PageText page;
  private final FragmentMatcher matcher;
  private long searched;

  TextFragments(PageText page) {
    this.page = page;
    this.matcher = new FragmentMatcher(page);
  }

  /** A run of characters of the page between borders of words, without a space. */
  private record Word(int start, int end, boolean usable) {}

  /** The fragment of a statement at places in the page, -1 for none; null where none selects it. */
  @Nullable String of(int[] places) {
    BitSet statement = new BitSet();
    for (int place : places) {
      if (place >= 0) {
        statement.set(place);
      }
    }
    if (statement.isEmpty() || searched > MAX_SEARCHED) {
      return null;
    }
    List<Word> words = words(statement);
    Place start = start(words);
    if (start == null) {
      return null;
    }
    String shortest = null;
    for (Place place : new Place[] {whole(words), end(words, start)}) {
      String fragment = place == null ? null : fragment(start, place, words);
      if (fragment != null && (shortest == null || fragment.length() < shortest.length())) {
        shortest = fragment;
      }
    }
    return shortest != null ? shortest : fragment(start, start, words);
  }

  private List<Word> words(BitSet statement) {
    List<Word> words = new ArrayList<>();
    String text = page.text();
    int last = statement.length();
    for (int at = statement.nextSetBit(0); at < last; ) {
      if (isSpace(text.charAt(at))) {
        at++;
        continue;
      }
      int end = page.nextEdge(at);
      while (end < last && goesOn(text.charAt(end - 1), text.charAt(end))) {
        end = page.nextEdge(end);
      }
      words.add(new Word(at, end, isUsable(at, end, statement)));
      at = end;
    }
    return words;
  }

  private static boolean goesOn(char before, char after) {
    return !isSpace(before) && !isSpace(after) && before < 0x2E80 && after < 0x2E80;
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || Character.isSpaceChar(c);
  }

  private boolean isUsable(int start, int end, BitSet statement) {
    return page.isEdge(start)
        && statement.nextClearBit(start) >= end
        && !page.isSpoiled(start, end)
        && page.text().substring(start, end).chars().noneMatch(c -> REFUSED.indexOf(c) >= 0);
  }

  /** Whether a browser shows the two words with at most one space between them. */
  private boolean areTogether(Word one, Word next) {
    return one.usable()
        && next.usable()
        && !page.isSpoiled(one.end(), next.start())
        && page.text().substring(one.end(), next.start()).replace(" ", "").isEmpty();
  }

  private @Nullable Place start(List<Word> words) {
    for (int first = 0; first < Math.min(words.size(), MAX_SKIPPED); first++) {
      Word word = words.get(first);
      for (int i = first; i < words.size() && words.get(i).usable(); i++) {
        Place place = new Place(word.start(), words.get(i).end());
        boolean interrupted = i > first && !areTogether(words.get(i - 1), words.get(i));
        if (interrupted || isTooLong(place)) {
          break;
        }
        if (place.end() - place.start() >= MIN_CHARS && isOnly(place)) {
          return place;
        }
      }
    }
    return null;
  }

  private static boolean isTooLong(Place place) {
    return place.end() - place.start() > Statement.MAX_FRAGMENT_CHARS;
  }

  private boolean isOnly(Place place) {
    String text = text(place);
    int first = page.folded().indexOf(text);
    int second = first < place.start() ? first : page.folded().indexOf(text, first + 1);
    searched += second < 0 ? page.folded().length() : second;
    return first == place.start() && second < 0;
  }

  private String text(Place place) {
    return page.folded().substring(place.start(), place.end());
  }

  /** All of it from its first word to its last, where nothing interrupts. */
  private @Nullable Place whole(List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).usable() || (i > 0 && !areTogether(words.get(i - 1), words.get(i)))) {
        return null;
      }
    }
    return new Place(words.getFirst().start(), words.getLast().end());
  }

  private @Nullable Place end(List<Word> words, Place start) {
    for (int skipped = 0; skipped < Math.min(words.size(), MAX_SKIPPED); skipped++) {
      int last = words.size() - 1 - skipped;
      for (int i = last; i >= 0 && words.get(i).start() >= start.end(); i--) {
        boolean interrupted = i < last && !areTogether(words.get(i), words.get(i + 1));
        Place place = new Place(words.get(i).start(), words.get(last).end());
        if (!words.get(i).usable() || interrupted || isTooLong(place)) {
          break;
        }
        boolean enough = place.end() - place.start() >= MIN_END_CHARS;
        if (enough && page.folded().indexOf(text(place), start.end()) == place.start()) {
          return place;
        }
      }
    }
    return null;
  }

  /** The fragment from the one place to the other, if it holds what is promised of fragments. */
  private @Nullable String fragment(Place start, Place end, List<Word> words) {
    boolean one = end.start() <= start.start();
    String fragment =
        FragmentMatcher.PREFIX + (one ? encoded(end) : encoded(start) + "," + encoded(end));
    if (fragment.length() > Statement.MAX_FRAGMENT_CHARS) {
      return null;
    }
    Place selected = matcher.only(fragment);
    if (selected == null || selected.end() != end.end()) {
      return null;
    }
    return selected.start() >= words.getFirst().start() ? fragment : null;
  }

  private String encoded(Place place) {
    String text = page.text().substring(place.start(), place.end());
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "._~".indexOf(b) >= 0);
      encoded.append(plain ? Character.toString(b) : "%%%02X".formatted(b & 0xFF));
    }
    return encoded.toString();
  }

  /**
   * Finds what a text fragment selects in a page: the first place that begins with its start and
   * reaches to the first end after it, at borders of words, each within one block.
   *
   * <p>Stricter than a browser, since browsers differ: the start may stand nowhere else in the
   * page, not even inside a word or in text that is not seen. Source: WICG, "URL Fragment Text
   * Directives".
   */
  record FragmentMatcher(PageText page) {
    static final String PREFIX = ":~:text=";

    private static final Pattern COMMA = Pattern.compile(",");

    /** A part of the page's text; one past its last character is {@code end}. */
    record Place(int start, int end) {}

    /** The only place that the fragment selects; null for none or several. */
    @Nullable Place only(String fragment) {
      if (!fragment.startsWith(PREFIX)) {
        return null;
      }
      String[] parts = COMMA.split(fragment.substring(PREFIX.length()), -1);
      if (parts.length > 2) {
        return null;
      }
      String start = decoded(parts[0]);
      Place first = next(start, 0);
      if (first == null
          || page.folded().indexOf(start, first.start() + 1) >= 0
          || !isWhole(first)) {
        return null;
      }
      if (parts.length == 1) {
        return first;
      }
      Place last = next(decoded(parts[1]), first.end());
      return last == null || !isWhole(last) ? null : new Place(first.start(), last.end());
    }

    private static String decoded(String part) {
      return PageText.folded(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private @Nullable Place next(String part, int from) {
      int at = part.isEmpty() ? -1 : page.folded().indexOf(part, from);
      return at < 0 || at + part.length() > page.seen() ? null : new Place(at, at + part.length());
    }

    private boolean isWhole(Place place) {
      return page.isEdge(place.start()) && page.isEdge(place.end());
    }
  }
}

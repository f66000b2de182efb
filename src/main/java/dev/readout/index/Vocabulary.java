package dev.readout.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * All words of an index and of the list of common words, as they are written. Immutable.
 *
 * <p>The words nearest to a misspelt one are found by going through all of about its length: the
 * sets of letters, as bits, rule out nearly all, and the distance is worked out of the rest. That
 * needs no structure besides the words, and of the 14,000 of the shipped index it takes 60 µs;
 * signatures of words with letters left out (SymSpell) would be 40 a word. Distance: Damerau and
 * Levenshtein's, no letter moved twice ("optimal string alignment").
 */
final class Vocabulary {
  /** About as many as a few pages have. */
  private static final int MANY_WORDS = 2_000;

  /** Letters of all words, one after the other, in order of lengths and then of sets of letters. */
  private final byte[] letters;

  /** Where each word begins in them; one more for the end. */
  private final int[] starts;

  /** The set of letters of each word, a bit each. */
  private final int[] sets;

  /** In how many records and names of terms each word is; 0 for a common word in none. */
  private final int[] frequencies;

  /** Which words are of the names of people, places and things. */
  private final BitSet names = new BitSet();

  /** The words of the global records, for a server's; null where these are they. */
  private final @Nullable Vocabulary global;

  /** The first word of each length. */
  private final int[] ofLength = new int[WrittenWords.MAX_LETTERS + 2];

  @SuppressWarnings("ArrayRecordComponent") // read, put into one array and forgotten
  private record Entry(byte[] word, int frequency, boolean isName) {}

  /** Entries in any order: to order them by numbers takes a tenth of what their letters would. */
  private Vocabulary(List<Entry> entries, @Nullable Vocabulary global) {
    this.global = global;
    int size = entries.size();
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      byte[] word = entries.get(i).word();
      order[i] = (long) word.length << 58 | (long) set(word) << Integer.SIZE | i;
      ofLength[word.length + 1]++;
    }
    Arrays.sort(order);
    Arrays.parallelPrefix(ofLength, Integer::sum);
    letters = new byte[entries.stream().mapToInt(entry -> entry.word().length).sum()];
    starts = new int[size + 1];
    sets = new int[size];
    frequencies = new int[size];
    for (int i = 0; i < size; i++) {
      Entry entry = entries.get((int) order[i]);
      System.arraycopy(entry.word(), 0, letters, starts[i], entry.word().length);
      starts[i + 1] = starts[i] + entry.word().length;
      sets[i] = set(entry.word());
      frequencies[i] = entry.frequency();
      names.set(i, entry.isName());
    }
  }

  /** Goes through the three fields side by side: their words are in order already. */
  static Vocabulary of(IndexReader reader) throws IOException {
    List<Entry> entries = new ArrayList<>();
    TermsEnum ofRecords = words(reader, Fields.WORDS);
    TermsEnum common = words(reader, Fields.COMMON_WORDS);
    TermsEnum ofNames = words(reader, Fields.NAME_WORDS);
    BytesRef ofRecord = ofRecords.next();
    BytesRef listed = common.next();
    BytesRef name = ofNames.next();
    while (ofRecord != null || listed != null) {
      int order = ofRecord == null ? 1 : listed == null ? -1 : ofRecord.compareTo(listed);
      BytesRef word = BytesRef.deepCopyOf(Objects.requireNonNull(order > 0 ? listed : ofRecord));
      while (name != null && name.compareTo(word) < 0) {
        name = ofNames.next();
      }
      int frequency = order > 0 ? 0 : ofRecords.docFreq();
      entries.add(new Entry(word.bytes, frequency, word.equals(name)));
      ofRecord = order > 0 ? ofRecord : ofRecords.next();
      listed = order < 0 ? listed : common.next();
    }
    return new Vocabulary(entries, null);
  }

  /**
   * The words of a server's own records, by the parts of each one's text, as frequent as in these
   * and the global ones together. A part is seldom Chinese, and the rest take half the time.
   */
  static Vocabulary of(Stream<List<String>> records, Vocabulary global) {
    Map<String, Count> counts = HashMap.newHashMap(MANY_WORDS);
    int number = 0;
    for (List<String> parts : (Iterable<List<String>>) records::iterator) {
      int nth = ++number;
      for (String part : parts) {
        WrittenWords.forEach(
            part,
            (word, isName) -> counts.computeIfAbsent(word, _ -> new Count()).add(nth, isName));
      }
    }
    List<Entry> entries = new ArrayList<>(counts.size());
    counts.forEach(
        (word, count) ->
            entries.add(
                new Entry(word.getBytes(StandardCharsets.US_ASCII), count.texts, count.isName)));
    return new Vocabulary(entries, global);
  }

  /** In how many texts a word is, while they are gone through. */
  private static final class Count {
    private int last;
    private int texts;
    private boolean isName;

    /** Met in a text, the n-th from 1. */
    void add(int text, boolean asName) {
      texts += text == last ? 0 : 1;
      last = text;
      isName |= asName;
    }
  }

  /** The word that is most often written for a stem, the first of equals; the stem for none. */
  String commonest(String stem, Function<String, Set<String>> stems) {
    // "Agency" has the stem "agenc", "agencies" too: all but the last letter stands in each form.
    byte[] start =
        stem.substring(0, Math.max(1, stem.length() - 1)).getBytes(StandardCharsets.UTF_8);
    return Stream.concat(beginning(start), global == null ? Stream.of() : global.beginning(start))
        .filter(known -> stems.apply(known.word()).contains(stem))
        .min(Comparator.comparingInt(Known::frequency).reversed().thenComparing(Known::word))
        .map(Known::word)
        .orElse(stem);
  }

  private Stream<Known> beginning(byte[] start) {
    return IntStream.range(0, frequencies.length)
        .filter(
            i ->
                frequencies[i] > 0
                    && starts[i + 1] - starts[i] >= start.length
                    && Arrays.equals(
                        letters, starts[i], starts[i] + start.length, start, 0, start.length))
        .mapToObj(i -> known(i, 0, true));
  }

  private static TermsEnum words(IndexReader reader, String field) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    return terms == null ? TermsEnum.EMPTY : terms.iterator();
  }

  private static int set(byte[] word) {
    int set = 0;
    for (byte letter : word) {
      set |= 1 << (letter - 'a');
    }
    return set;
  }

  /** A word, in how many records and names of terms it is, and how many slips away. */
  record Known(String word, int frequency, boolean isName, int distance, boolean isOfSameLetters) {
    private static final Comparator<Known> BY_NEARNESS =
        Comparator.comparingInt(Known::distance)
            .thenComparing(Known::isOfSameLetters, Comparator.reverseOrder())
            .thenComparing(Comparator.comparingInt(Known::frequency).reversed())
            .thenComparing(Known::word);
  }

  /** In how many records and names the word is; 0 for a common word in none, -1 for no word. */
  int frequency(String word) {
    Known same = nearest(word, 0, known -> true);
    return same == null ? -1 : same.frequency();
  }

  boolean isName(String word) {
    Known same = nearest(word, 0, known -> true);
    return same != null && same.isName();
  }

  /**
   * The nearest word that comes into question; of those as near one of the same letters, then the
   * most frequent, then the first; null for none.
   */
  @Nullable Known nearest(String word, int slips, Predicate<Known> which) {
    Known own = nearestHere(word, slips, which);
    Known other =
        global == null
            ? null
            : global.nearest(
                word,
                slips,
                known ->
                    which.test(known)
                        && place(known.word().getBytes(StandardCharsets.US_ASCII)) < 0);
    return own == null || (other != null && Known.BY_NEARNESS.compare(other, own) < 0)
        ? other
        : own;
  }

  private @Nullable Known nearestHere(String word, int slips, Predicate<Known> which) {
    byte[] asked = word.getBytes(StandardCharsets.US_ASCII);
    if (slips == 0) {
      int same = place(asked);
      Known known = same < 0 ? null : known(same, 0, true);
      return known != null && which.test(known) ? known : null;
    }
    int set = set(asked);
    Known nearest = null;
    int shortest = Math.max(0, asked.length - slips);
    int longest = Math.min(WrittenWords.MAX_LETTERS, asked.length + slips);
    for (int length = shortest; length <= longest; length++) {
      int added = Math.abs(length - asked.length);
      int otherLetters = added + 2 * (slips - added);
      for (int i = ofLength[length]; i < ofLength[length + 1]; i++) {
        if (Integer.bitCount(set ^ sets[i]) <= otherLetters) {
          int distance = distance(asked, i, slips);
          if (distance <= slips) {
            boolean isOfSameLetters = added == 0 && set == sets[i];
            Known known = known(i, distance, isOfSameLetters);
            if (which.test(known)
                && (nearest == null || Known.BY_NEARNESS.compare(known, nearest) < 0)) {
              nearest = known;
            }
          }
        }
      }
    }
    return nearest;
  }

  /** A word of these, as frequent as here and in the global records together. */
  private Known known(int i, int distance, boolean isOfSameLetters) {
    String word = word(i);
    Known same = global == null ? null : global.nearestHere(word, 0, _ -> true);
    int elsewhere = same == null ? 0 : same.frequency();
    boolean isName = names.get(i) || (same != null && same.isName());
    return new Known(word, frequencies[i] + elsewhere, isName, distance, isOfSameLetters);
  }

  /** Which word it is; negative for none. */
  private int place(byte[] word) {
    if (word.length > WrittenWords.MAX_LETTERS) {
      return -1;
    }
    int set = set(word);
    int at = ofLength[word.length];
    int end = ofLength[word.length + 1];
    for (int last = end; at < last; ) {
      int middle = (at + last) >>> 1;
      at = sets[middle] < set ? middle + 1 : at;
      last = sets[middle] < set ? last : middle;
    }
    for (; at < end && sets[at] == set; at++) {
      if (Arrays.equals(letters, starts[at], starts[at + 1], word, 0, word.length)) {
        return at;
      }
    }
    return -1;
  }

  private String word(int i) {
    return new String(letters, starts[i], starts[i + 1] - starts[i], StandardCharsets.US_ASCII);
  }

  /** Exact up to {@code limit}, more than it past that. */
  private int distance(byte[] asked, int other, int limit) {
    int from = starts[other];
    int end = starts[other + 1];
    int first = 0;
    while (first < asked.length && from < end && asked[first] == letters[from]) {
      first++;
      from++;
    }
    int last = asked.length;
    while (last > first && end > from && asked[last - 1] == letters[end - 1]) {
      last--;
      end--;
    }
    int rows = last - first;
    int columns = end - from;
    if (Math.min(rows, columns) == 0) {
      return Math.max(rows, columns);
    }
    int[][] slips = new int[rows + 1][columns + 1];
    for (int i = 0; i <= rows; i++) {
      int least = i;
      for (int j = 0; j <= columns; j++) {
        slips[i][j] = i == 0 ? j : i;
        if (i > 0 && j > 0) {
          boolean isSame = asked[first + i - 1] == letters[from + j - 1];
          int one = Math.min(slips[i - 1][j], slips[i][j - 1]) + 1;
          slips[i][j] = Math.min(one, slips[i - 1][j - 1] + (isSame ? 0 : 1));
          boolean isSwapped =
              i > 1
                  && j > 1
                  && asked[first + i - 1] == letters[from + j - 2]
                  && asked[first + i - 2] == letters[from + j - 1];
          if (isSwapped) {
            slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
          }
        }
        least = Math.min(least, slips[i][j]);
      }
      if (least > limit) {
        return limit + 1; // nor less by a swap: the row before was at the limit
      }
    }
    return slips[rows][columns];
  }
}

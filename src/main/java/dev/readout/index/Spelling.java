package dev.readout.index;

import dev.readout.corpus.QuickPattern;
import dev.readout.index.Vocabulary.Known;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a word unknown to records and terms was meant to be: a known or common one a slip or two
 * away, or two without their space. What is spelt well is never "corrected". Thread-safe.
 */
final class Spelling {
  /** One slip in words from here on; in shorter ones only where a word of asking is meant. */
  private static final int MIN_LETTERS = 4;

  /** Two slips in words from here on. */
  private static final int LONG_LETTERS = 8;

  /** From here on a word with a capital may be another word than a name. */
  private static final int LONG_NAME_LETTERS = 10;

  /** Of what a word may be put together, or two words written as one. */
  private static final int MIN_PART_LETTERS = 4;

  /** "Sooo", "pleeease". */
  private static final QuickPattern HELD_KEY = QuickPattern.exactly("(.)\\1{2,}");

  /** "Tarrif": the wrong letter is doubled. */
  private static final QuickPattern DOUBLED = QuickPattern.exactly("(.)\\1");

  /** "Unassessed": as well spelt as the rest of it. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:anti|co|counter|de|dis|inter|mis|multi|non|out|over|pre|re|sub|super|un|under)");

  /** "Weakly": the same. */
  private static final Pattern SUFFIX =
      Pattern.compile("(?:ably|ful|less|like|ly|ness|proof|ship|wide|wise)$");

  /** Short words that seldom begin another word. */
  private static final Set<String> SHORT_FIRST = Set.of("if", "is", "of", "to");

  /** Short words that seldom end one. */
  private static final Set<String> SHORT_LAST =
      Set.of("as", "at", "by", "do", "if", "in", "is", "of", "on", "or", "to");

  private final IndexSearcher searcher;
  private final IOSupplier<Vocabulary> words;
  private volatile @Nullable Vocabulary vocabulary;

  Spelling(IndexSearcher searcher) {
    this(searcher, () -> Vocabulary.of(searcher.getIndexReader()));
  }

  private Spelling(IndexSearcher searcher, IOSupplier<Vocabulary> words) {
    this.searcher = searcher;
    this.words = words;
  }

  /** That of a server, by a searcher of both and the texts of its own records. */
  Spelling over(IndexSearcher both, Supplier<Stream<List<String>>> own) {
    return new Spelling(both, () -> Vocabulary.of(own.get(), vocabulary()));
  }

  /** How a word stands in its question: names deserve more doubt. */
  enum Standing {
    PLAIN,
    /** It has a capital, though no sentence begins with it and others have none. */
    NAME
  }

  /** What is meant, in lower case, by a word without its {@code 's}; null where nothing is near. */
  @Nullable String repair(String written, Standing standing) throws IOException {
    String word = WrittenWords.folded(written);
    boolean isAcronym = written.length() > 1 && written.equals(written.toUpperCase(Locale.ROOT));
    if (!WrittenWords.isWord(word)
        || word.length() < WrittenWords.MIN_LETTERS
        || word.length() > WrittenWords.MAX_LETTERS) {
      return null;
    }
    if (standing == Standing.NAME) {
      return isAcronym || word.length() < MIN_LETTERS ? null : name(word);
    }
    if (word.length() < MIN_LETTERS) {
      return isAcronym ? null : wordOfAsking(word);
    }
    return plain(word);
  }

  private @Nullable String plain(String word) throws IOException {
    for (String letters : new String[] {"$1", "$1$1"}) {
      String released = HELD_KEY.replaceAll(word, letters);
      if (!released.equals(word) && isKnown(released)) {
        return released;
      }
    }
    if (isDerived(word)) {
      return null;
    }
    String parts = parts(word, this::sideBySide);
    if (parts != null) {
      return parts;
    }
    Known nearest = vocabulary().nearest(word, 1, known -> true);
    if (nearest == null) {
      nearest =
          vocabulary().nearest(word, 2, known -> undoubled(known.word()).equals(undoubled(word)));
    }
    if (nearest != null) {
      return nearest.word();
    }
    parts = parts(word, this::askedWith);
    if (parts == null) {
      parts = parts(word, this::besideName);
    }
    if (parts != null || word.length() < LONG_LETTERS || parts(word, this::compounded) != null) {
      return parts;
    }
    nearest = vocabulary().nearest(word, 2, known -> known.word().charAt(0) == word.charAt(0));
    return nearest == null ? null : nearest.word();
  }

  /** Another name, or a long word; either of the records. */
  private @Nullable String name(String word) throws IOException {
    Predicate<Known> likely =
        known ->
            known.word().charAt(0) == word.charAt(0)
                && known.frequency() > 0
                && (known.isName() || word.length() >= LONG_LETTERS);
    Known nearest = vocabulary().nearest(word, word.length() < LONG_NAME_LETTERS ? 1 : 2, likely);
    return nearest == null ? null : nearest.word();
  }

  /** "Teh", "wht": of so few letters, only two that changed places or one left out are told. */
  private @Nullable String wordOfAsking(String word) throws IOException {
    Predicate<Known> asking =
        known ->
            QuestionWords.weight(known.word()) < 1
                && (known.word().length() > word.length() || known.isOfSameLetters());
    Known nearest = vocabulary().nearest(word, 1, asking);
    return nearest == null ? null : nearest.word();
  }

  private static String undoubled(String word) {
    return DOUBLED.replaceAll(word, "$1");
  }

  private boolean isDerived(String word) throws IOException {
    return isKnownWithout(PREFIX, word) || isKnownWithout(SUFFIX, word);
  }

  private boolean isKnownWithout(Pattern affix, String word) throws IOException {
    String rest = affix.matcher(word).replaceFirst("");
    return rest.length() < word.length() && rest.length() >= MIN_PART_LETTERS && isKnown(rest);
  }

  private boolean isKnown(String word) throws IOException {
    return vocabulary().frequency(word) >= 0;
  }

  /** How much speaks for two words having been written as one; 0 for nothing. */
  private interface Support {
    int of(String first, String second) throws IOException;
  }

  /** The two words that most speaks for. */
  private static @Nullable String parts(String word, Support support) throws IOException {
    String best = null;
    int most = 0;
    for (int at = 2; at <= word.length() - 2; at++) {
      int found = support.of(word.substring(0, at), word.substring(at));
      if (found > most) {
        most = found;
        best = word.substring(0, at) + " " + word.substring(at);
      }
    }
    return best;
  }

  /** "Rareearths": how many records have them side by side. */
  private int sideBySide(String first, String second) throws IOException {
    boolean areWords =
        Math.min(first.length(), second.length()) >= WrittenWords.MIN_LETTERS
            && QuestionWords.weight(first) == 1
            && QuestionWords.weight(second) == 1
            && isKnown(first)
            && isKnown(second);
    return areWords ? searcher.count(Quotations.phrase(Fields.WHOLE, first + " " + second)) : 0;
  }

  /** "Whatis", "dutieson": how many letters the shorter has. */
  private int askedWith(String first, String second) throws IOException {
    boolean isFirst = isAskedWith(first, SHORT_FIRST);
    boolean isSecond = isAskedWith(second, SHORT_LAST);
    boolean areTwo = isFirst ? isSecond || isOfRecords(second) : isSecond && isOfRecords(first);
    return areTwo ? Math.min(first.length(), second.length()) : 0;
  }

  private static boolean isAskedWith(String word, Set<String> shortWords) {
    return word.length() < WrittenWords.MIN_LETTERS
        ? shortWords.contains(word)
        : QuestionWords.weight(word) < 1;
  }

  private boolean isOfRecords(String word) throws IOException {
    return word.length() >= MIN_PART_LETTERS && vocabulary().frequency(word) > 0;
  }

  /** "Chinesecars": in how many records the rarer one is. */
  private int besideName(String first, String second) throws IOException {
    Vocabulary words = vocabulary();
    boolean areTwo =
        isOfRecords(first) && isOfRecords(second) && (words.isName(first) || words.isName(second));
    return areTwo ? Math.min(words.frequency(first), words.frequency(second)) : 0;
  }

  /** "Stocktaking": a word that nothing is wrong with. */
  private int compounded(String first, String second) throws IOException {
    boolean isLong = Math.min(first.length(), second.length()) >= MIN_PART_LETTERS;
    return isLong && isKnown(first) && isKnown(second) ? 1 : 0;
  }

  /** Whether it is a common English word, in whatever form; "tarif" is a stem and no word. */
  boolean isCommon(String stem, String written) throws IOException {
    return searcher.getIndexReader().docFreq(new Term(Fields.COMMON, stem)) > 0
        && !(written.equals(stem) && !isKnown(stem));
  }

  /** Read from the index when first needed: most questions have no word that it lacks. */
  Vocabulary vocabulary() throws IOException {
    Vocabulary known = vocabulary;
    if (known == null) {
      known = words.get();
      vocabulary = known;
    }
    return known;
  }
}

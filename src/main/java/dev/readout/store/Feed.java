package dev.readout.store;

import dev.readout.corpus.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;
import org.jspecify.annotations.Nullable;

/**
 * A list of documents that is looked at for new ones. Immutable.
 *
 * @param number the scope's own, from 1, never given twice
 */
public record Feed(
    long number,
    Scope scope,
    @Nested Listing listing,
    Instant added,
    String addedBy,
    @Nested FeedHealth health) {

  /**
   * Where the list is and what of it is wanted. Immutable.
   *
   * @param address in the one form that is given to all; up to 2,000 characters
   * @param pointer where in JSON the list is (RFC 6901); null for the whole, or where it is no JSON
   * @param linkPattern which links are documents; null for all, or where they are not told by it
   * @param words of which a document must have one, in title or text; none for all documents
   * @param every how often it is looked at
   */
  public record Listing(
      FeedKind kind,
      String address,
      @Nullable String pointer,
      @Nullable String linkPattern,
      List<String> words,
      Duration every) {
    public static final Duration HOURLY = Duration.ofHours(1);
    public static final int MAX_WORDS = 20;
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Limit POINTER = new Limit("the pointer into JSON", 0, 200);
    private static final Limit LINK_PATTERN = new Limit("the pattern of links", 1, 500);
    private static final Limit WORD = new Limit("a word that documents must have", 1, 50);

    @JdbiConstructor
    public Listing {
      words = List.copyOf(words);
      NewSource.ADDRESS.check(address);
      if (pointer != null) {
        POINTER.check(pointer);
      }
      if (linkPattern != null) {
        LINK_PATTERN.check(linkPattern);
      }
      words.forEach(WORD::check);
      if (words.size() > MAX_WORDS || words.stream().anyMatch(word -> word.contains("\n"))) {
        throw new IllegalArgumentException("no words that documents must have: " + words);
      }
      if (every.compareTo(HOURLY) < 0 || every.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("a feed is looked at once an hour to a week: " + every);
      }
    }

    /** All documents of a list, once an hour. */
    public Listing(FeedKind kind, String address, @Nullable String linkPattern) {
      this(kind, address, null, linkPattern, List.of(), HOURLY);
    }
  }

  public FeedKind kind() {
    return listing.kind();
  }

  public String address() {
    return listing.address();
  }

  /** Which links are documents; null for all, or where they are not told by it. */
  public @Nullable String linkPattern() {
    return listing.linkPattern();
  }
}

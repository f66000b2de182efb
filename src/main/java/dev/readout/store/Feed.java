package dev.readout.store;

import dev.readout.corpus.Scope;
import dev.readout.corpus.WireNamed;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.SourceHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;
import org.jspecify.annotations.Nullable;

/** A list of documents that is looked at for new ones, its number never given twice. Immutable. */
public record Feed(
    long number,
    Scope scope,
    @Nested Listing listing,
    Instant added,
    String addedBy,
    @Nested FeedHealth health) {

  /**
   * Where the list is, by a pointer into JSON (RFC 6901) if need be; what is wanted of it: links by
   * a pattern, with one of some words, all if none; and how often, hourly to weekly. Immutable.
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
      POINTER.check(pointer);
      LINK_PATTERN.check(linkPattern);
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

  /** What a feed lists its items in. */
  public enum FeedKind implements WireNamed {
    /** RSS or Atom. */
    RSS,
    /** The programming interface of the Federal Register. */
    FEDERAL_REGISTER,
    /** A page of links. */
    LIST_PAGE,
    /** JSON that a page's scripts ask for, with a page of links or items in it. */
    JSON_LIST;

    public static Optional<FeedKind> ofWireName(String name) {
      return WireNamed.of(values(), name);
    }
  }

  /**
   * What looks at a feed have shown, null for never or nothing; lengths as of {@link SourceHealth}.
   * Since when something is wrong the catalogue remembers. Immutable.
   */
  public record FeedHealth(
      @Nullable Instant checked,
      @Nullable Instant nextCheck,
      int failures,
      @Nullable String problem,
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable Instant problemSince) {

    /** The problem of a feed that refuses its list or its documents to programs. */
    public static final String DENIED = "denied";

    /** The problem of one that asks who is reading in their place. */
    public static final String CHALLENGE = "challenge";

    /** The problem of a feed that has listed nothing for seven days. */
    public static final String LONG_EMPTY = "empty-7-days";

    /** So many times in a row it could not be had, and it counts as dead. */
    public static final int DEAD_AFTER = 3;

    @JdbiConstructor
    public FeedHealth {
      if (failures < 0) {
        throw new IllegalArgumentException("no number of failures: " + failures);
      }
      checked = SourceHealth.toMillis(checked);
      nextCheck = SourceHealth.toMillis(nextCheck);
      problem = SourceHealth.cut(problem, SourceHealth.MAX_PROBLEM);
      etag = SourceHealth.unlessLonger(etag, SourceHealth.MAX_HEADER);
      lastModified = SourceHealth.unlessLonger(lastModified, SourceHealth.MAX_HEADER);
    }

    /** As a look at it finds it: since when something is wrong only the catalogue knows. */
    public FeedHealth(
        @Nullable Instant checked,
        @Nullable Instant nextCheck,
        int failures,
        @Nullable String problem,
        @Nullable String etag,
        @Nullable String lastModified) {
      this(checked, nextCheck, failures, problem, etag, lastModified, null);
    }

    /** The same after one failure more. */
    public FeedHealth failed(@Nullable Instant at, Instant next, @Nullable String why) {
      return new FeedHealth(at, next, failures + 1, why, etag, lastModified);
    }

    /** Whether somebody should look after it. */
    public boolean isDead() {
      return failures >= DEAD_AFTER || LONG_EMPTY.equals(problem);
    }
  }
}

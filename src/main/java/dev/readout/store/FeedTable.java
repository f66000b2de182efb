package dev.readout.store;

import dev.readout.corpus.Scope;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.RefusedChangeException.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/**
 * The feeds of each scope, at most 100, and what each has listed, the newest {@value #MAX_SEEN}. A
 * number of another scope is not found. A change and its audit entry are made together or not at
 * all. Thread-safe.
 */
public record FeedTable(Database database) {
  /** How many listed items of a feed are known again. */
  public static final int MAX_SEEN = 10_000;

  /** How many feeds a page may have. */
  public static final int MAX_PAGE = 100;

  private static final Limit HASH = new Limit("the hash of an item", 1, 100);

  /** Adds a feed, which is due at once. */
  public Feed add(Scope scope, Feed.Listing listing, String actor) throws RefusedChangeException {
    AuditEntry.checkActor(actor);
    Instant now = database.now();
    FeedHealth health = new FeedHealth(null, now, 0, null, null, null);
    Feed feed = new Feed(0, scope, listing, now, actor, health);
    return database.write(handle -> insert(handle, feed));
  }

  private static Feed insert(Handle handle, Feed feed) throws RefusedChangeException {
    Optional<Long> same =
        handle
            .select(
                "SELECT number FROM feed WHERE scope = ? AND address = ?",
                feed.scope(),
                feed.address())
            .mapTo(Long.class)
            .findOne();
    if (same.isPresent()) {
      throw new RefusedChangeException(new Reason.Duplicate("address", same.get()));
    }
    Catalogue.refuseFeed(handle, feed.scope());
    long number = Catalogue.nextFeed(handle, feed.scope());
    handle.execute(
        """
        INSERT INTO feed
          (scope, number, kind, address, pointer, link_pattern, words, every, added, added_by,
            next_check, failures)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)\
        """,
        feed.scope(),
        number,
        feed.kind(),
        feed.address(),
        feed.listing().pointer(),
        feed.linkPattern(),
        feed.listing().words().isEmpty() ? null : String.join("\n", feed.listing().words()),
        feed.listing().every().toMillis(),
        feed.added(),
        feed.addedBy(),
        feed.health().nextCheck());
    entry(feed.added(), feed.scope(), feed.addedBy(), "feed.add", number, describe(feed))
        .insert(handle);
    return find(handle, feed.scope(), number).orElseThrow();
  }

  private static String describe(Feed feed) {
    Feed.Listing listing = feed.listing();
    return listing.kind().wireName()
        + "; "
        + listing.address()
        + (listing.pointer() == null ? "" : "; list at " + listing.pointer())
        + (listing.linkPattern() == null ? "" : "; links " + listing.linkPattern())
        + (listing.words().isEmpty() ? "" : "; with " + String.join(", ", listing.words()));
  }

  private static AuditEntry entry(
      Instant now, Scope scope, String actor, String action, long number, String detail) {
    return AuditEntry.of(now, scope, actor, action, "feed " + number, detail);
  }

  public Optional<Feed> find(Scope scope, long number) {
    return database.read(handle -> find(handle, scope, number));
  }

  private static Optional<Feed> find(Handle handle, Scope scope, long number) {
    return handle
        .select("SELECT * FROM feed WHERE scope = ? AND number = ?", scope, number)
        .mapTo(Feed.class)
        .findOne();
  }

  /** All feeds of a scope, in order of number. */
  public List<Feed> list(Scope scope) {
    return database.list(Feed.class, "SELECT * FROM feed WHERE scope = ? ORDER BY number", scope);
  }

  /** Removes a feed and what it has listed, not its sources; empty when the scope has none. */
  public Optional<Feed> remove(Scope scope, long number, String actor) {
    AuditEntry.checkActor(actor);
    Instant now = database.now();
    return database.write(
        handle -> {
          Optional<Feed> feed = find(handle, scope, number);
          feed.ifPresent(
              removed -> {
                handle.execute("DELETE FROM feed WHERE scope = ? AND number = ?", scope, number);
                entry(now, scope, actor, "feed.remove", number, describe(removed)).insert(handle);
              });
          return feed;
        });
  }

  /** Notes what a look has shown, without an audit entry; false when there is no such feed. */
  public boolean checked(Scope scope, long number, FeedHealth health) {
    return database.note(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE feed
                        SET checked = :checked, next_check = :nextCheck, failures = :failures,
                          problem = :problem, etag = :etag, last_modified = :lastModified,
                          problem_since = CASE WHEN :problem IS NULL THEN NULL
                            WHEN :problem = problem THEN coalesce(problem_since, :checked)
                            ELSE :checked END
                        WHERE scope = :scope AND number = :number\
                        """)
                    .bindMethods(health)
                    .bind("scope", scope)
                    .bind("number", number)
                    .execute())
        > 0;
  }

  /**
   * The scopes with something due by then, longest due first; none the bot has left, none where
   * another process looks.
   */
  public List<Scope> scopesDue(Instant moment) {
    if (!database.holds("feeds")) {
      return List.of();
    }
    return database.list(
        Scope.class,
        """
        SELECT scope FROM
          (SELECT scope, next_check FROM feed WHERE next_check <= ?
           UNION ALL SELECT scope, next_check FROM source
           WHERE state = 'accepted' AND next_check <= ?) AS due
        GROUP BY scope HAVING NOT %s
        ORDER BY min(next_check), scope\
        """
            .formatted(Departures.IS_GONE.formatted("due.scope")),
        moment,
        moment);
  }

  /** Makes due what seems to have been checked or added later, with a clock that was wrong. */
  public void makeDueWhatWasCheckedAfter(Instant moment) {
    for (String table : List.of("feed", "source")) {
      database.note(
          "UPDATE %s SET next_check = ? WHERE next_check > ? AND coalesce(checked, added) > ?"
              .formatted(table),
          moment,
          moment,
          moment);
    }
  }

  /** Up to {@link #MAX_PAGE} feeds of a scope to look at by then, the longest due first. */
  public List<Feed> due(Scope scope, Instant moment, int limit) {
    Limit.checkPage(limit, MAX_PAGE, "feeds");
    return database.list(
        Feed.class,
        """
        SELECT * FROM feed WHERE scope = ? AND next_check <= ?
        ORDER BY next_check, number
        LIMIT ?\
        """,
        scope,
        moment,
        limit);
  }

  public boolean hasSeen(Scope scope, long number, String hash) {
    HASH.check(hash);
    return database.one(
        Boolean.class,
        "SELECT EXISTS (SELECT 1 FROM feed_seen" + " WHERE scope = ? AND feed = ? AND hash = ?)",
        scope,
        number,
        hash);
  }

  /**
   * Notes that it lists the item, dropping the longest unlisted beyond {@link #MAX_SEEN}; false for
   * no such feed.
   */
  public boolean markSeen(Scope scope, long number, String hash) {
    HASH.check(hash);
    Instant now = database.now();
    return database.note(
        handle -> {
          int rows =
              handle.execute(
                  """
                  INSERT INTO feed_seen (scope, feed, hash, at)
                  SELECT scope, number, ?, ? FROM feed WHERE scope = ? AND number = ?
                  ON CONFLICT (scope, feed, hash) DO UPDATE SET at = excluded.at\
                  """,
                  hash,
                  now,
                  scope,
                  number);
          dropOldestSeen(handle, scope, number);
          return rows > 0;
        });
  }

  private static void dropOldestSeen(Handle handle, Scope scope, long number) {
    handle.execute(
        """
        DELETE FROM feed_seen WHERE (scope, feed, hash) IN
          (SELECT scope, feed, hash FROM feed_seen WHERE scope = ? AND feed = ?
           ORDER BY at DESC, hash LIMIT 1000000 OFFSET ?)\
        """,
        scope,
        number,
        MAX_SEEN);
  }

  /** The median characters of the feed's newest twenty documents; empty for fewer than five. */
  public OptionalInt usualChars(Scope scope, long number) {
    List<Integer> chars =
        database.list(
            Integer.class,
            """
            SELECT length(json_extract(source_version.record, '$.body'))
            FROM source
            JOIN source_version ON source_version.scope = source.scope
              AND source_version.number = source.number
              AND source_version.version = source.version
            WHERE source.scope = ? AND source.feed = ?
            ORDER BY source.number DESC LIMIT 20\
            """,
            scope,
            number);
    return chars.size() < 5
        ? OptionalInt.empty()
        : OptionalInt.of(chars.stream().sorted().toList().get(chars.size() / 2));
  }

  /** Removes all feeds of a scope, and says how many; numbers go on. */
  public int forget(Scope scope, String actor) {
    AuditEntry entry = AuditEntry.of(database.now(), scope, actor, "feed.forget", "all feeds", "");
    return database.write(
        handle -> {
          entry.insert(handle);
          return handle.execute("DELETE FROM feed WHERE scope = ?", scope);
        });
  }
}

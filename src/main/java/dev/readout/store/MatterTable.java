package dev.readout.store;

import dev.readout.corpus.Scope;
import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.WatchTable.Kind;
import dev.readout.store.WatchTable.Place;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What is told to a server's moderators in a channel they name, through the outbox, once each; what
 * is over before it is sent is not sent. Thread-safe.
 */
public record MatterTable(Database database) {
  /** A vote that is older is told no more, if it has not been. */
  private static final Duration VOTES = Duration.ofDays(7);

  private static final String OF_MATTERS =
      "(event LIKE 'waits %' OR event LIKE 'fails %' OR event LIKE 'disliked %')";

  /** The events of a scope that are so now. */
  private static final String OPEN =
      """
      WITH open AS (
        SELECT 'waits ' || number AS event FROM source
        WHERE scope = :scope AND state = 'waiting'
        UNION ALL
        SELECT 'fails ' || number FROM feed
        WHERE scope = :scope AND (failures >= :dead OR problem = :longEmpty)
        UNION ALL
        SELECT DISTINCT 'disliked ' || receipt.id FROM feedback
        JOIN receipt ON receipt.key = feedback.receipt
        WHERE receipt.scope = :scope AND verdict <> 'helpful' AND feedback.at >= :since)
      """;

  /** What it is that moderators are told. */
  public enum Type {
    /** A document waits for a decision; the subject is its number. */
    WAITS,
    /** A feed cannot be had again and again, or lists nothing for long; its number. */
    FAILS,
    /** Somebody called an answer wrong or out of date; its receipt. */
    DISLIKED
  }

  /** Something to see to. Immutable. */
  public record Matter(Type type, String subject) {
    /** As it stands in the outbox. */
    public String event() {
      return type.name().toLowerCase(Locale.ROOT) + " " + subject;
    }

    /** What an event of the outbox is about; empty for a change that somebody watches. */
    public static Optional<Matter> of(String event) {
      String[] words = event.split(" ", 2);
      for (Type type : Type.values()) {
        if (words.length == 2 && words[0].equals(type.name().toLowerCase(Locale.ROOT))) {
          return Optional.of(new Matter(type, words[1]));
        }
      }
      return Optional.empty();
    }
  }

  /** The channels in which moderators are told, at most one of each server. */
  public List<Place> places() {
    return database.list(
        Place.class,
        "SELECT * FROM watch_place WHERE key IN"
            + " (SELECT place FROM watch WHERE kind = ?) ORDER BY key",
        Kind.MODERATORS);
  }

  public Optional<Place> place(Scope server) {
    return places().stream().filter(place -> place.scope().equals(server)).findFirst();
  }

  /** What is so now and has not been told. */
  public List<Matter> untold(Scope server) {
    String untold =
        "SELECT event FROM open WHERE event NOT IN"
            + " (SELECT event FROM watch_seen WHERE scope = :scope)";
    return events(server, untold).stream().flatMap(event -> Matter.of(event).stream()).toList();
  }

  private List<String> events(Scope server, String select) {
    return database.read(
        handle ->
            handle
                .createQuery(OPEN + select)
                .bind("scope", server)
                .bind("dead", FeedHealth.DEAD_AFTER)
                .bind("longEmpty", FeedHealth.LONG_EMPTY)
                .bind("since", database.now().minus(VOTES))
                .mapTo(String.class)
                .list());
  }

  /** Takes out what is over: a document or feed may be told again, a vote only if never sent. */
  public void dropOver(Scope server) {
    List<String> over =
        events(
            server,
            "SELECT event FROM watch_seen AS seen WHERE scope = :scope AND "
                + OF_MATTERS
                + " AND event NOT IN (SELECT event FROM open)"
                + " AND (event NOT LIKE 'disliked %' OR EXISTS"
                + " (SELECT 1 FROM watch_note WHERE event = seen.event"
                + " AND bundle IS NULL AND place IN"
                + " (SELECT key FROM watch_place WHERE scope = :scope)))");
    if (!over.isEmpty()) {
      database.write(handle -> over.stream().mapToInt(event -> drop(handle, server, event)).sum());
    }
  }

  private static int drop(Handle handle, Scope server, String event) {
    handle.execute(
        "DELETE FROM watch_note WHERE event = ? AND bundle IS NULL"
            + " AND place IN (SELECT key FROM watch_place WHERE scope = ?)",
        event,
        server);
    return handle.execute("DELETE FROM watch_seen WHERE scope = ? AND event = ?", server, event);
  }

  /** Sends nothing more to a place; what has not been sent may be told elsewhere. */
  static void stop(Handle handle, long place) {
    handle.execute(
        "DELETE FROM watch_seen WHERE scope = (SELECT scope FROM watch_place WHERE key = ?)"
            + " AND event IN (SELECT event FROM watch_note WHERE place = ? AND bundle IS NULL AND "
            + OF_MATTERS
            + ")",
        place,
        place);
    handle.execute("DELETE FROM watch_note WHERE place = ? AND " + OF_MATTERS, place);
  }
}

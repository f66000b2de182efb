package dev.readout.store;

import dev.readout.corpus.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who wants to be told of what, and where. Thread-safe. */
public record WatchTable(Database database) {
  /** More would be no watch but a feed; and a menu has no more choices. */
  public static final int MAX_A_PLACE = 25;

  /** Channels of one server. */
  public static final int MAX_CHANNELS = 25;

  private static final Limit SUBJECT = new Limit("what is watched", 1, 200);

  /** What is watched. */
  public enum Kind {
    MEASURE,
    TOPIC,
    /** Meetings of a topic, and accounts of them. */
    MEETINGS,
    SIDE,
    /** A digest every week, whose subject is the day and the hour: {@code MONDAY 9}. */
    WEEKLY,
    /** What a server's moderators are told. */
    MODERATORS
  }

  /** A watch at a place. Immutable. */
  public record Watch(long place, Kind kind, String subject) {}

  /**
   * Where changes are told: a channel, or a member (then channel 0) in private. Silent hours are of
   * the zone's day, none when equal; at most so many messages a day. Immutable.
   */
  public record Place(
      long key,
      Scope scope,
      long channel,
      long member,
      String language,
      String zone,
      int silentFrom,
      int silentTo,
      int most,
      String day,
      int sent,
      @Nullable String problem) {

    /** One to be added, in the language of who asks for it. */
    public static Place of(Scope scope, long channel, long member, String language) {
      return new Place(0, scope, channel, member, language, "UTC", 0, 0, 1, "", 0, null);
    }

    /** Whether it may be told something now. */
    public boolean isOpen(Instant now) {
      ZonedDateTime here = now.atZone(ZoneId.of(zone));
      int hour = here.getHour();
      boolean isSilent =
          silentFrom <= silentTo
              ? hour >= silentFrom && hour < silentTo
              : hour >= silentFrom || hour < silentTo;
      return !isSilent && sentOn(here.toLocalDate()) < most;
    }

    private int sentOn(LocalDate today) {
      return day.equals(today.toString()) ? sent : 0;
    }
  }

  /** Adds a watch, and its place if new; false when it is there or there is no room for it. */
  public boolean add(Place place, Kind kind, String subject) {
    SUBJECT.check(subject);
    return database.write(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO watch_place (scope, channel, member, language)
                  SELECT :scope, :channel, :member, :language
                  WHERE :channel = 0 OR (SELECT count(*) FROM watch_place
                    WHERE scope = :scope AND channel <> 0 AND channel <> :channel) < :most
                  ON CONFLICT (scope, channel, member) DO UPDATE SET language = excluded.language\
                  """)
              .bindMethods(place)
              .bind("most", MAX_CHANNELS)
              .execute();
          return find(handle, place.scope(), place.channel(), place.member())
              .filter(found -> add(handle, found.key, kind, subject))
              .isPresent();
        });
  }

  private static boolean add(Handle handle, long place, Kind kind, String subject) {
    return handle.execute(
            """
            INSERT INTO watch (place, kind, subject) SELECT ?, ?, ?
            WHERE (SELECT count(*) FROM watch WHERE place = ?) < ? ON CONFLICT DO NOTHING\
            """,
            place,
            kind,
            subject,
            place,
            MAX_A_PLACE)
        > 0;
  }

  private static Optional<Place> find(Handle handle, Scope scope, long channel, long member) {
    return handle
        .select(
            "SELECT * FROM watch_place WHERE scope = ? AND channel = ? AND member = ?",
            scope,
            channel,
            member)
        .mapTo(Place.class)
        .findOne();
  }

  /** A place that has a watch or had one. */
  public Optional<Place> find(Scope scope, long channel, long member) {
    return database.read(handle -> find(handle, scope, channel, member));
  }

  public List<Place> channels(Scope server) {
    return database.list(
        Place.class,
        "SELECT * FROM watch_place WHERE scope = ? AND channel <> 0 ORDER BY key",
        server);
  }

  /** All places, or those of a server. */
  public List<Place> places(Scope scope) {
    return database.list(
        Place.class, "SELECT * FROM watch_place WHERE ? IN ('global', scope) ORDER BY key", scope);
  }

  /** The watches of a place, the oldest first. */
  public List<Watch> of(Place place) {
    return database.list(
        Watch.class,
        "SELECT place, kind, subject FROM watch WHERE place = ? ORDER BY key",
        place.key);
  }

  public List<Watch> all(Kind kind) {
    return database.list(
        Watch.class, "SELECT place, kind, subject FROM watch WHERE kind = ? ORDER BY key", kind);
  }

  public List<Watch> all() {
    return database.list(Watch.class, "SELECT place, kind, subject FROM watch ORDER BY key");
  }

  /** The scopes in which somebody watches something. */
  public Set<Scope> scopes() {
    return new HashSet<>(
        database.list(
            Scope.class,
            "SELECT DISTINCT scope FROM watch_place"
                + " WHERE EXISTS (SELECT 1 FROM watch WHERE place = watch_place.key)"));
  }

  /** Ends a watch, and with the last of a place what was still to be sent there. */
  public boolean stop(Watch watch) {
    return database.write(
        handle -> {
          if (watch.kind == Kind.MODERATORS) {
            MatterTable.stop(handle, watch.place);
          }
          int stopped =
              handle.execute(
                  "DELETE FROM watch WHERE place = ? AND kind = ? AND subject = ?",
                  watch.place,
                  watch.kind,
                  watch.subject);
          handle.execute(
              "DELETE FROM watch_place WHERE key = ?"
                  + " AND NOT EXISTS (SELECT 1 FROM watch WHERE place = watch_place.key)",
              watch.place);
          return stopped > 0;
        });
  }

  /** When a place is not told anything, and how many messages a day it is sent at most. */
  public void limit(Place place, String zone, int silentFrom, int silentTo, int most) {
    database.write(
        "UPDATE watch_place SET zone = ?, silent_from = ?, silent_to = ?, most = ?"
            + " WHERE key = ?",
        ZoneId.of(zone).getId(),
        silentFrom,
        silentTo,
        most,
        place.key);
  }

  /** With what the events of a place's weeks begin that are remembered as told. */
  public static String week(Place place) {
    return week(place.channel, place.member);
  }

  private static String week(long channel, long member) {
    return "week " + channel + " " + member + " ";
  }

  /** Removes what a member watches in private and was told of weeks; says how many watches. */
  public int forget(long member) {
    Optional<Place> place = find(Scope.GLOBAL, 0, member);
    int watches = place.map(found -> of(found).size()).orElse(0);
    String week = week(0, member);
    database.write(
        handle ->
            handle.execute(
                    "DELETE FROM watch_place WHERE scope = ? AND channel = 0 AND member = ?",
                    Scope.GLOBAL,
                    member)
                + handle.execute(
                    "DELETE FROM watch_seen WHERE scope = ? AND event > ? AND event < ?",
                    Scope.GLOBAL,
                    week,
                    week + '~'));
    database.emptyLog();
    return watches;
  }

  /** Removes what a server watches, and what it has been told. */
  void forget(Scope server) {
    database.write(
        handle ->
            handle.execute("DELETE FROM watch_place WHERE scope = ?", server)
                + handle.execute("DELETE FROM watch_seen WHERE scope = ?", server));
  }
}

package dev.readout.store;

import dev.readout.corpus.Scope;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * An outbox. A note is written in the transaction that remembers its event as seen and deleted once
 * Discord has it, so that a killed process sends it again, under the same nonce. Thread-safe.
 */
public record NoteTable(Database database) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Notes that wait for one place. */
  static final int MAX_WAITING = 200;

  private static final Limit TEXT = new Limit("a note", 1, 4_000);

  public record NewNote(long place, String event, String text) {}

  /** Notes of one message, its nonce, and whether it may have been sent before. Immutable. */
  public record Bundle(WatchTable.Place place, List<NewNote> notes, String nonce, boolean isAgain) {
    public Bundle {
      notes = List.copyOf(notes);
    }

    public List<String> texts() {
      return notes.stream().map(NewNote::text).toList();
    }
  }

  /** The events of a scope that are not told any more. */
  public Set<String> seen(Scope scope) {
    return new HashSet<>(
        database.list(String.class, "SELECT event FROM watch_seen WHERE scope = ?", scope));
  }

  public boolean isSeen(Scope scope, String event) {
    return database
        .find(Integer.class, "SELECT 1 FROM watch_seen WHERE scope = ? AND event = ?", scope, event)
        .isPresent();
  }

  /** Remembers events and writes notes, or nothing; a place keeps {@link #MAX_WAITING}. */
  public void add(Scope scope, Collection<String> events, List<NewNote> notes) {
    notes.forEach(note -> TEXT.check(note.text));
    database.write(
        handle -> {
          PreparedBatch seen =
              handle.prepareBatch(
                  "INSERT INTO watch_seen (scope, event) VALUES (?, ?) ON CONFLICT DO NOTHING");
          events.forEach(event -> seen.add(scope, event));
          PreparedBatch written =
              handle.prepareBatch(
                  "INSERT INTO watch_note (place, event, text)"
                      + " SELECT key, ?, ? FROM watch_place WHERE key = ? ON CONFLICT DO NOTHING");
          notes.forEach(note -> written.add(note.event, note.text, note.place));
          int all = seen.execute().length + (notes.isEmpty() ? 0 : written.execute().length);
          notes.stream().map(NewNote::place).distinct().forEach(place -> dropOldest(handle, place));
          return all;
        });
  }

  /** Of a place that takes nothing for long, as a channel that is gone. */
  private static void dropOldest(Handle handle, long place) {
    handle.execute(
        """
        DELETE FROM watch_note WHERE place = ? AND bundle IS NULL AND key <=
          (SELECT key FROM watch_note WHERE place = ? ORDER BY key DESC LIMIT 1 OFFSET ?)\
        """,
        place,
        place,
        MAX_WAITING);
  }

  /** Sends nothing that a removed source caused; a digest that waits is written anew. */
  static void withdraw(Handle handle, Scope scope, String record) {
    String ofScope = "place IN (SELECT key FROM watch_place WHERE ? IN ('global', scope))";
    handle.execute(
        "DELETE FROM watch_note WHERE instr(' ' || event || ' ', ' ' || ? || ' ') > 0 AND "
            + ofScope,
        record,
        scope);
    String digests = "event LIKE 'week %' AND bundle IS NULL AND " + ofScope;
    handle.execute(
        """
        DELETE FROM watch_seen WHERE (scope, event) IN
          (SELECT scope, event FROM watch_note JOIN watch_place ON watch_place.key = place
           WHERE %s)\
        """
            .formatted(digests),
        scope);
    handle.execute("DELETE FROM watch_note WHERE " + digests, scope);
  }

  /** The places for which something waits that may be tried now, the longest waiting first. */
  public List<WatchTable.Place> waiting(Instant now) {
    return database.list(
        WatchTable.Place.class,
        """
        SELECT watch_place.* FROM watch_place
        JOIN (SELECT place, min(key) AS first FROM watch_note GROUP BY place)
          AS oldest ON place = watch_place.key
        WHERE next_try <= ? ORDER BY first\
        """,
        now);
  }

  public long count() {
    return database.one(Long.class, "SELECT count(*) FROM watch_note");
  }

  record Row(long key, long place, String event, String text, @Nullable String bundle) {
    NewNote note() {
      return new NewNote(place, event, text);
    }
  }

  /** The next message of a place: what was tried before, else what has room in it. */
  public Bundle bundle(WatchTable.Place place, int maxNotes, int maxChars) {
    return database.write(
        handle -> {
          List<Row> waiting =
              handle
                  .select(
                      "SELECT key, place, event, text, bundle FROM watch_note WHERE place = ?"
                          + " ORDER BY bundle IS NULL, key",
                      place.key())
                  .mapTo(Row.class)
                  .list();
          String tried = waiting.getFirst().bundle;
          if (tried != null) {
            return new Bundle(
                place,
                waiting.stream().filter(row -> tried.equals(row.bundle)).map(Row::note).toList(),
                tried,
                true);
          }
          byte[] drawn = new byte[12];
          RANDOM.nextBytes(drawn);
          String nonce = HexFormat.of().formatHex(drawn);
          List<NewNote> notes = new ArrayList<>();
          int chars = 0;
          for (Row row : waiting) {
            chars += row.text.length();
            if (!notes.isEmpty() && (notes.size() == maxNotes || chars > maxChars)) {
              break;
            }
            notes.add(row.note());
            handle.execute("UPDATE watch_note SET bundle = ? WHERE key = ?", nonce, row.key);
          }
          return new Bundle(place, notes, nonce, false);
        });
  }

  /** Discord has taken it. */
  public void sent(Bundle bundle, Instant now) {
    String today = LocalDate.ofInstant(now, ZoneId.of(bundle.place.zone())).toString();
    database.write(
        handle -> {
          handle.execute(
              "DELETE FROM watch_note WHERE place = ? AND bundle = ?",
              bundle.place.key(),
              bundle.nonce);
          return handle.execute(
              """
              UPDATE watch_place SET sent = CASE day WHEN ? THEN sent ELSE 0 END + 1, day = ?, problem = NULL
              WHERE key = ?\
              """,
              today,
              today,
              bundle.place.key());
        });
  }

  /** It is to be tried later, anew if Discord has surely refused it. */
  public void failed(Bundle bundle, boolean isRefused, String problem, Instant nextTry) {
    database.write(
        handle -> {
          if (isRefused) {
            handle.execute(
                "UPDATE watch_note SET bundle = NULL WHERE place = ? AND bundle = ?",
                bundle.place.key(),
                bundle.nonce);
          }
          return handle.execute(
              "UPDATE watch_place SET problem = ?, next_try = ? WHERE key = ?",
              problem,
              nextTry,
              bundle.place.key());
        });
  }
}

package dev.readout.store;

import dev.readout.corpus.Scope;
import dev.readout.store.RefusedChangeException.CatalogueLimit;
import dev.readout.store.RefusedChangeException.Reason;
import dev.readout.store.SourceEntry.Snapshot;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How much a scope's catalogue holds, and which numbers it gives. Within a transaction. */
final class Catalogue {
  static final int MAX_SOURCES = 5_000;
  static final int MAX_REFUSED = 1_000;
  static final int MAX_FEEDS = 100;
  static final long MAX_BYTES = 1L << 30;

  private static final int PAGE_BYTES = 4_096;

  private Catalogue() {}

  /** A number that no source of the scope has had. */
  static long nextSource(Handle handle, Scope scope) {
    return next(handle, scope, "source", 1, 0);
  }

  static long nextFeed(Handle handle, Scope scope) {
    return next(handle, scope, "feed", 0, 1);
  }

  private static long next(Handle handle, Scope scope, String what, int source, int feed) {
    return number(
        handle,
        """
        INSERT INTO catalogue (scope, last_source, last_feed) VALUES (?, ?, ?)
        ON CONFLICT (scope) DO UPDATE SET last_%1$s = catalogue.last_%1$s + 1
        RETURNING last_%1$s\
        """
            .formatted(what),
        scope,
        source,
        feed);
  }

  /** Refuses one source more, as of those that count, beyond the limit. */
  static void refuseSource(Handle handle, Scope scope) throws RefusedChangeException {
    String counted = "SELECT count(*) FROM source WHERE scope = ? AND state <> 'refused'";
    if (number(handle, counted, scope) >= MAX_SOURCES) {
      throw full(CatalogueLimit.SOURCES);
    }
  }

  static void refuseFeed(Handle handle, Scope scope) throws RefusedChangeException {
    if (number(handle, "SELECT count(*) FROM feed WHERE scope = ?", scope) >= MAX_FEEDS) {
      throw full(CatalogueLimit.FEEDS);
    }
  }

  static RefusedChangeException full(CatalogueLimit limit) {
    return new RefusedChangeException(new Reason.Full(limit));
  }

  /** Refuses one version more beyond a limit; no snapshot for one that the scope has. */
  static void refuseSize(Handle handle, Scope scope, RecordCopy record, @Nullable Snapshot snapshot)
      throws RefusedChangeException {
    long added = record.size();
    if (snapshot != null && !has(handle, scope, snapshot.sha256())) {
      added += snapshot.size();
    }
    if (bytes(handle, scope) + added > MAX_BYTES) {
      throw full(CatalogueLimit.BYTES);
    }
    if (Engine.isPostgres(handle)) {
      return; // the size of its disk is not known here
    }
    long pages = added / PAGE_BYTES + 1;
    long most = pragma(handle, "max_page_count") / 4 * 3;
    if (pragma(handle, "page_count") - pragma(handle, "freelist_count") + pages > most) {
      throw full(CatalogueLimit.DATABASE);
    }
  }

  private static boolean has(Handle handle, Scope scope, String sha256) {
    return handle
        .select(
            """
            SELECT EXISTS (SELECT 1 FROM source_version
              WHERE scope = ? AND snapshot = (SELECT key FROM snapshot WHERE sha256 = ?))\
            """,
            scope,
            sha256)
        .mapTo(Boolean.class)
        .one();
  }

  private static long bytes(Handle handle, Scope scope) {
    return number(
        handle,
        """
        SELECT (SELECT coalesce(sum(record_size), 0) FROM source_version WHERE scope = ?)
          + (SELECT coalesce(sum(size), 0) FROM snapshot
             WHERE key IN (SELECT snapshot FROM source_version WHERE scope = ?))\
        """,
        scope,
        scope);
  }

  private static long pragma(Handle handle, String name) {
    return number(handle, "PRAGMA " + name);
  }

  private static long number(Handle handle, String sql, Object... arguments) {
    return handle.select(sql, arguments).mapTo(Long.class).one();
  }
}

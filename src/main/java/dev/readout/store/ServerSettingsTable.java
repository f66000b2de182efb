package dev.readout.store;

import dev.readout.corpus.Scope;
import dev.readout.store.AuditTable.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The settings of servers. Not cached here. Thread-safe. */
public record ServerSettingsTable(Database database) {
  /** Those of a server, the defaults if it has chosen nothing. */
  public ServerSettings of(long server) {
    return database.read(handle -> current(handle, server));
  }

  private static Optional<ServerSettings> find(Handle handle, long server) {
    return handle
        .select(
            """
            SELECT server_settings.*,
              (SELECT string_agg(CAST(channel AS TEXT), ' ') FROM server_channel
               WHERE server_channel.server = server_settings.server) AS channels,
              (SELECT string_agg(CAST(role AS TEXT), ' ') FROM server_moderator_role
               WHERE server_moderator_role.server = server_settings.server) AS moderator_roles
            FROM server_settings WHERE server = ?\
            """,
            server)
        .mapTo(ServerSettings.class)
        .findOne();
  }

  /** Stores them in place of those before; the audit log says what is other than it was. */
  public void save(ServerSettings settings, String actor) {
    var _ = change(settings.server(), actor, _ -> settings);
  }

  /**
   * Changes them as they are by then, without looking into the database, and says what is other as
   * the audit log does; empty for nothing.
   */
  public String change(long server, String actor, UnaryOperator<ServerSettings> change) {
    AuditEntry.checkActor(actor);
    Instant now = database.now();
    return database.write(
        handle -> {
          ServerSettings before = current(handle, server);
          ServerSettings after = change.apply(before);
          String changes = SettingsChanges.between(before, after);
          if (!changes.isEmpty()) {
            replace(handle, after);
            entry(now, server, actor, "settings.change", changes).insert(handle);
          }
          return changes;
        });
  }

  private static ServerSettings current(Handle handle, long server) {
    return find(handle, server).orElseGet(() -> ServerSettings.defaults(server));
  }

  private static AuditEntry entry(
      Instant now, long server, String actor, String action, String detail) {
    return AuditEntry.of(now, Scope.ofServer(server), actor, action, "settings", detail);
  }

  private static void replace(Handle handle, ServerSettings settings) {
    remove(handle, settings.server());
    handle
        .createUpdate(
            """
            INSERT INTO server_settings
              (server, language, private_by_default, feedback, keep_questions, take_feed_items,
               receipt_days, declined_in_public)
            VALUES (:server, :language, :privateByDefault, :feedback, :keepQuestions,
              :takeFeedItems, :receiptDays, :declinedInPublic)\
            """)
        .bindMethods(settings)
        .execute();
    for (long channel : settings.channels()) {
      handle.execute(
          "INSERT INTO server_channel (server, channel) VALUES (?, ?)", settings.server(), channel);
    }
    for (long role : settings.moderatorRoles()) {
      handle.execute(
          "INSERT INTO server_moderator_role (server, role) VALUES (?, ?)",
          settings.server(),
          role);
    }
  }

  /** Removes them, so that the defaults hold again; the audit log says what is other by it. */
  public void remove(long server, String actor) {
    AuditEntry.checkActor(actor);
    Instant now = database.now();
    database.write(
        handle -> {
          String changes =
              SettingsChanges.between(current(handle, server), ServerSettings.defaults(server));
          if (!changes.isEmpty()) {
            entry(now, server, actor, "settings.reset", changes).insert(handle);
          }
          return remove(handle, server);
        });
  }

  private static int remove(Handle handle, long server) {
    return handle.execute("DELETE FROM server_settings WHERE server = ?", server);
  }

  /** What is other in a server's settings than before, for the audit log. Thread-safe. */
  static final class SettingsChanges {
    private static final int MAX_NAMED = 20;

    private SettingsChanges() {}

    /** As in {@code feedback: true → false}; empty for the same. */
    static String between(ServerSettings before, ServerSettings after) {
      List<String> changes = new ArrayList<>();
      add(changes, "language", before.language(), after.language());
      add(changes, "private by default", before.privateByDefault(), after.privateByDefault());
      add(changes, "declined in public", before.declinedInPublic(), after.declinedInPublic());
      add(changes, "feedback", before.feedback(), after.feedback());
      add(changes, "keep questions", before.keepQuestions(), after.keepQuestions());
      addIds(changes, "channels", "all", before.channels(), after.channels());
      add(changes, "take feed items", before.takeFeedItems(), after.takeFeedItems());
      add(changes, "receipt days", before.receiptDays(), after.receiptDays());
      addIds(changes, "moderator roles", "none", before.moderatorRoles(), after.moderatorRoles());
      return String.join("; ", changes);
    }

    private static void add(
        List<String> changes, String name, @Nullable Object before, @Nullable Object after) {
      if (!Objects.equals(before, after)) {
        changes.add(name + ": " + shown(before) + " → " + shown(after));
      }
    }

    /** There may be too many to name them. */
    private static void addIds(
        List<String> changes, String name, String empty, Set<Long> before, Set<Long> after) {
      if (!before.equals(after)) {
        changes.add(name + ": " + named(before, empty) + " → " + named(after, empty));
      }
    }

    private static String named(Set<Long> ids, String empty) {
      if (ids.isEmpty()) {
        return empty;
      }
      String named =
          ids.stream()
              .limit(MAX_NAMED)
              .map(id -> Long.toString(id))
              .collect(Collectors.joining(", "));
      int more = ids.size() - MAX_NAMED;
      return more > 0 ? named + " and " + more + " more" : named;
    }

    private static String shown(@Nullable Object value) {
      return value == null ? "default" : value.toString();
    }
  }
}

package dev.readout.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is other in a server's settings than before, for the audit log. Thread-safe. */
final class SettingsChanges {
  private static final int MAX_NAMED = 20;

  private SettingsChanges() {}

  /** As in {@code feedback: true → false}; empty for the same. */
  static String between(ServerSettings before, ServerSettings after) {
    List<String> changes = new ArrayList<>();
    add(changes, "language", before.language(), after.language());
    add(changes, "private by default", before.privateByDefault(), after.privateByDefault());
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

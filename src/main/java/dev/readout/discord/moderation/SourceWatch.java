package dev.readout.discord.moderation;

import dev.readout.corpus.Scope;
import dev.readout.intake.Draft.ProblemWord;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.FeedTable;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How a scope's sources and feeds fare at their addresses. Thread-safe. */
record SourceWatch(SourceTable sources, FeedTable feeds, InstantSource clock) {
  /** Checks are due every day; so much later, nobody makes them. */
  private static final Duration OVERDUE = Duration.ofDays(2);

  /**
   * How many there are: gone or not to be had again and again, not the last time, or not looked at
   * in time.
   */
  record Counts(int all, int dead, int failing, int overdue) {}

  /** Sources whose pages can no longer be had, in order of their numbers. */
  List<SourceEntry> dead(Scope scope) {
    return live(scope).stream().filter(entry -> isDead(entry.health())).toList();
  }

  Counts ofSources(Scope scope) {
    List<SourceEntry> linked =
        live(scope).stream().filter(entry -> entry.address() != null).toList();
    return new Counts(
        linked.size(),
        count(linked, entry -> isDead(entry.health())),
        count(linked, entry -> entry.health().failures() > 0 && !isDead(entry.health())),
        count(linked, entry -> isOverdue(entry.health().nextCheck())));
  }

  Counts ofFeeds(Scope scope) {
    List<Feed> all = feeds.list(scope);
    return new Counts(
        all.size(),
        count(all, feed -> feed.health().isDead()),
        count(all, feed -> feed.health().failures() > 0 && !feed.health().isDead()),
        count(all, feed -> isOverdue(feed.health().nextCheck())));
  }

  private static <T> int count(List<T> all, Predicate<T> counted) {
    return (int) all.stream().filter(counted).count();
  }

  private List<SourceEntry> live(Scope scope) {
    List<SourceEntry> all = new ArrayList<>();
    List<SourceEntry> page = sources.page(scope, SourceCare.LIVE, 0, SourceTable.MAX_PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = sources.page(scope, SourceCare.LIVE, page.getLast().number(), SourceTable.MAX_PAGE);
    }
    return all;
  }

  private static boolean isDead(SourceHealth health) {
    return health.failures() >= FeedHealth.DEAD_AFTER || ProblemWord.GONE.equals(health.problem());
  }

  private boolean isOverdue(@Nullable Instant due) {
    return due != null && due.plus(OVERDUE).isBefore(clock.instant());
  }
}

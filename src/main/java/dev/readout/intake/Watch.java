package dev.readout.intake;

import dev.readout.corpus.Scope;
import dev.readout.intake.Refresher.Refreshing;
import dev.readout.store.Feed;
import dev.readout.store.FeedTable;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at feeds and at sources' pages when they are due: at one of a server at a time, of four
 * servers at once, and whoever was looked at goes to the end of the line. So what hangs delays its
 * own server. Thread-safe; closed by who started it.
 */
public final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final int SERVERS_AT_ONCE = 4;

  /** Read to find one: those that are no longer what was saved are left out. */
  private static final int PAGE = 20;

  private static final Duration CLOSING = Duration.ofSeconds(2);

  /** Who finds that a page has changed, in the audit log. */
  private static final String ACTOR = "check";

  private final FeedTable feeds;
  private final SourceTable sources;
  private final FeedChecker checker;
  private final Refresher refresher;
  private final Predicate<Scope> reindex;
  private final InstantSource clock;

  /** Where documents were taken that may not be in the index yet. */
  private final Set<Scope> unindexed = ConcurrentHashMap.newKeySet();

  /** What is being looked at or waits for it; done when nothing of the scope is due. */
  private final Map<Scope, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

  private volatile boolean closed;
  private final ExecutorService lookers =
      Executors.newFixedThreadPool(
          SERVERS_AT_ONCE, Thread.ofPlatform().daemon().name("watch-", 0).factory());

  private volatile Instant last = Instant.MAX;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watch").factory());

  /** Watches from {@link #start} on; {@code reindex} is asked again at each look while false. */
  public Watch(
      FeedTable feeds,
      SourceTable sources,
      FeedChecker checker,
      Refresher refresher,
      Predicate<Scope> reindex,
      InstantSource clock) {
    this.feeds = feeds;
    this.sources = sources;
    this.checker = checker;
    this.refresher = refresher;
    this.reindex = reindex;
    this.clock = clock;
  }

  /** Has the scope indexed at the next look, as if a feed had brought something there. */
  public void index(Scope scope) {
    unindexed.add(scope);
  }

  /** Looks for what is due from now on, again and again. */
  public void start(Duration between) {
    var _ =
        thread.scheduleWithFixedDelay(
            this::lookQuietly, between.toMillis(), between.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** An error that got out would end all further looks without a word. */
  private void lookQuietly() {
    try {
      begin();
      index();
    } catch (RuntimeException | Error e) {
      LOG.warn("looking at feeds and pages failed; tried again later", e);
    }
  }

  /** Looks at all that is due now, and waits for it. */
  public void look() {
    begin();
    CompletableFuture.allOf(underWay.values().toArray(CompletableFuture[]::new)).join();
    index();
  }

  private void begin() {
    Instant now = clock.instant();
    if (now.isBefore(last)) { // or it was, before this process
      feeds.makeDueWhatWasCheckedAfter(now);
    }
    last = now;
    for (Scope scope : isOver() ? List.<Scope>of() : feeds.scopesDue(now)) {
      CompletableFuture<Void> done = new CompletableFuture<>();
      CompletableFuture<Void> over = done.whenComplete((_, _) -> underWay.remove(scope));
      if (underWay.putIfAbsent(scope, over) == null) {
        queue(scope, done);
      }
    }
  }

  private void queue(Scope scope, CompletableFuture<Void> done) {
    try {
      lookers.execute(() -> lookAt(scope, done));
    } catch (RejectedExecutionException e) { // closed meanwhile
      done.complete(null);
    }
  }

  private void lookAt(Scope scope, CompletableFuture<Void> done) {
    boolean mayHaveMore = false;
    try {
      mayHaveMore = !isOver() && lookAtFirst(scope);
    } catch (RuntimeException | Error e) {
      LOG.warn("looking at what {} has failed; tried again later", scope.id(), e);
    }
    if (mayHaveMore) {
      queue(scope, done);
    } else {
      done.complete(null);
    }
  }

  /** Whether anything was due. */
  private boolean lookAtFirst(Scope scope) {
    List<Feed> feed = feeds.due(scope, clock.instant(), 1);
    feed.forEach(this::lookAt);
    List<SourceEntry> entry =
        feed.isEmpty() ? sources.due(scope, clock.instant(), PAGE) : List.of();
    entry.stream().limit(1).forEach(this::lookAt);
    return feed.size() + entry.size() > 0;
  }

  private void index() {
    unindexed.removeIf(this::isIndexed);
  }

  /** A fetch that was ended by an interrupt leaves none. */
  private boolean isOver() {
    return closed || Thread.currentThread().isInterrupted();
  }

  /** Whatever one feed does, the others are looked at. */
  private void lookAt(Feed feed) {
    try {
      FeedChecker.Checked checked = checker.check(feed);
      WatchLog.tell(feed, checked);
      if (checked.taken() > 0) {
        unindexed.add(feed.scope());
      }
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("feed {} of {} could not be looked at", feed.number(), feed.scope().id(), e);
      checker.postpone(feed);
    }
  }

  private boolean isIndexed(Scope scope) {
    try {
      return reindex.test(scope);
    } catch (RuntimeException e) {
      LOG.warn("what feeds brought to {} is not in its index yet", scope.id(), e);
      return false;
    }
  }

  private void lookAt(SourceEntry entry) {
    try {
      WatchLog.tell(entry, refresher.refresh(entry.scope(), entry.number(), ACTOR));
    } catch (RuntimeException e) {
      LOG.warn("source {} of {} could not be looked at", entry.number(), entry.scope().id(), e);
      sources.reschedule(
          entry.scope(), entry.number(), clock.instant().plus(NewSource.FIRST_CHECK));
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.shutdownNow();
    lookers.shutdownNow().forEach(Runnable::run);
    try {
      if (!lookers.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)
          || !thread.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("a fetch did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Tells who runs the bot what watching has brought: one line for what is new, one when something
   * can no longer be read, one when it can again. What goes on as before, as most things do every
   * hour, is told at DEBUG only.
   */
  static final class WatchLog {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private WatchLog() {}

    /** Of a feed as it was before. */
    static void tell(Feed feed, FeedChecker.Checked checked) {
      String which = "feed " + feed.number() + " of " + feed.scope().id();
      if (checked.waiting() + checked.taken() + checked.failed() > 0) {
        LOG.info(
            "{}: {} new wait for approval, {} taken, {} could not be had",
            which,
            checked.waiting(),
            checked.taken(),
            checked.failed());
      }
      tell(which, feed.health().problem(), checked.problem());
    }

    /** Of a source as it was before. */
    static void tell(SourceEntry source, Refreshing refreshing) {
      String which = "source " + source.number() + " of " + source.scope().id();
      SourceEntry.SourceHealth before = source.health();
      switch (refreshing) {
        case Refreshing.Changed _ -> LOG.info("{} has a new text, for the next reindex", which);
        case Refreshing.Full(var limit) ->
            LOG.warn("{} has a new text, but there is no room for it: {}", which, limit.meaning());
        case Refreshing.Same(SourceEntry after) ->
            tell(which, before.problem(), after.health().problem());
        case Refreshing.Unavailable(SourceEntry after, var _) ->
            tell(which, before.problem(), after.health().problem());
        case Refreshing.OtherPublisher(SourceEntry after, var _) ->
            tell(which, before.problem(), after.health().problem());
        case Refreshing.Replaced(SourceEntry after) ->
            tell(which, before.problem(), after.health().problem());
        case Refreshing.NoAddress _, Refreshing.NotFound _ -> {
          // Somebody changed or removed it meanwhile, and knows.
        }
      }
    }

    private static void tell(String which, @Nullable String before, @Nullable String after) {
      if (after == null) {
        if (before == null) {
          LOG.debug("looked at {}", which);
        } else {
          LOG.info("{} can be used again", which);
        }
      } else if (after.equals(before)) {
        LOG.debug("{} still cannot be used: {}", which, after);
      } else {
        LOG.warn("{} cannot be used: {}", which, after);
      }
    }
  }
}

package dev.readout.intake.feed;

import dev.readout.corpus.Scope;
import dev.readout.intake.Refresher;
import dev.readout.store.Feed;
import dev.readout.store.FeedTable;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at feeds and at sources' pages when they are due, one after the other. Thread-safe; closed
 * by who started it.
 */
public final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final int AT_ONCE = 20;
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

  private volatile boolean closed;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watch").factory());

  /**
   * Watches from {@link #start} on.
   *
   * @param reindex indexes the scope of documents that were accepted without asking anybody; true
   *     when nothing is left to do, false when it must be asked again at the next look
   */
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
      look();
    } catch (RuntimeException | Error e) {
      LOG.warn("looking at feeds and pages failed; tried again later", e);
    }
  }

  /** Looks at what is due now, at most 20 feeds and 20 pages. */
  public void look() {
    for (Feed feed : feeds.due(clock.instant(), AT_ONCE)) {
      if (isOver()) {
        return;
      }
      lookAt(feed);
    }
    unindexed.removeIf(this::isIndexed);
    for (SourceEntry entry : sources.due(clock.instant(), AT_ONCE)) {
      if (isOver()) {
        return;
      }
      lookAt(entry);
    }
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
          entry.scope(), entry.number(), clock.instant().plus(SourceTable.FIRST_CHECK));
    }
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    closed = true;
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("a fetch did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

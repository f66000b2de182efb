package dev.readout.intake.feed;

import dev.readout.intake.Refreshing;
import dev.readout.store.Feed;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceHealth;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells who runs the bot what watching has brought: one line for what is new, one when something
 * can no longer be read, one when it can again. What goes on as before, as most things do every
 * hour, is told at DEBUG only.
 */
final class WatchLog {
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
    SourceHealth before = source.health();
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

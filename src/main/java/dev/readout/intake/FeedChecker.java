package dev.readout.intake;

import dev.readout.intake.extract.Extractor;
import dev.readout.intake.extract.FeedReading;
import dev.readout.intake.fetch.Fetched;
import dev.readout.intake.fetch.Fetcher;
import dev.readout.intake.fetch.Fetcher.FetchRequest;
import dev.readout.intake.fetch.Original;
import dev.readout.intake.fetch.SourceAddress;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.FeedTable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a feed and brings in what is new, as long as its fetches take. Thread-safe. */
public record FeedChecker(
    Fetcher fetcher, Extractor extractor, FeedTable feeds, NewItems items, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(FeedChecker.class);

  /** The problem of a feed that ended the process that read it: it is read no more. */
  public static final String SET_ASIDE = "set-aside";

  private static final String EMPTY = "empty";
  private static final Duration LONG = Duration.ofDays(7);

  /** Pages of a list that are read at one check. */
  private static final int MAX_PAGES = 10;

  /** What a check has shown; a problem, in one word, keeps feed or documents from being read. */
  public record Checked(int waiting, int taken, int failed, @Nullable String problem) {}

  /** Looks at the feed now, due or not. */
  public Checked check(Feed feed) {
    begin(feed);
    FeedHealth health = feed.health();
    URI address = FeedPack.FederalRegisterSearch.asked(feed);
    FetchRequest request =
        new FetchRequest(feed.scope(), address, health.etag(), health.lastModified());
    return switch (fetcher.fetch(request)) {
      case Fetched.Unchanged unchanged -> {
        boolean isSilent = unchanged.etag() == null && unchanged.lastModified() == null;
        // An answer of "not modified" need not repeat what version it is.
        note(
            feed,
            feed.listing().every(),
            null,
            isSilent ? health.etag() : unchanged.etag(),
            isSilent ? health.lastModified() : unchanged.lastModified());
        yield new Checked(0, 0, 0, null);
      }
      case Fetched.Refused refused ->
          failed(feed, Draft.ProblemWord.word(refused.reason()), refused.retryAfter());
      case Fetched.Document document -> {
        try (Original _ = document.original()) {
          // A feed is known by its form; of what else is elsewhere nobody knows what it is.
          yield feed.kind() == Feed.FeedKind.RSS
                  || SourceAddress.isSameHost(address, document.finalAddress())
              ? read(feed, document)
              : failed(feed, FeedHealth.CHALLENGE, null);
        }
      }
    };
  }

  /** What stops this process must not be tried again as soon as it starts. */
  private void begin(Feed feed) {
    FeedHealth before = feed.health();
    save(feed, before.failed(before.checked(), next(feed, null), before.problem()));
  }

  /** When to look again after a failure. */
  private Instant next(Feed feed, @Nullable Duration retryAfter) {
    return Refresher.BackOff.next(
        clock.instant(), feed.listing().every(), feed.health().failures() + 1, retryAfter);
  }

  private void save(Feed feed, FeedHealth health) {
    feeds.checked(feed.scope(), feed.number(), health);
  }

  private FeedReading list(Feed feed, Fetched.Document document) {
    return extractor.list(
        feed.scope(), document.original(), feed.listing(), document.finalAddress());
  }

  private Checked read(Feed feed, Fetched.Document document) {
    FeedReading reading;
    try {
      reading = list(feed, document);
    } catch (Extractor.ExtractorUnavailableException e) {
      LOG.warn("no feed can be read now", e);
      FeedHealth health = feed.health();
      note(feed, NewItems.SOON, health.problem(), health.etag(), health.lastModified());
      return new Checked(0, 0, 0, health.problem());
    }
    return switch (reading) {
      case FeedReading.Items listed -> bringIn(feed, document, listed);
      case FeedReading.Challenged _ -> failed(feed, FeedHealth.CHALLENGE, null);
      case FeedReading.TooLarge _ -> {
        Instant now = clock.instant();
        int failures = feed.health().failures() + 1;
        save(feed, new FeedHealth(now, null, failures, SET_ASIDE, null, null));
        yield new Checked(0, 0, 0, SET_ASIDE);
      }
      case FeedReading.TooSlow _ -> failed(feed, "too-slow", null);
      case FeedReading.Malformed _ -> failed(feed, "malformed", null);
      case FeedReading.Empty _ -> {
        // Told, but no failure: what lists nothing today may list something tomorrow.
        String problem = isEmptyForLong(feed.health()) ? FeedHealth.LONG_EMPTY : EMPTY;
        note(feed, feed.listing().every(), problem, null, null);
        yield new Checked(0, 0, 0, problem);
      }
    };
  }

  private boolean isEmptyForLong(FeedHealth before) {
    Instant since = before.problemSince();
    return FeedHealth.LONG_EMPTY.equals(before.problem())
        || (EMPTY.equals(before.problem())
            && since != null
            && !since.plus(LONG).isAfter(clock.instant()));
  }

  /** All that is listed down to a page that is known, oldest first, until all is brought in. */
  private List<FeedReading.Item> withNextPages(Feed feed, FeedReading.Items first) {
    List<FeedReading.Item> all = new ArrayList<>(first.items());
    FeedReading.Items page = first;
    for (int pages = 1; pages < MAX_PAGES && page.next() != null; pages++) {
      boolean goesOn =
          SourceAddress.isSameHost(URI.create(feed.address()), page.next())
              && page.items().stream().anyMatch(item -> !items.isKnown(feed, item));
      if (!goesOn || !(nextPage(feed, page.next()) instanceof FeedReading.Items next)) {
        break;
      }
      page = next;
      all.addAll(page.items());
    }
    return first.next() == null ? all : all.reversed();
  }

  private FeedReading nextPage(Feed feed, URI address) {
    if (!(fetcher.fetch(FetchRequest.of(feed.scope(), address))
        instanceof Fetched.Document document)) {
      return new FeedReading.Empty();
    }
    try (Original _ = document.original()) {
      return list(feed, document);
    } catch (Extractor.ExtractorUnavailableException e) {
      LOG.debug("the next page of {} is read at the next check", address, e);
      return new FeedReading.Empty();
    }
  }

  private Checked bringIn(Feed feed, Fetched.Document document, FeedReading.Items listed) {
    NewItems.Check check = items.bringIn(feed, withNextPages(feed, listed));
    if (check.problem != null) {
      var _ = failed(feed, check.problem, null);
    } else {
      // Without its version the list is read anew, so that what is left over is brought in.
      note(
          feed,
          check.wait,
          null,
          check.left ? null : document.etag(),
          check.left ? null : document.lastModified());
    }
    return new Checked(check.waiting, check.taken, check.failed, check.problem);
  }

  private void note(
      Feed feed,
      Duration wait,
      @Nullable String problem,
      @Nullable String etag,
      @Nullable String lastModified) {
    Instant now = clock.instant();
    save(feed, new FeedHealth(now, now.plus(wait), 0, problem, etag, lastModified));
  }

  /** Notes that a check came to no end, for a reason that only the log knows. */
  void postpone(Feed feed) {
    var _ = failed(feed, "failed", null);
  }

  private Checked failed(Feed feed, String problem, @Nullable Duration retryAfter) {
    save(feed, feed.health().failed(clock.instant(), next(feed, retryAfter), problem));
    return new Checked(0, 0, 0, problem);
  }
}

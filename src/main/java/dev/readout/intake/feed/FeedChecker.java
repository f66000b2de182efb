package dev.readout.intake.feed;

import dev.readout.corpus.Scope;
import dev.readout.corpus.Sha256;
import dev.readout.intake.Adding;
import dev.readout.intake.BackOff;
import dev.readout.intake.Drafting;
import dev.readout.intake.Intake;
import dev.readout.intake.ProblemWord;
import dev.readout.intake.SourceAddress;
import dev.readout.intake.extract.Extractor;
import dev.readout.intake.extract.ExtractorUnavailableException;
import dev.readout.intake.extract.FeedReading;
import dev.readout.intake.extract.LinkPattern;
import dev.readout.intake.fetch.FetchRequest;
import dev.readout.intake.fetch.Fetched;
import dev.readout.intake.fetch.Fetcher;
import dev.readout.intake.original.Original;
import dev.readout.store.Feed;
import dev.readout.store.FeedHealth;
import dev.readout.store.FeedTable;
import dev.readout.store.SourceState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a feed and brings in what it lists that is new. Thread-safe; a check takes as long as
 * its fetches.
 *
 * <p>New is what has a text that the feed has not brought before: addresses and dates change
 * without a new document, and one document has several addresses.
 */
public final class FeedChecker {
  private static final Logger LOG = LoggerFactory.getLogger(FeedChecker.class);

  /** Documents fetched at one check; the rest waits for the next, which then comes soon. */
  public static final int MAX_NEW = 10;

  /** How often an item is tried that may be had another time. */
  static final int MAX_TRIES = 10;

  /** The problem of a feed that ended the process that read it: it is read no more. */
  public static final String SET_ASIDE = "set-aside";

  private static final String EMPTY = "empty";
  private static final Duration BETWEEN_CHECKS = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofMinutes(5);

  /** Who adds what a feed brings, in the audit log. */
  private static final String ACTOR = "feed";

  private final Fetcher fetcher;
  private final Extractor extractor;
  private final Intake intake;
  private final FeedTable feeds;
  private final Predicate<Scope> takesAtOnce;
  private final InstantSource clock;

  /**
   * Checks feeds.
   *
   * @param takesAtOnce whether a scope takes what its feeds bring without asking anybody
   */
  public FeedChecker(
      Fetcher fetcher,
      Extractor extractor,
      Intake intake,
      FeedTable feeds,
      Predicate<Scope> takesAtOnce,
      InstantSource clock) {
    this.fetcher = fetcher;
    this.extractor = extractor;
    this.intake = intake;
    this.feeds = feeds;
    this.takesAtOnce = takesAtOnce;
    this.clock = clock;
  }

  /**
   * What a check has shown; the catalogue knows it too.
   *
   * @param waiting documents that now wait for approval
   * @param taken documents that were accepted at once
   * @param failed documents that could not be had, read or kept; what may pass is tried again
   * @param problem one word for why the feed itself could not be read; null where it could
   */
  public record Checked(int waiting, int taken, int failed, @Nullable String problem) {}

  /** Looks at the feed now, due or not. */
  public Checked check(Feed feed) {
    begin(feed);
    FeedHealth health = feed.health();
    URI address = URI.create(feed.address());
    FetchRequest request =
        new FetchRequest(feed.scope(), address, health.etag(), health.lastModified());
    return switch (fetcher.fetch(request)) {
      case Fetched.Unchanged unchanged -> {
        boolean isSilent = unchanged.etag() == null && unchanged.lastModified() == null;
        // An answer of "not modified" need not repeat what version it is.
        note(
            feed,
            BETWEEN_CHECKS,
            null,
            isSilent ? health.etag() : unchanged.etag(),
            isSilent ? health.lastModified() : unchanged.lastModified());
        yield new Checked(0, 0, 0, null);
      }
      case Fetched.Refused refused ->
          failed(feed, ProblemWord.word(refused.reason()), refused.retryAfter());
      case Fetched.Document document -> {
        try (Original _ = document.original()) {
          yield read(feed, document);
        }
      }
    };
  }

  /** What stops this process must not be tried again as soon as it starts. */
  private void begin(Feed feed) {
    FeedHealth before = feed.health();
    int failures = before.failures() + 1;
    feeds.checked(
        feed.scope(),
        feed.number(),
        new FeedHealth(
            before.checked(),
            BackOff.next(clock.instant(), BETWEEN_CHECKS, failures, null),
            failures,
            before.problem(),
            before.etag(),
            before.lastModified()));
  }

  private Checked read(Feed feed, Fetched.Document document) {
    LinkPattern links = feed.linkPattern() == null ? null : new LinkPattern(feed.linkPattern());
    FeedReading reading;
    try {
      reading =
          extractor.list(
              feed.scope(), document.original(), feed.kind(), document.finalAddress(), links);
    } catch (ExtractorUnavailableException e) {
      LOG.warn("no feed can be read now", e);
      FeedHealth health = feed.health();
      note(feed, SOON, health.problem(), health.etag(), health.lastModified());
      return new Checked(0, 0, 0, health.problem());
    }
    return switch (reading) {
      case FeedReading.Items items -> bringIn(feed, document, items);
      case FeedReading.TooLarge _ -> {
        Instant now = clock.instant();
        int failures = feed.health().failures() + 1;
        feeds.checked(
            feed.scope(),
            feed.number(),
            new FeedHealth(now, null, failures, SET_ASIDE, null, null));
        yield new Checked(0, 0, 0, SET_ASIDE);
      }
      case FeedReading.TooSlow _ -> failed(feed, "too-slow", null);
      case FeedReading.Malformed _ -> failed(feed, "malformed", null);
      case FeedReading.Empty _ -> {
        // Told, but no failure: what lists nothing today may list something tomorrow.
        note(feed, BETWEEN_CHECKS, EMPTY, null, null);
        yield new Checked(0, 0, 0, EMPTY);
      }
    };
  }

  /** First what was never tried, so that what fails again and again keeps nothing waiting. */
  private Checked bringIn(Feed feed, Fetched.Document document, FeedReading.Items items) {
    Tally tally = new Tally();
    List<FeedReading.Item> triedBefore = new ArrayList<>();
    for (FeedReading.Item item : items.items()) {
      String listed = listed(item);
      if (hasSeen(feed, listed)) {
        markSeen(feed, listed);
      } else if (hasSeen(feed, tried(item, 1))) {
        triedBefore.add(item);
      } else {
        bringIn(feed, item, tally);
      }
    }
    triedBefore.forEach(item -> bringIn(feed, item, tally));
    // Without its version the list is read anew, so that what is left over is brought in.
    note(
        feed,
        tally.wait,
        null,
        tally.left ? null : document.etag(),
        tally.left ? null : document.lastModified());
    return new Checked(tally.waiting, tally.taken, tally.failed, null);
  }

  /** What a check has done so far. Confined to one thread. */
  private static final class Tally {
    private int fetched;
    private int waiting;
    private int taken;
    private int failed;

    /** Whether there is something to bring in at the next check. */
    private boolean left;

    private boolean stopped;
    private Duration wait = BETWEEN_CHECKS;

    private boolean isOver() {
      if (fetched == MAX_NEW && !stopped) {
        stopped = true;
        wait = SOON;
      }
      left |= stopped;
      return stopped;
    }

    private void stop(Duration howLong) {
      stopped = true;
      left = true;
      wait = howLong;
    }
  }

  private void bringIn(Feed feed, FeedReading.Item item, Tally tally) {
    if (tally.isOver()) {
      return;
    }
    if (Thread.currentThread().isInterrupted()
        || feeds.find(feed.scope(), feed.number()).isEmpty()) {
      tally.stop(BETWEEN_CHECKS);
      return;
    }
    tally.fetched++;
    switch (intake.draft(feed.scope(), item.address())) {
      case Drafting.AlreadyThere there -> {
        if (isAt(item, there.entry().address())) {
          markSeen(feed, listed(item));
        } else {
          tryAgain(feed, item, tally); // a notice that all addresses lead to, perhaps
        }
      }
      case Drafting.NotRead _ -> {
        tally.failed++;
        markSeen(feed, listed(item)); // it will not be readable tomorrow either
      }
      case Drafting.Busy _ -> tally.stop(SOON);
      case Drafting.NotFetched refused -> {
        tally.failed++;
        notFetched(feed, item, refused.refusal(), tally);
      }
      case Drafting.Drafted drafted -> {
        try (Original _ = drafted.draft().original()) {
          keep(feed, item, drafted, tally);
        }
      }
    }
  }

  private void notFetched(Feed feed, FeedReading.Item item, Fetched.Refused refusal, Tally tally) {
    if (isForGood(refusal.reason())) {
      markSeen(feed, listed(item));
    } else {
      tryAgain(feed, item, tally);
    }
    Duration asked = refusal.retryAfter();
    if (asked != null && asked.compareTo(BETWEEN_CHECKS) > 0) {
      tally.stop(asked);
    } else if (asked != null || refusal.reason() == Fetched.Reason.RATE_LIMITED) {
      tally.stop(BETWEEN_CHECKS);
    }
  }

  /** At the next check, some times, then no more. */
  private void tryAgain(Feed feed, FeedReading.Item item, Tally tally) {
    int tries = 1;
    while (tries < MAX_TRIES && hasSeen(feed, tried(item, tries))) {
      tries++;
    }
    if (tries == MAX_TRIES) {
      markSeen(feed, listed(item));
    } else {
      markSeen(feed, tried(item, tries));
      tally.left = true;
    }
  }

  /** Whether this is the address that the feed lists, and not one that it led to. */
  private static boolean isAt(FeedReading.Item item, @Nullable String address) {
    return SourceAddress.parse(item.address().toString())
        .map(URI::toString)
        .filter(listed -> listed.equals(address))
        .isPresent();
  }

  private void keep(Feed feed, FeedReading.Item item, Drafting.Drafted drafted, Tally tally) {
    String text = Sha256.of(drafted.draft().text().body());
    boolean isAsListed = isAt(item, drafted.draft().address());
    if (!isAsListed && hasSeen(feed, text)) {
      tryAgain(feed, item, tally);
      return;
    }
    if (!hasSeen(feed, text) && !add(feed, drafted, isAsListed, tally)) {
      tally.failed++;
      tally.stop(BETWEEN_CHECKS); // there is no room, until somebody makes some
      return;
    }
    markSeen(feed, text);
    markSeen(feed, listed(item));
  }

  private boolean hasSeen(Feed feed, String hash) {
    return feeds.hasSeen(feed.scope(), feed.number(), hash);
  }

  private void markSeen(Feed feed, String hash) {
    feeds.markSeen(feed.scope(), feed.number(), hash);
  }

  private static String listed(FeedReading.Item item) {
    return Sha256.of(item.address() + "\n" + item.title());
  }

  /** Stands for so many vain tries of an item. */
  private static String tried(FeedReading.Item item, int times) {
    return Sha256.of("tried " + times + "\n" + item.address() + "\n" + item.title());
  }

  private static boolean isForGood(Fetched.Reason reason) {
    return switch (reason) {
      case BAD_ADDRESS, FORBIDDEN_ADDRESS, TOO_LARGE, GONE, UNSUPPORTED_TYPE, EMPTY -> true;
      case UNKNOWN_HOST,
          UNREACHABLE,
          TLS,
          TIMED_OUT,
          TOO_MANY_REDIRECTS,
          ROBOTS,
          DENIED,
          RATE_LIMITED,
          SERVER_ERROR,
          NO_ROOM ->
          false;
    };
  }

  /** Whether it is in the catalogue now. */
  private boolean add(Feed feed, Drafting.Drafted drafted, boolean isAsListed, Tally tally) {
    // Where the address leads elsewhere somebody must look what that is.
    if (isAsListed
        && takesAtOnce.test(feed.scope())
        && add(feed, drafted, SourceState.ACCEPTED) instanceof Adding.Done) {
      tally.taken++;
      return true;
    }
    // Also what would be taken but lacks its day.
    return switch (add(feed, drafted, SourceState.WAITING)) {
      case Adding.Done _ -> {
        tally.waiting++;
        yield true;
      }
      case Adding.AlreadyThere _ -> true;
      case Adding.Full _, Adding.Invalid _, Adding.NotFound _ -> false;
    };
  }

  private Adding add(Feed feed, Drafting.Drafted drafted, SourceState state) {
    return intake.add(
        feed.scope(),
        drafted.draft(),
        drafted.draft().proposed(),
        state,
        feed.number(),
        ACTOR + " " + feed.number());
  }

  private void note(
      Feed feed,
      Duration wait,
      @Nullable String problem,
      @Nullable String etag,
      @Nullable String lastModified) {
    Instant now = clock.instant();
    feeds.checked(
        feed.scope(),
        feed.number(),
        new FeedHealth(now, now.plus(wait), 0, problem, etag, lastModified));
  }

  /** Notes that a check came to no end, for a reason that only the log knows. */
  void postpone(Feed feed) {
    var _ = failed(feed, "failed", null);
  }

  private Checked failed(Feed feed, String problem, @Nullable Duration retryAfter) {
    Instant now = clock.instant();
    int failures = feed.health().failures() + 1;
    feeds.checked(
        feed.scope(),
        feed.number(),
        new FeedHealth(
            now,
            BackOff.next(now, BETWEEN_CHECKS, failures, retryAfter),
            failures,
            problem,
            feed.health().etag(),
            feed.health().lastModified()));
    return new Checked(0, 0, 0, problem);
  }
}

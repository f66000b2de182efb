package dev.readout.intake;

import dev.readout.corpus.Scope;
import dev.readout.corpus.Sha256;
import dev.readout.intake.Draft.Drafting;
import dev.readout.intake.Intake.Adding;
import dev.readout.intake.extract.FeedReading;
import dev.readout.intake.fetch.Fetched;
import dev.readout.intake.fetch.SourceAddress;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.FeedTable;
import dev.readout.store.SourceEntry.SourceState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings in what a feed lists that is new. Thread-safe; takes as long as its fetches.
 *
 * <p>New is what has a text that the feed has not brought before: addresses and dates change
 * without a new document, and one document has several addresses.
 *
 * <p>What only says that the site does not show the document is no document: a page of another
 * host, a text far shorter than the feed's others, a short text that is at several addresses. It is
 * tried again, like what the site refuses; while the site shows nothing else, without end.
 *
 * @param takesAtOnce whether a scope takes what its feeds bring without asking anybody
 */
record NewItems(Intake intake, FeedTable feeds, Predicate<Scope> takesAtOnce) {
  /** Documents fetched at one check; the rest waits for the next, which then comes soon. */
  static final int MAX_NEW = 10;

  /** How often an item is tried that may be had another time. */
  static final int MAX_TRIES = 10;

  static final Duration SOON = Duration.ofMinutes(5);

  /** A site that refuses so many is left alone until the next check. */
  private static final int MAX_REFUSALS = 3;

  /** A longer text that is at two addresses is a document that has two. */
  private static final int MAX_NOTICE_CHARS = 3_000;

  /** A text of so small a part of what the feed's others have is no document. */
  private static final int FAR_BELOW = 10;

  /** Who adds what a feed brings, in the audit log. */
  private static final String ACTOR = "feed";

  /** What a check has done so far. Confined to one thread. */
  static final class Tally implements AutoCloseable {
    private int fetched;
    int waiting;
    int taken;
    int failed;

    /** Whether there is something to bring in at the next check. */
    boolean left;

    /** Whether the site has shown a document. */
    private boolean hadSome;

    private boolean stopped;
    private final Duration pace;
    Duration wait;

    /** Why the site shows none of its documents; null where it shows one, or none was asked for. */
    @Nullable String problem;

    private final List<Arrival> arrived = new ArrayList<>();
    private final List<FeedReading.Item> refused = new ArrayList<>();

    private Tally(Duration pace) {
      this.pace = pace;
      this.wait = pace;
    }

    private boolean isOver() {
      if (fetched == MAX_NEW && !stopped) {
        stop(SOON);
      }
      return stopped;
    }

    private void stop(Duration howLong) {
      stopped = true;
      left = true;
      wait = howLong;
    }

    @Override
    public void close() {
      arrived.forEach(one -> one.draft().original().close());
    }
  }

  private record Arrival(FeedReading.Item item, Draft draft) {
    private String text() {
      return Sha256.of(draft.text().body());
    }

    private int chars() {
      return draft.text().body().length();
    }
  }

  /** First what was never tried, so that what fails again and again keeps nothing waiting. */
  Tally bringIn(Feed feed, List<FeedReading.Item> items) {
    List<FeedReading.Item> triedBefore = new ArrayList<>();
    try (Tally tally = new Tally(feed.listing().every())) {
      for (FeedReading.Item item : items) {
        if (isKnown(feed, item)) {
          markSeen(feed, listed(item));
        } else if (hasSeen(feed, tried(item, 1))) {
          triedBefore.add(item);
        } else {
          fetch(feed, item, tally);
        }
      }
      triedBefore.forEach(item -> fetch(feed, item, tally));
      keepAll(feed, tally);
      tally.refused.forEach(item -> refuse(feed, item, tally));
      if (tally.hadSome) {
        tally.problem = null;
      }
      return tally;
    }
  }

  /** Whether the feed has listed the item before, and it was dealt with. */
  boolean isKnown(Feed feed, FeedReading.Item item) {
    return hasSeen(feed, listed(item));
  }

  private void fetch(Feed feed, FeedReading.Item item, Tally tally) {
    if (tally.isOver()) {
      return;
    }
    if (Thread.currentThread().isInterrupted() || isRemoved(feed)) {
      tally.stop(tally.pace);
      return;
    }
    tally.fetched++;
    switch (intake.draft(feed.scope(), item)) {
      case Drafting.AlreadyThere there -> {
        if (isAt(item, there.entry().address())) {
          markSeen(feed, listed(item));
        } else {
          tryAgain(feed, item, tally); // a notice that all addresses lead to, perhaps
        }
      }
      case Drafting.NotRead(var reason) -> {
        tally.failed++;
        switch (reason) {
          case CHALLENGE -> refused(item, FeedHealth.CHALLENGE, tally);
          case NO_TEXT -> tryAgain(feed, item, tally); // scripts that look who is reading, perhaps
          case MALFORMED, ENCRYPTED, TOO_LARGE, TOO_SLOW, NO_DOCUMENT ->
              markSeen(feed, listed(item)); // it will not be readable tomorrow either
        }
      }
      case Drafting.Busy _ -> tally.stop(SOON);
      case Drafting.NotFetched(var refusal) -> {
        tally.failed++;
        notFetched(feed, item, refusal, tally);
      }
      case Drafting.Drafted(var draft) -> arrive(feed, new Arrival(item, draft), tally);
    }
  }

  private boolean isRemoved(Feed feed) {
    return feeds.find(feed.scope(), feed.number()).isEmpty();
  }

  private void arrive(Feed feed, Arrival arrival, Tally tally) {
    if (!isAbout(feed.listing().words(), arrival)) {
      arrival.draft().original().close();
      markSeen(feed, listed(arrival.item()));
      tally.hadSome = true;
      return;
    }
    tally.arrived.add(arrival);
    OptionalInt usual = feeds.usualChars(feed.scope(), feed.number());
    if (usual.isPresent() && arrival.chars() * FAR_BELOW < usual.getAsInt()) {
      tally.failed++;
      refused(arrival.item(), FeedHealth.CHALLENGE, tally);
    }
  }

  /** Whether the document has one of the words, where any are asked for. */
  private static boolean isAbout(List<String> words, Arrival arrival) {
    Draft draft = arrival.draft();
    String text =
        (arrival.item().title() + "\n" + draft.proposed().title() + "\n" + draft.text().body())
            .toLowerCase(Locale.ROOT);
    return words.isEmpty()
        || words.stream().anyMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
  }

  private static void refused(FeedReading.Item item, String problem, Tally tally) {
    tally.refused.add(item);
    tally.problem = problem;
    if (tally.refused.size() == MAX_REFUSALS) {
      tally.stop(tally.pace);
    }
  }

  private void notFetched(Feed feed, FeedReading.Item item, Fetched.Refused refusal, Tally tally) {
    if (refusal.reason() == Fetched.Reason.DENIED) {
      refused(item, FeedHealth.DENIED, tally);
    } else if (isForGood(refusal.reason())) {
      markSeen(feed, listed(item));
    } else {
      tryAgain(feed, item, tally);
    }
    Duration asked = refusal.retryAfter();
    if (asked != null && asked.compareTo(tally.pace) > 0) {
      tally.stop(asked);
    } else if (asked != null || refusal.reason() == Fetched.Reason.RATE_LIMITED) {
      tally.stop(tally.pace);
    }
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

  /** While the site shows nothing, its refusals say nothing of the item. */
  private void refuse(Feed feed, FeedReading.Item item, Tally tally) {
    if (tally.hadSome) {
      tryAgain(feed, item, tally);
    } else {
      markSeen(feed, tried(item, 1));
      tally.left = true;
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

  private void keepAll(Feed feed, Tally tally) {
    Map<String, Long> addresses =
        tally.arrived.stream()
            .filter(one -> one.chars() <= MAX_NOTICE_CHARS)
            .collect(
                Collectors.groupingBy(
                    Arrival::text,
                    Collectors.mapping(
                        one -> one.draft().address(),
                        Collectors.collectingAndThen(
                            Collectors.toSet(), set -> (long) set.size()))));
    for (Arrival arrival : tally.arrived) {
      if (tally.refused.contains(arrival.item())) {
        continue;
      }
      if (addresses.getOrDefault(arrival.text(), 1L) > 1) {
        tally.failed++;
        tally.problem = FeedHealth.CHALLENGE;
        tally.refused.add(arrival.item());
      } else {
        tally.hadSome = true;
        keep(feed, arrival, tally);
      }
    }
  }

  private void keep(Feed feed, Arrival arrival, Tally tally) {
    if (isRemoved(feed)) {
      return;
    }
    FeedReading.Item item = arrival.item();
    String text = arrival.text();
    boolean hasBrought = hasSeen(feed, text);
    if (hasBrought && !isAt(item, arrival.draft().address())) {
      tryAgain(feed, item, tally);
      return;
    }
    if (!hasBrought && !add(feed, arrival, tally)) {
      tally.failed++;
      tally.stop(tally.pace); // there is no room, until somebody makes some
      return;
    }
    markSeen(feed, text);
    markSeen(feed, listed(item));
  }

  /** Whether it is in the catalogue now. */
  private boolean add(Feed feed, Arrival arrival, Tally tally) {
    // Where the address leads elsewhere somebody must look what that is.
    if (isAt(arrival.item(), arrival.draft().address())
        && takesAtOnce.test(feed.scope())
        && add(feed, arrival.draft(), SourceState.ACCEPTED) instanceof Adding.Done) {
      tally.taken++;
      return true;
    }
    // Also what would be taken but lacks its day.
    return switch (add(feed, arrival.draft(), SourceState.WAITING)) {
      case Adding.Done _ -> {
        tally.waiting++;
        yield true;
      }
      case Adding.AlreadyThere _ -> true;
      case Adding.Full _, Adding.Invalid _, Adding.NotFound _ -> false;
    };
  }

  private Adding add(Feed feed, Draft draft, SourceState state) {
    return intake.add(
        feed.scope(), draft, draft.proposed(), state, feed.number(), ACTOR + " " + feed.number());
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
}

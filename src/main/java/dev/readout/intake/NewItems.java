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
import java.util.Set;
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

  private record Arrival(FeedReading.Item item, Draft draft) {
    private String text() {
      return Sha256.of(draft.text().body());
    }

    private int chars() {
      return draft.text().body().length();
    }
  }

  /** Brings in what is new of what the feed lists. */
  Check bringIn(Feed feed, List<FeedReading.Item> items) {
    try (Check check = new Check(feed)) {
      check.run(items);
      return check;
    }
  }

  /** Whether the feed has listed the item before, and it was dealt with. */
  boolean isKnown(Feed feed, FeedReading.Item item) {
    return feeds.hasSeen(feed.scope(), feed.number(), listed(item));
  }

  /** One check of a feed, and what it has done so far. Confined to one thread. */
  final class Check implements AutoCloseable {
    private final Feed feed;
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

    private Check(Feed feed) {
      this.feed = feed;
      this.pace = feed.listing().every();
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

    /** First what was never tried, so that what fails again and again keeps nothing waiting. */
    private void run(List<FeedReading.Item> items) {
      List<FeedReading.Item> triedBefore = new ArrayList<>();
      for (FeedReading.Item item : items) {
        if (isKnown(feed, item)) {
          markSeen(listed(item));
        } else if (hasSeen(tried(item, 1))) {
          triedBefore.add(item);
        } else {
          fetch(item);
        }
      }
      triedBefore.forEach(this::fetch);
      keepAll();
      refused.forEach(this::refuse);
      if (hadSome) {
        problem = null;
      }
    }

    private void fetch(FeedReading.Item item) {
      if (isOver()) {
        return;
      }
      if (Thread.currentThread().isInterrupted() || isRemoved()) {
        stop(pace);
        return;
      }
      fetched++;
      switch (intake.draft(feed.scope(), item)) {
        case Drafting.AlreadyThere there -> {
          if (isAt(item, there.entry().address())) {
            markSeen(listed(item));
          } else {
            tryAgain(item); // a notice that all addresses lead to, perhaps
          }
        }
        case Drafting.NotRead(var reason) -> {
          failed++;
          switch (reason) {
            case CHALLENGE -> refused(item, FeedHealth.CHALLENGE);
            case NO_TEXT -> tryAgain(item); // scripts that look who is reading, perhaps
            case MALFORMED, ENCRYPTED, TOO_LARGE, TOO_SLOW, NO_DOCUMENT ->
                markSeen(listed(item)); // it will not be readable tomorrow either
          }
        }
        case Drafting.Busy _ -> stop(SOON);
        case Drafting.NotFetched(var refusal) -> {
          failed++;
          notFetched(item, refusal);
        }
        case Drafting.Drafted(var draft) -> arrive(new Arrival(item, draft));
      }
    }

    private boolean isRemoved() {
      return feeds.find(feed.scope(), feed.number()).isEmpty();
    }

    private void arrive(Arrival arrival) {
      if (!isAbout(feed.listing().words(), arrival)) {
        arrival.draft().original().close();
        markSeen(listed(arrival.item()));
        hadSome = true;
        return;
      }
      arrived.add(arrival);
      OptionalInt usual = feeds.usualChars(feed.scope(), feed.number());
      if (usual.isPresent() && arrival.chars() * FAR_BELOW < usual.getAsInt()) {
        failed++;
        refused(arrival.item(), FeedHealth.CHALLENGE);
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

    private void refused(FeedReading.Item item, String why) {
      refused.add(item);
      problem = why;
      if (refused.size() == MAX_REFUSALS) {
        stop(pace);
      }
    }

    private void notFetched(FeedReading.Item item, Fetched.Refused refusal) {
      if (refusal.reason() == Fetched.Reason.DENIED) {
        refused(item, FeedHealth.DENIED);
      } else if (isForGood(refusal.reason())) {
        markSeen(listed(item));
      } else {
        tryAgain(item);
      }
      Duration asked = refusal.retryAfter();
      if (asked != null && asked.compareTo(pace) > 0) {
        stop(asked);
      } else if (asked != null || refusal.reason() == Fetched.Reason.RATE_LIMITED) {
        stop(pace);
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
    private void refuse(FeedReading.Item item) {
      if (hadSome) {
        tryAgain(item);
      } else {
        markSeen(tried(item, 1));
        left = true;
      }
    }

    /** At the next check, some times, then no more. */
    private void tryAgain(FeedReading.Item item) {
      int tries = 1;
      while (tries < MAX_TRIES && hasSeen(tried(item, tries))) {
        tries++;
      }
      if (tries == MAX_TRIES) {
        markSeen(listed(item));
      } else {
        markSeen(tried(item, tries));
        left = true;
      }
    }

    /** Whether this is the address that the feed lists, and not one that it led to. */
    private static boolean isAt(FeedReading.Item item, @Nullable String address) {
      return SourceAddress.parse(item.address().toString())
          .map(URI::toString)
          .filter(listed -> listed.equals(address))
          .isPresent();
    }

    private void keepAll() {
      Map<String, Set<String>> addresses =
          arrived.stream()
              .filter(one -> one.chars() <= MAX_NOTICE_CHARS)
              .collect(
                  Collectors.groupingBy(
                      Arrival::text,
                      Collectors.mapping(one -> one.draft().address(), Collectors.toSet())));
      for (Arrival arrival : arrived) {
        if (refused.contains(arrival.item())) {
          continue;
        }
        if (addresses.getOrDefault(arrival.text(), Set.of()).size() > 1) {
          failed++;
          problem = FeedHealth.CHALLENGE;
          refused.add(arrival.item());
        } else {
          hadSome = true;
          keep(arrival);
        }
      }
    }

    private void keep(Arrival arrival) {
      if (isRemoved()) {
        return;
      }
      FeedReading.Item item = arrival.item();
      String text = arrival.text();
      boolean hasBrought = hasSeen(text);
      if (hasBrought && !isAt(item, arrival.draft().address())) {
        tryAgain(item);
        return;
      }
      if (!hasBrought && !add(arrival)) {
        failed++;
        stop(pace); // there is no room, until somebody makes some
        return;
      }
      markSeen(text);
      markSeen(listed(item));
    }

    /** Whether it is in the catalogue now. */
    private boolean add(Arrival arrival) {
      // Where the address leads elsewhere somebody must look what that is.
      if (isAt(arrival.item(), arrival.draft().address())
          && takesAtOnce.test(feed.scope())
          && add(arrival.draft(), SourceState.ACCEPTED) instanceof Adding.Done) {
        taken++;
        return true;
      }
      // Also what would be taken but lacks its day.
      return switch (add(arrival.draft(), SourceState.WAITING)) {
        case Adding.Done _ -> {
          waiting++;
          yield true;
        }
        case Adding.AlreadyThere _ -> true;
        case Adding.Full _, Adding.Invalid _, Adding.NotFound _ -> false;
      };
    }

    private Adding add(Draft draft, SourceState state) {
      return intake.add(
          feed.scope(), draft, draft.proposed(), state, feed.number(), ACTOR + " " + feed.number());
    }

    private boolean hasSeen(String hash) {
      return feeds.hasSeen(feed.scope(), feed.number(), hash);
    }

    private void markSeen(String hash) {
      feeds.markSeen(feed.scope(), feed.number(), hash);
    }
  }

  private static String listed(FeedReading.Item item) {
    return Sha256.of(item.address() + "\n" + item.title());
  }

  /** Stands for so many vain tries of an item. */
  private static String tried(FeedReading.Item item, int times) {
    return Sha256.of("tried " + times + "\n" + item.address() + "\n" + item.title());
  }
}

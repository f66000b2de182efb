package dev.readout.intake;

import dev.readout.corpus.Scope;
import dev.readout.intake.Draft.Drafting;
import dev.readout.intake.Draft.ProblemWord;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.fetch.Fetched;
import dev.readout.intake.fetch.Fetcher.FetchRequest;
import dev.readout.intake.fetch.Original;
import dev.readout.store.RefusedChangeException;
import dev.readout.store.RefusedChangeException.Reason;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceTable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at sources' addresses again and keeps both texts of what has changed. Thread-safe. */
public record Refresher(Drafts drafts, SourceTable sources, InstantSource clock) {
  /** How often a page that has not changed is looked at. */
  private static final Duration BETWEEN_CHECKS = Duration.ofDays(1);

  /** When nothing could be read, whatever was in it. */
  private static final Duration WHEN_BUSY = Duration.ofMinutes(15);

  public Refreshing refresh(Scope scope, long number, String actor) {
    Optional<SourceEntry> found =
        sources.find(scope, number).filter(entry -> entry.state().isLive());
    if (found.isEmpty()) {
      return new Refreshing.NotFound();
    }
    SourceEntry entry = found.get();
    String address = entry.address();
    if (address == null) {
      return new Refreshing.NoAddress();
    }
    SourceHealth health = entry.health();
    // What stops this process must not be tried again as soon as it starts.
    sources.reschedule(scope, number, clock.instant().plus(BETWEEN_CHECKS));
    FetchRequest request =
        new FetchRequest(scope, URI.create(address), health.etag(), health.lastModified());
    return switch (drafts.fetcher().fetch(request)) {
      case Fetched.Unchanged unchanged ->
          isElsewhere(address, unchanged.finalAddress())
              ? elsewhere(entry, unchanged.finalAddress())
              : same(entry, unchanged.movedTo(), unchanged.etag(), unchanged.lastModified());
      case Fetched.Document document -> {
        try (Original _ = document.original()) {
          yield isElsewhere(address, document.finalAddress())
              ? elsewhere(entry, document.finalAddress())
              : compare(entry, document, actor);
        }
      }
      case Fetched.Refused refused ->
          unavailable(entry, new Drafting.NotFetched(refused), refused.retryAfter());
    };
  }

  /** Nobody's words take the place of another's under the same number, side and title. */
  private static boolean isElsewhere(String address, URI read) {
    return !Publisher.isSame(URI.create(address), read);
  }

  private Refreshing elsewhere(SourceEntry entry, URI now) {
    return new Refreshing.OtherPublisher(
        failed(entry, ProblemWord.OTHER_PUBLISHER, text(now), null), now);
  }

  private Refreshing compare(SourceEntry entry, Fetched.Document document, String actor) {
    if (document.original().sha256().equals(entry.snapshot())) {
      return same(entry, document.movedTo(), document.etag(), document.lastModified());
    }
    Optional<Extraction> extraction = drafts.extract(entry.scope(), document.original());
    if (extraction.isEmpty()) {
      sources.reschedule(entry.scope(), entry.number(), clock.instant().plus(WHEN_BUSY));
      return new Refreshing.Unavailable(entry, new Drafting.Busy());
    }
    return switch (extraction.get()) {
      case Extraction.Failed failed ->
          unavailable(entry, new Drafting.NotRead(failed.reason()), null);
      case Extraction.Extracted text -> compare(entry, document, text, actor);
    };
  }

  private Refreshing compare(
      SourceEntry entry, Fetched.Document document, Extraction.Extracted text, String actor) {
    if (text.body().equals(entry.record().body())) {
      // Pages change around their text every day.
      return same(entry, document.movedTo(), document.etag(), document.lastModified());
    }
    if (!SameDocument.isLikely(entry.record().body(), text.body())) {
      return new Refreshing.Replaced(failed(entry, ProblemWord.REPLACED, null, null));
    }
    Drafts.Found where =
        new Drafts.Found(
            entry.address(),
            document.finalAddress(),
            entry.fileName(),
            document.original(),
            document.etag(),
            document.lastModified(),
            null);
    Draft draft = drafts.draft(entry.scope(), where, text);
    return revise(entry, draft, document, actor);
  }

  private Refreshing revise(
      SourceEntry before, Draft draft, Fetched.Document document, String actor) {
    // Somebody may have described it anew while it was being fetched.
    SourceEntry entry = current(before);
    Instant now = clock.instant();
    SourceHealth health =
        new SourceHealth(
            now,
            now,
            now.plus(BETWEEN_CHECKS),
            0,
            null,
            text(document.movedTo()),
            document.etag(),
            document.lastModified());
    try {
      return sources
          .revise(
              entry.scope(),
              entry.number(),
              VerbatimRecord.revised(entry.record(), draft),
              Drafts.snapshot(draft),
              health,
              actor)
          .<Refreshing>map(Refreshing.Changed::new)
          .orElseGet(Refreshing.NotFound::new);
    } catch (RefusedChangeException e) {
      if (e.reason() instanceof Reason.Full(var limit)) {
        return new Refreshing.Full(limit);
      }
      throw new IllegalStateException("a revision keeps its address and its id", e);
    }
  }

  private Refreshing same(
      SourceEntry entry,
      @Nullable URI movedTo,
      @Nullable String etag,
      @Nullable String lastModified) {
    Instant now = clock.instant();
    SourceHealth health =
        new SourceHealth(
            now,
            entry.health().changed(),
            now.plus(BETWEEN_CHECKS),
            0,
            null,
            text(movedTo),
            // An answer of "not modified" need not repeat both.
            etag == null && lastModified == null ? entry.health().etag() : etag,
            etag == null && lastModified == null ? entry.health().lastModified() : lastModified);
    sources.checked(entry.scope(), entry.number(), health);
    return new Refreshing.Same(current(entry));
  }

  private Refreshing unavailable(SourceEntry entry, Drafting why, @Nullable Duration retryAfter) {
    return new Refreshing.Unavailable(
        failed(entry, ProblemWord.of(why), entry.health().movedTo(), retryAfter), why);
  }

  /** Notes it, and gives the source as it is then. */
  private SourceEntry failed(
      SourceEntry entry, String problem, @Nullable String movedTo, @Nullable Duration retryAfter) {
    SourceHealth before = entry.health();
    Instant now = clock.instant();
    SourceHealth health =
        new SourceHealth(
            now,
            before.changed(),
            BackOff.next(now, BETWEEN_CHECKS, before.failures() + 1, retryAfter),
            before.failures() + 1,
            problem,
            movedTo,
            before.etag(),
            before.lastModified());
    sources.checked(entry.scope(), entry.number(), health);
    return current(entry);
  }

  private SourceEntry current(SourceEntry entry) {
    return sources.find(entry.scope(), entry.number()).orElse(entry);
  }

  private static @Nullable String text(@Nullable URI address) {
    return address == null ? null : address.toString();
  }

  /** What came of looking at a source's address again. Noted in the catalogue in every case. */
  public sealed interface Refreshing {
    /** The same text as before. */
    record Same(SourceEntry entry) implements Refreshing {}

    /** Another text: a new version, which the next reindex takes; the one before is kept. */
    record Changed(SourceEntry entry) implements Refreshing {}

    /** It could not be had or read; the text that is here stays. */
    record Unavailable(SourceEntry entry, Drafting why) implements Refreshing {}

    /** The address leads to somebody else's site now; the text that is here stays. */
    record OtherPublisher(SourceEntry entry, URI now) implements Refreshing {}

    /** What is there shares too few words with what was; the text stays until somebody decides. */
    record Replaced(SourceEntry entry) implements Refreshing {}

    /** There is no room for another version. */
    record Full(RefusedChangeException.CatalogueLimit limit) implements Refreshing {}

    /** A file has no address to look at. */
    record NoAddress() implements Refreshing {}

    /** The scope has no such source, or no longer. */
    record NotFound() implements Refreshing {}
  }

  /** Whether a text is another version of one before: a correction keeps most words. */
  static final class SameDocument {
    /** Of the words of the shorter text. Two papers on one subject share about a quarter. */
    private static final double LEAST_SHARED = 0.5;

    /** Words that say something, and pairs of Chinese characters. */
    private static final Pattern WORD =
        Pattern.compile("(?=(\\p{IsHan}{2}))|\\b([\\p{L}\\p{N}&&[^\\p{IsHan}]]{5,})");

    private SameDocument() {}

    static boolean isLikely(String before, String now) {
      Set<String> one = words(before);
      Set<String> other = words(now);
      int shorter = Math.min(one.size(), other.size());
      one.retainAll(other);
      return shorter > 0 && one.size() >= shorter * LEAST_SHARED;
    }

    private static Set<String> words(String text) {
      Set<String> words = new HashSet<>();
      Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
      while (matcher.find()) {
        words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
      }
      return words;
    }
  }

  /** When to look again at what could not be had. Pure functions. */
  static final class BackOff {
    private static final Duration LONGEST = Duration.ofDays(14);
    private static final int MAX_DOUBLINGS = 10;

    private BackOff() {}

    /** After the usual time, twice as long after each failure; not before the server says. */
    public static Instant next(
        Instant now, Duration usual, int failures, @Nullable Duration retryAfter) {
      Duration doubled = usual.multipliedBy(1L << Math.min(MAX_DOUBLINGS, failures - 1));
      Duration wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
      return now.plus(retryAfter != null && retryAfter.compareTo(wait) > 0 ? retryAfter : wait);
    }
  }
}

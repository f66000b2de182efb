package dev.readout.discord.watch;

import dev.readout.corpus.Language;
import dev.readout.discord.render.NoteMessage;
import dev.readout.discord.render.Reply;
import dev.readout.store.NoteTable;
import dev.readout.store.NoteTable.Bundle;
import dev.readout.store.WatchTable.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox where it is for this process to, a few places at a time, so often
 * as its owner asks it to. Confined to one thread.
 */
public record NoteSender(NoteTable notes, Post post, Predicate<Place> isOurs, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(NoteSender.class);

  /** Places that are sent a message at once. */
  static final int AT_ONCE = 8;

  private static final int MAX_NOTES = 10;
  private static final int MAX_CHARS = 2_500;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMinutes(1);

  /** After a refusal, which is likely to last: a channel that is gone, a right that is missing. */
  private static final Duration AFTER_A_REFUSAL = Duration.ofHours(1);

  public interface Post {
    /**
     * Sends a message, known by its nonce if it was taken before. Done once it is taken; fails with
     * {@link RefusedException} where it surely is not.
     */
    CompletableFuture<?> send(Place place, Reply message, String nonce);
  }

  /** Discord does not take a message, and would not take it the next moment either. */
  public static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String why) {
      super(why);
    }
  }

  private record Sending(Bundle bundle, CompletableFuture<?> taken) {}

  /** Sends a message to each of the first places that may be told something now. */
  public void send() throws InterruptedException {
    List<Sending> all = new ArrayList<>();
    notes.waiting(clock.instant()).stream()
        .filter(place -> place.isOpen(clock.instant()) && isOurs.test(place))
        .limit(AT_ONCE)
        .forEach(place -> all.add(send(place)));
    for (Sending one : all) {
      finish(one);
    }
  }

  private Sending send(Place place) {
    Bundle bundle = notes.bundle(place, MAX_NOTES, MAX_CHARS);
    Language language = Language.ofWireName(place.language()).orElse(Language.EN);
    Reply message = NoteMessage.of(bundle, language);
    return new Sending(bundle, post.send(place, message, bundle.nonce()));
  }

  private void finish(Sending one) throws InterruptedException {
    Instant now = clock.instant();
    try {
      one.taken.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      notes.sent(one.bundle, now);
    } catch (TimeoutException e) {
      notes.failed(one.bundle, false, "no reply", now.plus(BEFORE_THE_NEXT_TRY));
    } catch (ExecutionException e) {
      boolean isRefused = e.getCause() instanceof RefusedException;
      Duration wait = isRefused ? AFTER_A_REFUSAL : BEFORE_THE_NEXT_TRY;
      String why = String.valueOf(e.getCause() == null ? e : e.getCause().getMessage());
      LOG.info("a note is not sent: {}; the next try is in {}", why, wait);
      notes.failed(one.bundle, isRefused, why, now.plus(wait));
    }
  }
}

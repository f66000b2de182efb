package dev.readout.answer;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.readout.answer.CachingAnswerer.CacheStatistics;
import dev.readout.answer.CachingAnswerer.CacheTally;
import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes that answer now: the global one, and a server's own for a server that has an index of
 * its own. Own indexes are opened when they are first asked; the ones used last stay open. Where
 * one cannot be opened, the global index answers, and another server's never does. Thread-safe.
 */
public final class ServingIndexes implements AutoCloseable {
  /** How many servers' indexes are open; each maps its files and keeps records in memory. */
  static final int MAX_OPEN = 200;

  /** After how long an index that could not be opened is tried again. */
  static final Duration RETRY_AFTER = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(ServingIndexes.class);
  private static final int SERVER_ANSWERS = 500;

  private final CacheTally tally = new CacheTally();
  private final CurrentIndex global;
  private final Opener opener;
  private final InstantSource clock;
  private final Set<Scope> own = ConcurrentHashMap.newKeySet();
  private final Set<Scope> replaced = ConcurrentHashMap.newKeySet();
  private final AsyncCache<Scope, Opened> open;

  /** Opens servers' generations. */
  public interface Opener {
    /**
     * The generation to serve in a server over the global one, which is open until the call
     * returns; empty when that one is to serve. May throw.
     */
    Optional<Generation> open(Scope server, Generation global);
  }

  /** An own index, or null where the global one serves, and when to try again. */
  private record Opened(@Nullable CurrentIndex serving, Instant retryAt) {
    static Opened of(CurrentIndex serving) {
      return new Opened(serving, Instant.MAX);
    }

    static Opened none(Instant retryAt) {
      return new Opened(null, retryAt);
    }
  }

  /**
   * Over the global generation, which is taken over and closed here; servers among the scopes with
   * sources may have an index of their own.
   */
  public ServingIndexes(Generation global, Set<Scope> own, Opener opener, InstantSource clock) {
    this(global, own, opener, clock, MAX_OPEN);
  }

  ServingIndexes(
      Generation global, Set<Scope> own, Opener opener, InstantSource clock, int maxOpen) {
    this.clock = clock;
    this.global =
        new CurrentIndex(
            global, made -> ServingIndex.of(made, clock, CurrentIndex.MAX_ANSWERS, tally));
    own.stream().filter(scope -> !scope.equals(Scope.GLOBAL)).forEach(this.own::add);
    this.opener = opener;
    this.open =
        Caffeine.newBuilder()
            .maximumSize(maxOpen)
            .executor(Runnable::run) // an index is closed at once, by whoever took its place
            .removalListener(
                (@Nullable Scope scope, @Nullable Opened opened, RemovalCause cause) ->
                    close(scope, opened, cause))
            .buildAsync();
  }

  /** Only the global index, for everybody. */
  public static ServingIndexes globalOnly(Generation global, InstantSource clock) {
    return new ServingIndexes(global, Set.of(), (_, _) -> Optional.empty(), clock);
  }

  private static void close(@Nullable Scope scope, @Nullable Opened opened, RemovalCause cause) {
    if (scope != null && opened != null && opened.serving != null) {
      LOG.debug("closing the index of {} ({})", scope.id(), cause);
      opened.serving.close();
    }
  }

  /** What the work makes of the scope's index, not to be used after it. Throws after closing. */
  public <T> T with(Scope scope, Function<ServingIndex, T> work) {
    while (own.contains(scope)) {
      CurrentIndex serving = ownIndex(scope);
      if (serving == null) {
        break;
      }
      Optional<CurrentIndex.Lease> lease = serving.lease();
      if (lease.isPresent()) {
        try (CurrentIndex.Lease held = lease.get()) {
          if (own.contains(scope)) { // not dropped while it was being opened
            return work.apply(held.serving());
          }
        }
      }
    }
    return global.with(work);
  }

  /** Null when the global index serves. One thread opens it, others that ask for it wait. */
  private @Nullable CurrentIndex ownIndex(Scope scope) {
    CompletableFuture<Opened> mine = new CompletableFuture<>();
    CompletableFuture<Opened> found = open.asMap().putIfAbsent(scope, mine);
    if (found == null) {
      Opened opened = Opened.none(clock.instant().plus(RETRY_AFTER));
      try {
        opened = open(scope);
      } finally {
        mine.complete(opened); // also after an error: others wait for it
      }
      return opened.serving;
    }
    Opened opened = found.join();
    if (opened.serving == null && !clock.instant().isBefore(opened.retryAt)) {
      open.asMap().remove(scope, found);
      return ownIndex(scope);
    }
    return opened.serving;
  }

  private Opened open(Scope scope) {
    try {
      Optional<Generation> generation =
          global.with(serving -> opener.open(scope, serving.generation()));
      return generation
          .map(opened -> Opened.of(indexOf(opened)))
          .orElseGet(() -> Opened.none(Instant.MAX));
    } catch (RuntimeException e) {
      LOG.warn("The index of {} cannot be opened; the global one answers there.", scope.id(), e);
      return Opened.none(clock.instant().plus(RETRY_AFTER));
    }
  }

  private CurrentIndex indexOf(Generation generation) {
    return new CurrentIndex(
        generation, made -> global.with(below -> below.over(made, clock, SERVER_ANSWERS, tally)));
  }

  /** From now on the generation, which is taken over, answers in this scope. */
  public void replace(Scope scope, Generation generation) {
    if (scope.equals(Scope.GLOBAL)) {
      replaceGlobal(generation);
      return;
    }
    open.put(scope, CompletableFuture.completedFuture(Opened.of(indexOf(generation))));
    own.add(scope);
    replaced.add(scope);
  }

  /**
   * Finds these records no longer where the scope's are found: in the server, or everywhere, since
   * servers' generations lie over the global one. ServingIndexes that are not open are opened
   * without them.
   */
  public void hide(Scope scope, Set<String> ids) {
    if (scope.equals(Scope.GLOBAL)) {
      hide(global, ids);
    } else {
      Opened opened = open.synchronous().getIfPresent(scope);
      Stream.ofNullable(opened)
          .flatMap(one -> Stream.ofNullable(one.serving))
          .forEach(d -> hide(d, ids));
    }
  }

  private static void hide(CurrentIndex serving, Set<String> ids) {
    Optional<CurrentIndex.Lease> lease = serving.lease();
    try (CurrentIndex.Lease held = lease.orElse(null)) {
      if (held != null) {
        held.serving().generation().hide(ids);
      }
    }
  }

  /** From now on the global index answers in this scope, until the next {@link #replace}. */
  public void drop(Scope scope) {
    own.remove(scope);
    open.asMap().remove(scope);
  }

  /**
   * From now on the generation, which is taken over, answers globally. Servers' own indexes are
   * opened anew when they are next asked, since theirs lie over the global one before.
   */
  public void replaceGlobal(Generation generation) {
    global.replace(generation);
    open.asMap().clear();
    replaced.add(Scope.GLOBAL);
  }

  /** The scopes that have had another generation since this was last asked. */
  public Set<Scope> takeReplaced() {
    Set<Scope> taken = Set.copyOf(replaced);
    replaced.removeAll(taken);
    return taken;
  }

  /** How many servers' own indexes are open. */
  public int openServers() {
    return Math.toIntExact(openIndexes().count());
  }

  /** What all caches of answers have done since the start, and hold now. */
  public CacheStatistics cache() {
    long kept = openIndexes().mapToLong(CurrentIndex::keptAnswers).sum() + global.keptAnswers();
    return tally.statistics(kept);
  }

  /** Those that are being opened are not waited for. */
  private Stream<CurrentIndex> openIndexes() {
    return open.synchronous().asMap().values().stream()
        .flatMap(one -> Stream.ofNullable(one.serving));
  }

  /** Closes each generation after its last use. */
  @Override
  public void close() {
    own.clear();
    open.asMap().clear();
    global.close();
  }
}

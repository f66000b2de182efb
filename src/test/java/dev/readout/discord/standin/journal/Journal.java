package dev.readout.discord.standin.journal;

import dev.readout.discord.standin.time.Signal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * All REST exchanges, oldest first; the oldest go when it is full. Paths given to it are regular
 * expressions that must match the whole path, such as {@code "webhooks/.*"}. What a request did can
 * be seen elsewhere a moment before it stands here, so whoever reads the journal waits for the
 * requests that have arrived by then. Thread-safe.
 */
public final class Journal {
  private static final int COMPLAINT_LINES = 20;

  private final int capacity;
  private final Duration patience;
  private final Signal signal = new Signal();
  private final ArrayDeque<Exchange> exchanges = new ArrayDeque<>();
  private final NavigableSet<Long> underWay = new ConcurrentSkipListSet<>();
  private final AtomicLong arrived = new AtomicLong();
  private long recorded;

  /**
   * A new, empty one.
   *
   * @param capacity how many exchanges are kept, at least 1
   * @param patience how long the waiting methods wait
   */
  public Journal(int capacity, Duration patience) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1: " + capacity);
    }
    this.capacity = capacity;
    this.patience = patience;
  }

  /** Notes that a request has arrived; the ticket is for {@link #record} or {@link #end}. */
  public long begin() {
    long ticket = arrived.incrementAndGet();
    underWay.add(ticket);
    return ticket;
  }

  /** Adds the exchange that is made for the next number. */
  public void record(long ticket, LongFunction<Exchange> exchange) {
    synchronized (exchanges) {
      if (exchanges.size() == capacity) {
        exchanges.removeFirst();
      }
      recorded++;
      exchanges.addLast(exchange.apply(recorded));
    }
    end(ticket);
  }

  /** Notes that nothing more will come of a request. */
  public void end(long ticket) {
    underWay.remove(ticket);
    signal.changed();
  }

  /** All that are kept. */
  public List<Exchange> exchanges() {
    long last = arrived.get();
    signal.await(
        patience,
        () -> Optional.of(underWay.headSet(last, true)).filter(Set::isEmpty),
        () -> "a request is still under way");
    return kept();
  }

  private List<Exchange> kept() {
    synchronized (exchanges) {
      return List.copyOf(exchanges);
    }
  }

  /** Those of one kind. */
  public List<Exchange> exchanges(String method, String pathPattern) {
    return matching(exchanges(), method, pathPattern);
  }

  private static List<Exchange> matching(List<Exchange> all, String method, String pathPattern) {
    return all.stream().filter(e -> e.matches(method, pathPattern)).toList();
  }

  /** How many were ever recorded, including those that are gone. */
  public long recorded() {
    synchronized (exchanges) {
      return recorded;
    }
  }

  /** Waits for the first of one kind, which may have been already. */
  public Exchange await(String method, String pathPattern) {
    return await(1, method, pathPattern).getFirst();
  }

  /** Waits until there are so many of one kind, and returns all of them. */
  public List<Exchange> await(int count, String method, String pathPattern) {
    return signal.await(
        patience,
        () -> Optional.of(matching(kept(), method, pathPattern)).filter(e -> e.size() >= count),
        () -> "no %d × %s %s; there were:%n%s".formatted(count, method, pathPattern, tail()));
  }

  /** The last exchanges, a line each. */
  public String tail() {
    List<Exchange> all = kept();
    return all.stream()
        .skip(Math.max(0, all.size() - COMPLAINT_LINES))
        .map(exchange -> "  " + exchange.summary())
        .collect(Collectors.joining("\n"));
  }
}

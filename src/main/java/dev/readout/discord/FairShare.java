package dev.readout.discord;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How many places of something each server has taken, so that one server does not take those of all
 * the others. What is used outside servers counts as one more server, 0. Thread-safe; remembers
 * only servers that have taken a place.
 */
final class FairShare {
  private final int most;
  private final ConcurrentMap<Long, Integer> taken = new ConcurrentHashMap<>();

  /** At most so many places for each, at least 1. */
  FairShare(int most) {
    this.most = most;
  }

  /** Takes one more place for the server, to be given back; false when it has its share. */
  boolean take(long server) {
    boolean[] isTaken = {false};
    taken.compute(
        server,
        (_, before) -> {
          int now = before == null ? 0 : before;
          isTaken[0] = now < most;
          return isTaken[0] ? Integer.valueOf(now + 1) : before;
        });
    return isTaken[0];
  }

  /** Gives back a place that the server had taken. */
  void giveBack(long server) {
    taken.computeIfPresent(server, (_, before) -> before == 1 ? null : before - 1);
  }
}

package dev.readout.discord.standin.rest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Discord's limits on what a bot asks of its own: 50 requests a second, interactions aside, and 5
 * messages in 5 seconds to a channel. Confined to one thread at a time.
 */
final class RateLimits {
  private static final Pattern MESSAGES = Pattern.compile("channels/(\\d+)/messages");
  private static final int A_SECOND = 50;
  private static final int A_CHANNEL = 5;
  private static final int CHANNEL_SECONDS = 5;

  private final Map<String, Deque<Long>> taken = new HashMap<>();

  /** After how many seconds to ask again; empty for a request that is within the limits. */
  Optional<Integer> refused(String method, String path) {
    if (path.startsWith("interactions/") || path.startsWith("webhooks/")) {
      return Optional.empty();
    }
    Matcher messages = MESSAGES.matcher(path);
    if (method.equals("POST")
        && messages.matches()
        && isOver(messages.group(1), A_CHANNEL, CHANNEL_SECONDS)) {
      return Optional.of(CHANNEL_SECONDS);
    }
    return isOver("all", A_SECOND, 1) ? Optional.of(1) : Optional.empty();
  }

  private boolean isOver(String what, int most, int seconds) {
    Deque<Long> times = taken.computeIfAbsent(what, _ -> new ArrayDeque<>());
    long now = System.nanoTime();
    while (!times.isEmpty() && now - times.getFirst() > TimeUnit.SECONDS.toNanos(seconds)) {
      times.removeFirst();
    }
    boolean isOver = times.size() >= most;
    if (!isOver) {
      times.addLast(now);
    }
    return isOver;
  }
}

package dev.readout.discord.standin.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The faults that wait to strike, in the order in which they were added. Thread-safe. */
public final class RestFaults {
  private final List<RestFault> waiting = new ArrayList<>();
  private @Nullable RateLimits limits;

  /** Lets it strike the next requests of its kind. */
  public synchronized void add(RestFault fault) {
    waiting.add(fault);
  }

  /** From now on refuses what is more than Discord takes. */
  public synchronized void limitRates() {
    limits = new RateLimits();
  }

  /** Forgets all that have not struck. */
  public synchronized void clear() {
    waiting.clear();
  }

  /** Those that have not struck yet. */
  public synchronized List<RestFault> waiting() {
    return List.copyOf(waiting);
  }

  synchronized Optional<RestFault> strike(String method, String path) {
    for (int i = 0; i < waiting.size(); i++) {
      RestFault fault = waiting.get(i);
      if (fault.method().equals(method) && Pattern.matches(fault.path(), path)) {
        waiting.remove(i);
        int at = i;
        fault.struckOnce().ifPresent(rest -> waiting.add(at, rest));
        return Optional.of(fault);
      }
    }
    return limits == null
        ? Optional.empty()
        : limits
            .refused(method, path)
            .map(seconds -> RestFault.on(method, path).rateLimited(seconds));
  }
}

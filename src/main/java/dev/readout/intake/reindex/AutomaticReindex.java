package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Reindexes scopes in which documents are accepted without asking anybody. What fails or is
 * cancelled is tried again after 10 minutes, then after twice as long, up to 6 hours, so that a
 * full disk does not mean a build a minute. Confined to one thread.
 */
public final class AutomaticReindex {
  static final Duration FIRST_WAIT = Duration.ofMinutes(10);
  static final Duration LONGEST_WAIT = Duration.ofHours(6);

  /** Who reindexes, in the audit log. */
  private static final String ACTOR = "feed";

  private final Reindexer reindexer;
  private final InstantSource clock;
  private final Map<Scope, Attempt> attempts = new HashMap<>();

  public AutomaticReindex(Reindexer reindexer, InstantSource clock) {
    this.reindexer = reindexer;
    this.clock = clock;
  }

  /** The last of some in a row since there was nothing to do. */
  private record Attempt(Reindexing reindexing, Instant begun, int count) {
    boolean isUnderWay() {
      return !reindexing.outcome().isDone();
    }

    /** The earliest next one; at once after a first success, since more may have been taken. */
    Instant next() {
      boolean isDone = reindexing.outcome().join() instanceof Reindexing.Outcome.Done;
      return begun.plus(waitAfter(isDone ? count - 1 : count));
    }

    private static Duration waitAfter(int failures) {
      Duration wait = failures == 0 ? Duration.ZERO : FIRST_WAIT;
      for (int i = 1; i < failures && wait.compareTo(LONGEST_WAIT) < 0; i++) {
        wait = wait.multipliedBy(2);
      }
      return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
  }

  /** Reindexes where needed and not rolled back; false when it is to be called again later. */
  public boolean isDone(Scope scope) {
    if (reindexer.isRolledBack(scope)) {
      attempts.remove(scope);
      return true;
    }
    Attempt last = attempts.get(scope);
    if (last != null && last.isUnderWay()) {
      return false;
    }
    ReindexPlan plan = reindexer.plan(scope, false);
    if (!plan.isNeeded() || !plan.isPossible()) {
      attempts.remove(scope);
      return true;
    }
    Instant now = clock.instant();
    if (last == null || !now.isBefore(last.next()) || now.isBefore(last.begun())) {
      int count = last == null ? 1 : last.count() + 1;
      reindexer
          .startIfIdle(plan, ACTOR)
          .ifPresent(begun -> attempts.put(scope, new Attempt(begun, now, count)));
    }
    return false;
  }
}

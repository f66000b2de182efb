package dev.readout.intake.reindex;

import dev.readout.corpus.CorpusReader.InvalidCorpusException;
import dev.readout.corpus.Scope;
import dev.readout.index.BuildMonitor;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.index.GenerationInfo;
import dev.readout.index.IndexUnavailableException;
import dev.readout.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;

/** A reindex that is under way or done. Thread-safe. */
public final class Reindexing {
  private final ReindexPlan plan;
  private final String actor;
  private final Instant started;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private volatile Position position = new Position(BuildStep.READ, 0, 1);
  private volatile boolean cancelled;

  Reindexing(ReindexPlan plan, String actor, Instant started) {
    this.plan = plan;
    this.actor = actor;
    this.started = started;
  }

  /** Where it is: so much of a step. */
  public record Position(BuildStep step, int done, int total) {}

  /** How it ended. In every case but the first what was there before serves on. */
  public sealed interface Outcome {
    record Done(GenerationInfo generation, Duration took) implements Outcome {}

    record Cancelled() implements Outcome {}

    /** It could not be done; the detail, in English with paths, is for operators only. */
    record Failed(Failure failure, String detail) implements Outcome {}
  }

  public Scope scope() {
    return plan.scope();
  }

  public ReindexPlan plan() {
    return plan;
  }

  public String actor() {
    return actor;
  }

  public Instant started() {
    return started;
  }

  public Position position() {
    return position;
  }

  /** Completed when it is over, never exceptionally. */
  public CompletableFuture<Outcome> outcome() {
    return outcome.copy();
  }

  /** Ends it before the new generation is made the current one, if that is still to come. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether somebody has cancelled it; it may be over before that takes effect. */
  public boolean isCancelled() {
    return cancelled;
  }

  void end(Outcome how) {
    outcome.complete(how);
  }

  BuildMonitor monitor() {
    return new BuildMonitor() {
      @Override
      public void at(BuildStep step, int done, int total) {
        position = new Position(step, done, total);
      }

      @Override
      public boolean isCancelled() {
        return cancelled;
      }
    };
  }

  /** How reindexes have ended since the start. Immutable. */
  public record ReindexCounts(long done, long cancelled, long failed) {
    static final ReindexCounts NONE = new ReindexCounts(0, 0, 0);

    ReindexCounts plus(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Done _ -> new ReindexCounts(done + 1, cancelled, failed);
        case Outcome.Cancelled _ -> new ReindexCounts(done, cancelled + 1, failed);
        case Outcome.Failed _ -> new ReindexCounts(done, cancelled, failed + 1);
      };
    }
  }

  /** How far what the catalogue no longer has is out of the answers. */
  public enum Withdrawal {
    /** Nothing of it is found any more. */
    DONE,
    /** Another change takes long: it is found no longer, but in the index until that has ended. */
    LATER,
    /** Nothing that was added in the server is found until the index can be written again. */
    SERVER_DROPPED,
    /** The global index could not be written: it is hidden there. The next start tries again. */
    FAILED
  }

  /** Why an index could not be changed, as far as it can be told; the log says it exactly. */
  public enum Failure {
    /** No room is left where the index lies. */
    DISK_FULL,
    /** The index cannot be read or written. */
    DISK,
    /** Another change is under way, perhaps by another process. */
    BUSY,
    /** A file of the shipped corpus is defective. */
    DEFECT,
    /** The catalogue cannot be read. */
    CATALOGUE,
    OTHER;

    private static final int MAX_CAUSES = 20;

    public static Failure of(Throwable thrown) {
      if (causes(thrown).anyMatch(Failure::saysDiskFull)) {
        return DISK_FULL;
      }
      return switch (thrown) {
        case InvalidCorpusException _ -> DEFECT;
        case StoreUnavailableException _ -> CATALOGUE;
        case IndexUnavailableException _ ->
            causes(thrown).anyMatch(IOException.class::isInstance) ? DISK : BUSY;
        default -> causes(thrown).anyMatch(IOException.class::isInstance) ? DISK : OTHER;
      };
    }

    /** Tells it in the log; where it happened, only if nobody expects it. */
    static void tell(Logger log, String what, Throwable thrown) {
      if (of(thrown) == OTHER) {
        log.warn("{}", what, thrown);
      } else {
        log.warn("{}: {}", what, thrown.getMessage());
      }
    }

    private static Stream<Throwable> causes(Throwable thrown) {
      return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(MAX_CAUSES);
    }

    /** The JDK has no exception of its own for it; Linux, macOS and Windows in this order. */
    private static boolean saysDiskFull(Throwable cause) {
      String message = String.valueOf(cause.getMessage());
      return cause instanceof IOException
          && (message.contains("No space left on device")
              || message.contains("Disk quota exceeded")
              || message.contains("not enough space on the disk"));
    }

    /** The word used in the audit log. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * Reindexes scopes in which documents are accepted without asking anybody. What fails or is
   * cancelled is tried again after 10 minutes, then after twice as long, up to 6 hours, so that a
   * full disk does not mean a build a minute. Confined to one thread.
   */
  public static final class AutomaticReindex {
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
}

package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import dev.readout.index.BuildMonitor;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.index.GenerationInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

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
    /** The new generation serves. */
    record Done(GenerationInfo generation, Duration took) implements Outcome {}

    record Cancelled() implements Outcome {}

    /**
     * It could not be done.
     *
     * @param detail in English, with paths: for operators only
     */
    record Failed(Failure failure, String detail) implements Outcome {}
  }

  public Scope scope() {
    return plan.scope();
  }

  public ReindexPlan plan() {
    return plan;
  }

  /** Who asked for it. */
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

  /** What the build reports to and asks. */
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

  /**
   * How reindexes have ended since the start. Immutable.
   *
   * @param done a new generation serves
   * @param cancelled by somebody, or by closing
   * @param failed the generation from before serves on
   */
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
}

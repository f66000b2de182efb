package dev.readout.discord;

import dev.readout.discord.command.Trace;
import dev.readout.discord.render.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A reply that is changed while work goes on. Shows the newest state at most every two seconds, one
 * change after the other, and leaves out those between; the final reply always follows the last of
 * them. When Discord's quarter of an hour is nearly over it says so, once, and then shows nothing
 * more. Thread-safe.
 */
final class Progress implements Consumer<Reply> {
  /** Between two changes, since Discord counts them. */
  static final Duration BETWEEN = Duration.ofSeconds(2);

  /** How long after the acknowledgement states are shown; a minute before the token dies. */
  static final Duration SHOWN_FOR = Duration.ofMinutes(14);

  private final Edit edit;
  private final Reply farewell;
  private final LongSupplier nanos;
  private final BiConsumer<Duration, Runnable> later;
  private final long start;
  private final CompletableFuture<Boolean> finished = new CompletableFuture<>();

  private @Nullable Reply waiting;
  private boolean sending;
  private boolean due = true;
  private boolean started;
  private boolean done;
  private boolean gaveUp;

  interface Edit {
    /** Completes once it is changed; no other change follows the last. */
    CompletionStage<?> to(Reply reply, boolean isLast);
  }

  /** By the machine's time; actions are done on threads of their own. */
  Progress(Edit edit, Reply farewell) {
    this(
        edit,
        farewell,
        System::nanoTime,
        (wait, action) ->
            CompletableFuture.delayedExecutor(
                    wait.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(Trace.carried(action)));
  }

  /**
   * For one reply, by nanoseconds since some moment: an edit that fails is the next one's to make
   * good, and the farewell is the last state when the time is over and the work is not.
   */
  Progress(Edit edit, Reply farewell, LongSupplier nanos, BiConsumer<Duration, Runnable> later) {
    this.edit = edit;
    this.farewell = farewell;
    this.nanos = nanos;
    this.later = later;
    this.start = nanos.getAsLong();
  }

  /** Shows a state, or a later one in its place. */
  @Override
  public synchronized void accept(Reply state) {
    if (done) {
      return;
    }
    if (!started) {
      started = true;
      Duration left = SHOWN_FOR.minusNanos(nanos.getAsLong() - start);
      later.accept(left.isNegative() ? Duration.ZERO : left, this::giveUp);
    }
    waiting = state;
    sendIfDue();
  }

  synchronized boolean isUsed() {
    return started;
  }

  /** Shows the final reply and nothing after it; true once sent, false if it came too late. */
  synchronized CompletableFuture<Boolean> finish(Reply reply) {
    if (gaveUp) {
      return CompletableFuture.completedFuture(false);
    }
    done = true;
    due = true;
    waiting = reply;
    sendIfDue();
    return finished;
  }

  private synchronized void giveUp() {
    if (!done) {
      done = true;
      gaveUp = true;
      due = true;
      waiting = farewell;
      sendIfDue();
    }
  }

  private void sendIfDue() {
    Reply next = waiting;
    if (next == null || sending || !due) {
      return;
    }
    waiting = null;
    sending = true;
    due = false;
    boolean isLast = done;
    edit.to(next, isLast).whenComplete((_, failure) -> sent(isLast, failure));
  }

  private synchronized void sent(boolean isLast, @Nullable Throwable failure) {
    sending = false;
    if (gaveUp && isLast) {
      return;
    }
    if (isLast) {
      if (failure == null) {
        finished.complete(true);
      } else {
        finished.completeExceptionally(failure);
      }
      return;
    }
    if (done) {
      due = true;
      sendIfDue();
    } else {
      later.accept(BETWEEN, this::dueAgain);
    }
  }

  private synchronized void dueAgain() {
    due = true;
    sendIfDue();
  }
}

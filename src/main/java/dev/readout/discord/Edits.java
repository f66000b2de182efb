package dev.readout.discord;

import dev.readout.discord.render.Reply;
import dev.readout.discord.render.Sending;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.jspecify.annotations.Nullable;

/**
 * Makes a reply of an acknowledgement. Sending an edit twice is as good as once, so one whose
 * connection breaks is sent again: else the member would see for a quarter of an hour that the bot
 * is thinking. One that Discord is slow to confirm is not: it has mostly been taken.
 */
final class Edits {
  /** Before each further try; together within the time that the last of several states has. */
  private static final List<Duration> AGAIN_AFTER =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(15));

  private Edits() {}

  /** Completes when Discord has taken it, or with why it has not. */
  static CompletableFuture<@Nullable Void> send(InteractionHook hook, Reply reply) {
    CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
    hook.editOriginal(Sending.edit(reply))
        .queue(_ -> sent.complete(null), failure -> again(hook, reply, 0, failure, sent));
    return sent;
  }

  /**
   * After a failed try.
   *
   * @param before how many further tries there were before
   */
  private static void again(
      InteractionHook hook,
      Reply reply,
      int before,
      Throwable failure,
      CompletableFuture<@Nullable Void> sent) {
    if (before == AGAIN_AFTER.size() || !isBroken(failure)) {
      sent.completeExceptionally(failure);
      return;
    }
    try {
      var _ =
          hook.editOriginal(Sending.edit(reply))
              .queueAfter(
                  AGAIN_AFTER.get(before).toMillis(),
                  TimeUnit.MILLISECONDS,
                  _ -> sent.complete(null),
                  next -> again(hook, reply, before + 1, next, sent));
    } catch (RejectedExecutionException e) { // the bot is being closed
      sent.completeExceptionally(failure);
    }
  }

  private static boolean isBroken(Throwable failure) {
    return failure instanceof ErrorResponseException refused
        && refused.getResponse().getException() instanceof IOException broken
        && !(broken instanceof InterruptedIOException);
  }
}

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
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.jspecify.annotations.Nullable;

/**
 * Makes a reply of an acknowledgement. Sending an edit twice is as good as once, so one whose
 * connection breaks, or at which Discord itself fails, is sent again: else the member would see for
 * a quarter of an hour that the bot is thinking. One that Discord is slow to confirm is not: it has
 * mostly been taken.
 */
final class Edits {
  /** Before each further try; before all after them the last. */
  private static final List<Duration> AGAIN_AFTER =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(4),
          Duration.ofSeconds(15),
          Duration.ofSeconds(60));

  /** Of a state that another will follow, and must not wait for. */
  private static final int TRIES_OF_A_STATE = 4;

  private Edits() {}

  /**
   * Completes when Discord has taken it, or with why it has not.
   *
   * @param isLast whether nothing follows, so that it is tried until the acknowledgement is void
   */
  static CompletableFuture<@Nullable Void> send(InteractionHook hook, Reply reply, boolean isLast) {
    int most = isLast ? Integer.MAX_VALUE : TRIES_OF_A_STATE;
    CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
    hook.editOriginal(Sending.edit(reply))
        .queue(
            message -> sent(reply, message, sent),
            failure -> again(hook, reply, most, 1, failure, sent));
    return sent;
  }

  private static void sent(Reply reply, Message message, CompletableFuture<@Nullable Void> sent) {
    reply.sent().accept(message.getIdLong());
    sent.complete(null);
  }

  /**
   * After a failed try.
   *
   * @param most how many tries there may be
   * @param before how many there were
   */
  private static void again(
      InteractionHook hook,
      Reply reply,
      int most,
      int before,
      Throwable failure,
      CompletableFuture<@Nullable Void> sent) {
    Duration wait = AGAIN_AFTER.get(Math.min(before, AGAIN_AFTER.size()) - 1);
    boolean isInTime = System.currentTimeMillis() + wait.toMillis() < hook.getExpirationTimestamp();
    if (before >= most || !isInTime || !isPassing(failure)) {
      sent.completeExceptionally(failure);
      return;
    }
    try {
      var _ =
          hook.editOriginal(Sending.edit(reply))
              .queueAfter(
                  wait.toMillis(),
                  TimeUnit.MILLISECONDS,
                  message -> sent(reply, message, sent),
                  next -> again(hook, reply, most, before + 1, next, sent));
    } catch (RejectedExecutionException e) { // the bot is being closed
      sent.completeExceptionally(failure);
    }
  }

  private static boolean isPassing(Throwable failure) {
    return failure instanceof ErrorResponseException refused
        && (refused.getResponse().code >= 500
            || (refused.getResponse().getException() instanceof IOException broken
                && !(broken instanceof InterruptedIOException)));
  }
}

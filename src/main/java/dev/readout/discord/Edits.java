package dev.readout.discord;

import dev.readout.discord.render.Reply;
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
import net.dv8tion.jda.api.requests.RestAction;
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

  /** How long Discord takes edits, from the interaction on. */
  private static final Duration TAKEN_FOR = Duration.ofMinutes(15);

  /** Of a state that another will follow, and must not wait for. */
  private static final int TRIES_OF_A_STATE = 4;

  private Edits() {}

  /** Completes when Discord has taken it, or with why not; the last is tried to the end. */
  static CompletableFuture<@Nullable Void> send(InteractionHook hook, Reply reply, boolean isLast) {
    int most = isLast ? Integer.MAX_VALUE : TRIES_OF_A_STATE;
    long until = System.nanoTime() + TAKEN_FOR.toNanos();
    CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
    edit(hook, reply)
        .queue(
            message -> sent(reply, message, sent),
            failure -> again(hook, reply, new Tries(most, 1, until), failure, sent));
    return sent;
  }

  /** Discord says whether it is too late: JDA would ask this machine's clock, perhaps wrong. */
  static <T> RestAction<T> anyTime(RestAction<T> action) {
    return action.setCheck(() -> true);
  }

  private static RestAction<Message> edit(InteractionHook hook, Reply reply) {
    return anyTime(hook.editOriginal(reply.edit()));
  }

  private static void sent(Reply reply, Message message, CompletableFuture<@Nullable Void> sent) {
    reply.sent().accept(message.getIdLong());
    sent.complete(null);
  }

  /** How often it was and may be tried, and until when by {@link System#nanoTime}. */
  private record Tries(int most, int made, long until) {
    Duration pause() {
      return AGAIN_AFTER.get(Math.min(made, AGAIN_AFTER.size()) - 1);
    }

    boolean mayBeMore() {
      return made < most && System.nanoTime() + pause().toNanos() - until < 0;
    }

    Tries next() {
      return new Tries(most, made + 1, until);
    }
  }

  private static void again(
      InteractionHook hook,
      Reply reply,
      Tries tries,
      Throwable failure,
      CompletableFuture<@Nullable Void> sent) {
    if (!tries.mayBeMore() || !isPassing(failure)) {
      sent.completeExceptionally(failure);
      return;
    }
    try {
      var _ =
          edit(hook, reply)
              .queueAfter(
                  tries.pause().toMillis(),
                  TimeUnit.MILLISECONDS,
                  message -> sent(reply, message, sent),
                  next -> again(hook, reply, tries.next(), next, sent));
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

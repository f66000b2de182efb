package dev.readout.discord;

import dev.readout.corpus.Language;
import dev.readout.discord.command.Observer.Ending;
import dev.readout.discord.command.Request;
import dev.readout.discord.command.Trace;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The response to one interaction: at once to the asker alone, or deferred. A deferred reply is
 * always an edit of the acknowledgement, so that sending it twice changes nothing. Immutable.
 */
record Response(IReplyCallback event, Request request) {
  private static final Logger LOG = LoggerFactory.getLogger(Response.class);

  /** How long work may put off the acknowledgement. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** How long the last of several states may take to be sent. */
  private static final Duration CONCLUDE_WITHIN = Duration.ofSeconds(30);

  /** To the asker alone, with nothing acknowledged before. */
  void send(Reply reply) {
    event.reply(reply.create()).setEphemeral(true).queue(_ -> {}, Response::unsent);
  }

  /** The same, which is what was asked for; then runs the other. */
  private void send(Reply reply, Runnable then) {
    event
        .reply(reply.create())
        .setEphemeral(true)
        .queue(
            _ -> {
              request.arrival().acknowledged();
              request.end(Ending.REPLIED);
              then.run();
            },
            failure -> {
              unsent(request, failure);
              then.run();
            });
  }

  /** Acknowledges, then works in the slot and replies. */
  void defer(WorkerPool.Slot slot, Function<Consumer<Reply>, Reply> work) {
    acknowledge(hook -> slot.work(() -> finish(hook, work)), slot::giveBack);
  }

  /**
   * Works in the slot; what is for the asker alone and known soon enough is sent at once, all else
   * is deferred.
   */
  void sendSoon(WorkerPool.Slot slot, Function<Consumer<Reply>, Reply> work) {
    CompletableFuture<Reply> made = new CompletableFuture<>();
    CompletableFuture<Optional<InteractionHook>> acknowledged = new CompletableFuture<>();
    slot.work(
        () -> make(made, work),
        () -> acknowledged.join().ifPresent(hook -> finish(hook, _ -> made(made))));
    var _ =
        made.copy()
            .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                Trace.carried(
                    (@Nullable Reply reply, @Nullable Throwable _) -> {
                      try {
                        if (reply != null && reply.forAskerAlone()) {
                          send(reply, () -> acknowledged.complete(Optional.empty()));
                        } else {
                          acknowledge(
                              hook -> acknowledged.complete(Optional.of(hook)),
                              () -> acknowledged.complete(Optional.empty()));
                        }
                      } catch (RuntimeException | Error e) { // or its place would never be free
                        request.end(Ending.FAILED);
                        LOG.error("a reply failed", e);
                        acknowledged.complete(Optional.empty());
                      }
                    }));
  }

  private static void make(CompletableFuture<Reply> made, Function<Consumer<Reply>, Reply> work) {
    try {
      made.complete(work.apply(_ -> {}));
    } catch (RuntimeException | Error e) { // thrown where the reply is asked for
      made.completeExceptionally(e);
    }
  }

  private static Reply made(CompletableFuture<Reply> made) {
    try {
      return made.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }

  private void acknowledge(Consumer<InteractionHook> taken, Runnable untaken) {
    event
        .deferReply(request.isPrivate())
        .queue(
            hook -> {
              request.arrival().acknowledged();
              taken.accept(hook);
            },
            failure -> {
              untaken.run();
              request.end(Ending.NOT_ACKNOWLEDGED);
              LOG.warn("an interaction was not acknowledged: {}", reason(failure));
            });
  }

  private void finish(InteractionHook hook, Function<Consumer<Reply>, Reply> work) {
    Progress progress =
        new Progress(
            (state, isLast) -> Edits.send(hook, state, isLast), request.text(Phrase.WORK_GOES_ON));
    long begun = System.nanoTime();
    try {
      Reply reply = work.apply(progress);
      LOG.debug("worked out in {} ms", Duration.ofNanos(System.nanoTime() - begun).toMillis());
      if (progress.isUsed()) {
        conclude(progress, reply);
      } else {
        var _ =
            edit(hook, reply)
                .whenComplete(
                    Trace.carried(
                        (@Nullable Void _, @Nullable Throwable failure) -> {
                          if (failure == null) {
                            request.end(Ending.REPLIED);
                          } else {
                            untaken(failure);
                          }
                        }));
      }
    } catch (RuntimeException | Error e) { // who waits for a reply is told of either
      request.end(Ending.FAILED);
      Reply apology = apology(e);
      if (progress.isUsed()) {
        conclude(progress, apology);
      } else {
        apologise(hook, apology);
      }
    }
  }

  /** In place of the acknowledgement, or aside where others would see what is not for them. */
  private CompletableFuture<@Nullable Void> edit(InteractionHook hook, Reply reply) {
    return reply.forAskerAlone() && !request.isPrivate()
        ? aside(hook, reply).submit().thenApply(_ -> null)
        : Edits.send(hook, reply, /* isLast= */ true);
  }

  /** After the states shown so far, and before the bot may close. */
  private void conclude(Progress progress, Reply reply) {
    try {
      boolean taken = progress.finish(reply).get(CONCLUDE_WITHIN.toSeconds(), TimeUnit.SECONDS);
      request.end(taken ? Ending.REPLIED : Ending.NOT_TAKEN);
      if (!taken) {
        LOG.info("the work ended after Discord's quarter of an hour");
      }
    } catch (ExecutionException | TimeoutException e) {
      untaken(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void untaken(Throwable failure) {
    request.end(Ending.NOT_TAKEN);
    LOG.warn("the reply was not taken: {}", reason(failure));
  }

  /**
   * What is said of a failure, which is logged: that the database is away, or the id that every
   * line about it in the log carries.
   */
  Reply apology(@Nullable Throwable failure) {
    return apology(failure, request.language(), event.getId());
  }

  static Reply apology(@Nullable Throwable failure, Language language, String id) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof StoreUnavailableException) {
        LOG.warn("a reply needs the database: {}", one.getMessage());
        return Reply.text(Phrase.NO_DATABASE.in(language));
      }
    }
    LOG.error("a reply failed", failure);
    return Reply.text(Phrase.FAILED.in(language, id));
  }

  /** For the asker alone, even where the answer would have been for everybody. */
  private void apologise(InteractionHook hook, Reply apology) {
    if (request.isPrivate()) {
      Edits.anyTime(hook.editOriginal(apology.edit())).queue(_ -> {}, Response::unsent);
    } else {
      aside(hook, apology).queue(_ -> {}, Response::unsent);
    }
  }

  private static RestAction<Message> aside(InteractionHook hook, Reply reply) {
    return Edits.anyTime(hook.deleteOriginal())
        .flatMap(_ -> Edits.anyTime(hook.sendMessage(reply.create()).setEphemeral(true)));
  }

  private static void unsent(Throwable failure) {
    LOG.warn("a notice was not taken: {}", reason(failure));
  }

  /** Discord did not take what else was sent to the asker. */
  static void unsent(Request request, Throwable failure) {
    request.end(Ending.NOT_TAKEN);
    unsent(failure);
  }

  /** One line, of nothing that was sent: what became of the connection, or Discord's code. */
  static String reason(Throwable failure) {
    String reason = failure.getClass().getName();
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof ErrorResponseException response) {
        // Not its message, which may quote what somebody wrote.
        String meaning = response.getErrorResponse().getMeaning();
        reason = "Discord says " + response.getErrorCode() + ", " + meaning;
      } else if (one instanceof IOException) {
        return one.toString();
      }
    }
    return reason;
  }
}

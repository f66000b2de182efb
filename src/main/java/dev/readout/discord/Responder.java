package dev.readout.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.readout.discord.access.Access;
import dev.readout.discord.command.Opening;
import dev.readout.discord.command.Request;
import dev.readout.discord.observation.Arrival;
import dev.readout.discord.observation.Observer.Completing;
import dev.readout.discord.observation.Observer.Ending;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.Sending;
import dev.readout.discord.trace.Trace;
import dev.readout.discord.wording.Phrase;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IAutoCompleteCallback;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.requests.RestAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges first, works second, replies once: Discord waits three seconds for the first and a
 * quarter of an hour for the last. A reply is always an edit of the acknowledgement, so that
 * sending it twice changes nothing. Thread-safe.
 */
final class Responder {
  private static final Logger LOG = LoggerFactory.getLogger(Responder.class);

  /** How long Discord may deliver an interaction again: as long as it can be replied to. */
  private static final Duration REMEMBERED = Duration.ofMinutes(15);

  private static final int MAX_REMEMBERED = 200_000;

  /** Completions worked out at the same time; past that a keystroke goes without. */
  private static final int COMPLETIONS_AT_ONCE = 64;

  /** Those of one server: typing where the index is being opened leaves others theirs. */
  private static final int COMPLETIONS_OF_A_SERVER = 16;

  /** How long completions may take; by then who types has typed on. */
  private static final Duration COMPLETION_PATIENCE = Duration.ofMillis(1_500);

  /** Forms made at the same time. */
  private static final int FORMS_AT_ONCE = 64;

  /**
   * How long a form may take to make. The settings of a server that are read before it may take a
   * second, and the way to Discord its time: all of it is within Discord's three seconds.
   */
  private static final Duration FORM_PATIENCE = Duration.ofMillis(1_200);

  /** How long looking something up by its name may put off the acknowledgement. */
  private static final Duration LOOK_PATIENCE = Duration.ofMillis(500);

  /** How long the last of several states may take to be sent. */
  private static final Duration CONCLUDE_WITHIN = Duration.ofSeconds(30);

  private final WorkerPools crews;
  private final Refusals refusals;
  private final Semaphore completions = new Semaphore(COMPLETIONS_AT_ONCE);
  private final FairShare completionShares = new FairShare(COMPLETIONS_OF_A_SERVER);
  private final Semaphore forms = new Semaphore(FORMS_AT_ONCE);
  private final Cache<Long, Boolean> seen =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  Responder(WorkerPools crews, DiscordSettings.Limits limits, InstantSource clock) {
    this.crews = crews;
    this.refusals = new Refusals(limits, clock);
  }

  /**
   * Replies with what the work makes, or says why it cannot; once, however often it is delivered.
   * What members ask counts towards what a member and a server may ask in a minute; who looks after
   * a server is not kept from it.
   *
   * @param access whom it is for
   */
  void ask(
      IReplyCallback event, Request request, Access access, Function<Consumer<Reply>, Reply> work) {
    if (isFirst(event)) {
      Optional<Reply> tooOften =
          access == Access.MEMBER ? refusals.tooOften(event, request) : Optional.empty();
      Optional<Reply> refusal = tooOften.or(() -> Refusals.notAllowed(event, request));
      reply(
          event,
          request,
          crews.workers(access),
          refusal,
          place -> begin(event, request, place, work));
    }
  }

  /** They or their server asked too often; empty when they did not. Counts the request. */
  Optional<Reply> tooOften(Guild guild, Request request) {
    return refusals.tooOften(guild, request);
  }

  /** The same for members, not counted: what is about an answer already given, or about the bot. */
  void reply(IReplyCallback event, Request request, Supplier<Reply> work) {
    if (isFirst(event)) {
      reply(
          event,
          request,
          crews.forMembers(),
          Refusals.notAllowed(event, request),
          place -> begin(event, request, place, _ -> work.get()));
    }
  }

  /**
   * Asks for what members call by a name: that nothing has it is told to who asks alone, before
   * anything is acknowledged, where it is known soon enough.
   */
  void look(IReplyCallback event, Request request, Supplier<Reply> work) {
    if (isFirst(event)) {
      Optional<Reply> refusal =
          refusals.tooOften(event, request).or(() -> Refusals.notAllowed(event, request));
      reply(
          event, request, crews.forMembers(), refusal, place -> look(event, request, place, work));
    }
  }

  private static void look(
      IReplyCallback event, Request request, WorkerPool.Slot place, Supplier<Reply> work) {
    CompletableFuture<Reply> made = new CompletableFuture<>();
    CompletableFuture<Optional<InteractionHook>> acknowledged = new CompletableFuture<>();
    place.work(
        () -> {
          Supplier<Reply> outcome = outcome(work, made);
          acknowledged.join().ifPresent(hook -> finish(hook, request, _ -> outcome.get()));
        });
    var _ =
        made.copy()
            .orTimeout(LOOK_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                Trace.carried(
                    (@Nullable Reply reply, @Nullable Throwable _) -> {
                      if (reply != null && reply.forAskerAlone()) {
                        request.end(Ending.REPLIED);
                        send(event, reply);
                        acknowledged.complete(Optional.empty());
                      } else {
                        acknowledge(
                            event,
                            request,
                            hook -> acknowledged.complete(Optional.of(hook)),
                            () -> acknowledged.complete(Optional.empty()));
                      }
                    }));
  }

  /** What the work makes, or throws, at any later time; it is done now. */
  private static Supplier<Reply> outcome(Supplier<Reply> work, CompletableFuture<Reply> made) {
    try {
      Reply reply = work.get();
      made.complete(reply);
      return () -> reply;
    } catch (RuntimeException | Error e) {
      made.completeExceptionally(e);
      return () -> {
        throw e;
      };
    }
  }

  /** Opens a moderator's form, or says why it cannot. */
  <E extends IReplyCallback & IModalCallback> void open(
      E event, Request request, Supplier<Opening> making) {
    if (!isFirst(event)) {
      return;
    }
    if (!forms.tryAcquire()) {
      request.end(Ending.BUSY);
      send(event, Reply.text(Phrase.BUSY.in(request.language())));
    } else {
      CompletableFuture<Opening> made = CompletableFuture.supplyAsync(making, Trace::startThread);
      var _ = made.whenComplete((_, _) -> forms.release());
      var _ =
          made.copy()
              .orTimeout(FORM_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
              .whenComplete(
                  Trace.carried((opening, failure) -> opened(event, request, opening, failure)));
    }
  }

  private static <E extends IReplyCallback & IModalCallback> void opened(
      E event, Request request, @Nullable Opening opening, @Nullable Throwable failure) {
    switch (opening) {
      case Opening.Form form ->
          event
              .replyModal(form.modal())
              .queue(_ -> request.end(Ending.REPLIED), why -> unsent(request, why));
      case Opening.Instead instead -> {
        request.end(Ending.REPLIED);
        send(event, instead.reply());
      }
      case null -> {
        request.end(failure instanceof TimeoutException ? Ending.BUSY : Ending.FAILED);
        if (failure instanceof TimeoutException) {
          LOG.warn("a form was not ready within {}", FORM_PATIENCE);
          send(event, Reply.text(Phrase.BUSY.in(request.language())));
        } else {
          LOG.error("a form failed", failure);
          send(event, apology(event, request));
        }
      }
    }
  }

  /** With the id that every line about it in the log carries. */
  private static Reply apology(Interaction failed, Request request) {
    return Reply.text(Phrase.FAILED.in(request.language(), failed.getId()));
  }

  private static void reply(
      IReplyCallback event,
      Request request,
      WorkerPool workers,
      Optional<Reply> refusal,
      Consumer<WorkerPool.Slot> work) {
    if (refusal.isPresent()) {
      send(event, refusal.get());
      return;
    }
    workers
        .takeSlot(request.caller().location().server())
        .ifPresentOrElse(
            work,
            () -> {
              request.end(Ending.BUSY);
              send(event, Reply.text(Phrase.BUSY.in(request.language())));
            });
  }

  private static void begin(
      IReplyCallback event,
      Request request,
      WorkerPool.Slot place,
      Function<Consumer<Reply>, Reply> work) {
    acknowledge(
        event, request, hook -> place.work(() -> finish(hook, request, work)), place::giveBack);
  }

  private static void acknowledge(
      IReplyCallback event, Request request, Consumer<InteractionHook> taken, Runnable untaken) {
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

  private static void finish(
      InteractionHook hook, Request request, Function<Consumer<Reply>, Reply> work) {
    Progress progress =
        new Progress(
            (state, isLast) -> Edits.send(hook, state, isLast),
            Reply.text(Phrase.WORK_GOES_ON.in(request.language())),
            Progress.Timer.ofMachine());
    long begun = System.nanoTime();
    try {
      Reply reply = work.apply(progress);
      LOG.debug("worked out in {} ms", Duration.ofNanos(System.nanoTime() - begun).toMillis());
      if (progress.isUsed()) {
        conclude(progress, reply, request);
      } else {
        var _ =
            send(hook, reply, request)
                .whenComplete(
                    Trace.carried(
                        (@Nullable Void _, @Nullable Throwable failure) -> {
                          if (failure == null) {
                            request.end(Ending.REPLIED);
                          } else {
                            untaken(request, failure);
                          }
                        }));
      }
    } catch (RuntimeException | Error e) { // who waits for a reply is told of either
      request.end(Ending.FAILED);
      LOG.error("a reply failed", e);
      Reply apology = apology(hook.getInteraction(), request);
      if (progress.isUsed()) {
        conclude(progress, apology, request);
      } else {
        apologise(hook, request, apology);
      }
    }
  }

  /** In place of the acknowledgement, or aside where others would see what is not for them. */
  private static CompletableFuture<@Nullable Void> send(
      InteractionHook hook, Reply reply, Request request) {
    return reply.forAskerAlone() && !request.isPrivate()
        ? aside(hook, reply).submit().thenApply(_ -> null)
        : Edits.send(hook, reply, /* isLast= */ true);
  }

  /** After the states shown so far, and before the bot may close. */
  private static void conclude(Progress progress, Reply reply, Request request) {
    try {
      boolean taken = progress.finish(reply).get(CONCLUDE_WITHIN.toSeconds(), TimeUnit.SECONDS);
      request.end(taken ? Ending.REPLIED : Ending.NOT_TAKEN);
      if (!taken) {
        LOG.info("the work ended after Discord's quarter of an hour");
      }
    } catch (ExecutionException | TimeoutException e) {
      untaken(request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void untaken(Request request, Throwable failure) {
    request.end(Ending.NOT_TAKEN);
    LOG.warn("the reply was not taken: {}", reason(failure));
  }

  /** For the asker alone, even where the answer would have been for everybody. */
  private static void apologise(InteractionHook hook, Request request, Reply apology) {
    if (request.isPrivate()) {
      Edits.anyTime(hook.editOriginal(Sending.edit(apology))).queue(_ -> {}, Responder::unsent);
    } else {
      aside(hook, apology).queue(_ -> {}, Responder::unsent);
    }
  }

  private static RestAction<Message> aside(InteractionHook hook, Reply reply) {
    return Edits.anyTime(hook.deleteOriginal())
        .flatMap(_ -> Edits.anyTime(hook.sendMessage(Sending.create(reply)).setEphemeral(true)));
  }

  /** Takes away the message that was pressed. */
  void remove(IMessageEditCallback event, Request request) {
    if (isFirst(event)) {
      event
          .deferEdit()
          .flatMap(hook -> Edits.anyTime(hook.deleteOriginal()))
          .queue(_ -> request.end(Ending.REPLIED), why -> unsent(request, why));
    }
  }

  /** Replies at once, to the asker alone. */
  void tell(IReplyCallback event, Request request, Reply reply) {
    if (isFirst(event)) {
      request.end(Ending.REPLIED);
      send(event, reply);
    }
  }

  /** Says no, to the asker alone. */
  void refuse(IReplyCallback event, Request request, String reason) {
    if (isFirst(event)) {
      request.end(Ending.NOT_ALLOWED);
      send(event, Reply.text(reason));
    }
  }

  /**
   * Offers completions; none where there are too many to work out, they fail, or they take too
   * long. What takes too long is counted as under way until it ends.
   */
  void complete(IAutoCompleteCallback event, Arrival arrival, Supplier<List<Choice>> work) {
    Guild guild = event.getGuild();
    long server = guild == null ? 0 : guild.getIdLong();
    if (!takeCompletion(server)) {
      arrival.complete(Completing.BUSY);
      offer(event, List.of());
      return;
    }
    CompletableFuture<List<Choice>> made = CompletableFuture.supplyAsync(work, Trace::startThread);
    var _ =
        made.whenComplete(
            (_, failure) -> {
              completions.release();
              completionShares.giveBack(server);
              if (failure != null) {
                LOG.error("completing failed", failure);
              }
            });
    var _ =
        made.copy()
            .orTimeout(COMPLETION_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((_, failure) -> arrival.complete(completing(failure)))
            .exceptionally(_ -> List.of())
            .thenAccept(Trace.carried(choices -> offer(event, choices)));
  }

  private static Completing completing(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> Completing.MADE;
      case TimeoutException _ -> Completing.LATE;
      default -> Completing.FAILED;
    };
  }

  private boolean takeCompletion(long server) {
    if (!completionShares.take(server)) {
      return false;
    }
    if (!completions.tryAcquire()) {
      completionShares.giveBack(server);
      return false;
    }
    return true;
  }

  private static void offer(IAutoCompleteCallback event, List<Choice> choices) {
    event
        .replyChoices(choices)
        .queue(_ -> {}, failure -> LOG.debug("choices came too late: {}", reason(failure)));
  }

  private boolean isFirst(Interaction event) {
    return seen.asMap().putIfAbsent(event.getIdLong(), true) == null;
  }

  private static void send(IReplyCallback event, Reply reply) {
    event.reply(Sending.create(reply)).setEphemeral(true).queue(_ -> {}, Responder::unsent);
  }

  private static void unsent(Request request, Throwable failure) {
    request.end(Ending.NOT_TAKEN);
    unsent(failure);
  }

  private static void unsent(Throwable failure) {
    LOG.warn("a notice was not taken: {}", reason(failure));
  }

  /**
   * One line with nothing in it that was sent: what became of the connection, or Discord's code.
   */
  private static String reason(Throwable failure) {
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

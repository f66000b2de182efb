package dev.readout.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.readout.answer.TextKey;
import dev.readout.discord.WorkerPool.Pools;
import dev.readout.discord.command.Command.Opening;
import dev.readout.discord.command.Observer.Ending;
import dev.readout.discord.command.Request;
import dev.readout.discord.command.Trace;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges first, works second, replies once: Discord waits three seconds for the first and a
 * quarter of an hour for the last. Decides whether and where an interaction is worked on; how it is
 * replied to is the {@link Response}'s. Thread-safe.
 */
final class Responder {
  private static final Logger LOG = LoggerFactory.getLogger(Responder.class);

  /** How long Discord may deliver an interaction again: as long as it can be replied to. */
  private static final Duration REMEMBERED = Duration.ofMinutes(15);

  private static final int MAX_REMEMBERED = 200_000;

  private static final int FORMS_AT_ONCE = 64;

  /**
   * How long a form may take to make. The settings of a server that are read before it may take a
   * second, and the way to Discord its time: all of it is within Discord's three seconds.
   */
  private static final Duration FORM_PATIENCE = Duration.ofMillis(1_200);

  private final Pools pools;
  private final Refusals refusals;
  private final Semaphore forms = new Semaphore(FORMS_AT_ONCE);
  private final Cache<Long, Boolean> seen =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  Responder(Pools pools, DiscordSettings.Limits limits, InstantSource clock) {
    this.pools = pools;
    this.refusals = new Refusals(limits, clock);
  }

  /**
   * Replies with what the work makes, or says why it cannot; once, however often it is delivered.
   * What members ask counts towards what a member and a server may ask in a minute; who looks after
   * a server is not kept from it. What is for who asks alone, such as that the sources do not say
   * it, they are told before anything is acknowledged, where it is known soon enough.
   */
  void ask(
      IReplyCallback event, Request request, Access access, Function<Consumer<Reply>, Reply> work) {
    if (isFirst(event)) {
      boolean isMember = access == Access.MEMBER;
      Optional<Reply> tooOften =
          isMember ? refusals.tooOften(event.getGuild(), request) : Optional.empty();
      Response response = new Response(event, request);
      admit(
          response,
          isMember ? pools.forMembers() : pools.forModerators(),
          tooOften,
          slot -> {
            if (isMember && slot.isNext()) {
              response.sendSoon(slot, work);
            } else {
              response.defer(slot, work);
            }
          });
    }
  }

  /** They or their server asked too often; empty when they did not. Counts the request. */
  Optional<Reply> tooOften(Guild guild, Request request) {
    return refusals.tooOften(guild, request);
  }

  /** The same for members, not counted: what is about an answer already given, or about the bot. */
  void reply(IReplyCallback event, Request request, Supplier<Reply> work) {
    if (isFirst(event)) {
      Response response = new Response(event, request);
      admit(
          response,
          pools.forMembers(),
          Optional.empty(),
          slot -> response.defer(slot, _ -> work.get()));
    }
  }

  private static void admit(
      Response response,
      WorkerPool workers,
      Optional<Reply> tooOften,
      Consumer<WorkerPool.Slot> work) {
    Request request = response.request();
    Optional<Reply> refusal = tooOften.or(() -> Refusals.notAllowed(response.event(), request));
    if (refusal.isPresent()) {
      response.send(refusal.get());
      return;
    }
    workers
        .takeSlot(request.caller().location().server())
        .ifPresentOrElse(work, () -> busy(response));
  }

  private static void busy(Response response) {
    Request request = response.request();
    request.end(Ending.BUSY);
    response.send(request.text(Phrase.BUSY));
  }

  /** Opens a moderator's form, or says why it cannot. */
  <E extends IReplyCallback & IModalCallback> void open(
      E event, Request request, Supplier<Opening> making) {
    if (!isFirst(event)) {
      return;
    }
    if (!forms.tryAcquire()) {
      busy(new Response(event, request));
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
    Response response = new Response(event, request);
    switch (opening) {
      case Opening.Form form ->
          event
              .replyModal(form.modal())
              .queue(_ -> request.end(Ending.REPLIED), why -> Response.unsent(request, why));
      case Opening.Instead instead -> {
        request.end(Ending.REPLIED);
        response.send(instead.reply());
      }
      case null -> {
        if (failure instanceof TimeoutException) {
          LOG.warn("a form was not ready within {}", FORM_PATIENCE);
          busy(response);
        } else {
          request.end(Ending.FAILED);
          response.send(response.apology(failure));
        }
      }
    }
  }

  /** Takes away the message that was pressed. */
  void remove(IMessageEditCallback event, Request request) {
    if (isFirst(event)) {
      event
          .deferEdit()
          .flatMap(hook -> Edits.anyTime(hook.deleteOriginal()))
          .queue(_ -> request.end(Ending.REPLIED), why -> Response.unsent(request, why));
    }
  }

  /** Replies at once, to the asker alone. */
  void tell(IReplyCallback event, Request request, Reply reply) {
    if (isFirst(event)) {
      request.end(Ending.REPLIED);
      new Response(event, request).send(reply);
    }
  }

  /** Says no, to the asker alone. */
  void refuse(IReplyCallback event, Request request, TextKey reason) {
    if (isFirst(event)) {
      request.end(Ending.NOT_ALLOWED);
      new Response(event, request).send(request.text(reason));
    }
  }

  private boolean isFirst(Interaction event) {
    return seen.asMap().putIfAbsent(event.getIdLong(), true) == null;
  }
}

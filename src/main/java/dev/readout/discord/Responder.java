package dev.readout.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.readout.answer.desk.Completions;
import dev.readout.answer.reading.Language;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.Sending;
import dev.readout.discord.wording.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.TimeFormat;
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

  private final Workers workers;
  private final RateLimit members;
  private final RateLimit servers;
  private final Semaphore completions = new Semaphore(COMPLETIONS_AT_ONCE);
  private final Cache<Long, Boolean> seen =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  Responder(Workers workers, DiscordSettings.Limits limits, InstantSource clock) {
    this.workers = workers;
    this.members = new RateLimit(limits.memberAsksPerMinute(), clock);
    this.servers = new RateLimit(limits.serverAsksPerMinute(), clock);
  }

  /**
   * Replies with what the work makes, or says why it cannot; once, however often it is delivered.
   * Counts towards what a member and a server may ask in a minute.
   */
  void ask(IReplyCallback event, Request request, Supplier<Reply> work) {
    if (isFirst(event)) {
      reply(event, request, tooOften(event, request), work);
    }
  }

  /** The same for what belongs to an answer already given, and is not counted. */
  void reply(IReplyCallback event, Request request, Supplier<Reply> work) {
    if (isFirst(event)) {
      reply(event, request, Optional.empty(), work);
    }
  }

  private void reply(
      IReplyCallback event, Request request, Optional<Reply> tooOften, Supplier<Reply> work) {
    Optional<Reply> refusal = tooOften.or(() -> notAllowed(event, request));
    if (refusal.isPresent()) {
      send(event, refusal.get());
    } else if (!workers.takePlace()) {
      send(event, Reply.text(Phrase.BUSY.in(request.language())));
    } else {
      acknowledge(event, request, work);
    }
  }

  private void acknowledge(IReplyCallback event, Request request, Supplier<Reply> work) {
    event
        .deferReply(request.isPrivate())
        .queue(
            hook -> workers.work(() -> finish(hook, request, work)),
            failure -> {
              workers.giveBack();
              LOG.warn("interaction {} was not acknowledged: {}", event.getId(), reason(failure));
            });
  }

  private static void finish(InteractionHook hook, Request request, Supplier<Reply> work) {
    String interaction = hook.getInteraction().getId();
    try {
      Reply reply = work.get();
      hook.editOriginal(Sending.edit(reply))
          .queue(
              _ -> {},
              failure ->
                  LOG.warn("the reply to {} was not taken: {}", interaction, reason(failure)));
    } catch (RuntimeException e) {
      String incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
      LOG.error("incident {} in interaction {}", incident, interaction, e);
      apologise(hook, request, incident);
    }
  }

  /** For the asker alone, even where the answer would have been for everybody. */
  private static void apologise(InteractionHook hook, Request request, String incident) {
    Reply apology = Reply.text(Phrase.FAILED.in(request.language(), incident));
    if (request.isPrivate()) {
      hook.editOriginal(Sending.edit(apology)).queue(_ -> {}, Responder::unsent);
    } else {
      hook.deleteOriginal()
          .flatMap(_ -> hook.sendMessage(Sending.create(apology)).setEphemeral(true))
          .queue(_ -> {}, Responder::unsent);
    }
  }

  /** Takes away the message that was pressed. */
  void remove(IMessageEditCallback event) {
    if (isFirst(event)) {
      event.deferEdit().flatMap(InteractionHook::deleteOriginal).queue(_ -> {}, Responder::unsent);
    }
  }

  /** Says no, to the asker alone. */
  void refuse(IReplyCallback event, Language language, Phrase reason) {
    if (isFirst(event)) {
      send(event, Reply.text(reason.in(language)));
    }
  }

  /** Completions, or none where there are too many to work out or they fail. */
  List<Completions.Choice> complete(Supplier<List<Completions.Choice>> work) {
    if (!completions.tryAcquire()) {
      return List.of();
    }
    try {
      return work.get();
    } catch (RuntimeException e) {
      LOG.error("completing failed", e);
      return List.of();
    } finally {
      completions.release();
    }
  }

  private boolean isFirst(Interaction event) {
    return seen.asMap().putIfAbsent(event.getIdLong(), true) == null;
  }

  private Optional<Reply> tooOften(IReplyCallback event, Request request) {
    Optional<Instant> member = members.ask(request.member());
    if (member.isPresent()) {
      return tryAgain(Phrase.SLOW_DOWN, member.get(), request.language());
    }
    Guild guild = event.getGuild();
    Optional<Instant> server = guild == null ? Optional.empty() : servers.ask(guild.getIdLong());
    return server.flatMap(when -> tryAgain(Phrase.SERVER_SLOW_DOWN, when, request.language()));
  }

  private static Optional<Reply> notAllowed(IReplyCallback event, Request request) {
    return request.isPrivate()
        ? Optional.empty()
        : missingPermission(event)
            .map(
                missing ->
                    Reply.text(
                        Phrase.MISSING_PERMISSION.in(request.language(), missing.getName())));
  }

  private static Optional<Reply> tryAgain(Phrase phrase, Instant when, Language language) {
    // Discord shows whole seconds; a moment too early would be refused again.
    String time = TimeFormat.RELATIVE.format(when.plusMillis(999));
    return Optional.of(Reply.text(phrase.in(language, time)));
  }

  /**
   * What keeps the bot from writing to everybody in the channel. Discord would let a reply through;
   * but where administrators took the permission away, they do not want it there.
   */
  private static Optional<Permission> missingPermission(IReplyCallback event) {
    Channel channel = event.getChannel();
    Guild guild = event.getGuild();
    if (guild == null || !event.isFromAttachedGuild() || !(channel instanceof GuildChannel place)) {
      return Optional.empty();
    }
    Permission writing =
        place.getType().isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND;
    return List.of(Permission.VIEW_CHANNEL, writing).stream()
        .filter(needed -> !guild.getSelfMember().hasPermission(place, needed))
        .findFirst();
  }

  private static void send(IReplyCallback event, Reply reply) {
    event.reply(Sending.create(reply)).setEphemeral(true).queue(_ -> {}, Responder::unsent);
  }

  private static void unsent(Throwable failure) {
    LOG.warn("a notice was not taken: {}", reason(failure));
  }

  /** One line: what Discord said holds neither question nor token. */
  private static String reason(Throwable failure) {
    return failure.toString().lines().findFirst().orElse("");
  }
}

package dev.readout.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.readout.discord.command.Observer.Ending;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.TimeFormat;
import org.jspecify.annotations.Nullable;

/** What is replied to a request that is not worked on, and why. Thread-safe. */
final class Refusals {
  private final RateLimit members;
  private final RateLimit servers;
  private final InstantSource clock;

  Refusals(DiscordSettings.Limits limits, InstantSource clock) {
    this.members = new RateLimit(limits.memberAsksPerMinute(), System::nanoTime);
    this.servers = new RateLimit(limits.serverAsksPerMinute(), System::nanoTime);
    this.clock = clock;
  }

  /** They or their server asked too often; empty when they did not. Counts the request. */
  Optional<Reply> tooOften(@Nullable Guild guild, Request request) {
    Optional<Duration> member = members.ask(request.member());
    if (member.isPresent()) {
      return tryAgain(Phrase.SLOW_DOWN, member.get(), request);
    }
    Optional<Duration> server = guild == null ? Optional.empty() : servers.ask(guild.getIdLong());
    return server.flatMap(wait -> tryAgain(Phrase.SERVER_SLOW_DOWN, wait, request));
  }

  /** The bot must not write there for everybody to see; empty when it may. */
  static Optional<Reply> notAllowed(IReplyCallback event, Request request) {
    return request.isPrivate()
        ? Optional.empty()
        : missingPermission(event)
            .map(
                missing -> {
                  request.end(Ending.NOT_ALLOWED);
                  return request.text(Phrase.MISSING_PERMISSION, missing.getName());
                });
  }

  private Optional<Reply> tryAgain(Phrase phrase, Duration wait, Request request) {
    request.end(Ending.TOO_OFTEN);
    // By Discord's clock, since Discord shows it; in whole seconds, and a moment too early would be
    // refused again.
    Instant now = clock.instant().minus(request.caller().location().clockAhead());
    String time = TimeFormat.RELATIVE.format(now.plus(wait).plusMillis(999));
    return Optional.of(request.text(phrase, time));
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

  /**
   * How often somebody may ask: a bucket that holds a minute's worth of asking and fills evenly.
   * Thread-safe.
   */
  static final class RateLimit {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Past this the longest unused are forgotten, and may ask anew. */
    private static final int MAX_REMEMBERED = 100_000;

    private final long betweenNanos;
    private final LongSupplier nanos;

    /**
     * When each bucket was, or will be, full: one ask later than that empties it by one. Entries
     * are dropped when the bucket is full again.
     */
    private final Cache<Long, Long> fullAt =
        Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(MINUTE).build();

    /** By nanoseconds since some moment, of a clock that nobody sets. */
    RateLimit(int asksPerMinute, LongSupplier nanos) {
      this.betweenNanos = MINUTE.dividedBy(asksPerMinute).toNanos();
      this.nanos = nanos;
    }

    /** Counts an ask; one too many is not counted, and how long to wait is returned. */
    Optional<Duration> ask(long who) {
      long now = nanos.getAsLong();
      long[] wait = new long[1];
      fullAt
          .asMap()
          .compute(
              who,
              (_, before) -> {
                long full = before == null || before - now < 0 ? now : before;
                long after = full + betweenNanos;
                wait[0] = after - now - MINUTE.toNanos();
                return wait[0] > 0 ? full : after;
              });
      return wait[0] > 0 ? Optional.of(Duration.ofNanos(wait[0])) : Optional.empty();
    }
  }
}

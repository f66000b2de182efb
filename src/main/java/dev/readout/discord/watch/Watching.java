package dev.readout.discord.watch;

import dev.readout.discord.render.Reply;
import dev.readout.discord.watch.NoteSender.RefusedException;
import dev.readout.store.Database;
import dev.readout.store.WatchTable.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.MiscUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schedule by which changes are looked for and told, within half a minute. Thread-safe; closed
 * by who started it.
 */
public final class Watching implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_MATTERS = Duration.ofSeconds(10);

  /**
   * Eight messages each time, a request more for each that is in private: in no second more than 48
   * of the 50 that Discord takes from a bot.
   */
  private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(400);

  private static final int REFUSED_FROM = 400;
  private static final int REFUSED_BELOW = 500;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watches").factory());

  private final NoteSender sender;
  private final BooleanSupplier isConnected;

  /** Complete once it is started. */
  private final List<Runnable> all = new ArrayList<>();

  /** What failed the last time: told once. */
  private final Set<Runnable> failing = new HashSet<>();

  private Watching(NoteSender sender, BooleanSupplier isConnected) {
    this.sender = sender;
    this.isConnected = isConnected;
  }

  /** Looks, where this process does for all that share the database, and sends from now on. */
  public static Watching start(
      Watcher watcher,
      ModeratorWatch moderators,
      NoteSender sender,
      BooleanSupplier isLooking,
      BooleanSupplier isConnected) {
    Watching watching = new Watching(sender, isConnected);
    watching.every(BETWEEN_LOOKS, onlyIf(isLooking, watcher::look));
    watching.every(BETWEEN_MATTERS, onlyIf(isLooking, moderators::look));
    watching.every(BETWEEN_MESSAGES, watching::send);
    return watching;
  }

  /** Does all of it soon, and not only when it is time. */
  public void hurry() {
    all.forEach(thread::execute);
  }

  private static Runnable onlyIf(BooleanSupplier condition, Runnable work) {
    return () -> {
      if (condition.getAsBoolean()) {
        work.run();
      }
    };
  }

  private void every(Duration time, Runnable work) {
    Runnable trying = () -> tried(work);
    all.add(trying);
    var _ =
        thread.scheduleWithFixedDelay(
            trying, time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void send() {
    if (isConnected.getAsBoolean()) {
      try {
        sender.send();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void tried(Runnable work) {
    try {
      work.run();
      failing.remove(work);
    } catch (RuntimeException e) {
      if (failing.add(work)) {
        LOG.warn("what is watched cannot be told now: {}", e.toString());
      }
    }
  }

  /**
   * Whether it is this process that sends to a place: the one with the shard of the server, and for
   * members in private the one that has that duty.
   */
  public static boolean isOurs(Place place, ShardManager shards, Database database) {
    if (place.channel() == 0) {
      return database.holds("private notes");
    }
    long server = place.scope().server().orElse(0);
    int shard = MiscUtil.getShardForGuild(server, shards.getShardsTotal());
    return shards.getShardById(shard) != null;
  }

  /** Sends by a bot's connections; waits for nothing itself. */
  public static NoteSender.Post post(ShardManager shards) {
    return (place, message, nonce) -> {
      try {
        return sent(shards, place, message, nonce)
            .exceptionallyCompose(failure -> CompletableFuture.failedFuture(known(failure)));
      } catch (RefusedException | InsufficientPermissionException e) {
        return CompletableFuture.failedFuture(new RefusedException(String.valueOf(e.getMessage())));
      } catch (RuntimeException e) {
        return CompletableFuture.failedFuture(e);
      }
    };
  }

  private static CompletableFuture<?> sent(
      ShardManager shards, Place place, Reply message, String nonce) {
    if (place.channel() == 0) {
      JDA shard = shards.getShards().getFirst();
      return shard
          .openPrivateChannelById(place.member())
          .flatMap(channel -> channel.sendMessage(message.create()).setNonce(nonce))
          .submit();
    }
    long server = place.scope().server().orElse(0);
    if (shards.getGuildById(server) == null && isUnavailable(shards, server)) {
      throw new IllegalStateException("the server is unavailable");
    }
    GuildMessageChannel channel = shards.getChannelById(GuildMessageChannel.class, place.channel());
    if (channel == null || channel.getGuild().getIdLong() != server) {
      throw new RefusedException("there is no such channel");
    }
    return channel.sendMessage(message.create()).setNonce(nonce).submit();
  }

  private static boolean isUnavailable(ShardManager shards, long server) {
    return shards.getShards().stream().anyMatch(shard -> shard.isUnavailable(server));
  }

  private static Throwable known(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    Throwable said = failure instanceof ErrorResponseException ? failure : cause;
    return said instanceof ErrorResponseException response
            && response.getResponse().code >= REFUSED_FROM
            && response.getResponse().code < REFUSED_BELOW
        ? new RefusedException(response.getMeaning())
        : said;
  }

  /** What is under way may be sent again at the next start. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      var _ = thread.awaitTermination(BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

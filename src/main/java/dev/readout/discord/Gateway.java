package dev.readout.discord;

import dev.readout.discord.Bot.StartException;
import dev.readout.discord.RestCalls.Traced;
import dev.readout.discord.command.DiscordClock;
import dev.readout.discord.command.Observer;
import dev.readout.discord.command.Observer.ConnectionChange;
import dev.readout.discord.moderation.Moderation.Connections;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.SessionController.SessionConnectNode;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to Discord, a shard for each part of the servers, and the threads that take its
 * events. Uses no privileged intent. Thread-safe; closed by its owner. What is asked about the
 * shards waits until they are made.
 */
final class Gateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  private static final Set<GatewayIntent> PRIVILEGED =
      EnumSet.of(
          GatewayIntent.GUILD_MEMBERS,
          GatewayIntent.GUILD_PRESENCES,
          GatewayIntent.MESSAGE_CONTENT);

  private static final int EVENT_THREADS = 4;
  private static final int MAX_EVENTS_WAITING = 10_000;

  private static final long CLIENT_CHECK_NANOS = 1_000_000;

  /** How long a shard may take to send what is left and to say goodbye. */
  private static final Duration LEAVING = Duration.ofSeconds(3);

  private final DefaultShardManagerBuilder builder;
  private final ThreadPoolExecutor events = eventThreads();
  private final DiscordClock clock = new DiscordClock();
  private final CompletableFuture<ShardManager> shards = new CompletableFuture<>();

  /** Not yet connected; the observer is told of each call of Discord's. */
  Gateway(DiscordSettings settings, Observer observer) {
    this.builder = builder(settings);
    builder.setEventPool(events, true);
    RestCalls.watch(builder, observer, clock);
  }

  private static DefaultShardManagerBuilder builder(DiscordSettings settings) {
    DefaultShardManagerBuilder builder =
        DefaultShardManagerBuilder.createLight(
            settings.token().value(), EnumSet.of(GatewayIntent.GUILD_MESSAGES));
    builder.setEnableShutdownHook(false);
    // A reply that Discord took but was slow to confirm is not sent a second time.
    builder.setRequestTimeoutRetry(false);
    builder.setSessionController(new Sessions(settings.gatewayUrl()));
    RestConfig config = new RestConfig();
    if (settings.apiUrl() != null) {
      config.setBaseUrl(settings.apiUrl().toString());
    }
    Traced.in(builder, config);
    DiscordSettings.Shards range = settings.shards();
    if (range.total() > 0) {
      builder.setShardsTotal(range.total()).setShards(range.first(), range.last());
    }
    return builder;
  }

  /** Where shards connect, and when. */
  private static final class Sessions extends ConcurrentSessionController {
    private final @Nullable URI address;

    Sessions(@Nullable URI address) {
      this.address = address;
    }

    @Override
    public String getGateway() {
      return address == null ? super.getGateway() : address.toString();
    }

    /**
     * Connects once JDA has kept the shard's client, which it does after this call: a server told
     * of earlier would wait for members that Discord never sends.
     */
    @Override
    public void appendSession(SessionConnectNode node) {
      Thread.ofPlatform()
          .daemon()
          .name("connecting")
          .start(
              () -> {
                while (((JDAImpl) node.getJDA()).getClient() == null) {
                  LockSupport.parkNanos(CLIENT_CHECK_NANOS);
                }
                super.appendSession(node);
              });
    }
  }

  /**
   * Threads of their own for taking events: as virtual threads they would stand in line behind the
   * answers being worked out, and acknowledgements with them.
   */
  private static ThreadPoolExecutor eventThreads() {
    return new ThreadPoolExecutor(
        EVENT_THREADS,
        EVENT_THREADS,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(MAX_EVENTS_WAITING),
        Thread.ofPlatform().name("event-", 0).daemon().factory(),
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  /** Logs in; throws when Discord refuses the token or cannot be reached. */
  void connect(Object... listeners) {
    builder.addEventListeners(listeners);
    try {
      shards.complete(builder.build());
    } catch (InvalidTokenException e) {
      throw StartException.tokenRefused(e);
    } catch (ErrorResponseException | CompletionException | IllegalStateException e) {
      throw new StartException(
          "Discord cannot be reached: " + meaning(e) + "; check the network", false, e);
    }
  }

  private static String meaning(RuntimeException failure) {
    if (failure instanceof ErrorResponseException response) {
      return response.getErrorCode() + ", " + response.getErrorResponse().getMeaning();
    }
    Throwable why = failure.getCause() == null ? failure : failure.getCause();
    return why.toString().lines().findFirst().orElse("");
  }

  ShardManager shards() {
    return shards.join();
  }

  /** How long it takes to answer, in milliseconds; negative before its first answer. */
  long pingMillis() {
    return Math.round(shards().getAverageGatewayPing());
  }

  /** How its connections are; those still to be made count as not connected. */
  Connections connections() {
    ShardManager now = shards();
    Set<String> privileged =
        now.getShards().stream()
            .flatMap(shard -> shard.getGatewayIntents().stream())
            .filter(PRIVILEGED::contains)
            .map(GatewayIntent::name)
            .collect(Collectors.toSet());
    return new Connections(
        connected(now.getShards()),
        now.getShardsRunning() + now.getShardsQueued(),
        pingMillis(),
        privileged,
        clock.ahead());
  }

  private static int connected(List<JDA> shards) {
    return (int) shards.stream().filter(one -> one.getStatus() == JDA.Status.CONNECTED).count();
  }

  /** Whether the bot sees a channel of a server and may write there. */
  boolean mayWrite(long channel) {
    GuildMessageChannel found = shards().getChannelById(GuildMessageChannel.class, channel);
    return found != null && found.canTalk();
  }

  /** How many events wait to be looked at; acknowledgements are behind them. */
  int eventsWaiting() {
    return events.getQueue().size();
  }

  /** Sends what is left, within three seconds a shard, and leaves Discord. */
  @Override
  public void close() {
    List<JDA> open = List.copyOf(shards().getShards());
    // Shards first: closing all at once takes the threads that send what is left.
    open.forEach(JDA::shutdown);
    try {
      for (JDA shard : open) {
        if (!shard.awaitShutdown(LEAVING)) {
          LOG.warn("shard {} did not say goodbye in time", shard.getShardInfo().getShardId());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    shards().shutdown();
  }

  /** Tells the operator how the connections fare; JDA reconnects by itself. Thread-safe. */
  record ConnectionListener(CompletableFuture<Bot.End> ended, Observer observer)
      implements EventListener {
    @Override
    public void onEvent(GenericEvent event) {
      int shard = event.getJDA().getShardInfo().getShardId();
      switch (event) {
        case ReadyEvent ready -> {
          observer.connection(ConnectionChange.READY);
          LOG.info(
              "connected as {} in {} servers (shard {})",
              ready.getJDA().getSelfUser().getName(),
              ready.getGuildTotalCount(),
              shard);
        }
        case SessionDisconnectEvent lost -> {
          observer.connection(ConnectionChange.LOST);
          CloseCode code = lost.getCloseCode();
          LOG.warn(
              "lost the connection to Discord, {}; reconnecting (shard {})",
              code == null ? "no reason given" : code.getMeaning(),
              shard);
        }
        case SessionResumeEvent _ -> {
          observer.connection(ConnectionChange.RESUMED);
          LOG.info("connected again, nothing missed (shard {})", shard);
        }
        case SessionRecreateEvent _ -> {
          observer.connection(ConnectionChange.RECREATED);
          LOG.info("connected again, in a new session (shard {})", shard);
        }
        case ShutdownEvent shutdown -> end(shutdown.getCloseCode());
        default -> {} // nothing about the connection
      }
    }

    private void end(@Nullable CloseCode code) {
      if (code == CloseCode.AUTHENTICATION_FAILED) {
        LOG.error("Discord no longer takes the token; copy it anew from the developer portal");
        ended.complete(Bot.End.TOKEN_REFUSED);
        return;
      }
      if (code != null && !code.isReconnect()) {
        LOG.error("Discord ended the connection for good: {}", code.getMeaning());
      }
      ended.complete(Bot.End.DISCONNECTED);
    }
  }

  /**
   * The bot as Discord knows it by its token, asked for with JDA's own client before anything else:
   * JDA itself asks only when it connects, minutes later where an index is built first. Immutable.
   */
  record Application(long id) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int UNAUTHORIZED = 401;

    /** Asks Discord, or the address, whose token it is; throws if nobody's, or if it is away. */
    public static Application ofToken(String token, @Nullable URI apiUrl) throws IOException {
      String base = apiUrl == null ? RestConfig.DEFAULT_BASE_URL : apiUrl.toString();
      Request request =
          new Request.Builder()
              .url(base + "applications/@me")
              .header("Authorization", "Bot " + token)
              .header("User-Agent", RestConfig.USER_AGENT)
              .build();
      OkHttpClient client = new OkHttpClient.Builder().callTimeout(PATIENCE).build();
      try (Response response = client.newCall(request).execute();
          InputStream body = response.body().byteStream()) {
        if (response.code() == UNAUTHORIZED) {
          throw StartException.tokenRefused(null);
        }
        if (!response.isSuccessful()) {
          throw new IOException("Discord answers " + response.code());
        }
        return new Application(DataObject.fromJson(body).getUnsignedLong("id"));
      } finally {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
      }
    }

    /** Where an administrator adds the bot to a server, with all that it needs there. */
    public String installLink() {
      long permissions =
          Permission.getRaw(
              Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_SEND_IN_THREADS);
      return "https://discord.com/oauth2/authorize?client_id="
          + Long.toUnsignedString(id)
          + "&scope=bot+applications.commands&permissions="
          + permissions;
    }
  }
}

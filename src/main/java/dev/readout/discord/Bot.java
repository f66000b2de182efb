package dev.readout.discord;

import dev.readout.answer.desk.Desks;
import dev.readout.answer.receipt.ReceiptBook;
import dev.readout.discord.access.Application;
import dev.readout.discord.command.Command;
import dev.readout.discord.command.CommandLinks;
import dev.readout.discord.command.Commands;
import dev.readout.discord.command.GapNotes;
import dev.readout.discord.command.WatchCommand;
import dev.readout.discord.moderation.Checks;
import dev.readout.discord.moderation.GatewayState;
import dev.readout.discord.moderation.Moderation;
import dev.readout.discord.moderation.source.SourceModeration;
import dev.readout.discord.observation.DiscordClock;
import dev.readout.discord.observation.Observer;
import dev.readout.discord.observation.RestCalls;
import dev.readout.discord.trace.TracedEvents;
import dev.readout.discord.trace.TracedRequests;
import dev.readout.discord.watch.NoteSender;
import dev.readout.discord.watch.Watcher;
import dev.readout.discord.watch.Watching;
import dev.readout.intake.desk.SourceDesk;
import dev.readout.store.AuditTable;
import dev.readout.store.Database;
import dev.readout.store.FeedbackTable;
import dev.readout.store.GapTable;
import dev.readout.store.MemberKeys;
import dev.readout.store.NoteTable;
import dev.readout.store.Receipts;
import dev.readout.store.RegistrationTable;
import dev.readout.store.ServerSettingsTable;
import dev.readout.store.WatchTable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running bot: its connections to Discord and what works behind them. Uses no privileged
 * intent: commands, buttons and menus come without any, mentions in threads with that of messages,
 * whose text Discord leaves out where the bot is not mentioned. Thread-safe; closed by who started
 * it.
 */
public final class Bot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);
  private static final Duration CLEANING = Duration.ofHours(6);

  /** How often all of the database is read, a second for a gigabyte. */
  private static final Duration BETWEEN_CHECKS = Duration.ofMinutes(15);

  /** How long the counts of what was asked in vain are kept. */
  private static final int GAPS_KEPT_DAYS = 365;

  private static final Set<GatewayIntent> PRIVILEGED =
      EnumSet.of(
          GatewayIntent.GUILD_MEMBERS,
          GatewayIntent.GUILD_PRESENCES,
          GatewayIntent.MESSAGE_CONTENT);

  private static final int EVENT_THREADS = 4;
  private static final int MAX_EVENTS_WAITING = 10_000;

  /** How long a shard may take to send what is left and to say goodbye. */
  private static final Duration LEAVING = Duration.ofSeconds(3);

  private final ShardManager shards;
  private final WorkerPools crews;
  private final Collection<?> eventsWaiting;
  private final Background background;
  private final GapNotes gaps;
  private final CompletableFuture<End> ended;
  private final DiscordClock clock;

  /** Why the bot no longer runs. */
  public enum End {
    /** It was closed. */
    CLOSED,
    /** Discord no longer takes the token. */
    TOKEN_REFUSED,
    /** Discord ended the connection for good. */
    DISCONNECTED
  }

  /** What goes on by itself. */
  private record Background(ScheduledExecutorService cleaner, Watching watching)
      implements AutoCloseable {
    @Override
    public void close() {
      cleaner.shutdownNow();
      watching.close();
    }
  }

  private Bot(
      ShardManager shards,
      WorkerPools crews,
      Collection<?> eventsWaiting,
      Background background,
      GapNotes gaps,
      CompletableFuture<End> ended,
      DiscordClock clock) {
    this.shards = shards;
    this.crews = crews;
    this.eventsWaiting = eventsWaiting;
    this.background = background;
    this.gaps = gaps;
    this.ended = ended;
    this.clock = clock;
  }

  /**
   * Asks Discord whose token it is, before anything is built, and prints the link by which the bot
   * is added to servers. Where Discord cannot be reached, the start itself says so later.
   *
   * @throws BotStartException when Discord refuses the token
   */
  public static void introduce(DiscordSettings settings) {
    try {
      Application application = Application.ofToken(settings.token().value(), settings.apiUrl());
      LOG.info("add the bot to a server: {}", application.installLink());
    } catch (Application.TokenRefusedException e) {
      throw refused(e);
    } catch (IOException e) {
      LOG.debug("whose token it is cannot be asked yet", e);
    }
  }

  private static BotStartException refused(Exception cause) {
    return new BotStartException(
        "Discord refuses the token; copy it anew from the developer portal, page Bot", true, cause);
  }

  /**
   * Logs in and begins to reply, with nobody to count what it does.
   *
   * @param sources for moderators and operators
   * @param version of the program, for {@code /about}
   * @throws BotStartException when Discord refuses the token or cannot be reached
   */
  public static Bot start(
      DiscordSettings settings,
      Desks desks,
      SourceDesk sources,
      Database database,
      InstantSource clock,
      String version) {
    Supplies supplies = new Supplies(desks, sources, database);
    return start(settings, supplies, clock, version, Observer.NOBODY);
  }

  /**
   * Logs in and begins to reply.
   *
   * @param version of the program, for {@code /about}
   * @param observer is told what it does
   * @throws BotStartException when Discord refuses the token or cannot be reached
   */
  public static Bot start(
      DiscordSettings settings,
      Supplies supplies,
      InstantSource clock,
      String version,
      Observer observer) {
    Desks desks = supplies.desks();
    SourceDesk sources = supplies.sources();
    Database database = supplies.database();
    DiscordSettings.Limits limits = settings.limits();
    CompletableFuture<ShardManager> shards = new CompletableFuture<>();
    DiscordClock discordClock = new DiscordClock();
    MemberKeys keys = new MemberKeys(database);
    ReceiptBook receipts =
        new ReceiptBook(new Receipts(database), keys, clock, limits.receiptsKept());
    Servers servers = new Servers(new ServerSettingsTable(database));
    GapTable gapTable = new GapTable(database);
    GapNotes gaps = new GapNotes(desks, receipts, gapTable, clock);
    CommandLinks links = new CommandLinks();
    Moderation moderation =
        new Moderation(
            new ServerSettingsTable(database),
            servers::forget,
            Math.toIntExact(limits.receiptsKept().toDays()),
            new AuditTable(database),
            sources,
            gapTable,
            desks,
            links,
            new Checks(
                    scope -> desks.with(scope, current -> current.generation().info()),
                    database,
                    () -> gatewayState(shards.join(), discordClock),
                    clock)
                .all(),
            clock,
            new SourceModeration(sources, new Receipts(database), links, clock));
    WatchTable watches = new WatchTable(database);
    NoteTable notes = new NoteTable(database);
    Watcher watcher = new Watcher(desks, watches, notes, clock);
    List<Command> further = new ArrayList<>(moderation.commands());
    further.add(new WatchCommand(desks, watches, watcher::watch, new AuditTable(database)));
    Commands commands =
        new Commands(
            desks,
            receipts,
            new FeedbackTable(database),
            watches,
            new AuditTable(database),
            keys,
            gaps,
            clock,
            () -> gatewayMillis(shards.join()),
            version,
            links,
            further,
            limits.keptAfterLeaving());
    WorkerPools crews = WorkerPools.of(limits);
    CompletableFuture<End> ended = new CompletableFuture<>();
    // A message that somebody points the bot at comes with its content, whatever the intents.
    Message.suppressContentIntentWarning();
    ThreadPoolExecutor events = eventThreads();
    DefaultShardManagerBuilder builder = builder(settings);
    builder.setEventPool(events, true);
    RestCalls.watch(builder, observer, discordClock);
    Requests requests =
        new Requests(
            servers, new Gate(settings.operators()), new Uploads(settings.apiUrl()), clock);
    Rehearsal.of(
        new InteractionListener(
            commands, moderation, requests, new Responder(crews, limits, clock), Observer.NOBODY));
    Responder responder = new Responder(crews, limits, clock);
    builder.addEventListeners(
        new TracedEvents(
            new InteractionListener(commands, moderation, requests, responder, observer)),
        new MentionListener(commands, requests, responder, crews.forMembers(), observer),
        new CommandRegistration(commands, new RegistrationTable(database)),
        new Membership(sources.departures(), commands::welcome),
        new ConnectionListener(ended, observer));
    try {
      shards.complete(builder.build());
    } catch (InvalidTokenException e) {
      crews.close();
      gaps.close();
      throw refused(e);
    } catch (ErrorResponseException | CompletionException | IllegalStateException e) {
      crews.close();
      gaps.close();
      throw new BotStartException(
          "Discord cannot be reached: " + meaning(e) + "; check the network", false, e);
    }
    ScheduledExecutorService cleaner =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cleaner").factory());
    var _ =
        cleaner.scheduleWithFixedDelay(
            () -> {
              erase(sources, limits.keptAfterLeaving());
              clean(receipts, gapTable, clock);
            },
            1,
            CLEANING.toMinutes(),
            TimeUnit.MINUTES);
    var _ =
        cleaner.scheduleWithFixedDelay(
            database::check,
            BETWEEN_CHECKS.toMinutes(),
            BETWEEN_CHECKS.toMinutes(),
            TimeUnit.MINUTES);
    Watching watching =
        Watching.start(
            watcher,
            new NoteSender(notes, Watching.post(shards.join()), clock),
            () -> connected(shards.join().getShards()) == shards.join().getShardsTotal());
    Background background = new Background(cleaner, watching);
    return new Bot(shards.join(), crews, events.getQueue(), background, gaps, ended, discordClock);
  }

  private static String meaning(RuntimeException failure) {
    if (failure instanceof ErrorResponseException response) {
      return response.getErrorCode() + ", " + response.getErrorResponse().getMeaning();
    }
    Throwable why = failure.getCause() == null ? failure : failure.getCause();
    return why.toString().lines().findFirst().orElse("");
  }

  private static DefaultShardManagerBuilder builder(DiscordSettings settings) {
    DefaultShardManagerBuilder builder =
        DefaultShardManagerBuilder.createLight(
            settings.token().value(), EnumSet.of(GatewayIntent.GUILD_MESSAGES));
    builder.setEnableShutdownHook(false);
    // A reply that Discord took but was slow to confirm is not sent a second time.
    builder.setRequestTimeoutRetry(false);
    builder.setSessionController(new Gateway(settings.gatewayUrl()));
    RestConfig config = new RestConfig();
    if (settings.apiUrl() != null) {
      config.setBaseUrl(settings.apiUrl().toString());
    }
    TracedRequests.in(builder, config);
    DiscordSettings.Shards range = settings.shards();
    if (range.total() > 0) {
      builder.setShardsTotal(range.total()).setShards(range.first(), range.last());
    }
    return builder;
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

  private static long gatewayMillis(ShardManager shards) {
    return Math.round(shards.getAverageGatewayPing());
  }

  private static GatewayState gatewayState(ShardManager shards, DiscordClock clock) {
    List<JDA> all = shards.getShards();
    Set<String> privileged =
        all.stream()
            .flatMap(shard -> shard.getGatewayIntents().stream())
            .filter(PRIVILEGED::contains)
            .map(GatewayIntent::name)
            .collect(Collectors.toSet());
    return new GatewayState(
        connected(all), all.size(), gatewayMillis(shards), privileged, clock.ahead());
  }

  private static void erase(SourceDesk sources, Duration keptAfterLeaving) {
    try {
      sources.eraseDeparted(keptAfterLeaving);
    } catch (RuntimeException e) {
      LOG.warn("servers that the bot has left could not be deleted: {}", e.getMessage());
    }
  }

  private static void clean(ReceiptBook receipts, GapTable gaps, InstantSource clock) {
    try {
      long removed = receipts.removeOld();
      LOG.debug("removed {} old receipts", removed);
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      removed = gaps.removeOlderThan(today.minusDays(GAPS_KEPT_DAYS));
      LOG.debug("removed {} old counts of what was asked in vain", removed);
    } catch (RuntimeException e) {
      LOG.warn("what is old could not be removed: {}", e.getMessage());
    }
  }

  /** Waits until the bot no longer runs. */
  public End awaitEnd() throws InterruptedException {
    try {
      return ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How its connections are; those still to be made count as not connected. */
  public Connections connections() {
    int connected = connected(shards.getShards());
    int all = shards.getShardsRunning() + shards.getShardsQueued();
    return new Connections(connected, all, gatewayMillis(shards), clock.ahead());
  }

  /** Whether every shard is connected. */
  public boolean isConnected() {
    return connections().areAllUp();
  }

  /** How much work there is for members. */
  public Load membersLoad() {
    return crews.forMembers().load();
  }

  /** How much work there is for moderators and operators. */
  public Load moderatorsLoad() {
    return crews.forModerators().load();
  }

  /** How many events of Discord's wait to be looked at; acknowledgements are behind them. */
  public int eventsWaiting() {
    return eventsWaiting.size();
  }

  private static int connected(List<JDA> shards) {
    return (int) shards.stream().filter(one -> one.getStatus() == JDA.Status.CONNECTED).count();
  }

  /**
   * Takes no more questions, finishes those that run within the time set for it, and leaves
   * Discord.
   */
  @Override
  public void close() {
    ended.complete(End.CLOSED);
    crews.close();
    gaps.close();
    background.close();
    List<JDA> open = List.copyOf(shards.getShards());
    shards.shutdown();
    try {
      for (JDA shard : open) {
        if (!shard.awaitShutdown(LEAVING)) {
          LOG.warn("shard {} did not say goodbye in time", shard.getShardInfo().getShardId());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

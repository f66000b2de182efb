package dev.readout.discord;

import dev.readout.answer.ReceiptBook;
import dev.readout.discord.Gateway.Application;
import dev.readout.discord.Gateway.ConnectionListener;
import dev.readout.discord.InteractionListener.Autocompletion;
import dev.readout.discord.WorkerPool.Pools;
import dev.readout.discord.command.Command;
import dev.readout.discord.command.Commands;
import dev.readout.discord.command.Commands.CommandLinks;
import dev.readout.discord.command.Commands.Supplies;
import dev.readout.discord.command.Observer;
import dev.readout.discord.command.Trace;
import dev.readout.discord.command.WatchCommand;
import dev.readout.discord.moderation.Moderation;
import dev.readout.discord.moderation.Moderation.Connections;
import dev.readout.discord.moderation.ModeratorsChannel;
import dev.readout.discord.moderation.SettingsCommand;
import dev.readout.discord.watch.ModeratorWatch;
import dev.readout.discord.watch.NoteSender;
import dev.readout.discord.watch.Watcher;
import dev.readout.discord.watch.Watching;
import dev.readout.store.AuditTable;
import dev.readout.store.Database;
import dev.readout.store.FeedbackTable;
import dev.readout.store.GapTable;
import dev.readout.store.MatterTable;
import dev.readout.store.MemberKeys;
import dev.readout.store.NoteTable;
import dev.readout.store.Receipts;
import dev.readout.store.RegistrationTable;
import dev.readout.store.ServerSettingsTable;
import dev.readout.store.WatchTable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import net.dv8tion.jda.api.entities.Message;
import org.jspecify.annotations.Nullable;
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

  private final Gateway gateway;
  private final Pools pools;
  private final Commands commands;
  private final Housekeeping housekeeping;
  private final Watching watching;
  private final CompletableFuture<End> ended;

  public enum End {
    CLOSED,
    /** Discord no longer takes the token. */
    TOKEN_REFUSED,
    /** Discord ended the connection for good. */
    DISCONNECTED
  }

  private Bot(
      Gateway gateway,
      Pools pools,
      Commands commands,
      Housekeeping housekeeping,
      Watching watching,
      CompletableFuture<End> ended) {
    this.gateway = gateway;
    this.pools = pools;
    this.commands = commands;
    this.housekeeping = housekeeping;
    this.watching = watching;
    this.ended = ended;
  }

  /**
   * Asks whose token it is before anything is built, and prints the link that adds the bot to
   * servers; throws when Discord refuses it. Where Discord is away, the start itself says so later.
   */
  public static void introduce(DiscordSettings settings) {
    try {
      Application application = Application.ofToken(settings.token().value(), settings.apiUrl());
      LOG.info("add the bot to a server: {}", application.installLink());
    } catch (IOException e) {
      LOG.debug("whose token it is cannot be asked yet", e);
    }
  }

  /** Logs in and begins to reply; throws when Discord refuses the token or cannot be reached. */
  public static Bot start(
      DiscordSettings settings,
      Supplies supplies,
      InstantSource clock,
      String version,
      Observer observer) {
    Database database = supplies.database();
    DiscordSettings.Limits limits = settings.limits();
    Gateway gateway = new Gateway(settings, observer);
    ReceiptBook receipts =
        new ReceiptBook(
            new Receipts(database), new MemberKeys(database), clock, limits.receiptsKept());
    Servers servers =
        new Servers(
            new ServerSettingsTable(database),
            database.isShared() ? Duration.ofSeconds(1) : Duration.ofHours(1));
    CommandLinks links = new CommandLinks();
    WatchTable watches = new WatchTable(database);
    NoteTable notes = new NoteTable(database);
    MatterTable matters = new MatterTable(database);
    Watcher watcher =
        new Watcher(supplies.indexes(), watches, notes, new GapTable(database), clock);
    Moderation moderation =
        new Moderation(
            supplies,
            clock,
            links,
            gateway::connections,
            new SettingsCommand(
                new ServerSettingsTable(database),
                servers::forget,
                Math.toIntExact(limits.receiptsKept().toDays()),
                new ModeratorsChannel(
                    matters, watches, watcher, new AuditTable(database), gateway::mayWrite)));
    List<Command> further = new ArrayList<>(moderation.commands());
    further.add(
        new WatchCommand(
            supplies.indexes(), watches, watcher, new AuditTable(database), gateway::mayWrite));
    Commands commands =
        new Commands(
            supplies,
            clock,
            receipts,
            links,
            new Commands.Deployment(version, limits.keptAfterLeaving(), gateway::pingMillis),
            further);
    Pools pools = Pools.of(limits);
    CompletableFuture<End> ended = new CompletableFuture<>();
    // A message that somebody points the bot at comes with its content, whatever the intents.
    Message.suppressContentIntentWarning();
    Requests requests =
        new Requests(servers, settings.operators(), new Uploads(settings.apiUrl()), clock);
    Rehearsal.of(
        new InteractionListener(
            commands,
            moderation,
            requests,
            new Responder(pools, limits, clock),
            Observer.NOBODY,
            new Autocompletion()));
    Responder responder = new Responder(pools, limits, clock);
    try {
      gateway.connect(
          new Trace.Events(
              new InteractionListener(
                  commands, moderation, requests, responder, observer, new Autocompletion())),
          new MentionListener(commands, requests, responder, pools.forMembers(), observer),
          new CommandRegistration(commands, new RegistrationTable(database)),
          new Membership(supplies.sources().departures(), commands::welcome),
          new ConnectionListener(ended, observer));
    } catch (StartException e) {
      pools.close();
      commands.close();
      throw e;
    }
    Housekeeping housekeeping =
        Housekeeping.start(
            supplies.sources(), receipts, database, clock, limits.keptAfterLeaving());
    Watching watching =
        Watching.start(
            watcher,
            new ModeratorWatch(
                matters,
                notes,
                supplies.sources().inbox(),
                supplies.sources().feeds(),
                new FeedbackTable(database)),
            new NoteSender(
                notes,
                Watching.post(gateway.shards()),
                place -> Watching.isOurs(place, gateway.shards(), database),
                clock),
            () -> database.holds("watches"),
            () -> gateway.connections().areAllUp());
    return new Bot(gateway, pools, commands, housekeeping, watching, ended);
  }

  public End awaitEnd() throws InterruptedException {
    try {
      return ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How its connections are; those still to be made count as not connected. */
  public Connections connections() {
    return gateway.connections();
  }

  /** Tells of what changed. */
  Watching watching() {
    return watching;
  }

  public Load membersLoad() {
    return pools.forMembers().load();
  }

  public Load moderatorsLoad() {
    return pools.forModerators().load();
  }

  /** How many events of Discord's wait to be looked at; acknowledgements are behind them. */
  public int eventsWaiting() {
    return gateway.eventsWaiting();
  }

  /** Takes no more questions, finishes those that run in the time set, and leaves Discord. */
  @Override
  public void close() {
    ended.complete(End.CLOSED);
    pools.close();
    commands.close();
    housekeeping.close();
    watching.close();
    gateway.close();
  }

  /** Work being done, and waiting for that or its acknowledgement, as of about one moment. */
  public record Load(int running, int waiting, int places) {}

  /** The bot could not be started; the message is for the operator and says what to do. */
  public static final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean tokenRefused;

    StartException(String message, boolean tokenRefused, @Nullable Throwable cause) {
      super(message, cause);
      this.tokenRefused = tokenRefused;
    }

    static StartException tokenRefused(@Nullable Exception cause) {
      return new StartException(
          "Discord refuses the token; copy it anew from the developer portal, page Bot",
          true,
          cause);
    }

    /** Whether another token is needed; trying again with the same is no use. */
    public boolean isTokenRefused() {
      return tokenRefused;
    }
  }
}

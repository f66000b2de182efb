package dev.readout;

import dev.readout.answer.IndexText;
import dev.readout.answer.ServingIndexes;
import dev.readout.backup.Backup;
import dev.readout.backup.BackupSchedule;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.config.InvalidSettingsException;
import dev.readout.config.SettingsReader;
import dev.readout.corpus.CorpusReader.InvalidCorpusException;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.Bot;
import dev.readout.discord.Bot.StartException;
import dev.readout.discord.BotServing;
import dev.readout.discord.command.Commands.Supplies;
import dev.readout.index.Generation;
import dev.readout.index.IndexUnavailableException;
import dev.readout.index.Indexes;
import dev.readout.intake.SourceCatalogue;
import dev.readout.intake.reindex.Serving;
import dev.readout.intake.reindex.ShippedCorpus;
import dev.readout.intake.release.RecordReleases;
import dev.readout.intake.release.ReleaseWatch;
import dev.readout.meaning.Models;
import dev.readout.ops.LogSetup;
import dev.readout.ops.Ops;
import dev.readout.store.Database;
import dev.readout.store.SourceTable;
import dev.readout.store.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Serves Discord: builds the bot's parts in order, waits, and closes them in reverse when it is
 * told to stop. Beside {@link Main}, since the terminal's room knows neither settings nor Discord;
 * no field names a type of theirs, so that other commands do not load them.
 */
@Command(
    name = "bot",
    description = "Serves Discord until it is stopped.",
    footer = {"", "docs/discord.md tells how to invite the bot, docs/settings.md what can be set."})
final class BotCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(BotCommand.class);

  /** How soon it is noticed that a feed is due or another process has built an index. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Path home;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Terminal terminal;

  @Option(
      names = "--start-anew",
      description = "Starts though the database is gone: what servers added is lost.")
  private boolean startsAnew;

  BotCommand(Path home, Map<String, String> environment, InstantSource clock, Terminal terminal) {
    this.home = home;
    this.environment = environment;
    this.clock = clock;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    SettingsReader.Read<Settings> read = Settings.read(home, environment);
    Settings settings;
    try {
      settings = read.checked("");
    } catch (InvalidSettingsException e) {
      terminal.err().println("readout: " + e.getMessage());
      return ReadoutCommand.BAD_INPUT;
    }
    LogSetup.serve(settings.log(), settings.discord().token().value());
    String version = Main.version();
    LOG.info("Readout {} starts on Java {}", version, Runtime.version());
    LOG.info("settings: {}", read.origins());
    CountDownLatch closed = new CountDownLatch(1);
    try {
      Bot.introduce(settings.discord());
      return serve(settings, version, closed);
    } catch (StartException
        | StoreUnavailableException
        | Ops.OpsUnavailableException
        | IndexUnavailableException
        | InvalidCorpusException e) {
      LOG.error("{}", e.getMessage());
      return e instanceof StartException start && start.isTokenRefused()
          ? ReadoutCommand.BAD_INPUT
          : ReadoutCommand.FAILED;
    } finally {
      closed.countDown();
    }
  }

  private int serve(Settings settings, String version, CountDownLatch closed)
      throws InterruptedException {
    RecordReleases releases = RecordReleases.of(home);
    ShippedCorpus shipped = releases.corpus(settings.readout().corpus());
    Models models = Models.idle(settings.search());
    models.start(); // words alone answer until they are there
    Indexes indexes = new Indexes(settings.readout().index(), clock, models);
    Bot.End end;
    try (models;
        Ops ops = Ops.start(settings.ops(), version);
        Database database = ops.watched(database(settings, indexes));
        ServingIndexes serving =
            ops.watched(serving(ops.watched(indexes), shipped, new SourceTable(database)));
        SourceCatalogue sources =
            ops.watched(
                new SourceCatalogue(
                    settings.places().intake(),
                    database,
                    indexes,
                    shipped,
                    new BotServing(serving),
                    clock));
        BackupSchedule backups =
            BackupSchedule.start(
                new Backup(
                    new OperatorCommands(home, environment, terminal).locations(), version, clock),
                settings.backup(),
                clock);
        ReleaseWatch records = sources.releaseWatch(releases);
        Bot bot =
            ops.watched(
                Bot.start(
                    settings.discord(),
                    new Supplies(serving, sources, database),
                    clock,
                    version,
                    ops.observer()));
        var _ =
            Watchdog.start(
                settings.store().file().resolveSibling("watchdog"),
                () -> missing(bot, serving, database))) {
      ops.watchBackupAge(backups::ageSeconds);
      sources.startWatching(BETWEEN_LOOKS);
      sources.follower().start(BETWEEN_LOOKS);
      records.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(bot, closed), "stop"));
      LOG.info("Readout {} serves Discord; stop it with Ctrl-C or SIGTERM", version);
      end = bot.awaitEnd();
    }
    return switch (end) {
      case CLOSED -> ended("it was told to", ReadoutCommand.DONE);
      case TOKEN_REFUSED -> ended("Discord no longer takes the token", ReadoutCommand.BAD_INPUT);
      case DISCONNECTED -> ended("Discord ended the connection", ReadoutCommand.FAILED);
    };
  }

  /** What the bot lacks and a new start may bring back: not a database that only refuses. */
  static String missing(Bot bot, ServingIndexes serving, Database database) {
    if (bot.connections().connected() == 0) {
      return "gateway";
    }
    try {
      serving.with(Scope.GLOBAL, current -> current.generation().info());
    } catch (RuntimeException e) {
      LOG.warn("no index can be read: {}", e.toString());
      return "index";
    }
    return database.isAlive() ? "" : "database";
  }

  private Database database(Settings settings, Indexes indexes) {
    return indexes.hasServers() && !startsAnew
        ? Database.openKept(settings.store(), clock)
        : Database.open(settings.store(), clock);
  }

  private static int ended(String why, int code) {
    LOG.info("Readout has stopped: {}", why);
    return code;
  }

  private ServingIndexes serving(Indexes indexes, ShippedCorpus shipped, SourceTable sources) {
    Generation global =
        indexes.openGlobal(
            shipped.folder(), shipped::read, Serving.additions(sources, Scope.GLOBAL));
    LOG.info("{}", IndexText.summary(global.info(), Language.EN));
    return new ServingIndexes(
        global,
        sources.scopesWithSources(),
        (server, ground) -> indexes.open(server, ground, Serving.additions(sources, server)),
        clock);
  }

  /** Java ends with its last shutdown hook, so this one waits until all else is closed. */
  private static void stop(Bot bot, CountDownLatch closed) {
    if (closed.getCount() > 0) {
      LOG.info("stopping; what is being answered is finished first");
    }
    bot.close();
    try {
      if (!closed.await(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("index and database were not closed within {}", CLOSING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

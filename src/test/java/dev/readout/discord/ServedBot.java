package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.ServingIndexes;
import dev.readout.answer.ShippedIndex;
import dev.readout.answer.SnippetText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.Commands.Supplies;
import dev.readout.discord.command.Observer;
import dev.readout.discord.standin.StandIn;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.contract.Contract;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.index.Generation;
import dev.readout.index.IndexDirectory;
import dev.readout.index.Indexes;
import dev.readout.intake.SourceCatalogue;
import dev.readout.intake.SourceCatalogue.IntakeSettings;
import dev.readout.intake.extract.Extractor.ExtractorSettings;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import dev.readout.intake.reindex.Serving;
import dev.readout.intake.reindex.ShippedCorpus;
import dev.readout.intake.release.RecordReleases;
import dev.readout.intake.release.ReleaseWatch.ReleaseSettings;
import dev.readout.meaning.Models;
import dev.readout.ops.Ops;
import dev.readout.store.Database;
import dev.readout.store.Receipt;
import dev.readout.store.Receipt.QuotedStatement;
import dev.readout.store.Receipts;
import dev.readout.store.RegistrationTable;
import dev.readout.store.SourceTable;
import dev.readout.store.TestDatabase;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The whole bot as it is shipped, with its index, a database of its own and real JDA, served by a
 * stand-in for Discord. Confined to one thread.
 */
final class ServedBot implements AutoCloseable {
  static final String VERSION = "1.2.3-test";

  /** So many that only tests of the limits meet them. */
  static final DiscordSettings.Limits GENEROUS = limits(16, 200, 600, 6_000);

  /** Nothing takes longer than a few seconds of a quiet machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Null for an index of its own, begun with a copy of what is shipped. */
  private final @Nullable IndexDirectory index;

  /** The records that come with it. */
  private final Path corpus;

  private final Path file;
  private final DiscordSettings.Limits limits;
  private final InstantSource clock;
  private final StandIn discord;

  /** What the operator sees of it; null for nothing. */
  private final @Nullable Ops ops;

  private final Hold hold = new Hold();
  private final Hold opening = new Hold();
  private final List<String> mentioned = new ArrayList<>();
  private final AtomicInteger ended = new AtomicInteger();
  private int started;
  private Running running;

  /** What a process would hold. */
  private record Running(
      Database database, ServingIndexes serving, SourceCatalogue sources, Bot bot)
      implements AutoCloseable {
    void showTo(Ops ops, Indexes indexes) {
      var _ = ops.watched(indexes);
      var _ = ops.watched(database);
      var _ = ops.watched(serving);
      var _ = ops.watched(sources);
      var _ = ops.watched(bot);
      ops.watchBackupAge(() -> Double.NaN);
    }

    @Override
    public void close() {
      bot.close();
      sources.close();
      serving.close();
      database.close();
    }
  }

  private ServedBot(
      @Nullable IndexDirectory index,
      Path corpus,
      Path folder,
      DiscordSettings.Limits limits,
      InstantSource clock,
      StandInSettings standIn,
      @Nullable Ops ops) {
    this.index = index;
    this.corpus = corpus;
    this.ops = ops;
    this.file = folder.resolve("readout.db");
    this.limits = limits;
    this.clock = clock;
    if (index == null && corpus.equals(ShippedIndex.CORPUS)) {
      ShippedIndex.copyTo(folder.resolve("index"));
    }
    this.discord = StandIn.start(standIn.withPatience(PATIENCE));
    this.running = run();
    awaitRegistered();
  }

  /** Commands are registered only after the bot is there, and remembered after that. */
  private void awaitRegistered() {
    long application = Long.parseLong(discord.applicationId());
    await()
        .atMost(discord.patience())
        .until(() -> new RegistrationTable(database()).hash(application).isPresent());
  }

  /** On the day on which all tests ask, with limits that no test meets. */
  static ServedBot start(IndexDirectory index, Path folder) {
    return start(index, folder, GENEROUS, ShippedIndex.CLOCK);
  }

  static ServedBot start(
      IndexDirectory index, Path folder, DiscordSettings.Limits limits, InstantSource clock) {
    return new ServedBot(
        index, ShippedIndex.CORPUS, folder, limits, clock, StandInSettings.defaults(), null);
  }

  /**
   * The same, shown to an operator.
   *
   * @param ops closed by the caller
   */
  static ServedBot startWatched(
      IndexDirectory index, Path folder, DiscordSettings.Limits limits, Ops ops) {
    return new ServedBot(
        index,
        ShippedIndex.CORPUS,
        folder,
        limits,
        ShippedIndex.CLOCK,
        StandInSettings.defaults(),
        ops);
  }

  /** With an index of its own, which may be built anew. */
  static ServedBot startWithOwnIndex(Path folder, InstantSource clock) {
    return startWithOwnIndex(folder, clock, StandInSettings.defaults());
  }

  /** The same at a Discord that is set up otherwise: with several servers, say. */
  static ServedBot startWithOwnIndex(Path folder, InstantSource clock, StandInSettings standIn) {
    return startWithOwnIndex(folder, clock, standIn, null);
  }

  /**
   * The same, shown to an operator unless that is null.
   *
   * @param ops closed by the caller
   */
  static ServedBot startWithOwnIndex(
      Path folder, InstantSource clock, StandInSettings standIn, @Nullable Ops ops) {
    return new ServedBot(null, ShippedIndex.CORPUS, folder, GENEROUS, clock, standIn, ops);
  }

  /** The same over a few records, of which an index is built in no time. */
  static ServedBot startOver(Path corpus, Path folder, StandInSettings standIn) {
    return new ServedBot(null, corpus, folder, GENEROUS, ShippedIndex.CLOCK, standIn, null);
  }

  /** At a Discord that is set up otherwise: with several servers, say. */
  static ServedBot start(
      IndexDirectory index, Path folder, DiscordSettings.Limits limits, StandInSettings standIn) {
    return new ServedBot(
        index, ShippedIndex.CORPUS, folder, limits, ShippedIndex.CLOCK, standIn, null);
  }

  static DiscordSettings.Limits limits(int atOnce, int waiting, int member, int server) {
    return new DiscordSettings.Limits(
        atOnce,
        waiting,
        member,
        server,
        Duration.ofSeconds(5),
        Duration.ofDays(180),
        Duration.ofDays(30));
  }

  private Running run() {
    Database database = TestDatabase.open(file, clock);
    Indexes indexes = new Indexes(file.resolveSibling("index"), clock, Models.off());
    ShippedCorpus shipped = RecordReleases.of(file.resolveSibling("")).corpus(corpus);
    SourceTable catalogue = new SourceTable(database);
    ServingIndexes serving =
        new ServingIndexes(
            global(indexes, shipped, catalogue),
            catalogue.scopesWithSources(),
            opening.over(
                (server, ground) ->
                    indexes.open(server, ground, Serving.additions(catalogue, server))),
            clock);
    SourceCatalogue sources =
        sources(
            database, shipped, hold.over(new BotServing(serving)), file.resolveSibling(""), clock);
    Observer observer = counting(ops == null ? Observer.NOBODY : ops.observer());
    Supplies supplies = new Supplies(serving, sources, database);
    Bot bot = Bot.start(settings(), supplies, clock, VERSION, observer);
    discord.gateway().awaitIdentified(++started);
    Running all = new Running(database, serving, sources, bot);
    if (ops != null) {
      all.showTo(ops, indexes);
    }
    return all;
  }

  private Observer counting(Observer observer) {
    return (Observer)
        Proxy.newProxyInstance(
            Observer.class.getClassLoader(),
            new Class<?>[] {Observer.class},
            (_, method, arguments) -> {
              Object none = method.invoke(observer, arguments);
              if (method.getName().equals("ended")) {
                ended.incrementAndGet();
              }
              return none;
            });
  }

  /** How many interactions and mentions have been dealt with: Discord's word on each is known. */
  int ended() {
    return ended.get();
  }

  /** What looks after sources, which may be fetched from this machine. */
  static SourceCatalogue sources(
      Database database, ServingIndexes serving, Path folder, InstantSource clock) {
    return sources(
        database, new ShippedCorpus(ShippedIndex.CORPUS), new BotServing(serving), folder, clock);
  }

  private static SourceCatalogue sources(
      Database database, ShippedCorpus shipped, Serving serving, Path folder, InstantSource clock) {
    return new SourceCatalogue(
        new IntakeSettings(
            new FetchSettings(true, Duration.ofSeconds(20)),
            ExtractorSettings.IN_THIS_PROCESS,
            ReleaseSettings.NONE,
            folder.resolve("feeds.yaml")),
        database,
        new Indexes(folder.resolve("index"), clock, Models.off()),
        shipped,
        serving,
        clock);
  }

  /** Of the index that tests share, or of one of this bot's own. */
  private Generation global(Indexes indexes, ShippedCorpus shipped, SourceTable catalogue) {
    return index != null
        ? index.open()
        : indexes.openGlobal(
            shipped.folder(), shipped::read, Serving.additions(catalogue, Scope.GLOBAL));
  }

  /** Oscar runs the bot. */
  private DiscordSettings settings() {
    Set<Long> operators = Set.of(Long.parseLong(person("Oscar").id()));
    return ServedSettings.of(discord, limits, operators);
  }

  /** Ends the process and starts another with the same settings, index and database. */
  void restart() {
    running.close();
    running = run();
  }

  /** A second process with all the same, started by mistake; it ends with {@code close}. */
  AutoCloseable runAnother() {
    return run();
  }

  StandIn discord() {
    return discord;
  }

  Person person(String name) {
    return discord.person(name);
  }

  ServingIndexes indexes() {
    return running.serving();
  }

  SourceCatalogue sources() {
    return running.sources();
  }

  /** Holds reindexes. */
  Hold hold() {
    return hold;
  }

  /** Holds servers' indexes. */
  Hold opening() {
    return opening;
  }

  Database database() {
    return running.database();
  }

  Bot bot() {
    return running.bot();
  }

  /** Lets the bot tell this person of a reply, which the contract counts as a violation. */
  void mayMention(Person person) {
    mentioned.add("\"parse\":[],\"replied_user\":true,\"users\":[\"" + person.id() + "\"]");
  }

  /** The receipt that the database keeps. */
  Receipt receipt(String id) {
    return new Receipts(database()).find(id).orElseThrow();
  }

  /** All that an answer says, in the order of its receipt, as members read it. */
  static List<String> words(Receipt receipt) {
    return receipt.statements().stream().map(quoted -> words(receipt, quoted)).toList();
  }

  private static String words(Receipt receipt, QuotedStatement quoted) {
    CorpusRecord record = Objects.requireNonNull(receipt.records().get(quoted.recordId()));
    return record.statements().stream()
        .filter(statement -> statement.start() == quoted.start())
        .map(
            statement ->
                SnippetText.words(statement, Language.ofWireName(receipt.language()).orElseThrow()))
        .findFirst()
        .orElseThrow();
  }

  /** All that the bot sent about an interaction, in the order of the answers. */
  List<Exchange> sent(Interaction interaction) {
    return discord.journal().exchanges().stream()
        .filter(exchange -> exchange.path().contains(interaction.token()))
        .toList();
  }

  /** Every test class ends here, and with it the check that Discord would have taken everything. */
  @Override
  public void close() {
    running.close();
    discord.close();
    assertThat(Contract.load().violations(discord.journal()))
        .filteredOn(violation -> mentioned.stream().noneMatch(violation.toString()::contains))
        .isEmpty();
  }

  /** The label of the button that leads to all statements, whatever number is on it. */
  static String all(Message message) {
    return message.buttonLabels().stream()
        .filter(label -> label.matches("(All|全部) \\d+"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no way to all: " + message.buttonLabels()));
  }

  /** The label of the button that leads to the next page; empty on the last one. */
  static Optional<String> more(Message message) {
    return message.buttonLabels().stream()
        .filter(label -> label.matches("(More|更多).*"))
        .findFirst();
  }

  /** What is said after a member has found an answer wanting for this reason. */
  Message dislike(Person member, Message answer, String reason) {
    Message reasons = ReplyRules.checked(this, member.press(answer, "👎"));
    return ReplyRules.checked(this, member.press(reasons, reason));
  }
}

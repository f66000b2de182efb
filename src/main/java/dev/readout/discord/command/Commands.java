package dev.readout.discord.command;

import dev.readout.answer.Desks;
import dev.readout.answer.ReceiptBook;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.render.Reply;
import dev.readout.store.AuditTable;
import dev.readout.store.Database;
import dev.readout.store.FeedbackTable;
import dev.readout.store.GapTable;
import dev.readout.store.MemberKeys;
import dev.readout.store.WatchTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** All commands, and what presses on their replies do. Thread-safe; closed by its owner. */
public final class Commands implements AutoCloseable {
  private final Map<String, Command> byName = new LinkedHashMap<>();
  private final Presses presses;
  private final Asking asking;
  private final FollowUps followUps = new FollowUps();
  private final GapNotes gaps;
  private final CommandLinks links;
  private final HelpCommand help;

  /**
   * What the commands tell of the bot itself.
   *
   * @param version of the program
   * @param keptAfterLeaving how long a server's data outlives the bot's leaving
   * @param gatewayMillis how long Discord's gateway takes to answer, in milliseconds
   */
  public record Deployment(String version, Duration keptAfterLeaving, LongSupplier gatewayMillis) {}

  /**
   * Builds every command.
   *
   * @param links is told of the commands' ids
   * @param further the commands of moderators and operators, and what else there is
   */
  public Commands(
      Supplies supplies,
      InstantSource clock,
      ReceiptBook receipts,
      CommandLinks links,
      Deployment deployment,
      List<Command> further) {
    Desks desks = supplies.desks();
    Database database = supplies.database();
    this.links = links;
    this.gaps = new GapNotes(desks, receipts, new GapTable(database), clock);
    this.asking = new Asking(desks, receipts, gaps, followUps);
    this.help = new HelpCommand(desks, links, byName::values);
    Votes votes = new Votes(new FeedbackTable(database), new MemberKeys(database));
    CompareCommand compare = new CompareCommand(desks);
    StatusCommand status = new StatusCommand(desks, clock);
    Drawings drawings = new Drawings(desks, clock);
    ExplainCommand explain = new ExplainCommand(desks);
    ListedCommand listed = new ListedCommand(desks, clock);
    ReceiptCommand receipt = new ReceiptCommand(desks, receipts, links);
    this.presses =
        new Presses(asking, compare, status, explain, listed, receipt, votes, gaps, links);
    List.of(
            new AskCommand(desks, asking),
            compare,
            status,
            new NextCommand(desks, clock),
            new NextCommand.Expiring(desks, clock),
            new NextCommand.Week(desks, clock),
            new TimelineCommand(desks, drawings),
            new TimelineCommand.Rates(desks, drawings),
            explain,
            listed,
            new DriftCommand(desks),
            new SourcesCommand(desks),
            receipt,
            help,
            new AboutCommand(desks, deployment.version()),
            new PingCommand(desks, deployment.gatewayMillis(), clock),
            new PrivacyCommand(links, receipts.kept(), deployment.keptAfterLeaving()),
            new ForgetMeCommand(
                receipts,
                votes,
                followUps,
                new WatchTable(database),
                new AuditTable(database),
                links),
            new FindSourcesMenu(asking),
            new CheckQuoteMenu(desks))
        .forEach(this::add);
    further.forEach(this::add);
  }

  private void add(Command command) {
    byName.put(command.data().getName(), command);
  }

  public Optional<Command> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Presses presses() {
    return presses;
  }

  /** Which message holds which answer. */
  public FollowUps followUps() {
    return followUps;
  }

  /** What is replied to a mention of the bot in a thread. */
  public Reply followUp(Request request, long thread, String text) {
    return asking.followUp(request, thread, text);
  }

  /** What is said once in a server that the bot has joined. */
  public Reply welcome(Scope server, Language language) {
    return help.welcome(server, language);
  }

  public CommandLinks links() {
    return links;
  }

  /** What Discord is told of all commands, always in the same order. */
  public List<CommandData> data() {
    return byName.values().stream().map(Command::data).map(CommandForm::worded).toList();
  }

  /** Counts the unanswered questions that wait for it, within two seconds. */
  @Override
  public void close() {
    gaps.close();
  }
}

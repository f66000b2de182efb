package dev.readout.discord.command;

import dev.readout.answer.Completions;
import dev.readout.answer.Completions.Choice;
import dev.readout.answer.ReceiptBook;
import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.AboutCommands.ForgetMe;
import dev.readout.discord.command.Presses.Votes;
import dev.readout.discord.render.ComponentId;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.intake.SourceCatalogue;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** All commands, and what presses on their replies do. Thread-safe; closed by its owner. */
public final class Commands implements AutoCloseable {
  private final Map<String, Command> byName = new LinkedHashMap<>();
  private final Presses presses;
  private final Asking asking;
  private final FollowUps followUps = new FollowUps();
  private final UnansweredQuestions gaps;
  private final CommandLinks links;
  private final AboutCommands.Help help;
  private final ServingIndexes indexes;

  /** What the commands tell of the bot itself, as the milliseconds of Discord's gateway. */
  public record Deployment(String version, Duration keptAfterLeaving, LongSupplier gatewayMillis) {}

  /** Builds every command; further are those of moderators and operators, and other ones. */
  public Commands(
      Supplies supplies,
      InstantSource clock,
      ReceiptBook receipts,
      CommandLinks links,
      Deployment deployment,
      List<Command> further) {
    this.indexes = supplies.indexes();
    Database database = supplies.database();
    this.links = links;
    this.gaps = new UnansweredQuestions(indexes, receipts, new GapTable(database), clock);
    this.asking = new Asking(indexes, receipts, gaps, followUps);
    this.help = new AboutCommands.Help(indexes, links, byName::values);
    Votes votes = new Votes(new FeedbackTable(database), new MemberKeys(database));
    Drawings drawings = new Drawings(indexes, clock);
    ReceiptCommand receipt = new ReceiptCommand(indexes, receipts, links);
    this.presses =
        new Presses(asking, new LookupCommands(indexes, clock, drawings), receipt, votes, gaps);
    List.of(
            new AskCommand(indexes, asking),
            new LookupCommands.Compare(indexes),
            new LookupCommands.Status(indexes, drawings),
            new NextCommand(indexes, clock),
            new NextCommand.Expiring(indexes, clock),
            new NextCommand.Week(indexes, clock),
            new TimelineCommand(drawings),
            new TimelineCommand.Rates(drawings),
            new LookupCommands.Explain(indexes),
            new LookupCommands.Listed(indexes, clock),
            new DriftCommand(indexes),
            new LookupCommands.Sources(indexes),
            receipt,
            help,
            new AboutCommands.About(indexes, deployment.version()),
            new AboutCommands.Ping(indexes, deployment.gatewayMillis(), clock),
            new AboutCommands.Privacy(links, receipts.kept(), deployment.keptAfterLeaving()),
            new ForgetMe(
                receipts,
                votes,
                followUps,
                new WatchTable(database),
                new AuditTable(database),
                links),
            new MessageMenus.FindSources(asking),
            new MessageMenus.CheckQuote(indexes))
        .forEach(this::add);
    further.forEach(this::add);
  }

  private void add(Command command) {
    byName.put(command.data().getName(), command);
  }

  public Optional<Command> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** At most 25 choices for an option being typed; none where the command is not theirs. */
  public List<Choice> complete(String name, String option, String typed, Request request) {
    return named(name)
        .filter(command -> request.rights().allow(command.access()))
        .map(
            command ->
                command
                    .complete(option, typed, request)
                    .orElseGet(() -> usual(option, typed, request)))
        .orElse(List.of());
  }

  private List<Choice> usual(String option, String typed, Request request) {
    Language language = request.language();
    int most = CommandForm.MAX_CHOICES;
    return indexes.with(
        request.scope(),
        current -> {
          Completions known = current.completions();
          return switch (option) {
            case "question" -> known.questions(typed, most);
            case "topic", "meetings" -> known.topics(typed, language, most);
            case "measure" -> known.measures(typed, language, most);
            case "duty" -> known.duties(typed, language, most);
            case "meeting" -> known.meetings(typed, language, most);
            case "term" -> known.terms(typed, language, most);
            case "name" -> known.listed(typed, language, most);
            default -> List.<Choice>of();
          };
        });
  }

  /** The reply to a press, or to what was chosen from a menu, of a member's reply. */
  public Reply pressed(ComponentId id, String chosen, Request request) {
    return presses.reply(id, chosen, request);
  }

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

  /** What is replied to a press on a button whose id this version cannot read. */
  public Reply unreadable(Language language) {
    return Reply.text(Phrase.OLD_BUTTON.in(language, links.to("ask")));
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

  /** What the bot draws on; closed by its owner. */
  public record Supplies(ServingIndexes indexes, SourceCatalogue sources, Database database) {}

  /**
   * Links to commands that open them when clicked, once Discord has told their ids; their names
   * until then. Thread-safe.
   */
  public static final class CommandLinks {
    private final Map<String, Long> ids = new ConcurrentHashMap<>();

    /** Takes the ids that Discord gave to the commands, by name. */
    public void learn(Map<String, Long> idsByName) {
      ids.putAll(idsByName);
    }

    /** The command, with group and subcommand if any, as a link in Discord's Markdown. */
    public String to(String name) {
      Long id = ids.get(name.split(" ", 2)[0]);
      return id == null ? "`/" + name + "`" : "</" + name + ":" + id + ">";
    }
  }
}

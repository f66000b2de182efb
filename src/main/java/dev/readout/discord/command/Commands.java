package dev.readout.discord.command;

import dev.readout.answer.desk.CurrentDesk;
import dev.readout.answer.receipt.ReceiptBook;
import dev.readout.discord.wording.Phrase;
import dev.readout.store.FeedbackTable;
import dev.readout.store.MemberKeys;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** All commands, and what presses on their replies do. Thread-safe. */
public final class Commands {
  private final Map<String, Command> byName = new LinkedHashMap<>();
  private final Presses presses;
  private final CommandLinks links = new CommandLinks();

  /**
   * Builds every command.
   *
   * @param gatewayMillis how long Discord's gateway takes to answer, in milliseconds
   * @param version of the program
   */
  public Commands(
      CurrentDesk desk,
      ReceiptBook receipts,
      FeedbackTable feedback,
      MemberKeys keys,
      InstantSource clock,
      LongSupplier gatewayMillis,
      String version) {
    Asking asking = new Asking(desk, receipts);
    Votes votes = new Votes(feedback, keys);
    CompareCommand compare = new CompareCommand(desk, links);
    ReceiptCommand receipt = new ReceiptCommand(desk, receipts, links);
    this.presses = new Presses(asking, compare, receipt, votes, links);
    List.of(
            new AskCommand(desk, asking),
            compare,
            new StatusCommand(desk, clock),
            new ExplainCommand(desk),
            new SourcesCommand(desk),
            receipt,
            new HelpCommand(links, HELP_ENTRIES),
            new AboutCommand(desk, version),
            new PingCommand(desk, gatewayMillis, clock),
            new PrivacyCommand(links, receipts.kept()),
            new ForgetMeCommand(receipts, votes),
            new FindSourcesMenu(asking),
            new CheckQuoteMenu(desk))
        .forEach(command -> byName.put(command.data().getName(), command));
  }

  private static final List<HelpCommand.Entry> HELP_ENTRIES =
      List.of(
          new HelpCommand.Entry(Phrase.NAME_ASK, Phrase.CMD_ASK),
          new HelpCommand.Entry(Phrase.NAME_COMPARE, Phrase.CMD_COMPARE),
          new HelpCommand.Entry(Phrase.NAME_STATUS, Phrase.CMD_STATUS),
          new HelpCommand.Entry(Phrase.NAME_EXPLAIN, Phrase.CMD_EXPLAIN),
          new HelpCommand.Entry(Phrase.NAME_SOURCES, Phrase.CMD_SOURCES),
          new HelpCommand.Entry(Phrase.NAME_RECEIPT, Phrase.CMD_RECEIPT),
          new HelpCommand.Entry(Phrase.NAME_ABOUT, Phrase.CMD_ABOUT),
          new HelpCommand.Entry(Phrase.NAME_PING, Phrase.CMD_PING),
          new HelpCommand.Entry(Phrase.NAME_PRIVACY, Phrase.CMD_PRIVACY),
          new HelpCommand.Entry(Phrase.NAME_FORGET_ME, Phrase.CMD_FORGET_ME));

  public Optional<Command> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Presses presses() {
    return presses;
  }

  public CommandLinks links() {
    return links;
  }

  /** What Discord is told of all commands, always in the same order. */
  public List<CommandData> data() {
    return byName.values().stream().map(Command::data).toList();
  }
}

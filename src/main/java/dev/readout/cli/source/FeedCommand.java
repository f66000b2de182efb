package dev.readout.cli.source;

import dev.readout.cli.Installation;
import dev.readout.cli.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command that those for feeds are under. */
@Command(
    name = "feed",
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks after feeds: what they list waits for approval.",
    footer = {"", "A bot that runs looks at every feed once an hour, or as often as --every says."})
final class FeedCommand {
  private FeedCommand() {}

  static CommandLine of(Installation installation, Terminal terminal) {
    return new CommandLine(new FeedCommand())
        .addSubcommand(new FeedAddCommand(installation, terminal))
        .addSubcommand(new FeedListCommand(installation, terminal))
        .addSubcommand(new FeedPackCommand(installation, terminal))
        .addSubcommand(new FeedCheckCommand(installation, terminal))
        .addSubcommand(new FeedRemoveCommand(installation, terminal));
  }
}

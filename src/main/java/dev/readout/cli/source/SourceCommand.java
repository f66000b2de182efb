package dev.readout.cli.source;

import dev.readout.cli.Installation;
import dev.readout.cli.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command that those for sources are under. */
@Command(
    name = "source",
    synopsisSubcommandLabel = "COMMAND",
    description = "Adds sources to what is answered from, and looks after them and their feeds.",
    footer = {"", "docs/sources.md shows how. Everything is noted in the audit log."})
public final class SourceCommand {
  static final String NAME = "source";

  private SourceCommand() {}

  /**
   * The command for a command line that may be about something else. Describing a dozen commands to
   * picocli takes longer than many an answer, so it is done only when they are called.
   */
  public static CommandLine forArguments(
      Installation installation, Terminal terminal, String... arguments) {
    return arguments.length > 0 && arguments[0].equals(NAME)
        ? of(installation, terminal)
        : new CommandLine(new SourceCommand());
  }

  /** The command with all that are under it. */
  static CommandLine of(Installation installation, Terminal terminal) {
    return new CommandLine(new SourceCommand())
        .addSubcommand(new AddCommand(installation, terminal))
        .addSubcommand(new InboxCommand(installation, terminal))
        .addSubcommand(new ListCommand(installation, terminal))
        .addSubcommand(new ShowCommand(installation, terminal))
        .addSubcommand(new EditCommand(installation, terminal))
        .addSubcommand(new RefreshCommand(installation, terminal))
        .addSubcommand(new RemoveCommand(installation, terminal))
        .addSubcommand(new ApproveCommand(installation, terminal))
        .addSubcommand(new RefuseCommand(installation, terminal))
        .addSubcommand(new AssessCommand(installation, terminal))
        .addSubcommand(FeedCommand.of(installation, terminal));
  }
}

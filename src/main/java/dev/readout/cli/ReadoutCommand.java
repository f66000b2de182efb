package dev.readout.cli;

import dev.readout.corpus.CorpusReader.InvalidCorpusException;
import dev.readout.corpus.Side;
import dev.readout.index.IndexUnavailableException;
import dev.readout.store.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(
    name = "bin/readout",
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Answers questions about US–China commerce talks from both governments' read-outs.",
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 bad input.",
      "READOUT_CORPUS and READOUT_INDEX name other folders for records and index;",
      "docs/settings.md lists what else can be set."
    })
public final class ReadoutCommand implements Runnable {
  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int BAD_INPUT = 2;

  private static final Logger LOG = LoggerFactory.getLogger(ReadoutCommand.class);

  private final Terminal terminal;
  private final CommandLine commands;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** All commands; further ones of other rooms have picocli's annotations or are its own. */
  public ReadoutCommand(Installation installation, Terminal terminal, Object... further) {
    this.terminal = terminal;
    this.commands = new CommandLine(this);
    CommandLine ask = new CommandLine(new AskCommand(installation, terminal));
    commands.addSubcommand(ask);
    new LookupCommands(installation, terminal).addTo(commands);
    new NextCommand(installation, terminal).addTo(commands);
    new IndexCommands(installation, terminal).addTo(commands);
    for (Object command : further) {
      commands.addSubcommand(command);
    }
    // What follows holds for the commands added so far.
    inOrderOfTheirSources(commands);
    Converters.registerWith(commands);
    ask.registerConverter(Side.class, AskCommand.SIDES);
    commands
        .setOut(terminal.out())
        .setErr(terminal.err())
        // A question may begin with an @; it names no file.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler((e, _) -> misused(e))
        .setExecutionExceptionHandler((e, _, _) -> failed(e));
  }

  /** Options are listed as they are declared. */
  private static void inOrderOfTheirSources(CommandLine command) {
    command.getCommandSpec().usageMessage().sortOptions(false);
    command.getSubcommands().values().forEach(ReadoutCommand::inOrderOfTheirSources);
  }

  /** Runs the command that the arguments name and returns its exit code. */
  public int run(String... arguments) {
    int code = commands.execute(arguments);
    boolean isLost = terminal.out().checkError(); // flushes it
    if (isLost) {
      terminal.tell("not all of the output could be written; is the disk full?");
    }
    terminal.err().flush();
    return isLost && code == DONE ? FAILED : code;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command, such as ask \"…\"");
  }

  private int misused(ParameterException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched
        && e.getCommandLine().getParent() == null
        && !unmatched.isUnknownOption()) {
      message =
          "no command '%s'; write one of %s"
              .formatted(
                  unmatched.getUnmatched().getFirst(),
                  String.join(", ", commands.getSubcommands().keySet()));
    }
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.tell(message + " (see '" + command + " --help')");
    return BAD_INPUT;
  }

  private int failed(Exception e) {
    return switch (e) {
      case Terminal.BadInputException bad -> {
        terminal.tell(String.valueOf(bad.getMessage()));
        yield BAD_INPUT;
      }
      case IndexUnavailableException _, InvalidCorpusException _, StoreUnavailableException _ -> {
        terminal.tell(String.valueOf(e.getMessage()));
        yield FAILED;
      }
      case UncheckedIOException _, IOException _ -> {
        terminal.tell(e.getMessage() + "; check READOUT_CORPUS, READOUT_INDEX and the files named");
        yield FAILED;
      }
      default -> {
        LOG.error("A mistake in Readout; please report it with what you typed.", e);
        yield FAILED;
      }
    };
  }
}

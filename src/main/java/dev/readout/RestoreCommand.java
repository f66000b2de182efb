package dev.readout;

import dev.readout.backup.Restore;
import dev.readout.backup.RestoreOptions;
import dev.readout.cli.BadInputException;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Restores a backup, or only checks it. Beside {@link Main}, since the terminal's room may not read
 * settings; no field or signature names a type of theirs, so that other commands do not load them.
 */
@Command(
    name = "restore",
    sortOptions = false,
    description = "Puts a backup in the place of what is there, all of it or nothing.",
    footer = {
      "",
      "Stop the bot before. Whatever cuts it short: run it again, and it first puts back what was",
      "there. Records or settings that cannot be written stay, and it says how they differ."
    })
final class RestoreCommand implements Callable<Integer> {
  private final Path home;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "What 'bin/readout backup' wrote; - for input.")
  private String file = "";

  @Option(names = "--check", description = "Only read and check it; change nothing.")
  private boolean check;

  @Option(
      names = "--force",
      description = "Restore although there is data, which is kept in a folder before-restore-….")
  private boolean force;

  @Option(names = "--keep-records", description = "Leave the records as they are here.")
  private boolean keepRecords;

  @Option(names = "--keep-settings", description = "Leave the file of settings as it is here.")
  private boolean keepSettings;

  RestoreCommand(
      Path home, Map<String, String> environment, InstantSource clock, Terminal terminal) {
    this.home = home;
    this.environment = environment;
    this.clock = clock;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return BackedUp.run(terminal, check ? this::checkOnly : this::restore);
  }

  private int checkOnly() throws IOException {
    try (InputStream in = open()) {
      terminal.out().println("whole " + BackedUp.described(Restore.check(in)));
      return ReadoutCommand.DONE;
    }
  }

  private int restore() throws IOException {
    BackedUp installation = new BackedUp(home, environment);
    Restore restore = new Restore(installation.locations(), installation::objectionTo, clock);
    if (restore.undoUnfinished()) {
      terminal.tell("an earlier restore was cut short; what was there before it is back");
    }
    try (InputStream in = open()) {
      BackedUp.print(
          terminal, restore.restore(in, new RestoreOptions(force, keepRecords, keepSettings)));
      return ReadoutCommand.DONE;
    }
  }

  private InputStream open() throws IOException {
    if (!file.equals(BackedUp.STANDARD)) {
      if (!Files.isRegularFile(Path.of(file))) {
        throw new BadInputException("there is no file " + file);
      }
      return new BufferedInputStream(Files.newInputStream(Path.of(file)), 1 << 16);
    }
    if (terminal.interactive()) {
      throw new BadInputException("nothing comes from standard input; write 'restore - < FILE'");
    }
    return terminal.in();
  }
}

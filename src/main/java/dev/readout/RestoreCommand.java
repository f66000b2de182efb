package dev.readout;

import dev.readout.backup.Backup.Locations;
import dev.readout.backup.Restore;
import dev.readout.cli.Terminal;
import dev.readout.cli.Terminal.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Restores a backup, or only checks it. Beside {@link Main} as {@link BackupCommand} is. */
@Command(
    name = "restore",
    sortOptions = false,
    description = "Restores a backup where there is no database and no index.",
    footer = {
      "",
      "Where there is data, stop the bot and move that folder away first. Records and settings",
      "that are there stay, and it says whether they differ. The next start builds the index."
    })
final class RestoreCommand implements Callable<Integer> {
  private final Path home;
  private final Map<String, String> environment;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "What 'bin/readout backup' wrote; - for input.")
  private String file = "";

  @Option(names = "--check", description = "Only read and check it; change nothing.")
  private boolean check;

  RestoreCommand(Path home, Map<String, String> environment, Terminal terminal) {
    this.home = home;
    this.environment = environment;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return BackupCommand.run(terminal, check ? this::checkOnly : this::restore);
  }

  private void checkOnly() throws IOException {
    try (InputStream in = open()) {
      terminal
          .out()
          .println("whole " + new Restore(BackupCommand.locations(home, environment)).check(in));
    }
  }

  private void restore() throws IOException {
    Locations where = BackupCommand.locations(home, environment);
    try (InputStream in = open()) {
      Restore.Restored restored = new Restore(where).restore(in);
      PrintWriter out = terminal.out();
      out.println("restored the " + restored.backup());
      out.println("records: " + restored.records());
      out.println("settings: " + restored.settings());
    }
    if (where.store().url() != null) {
      terminal.tell(
          "the database is in %s, which store.url makes unused; 'bin/readout store move --to server'"
                  .formatted(where.store().file())
              + " copies it there");
    }
    if (!BackupCommand.locations(home, environment).equals(where)) {
      terminal.tell(
          "the restored settings name other places; the database is " + where.store().file());
    }
  }

  private InputStream open() throws IOException {
    if (!file.equals(BackupCommand.STANDARD)) {
      if (!Files.isRegularFile(Path.of(file))) {
        throw new BadInputException("there is no file " + file);
      }
      return Files.newInputStream(Path.of(file));
    }
    if (terminal.interactive()) {
      throw new BadInputException("nothing comes from standard input; write 'restore - < FILE'");
    }
    return terminal.in();
  }
}

package dev.readout;

import dev.readout.backup.Backup;
import dev.readout.backup.BackupSummary;
import dev.readout.cli.BadInputException;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Makes a backup. Beside {@link Main}, since the terminal's room may not read settings; no field or
 * signature names a type of theirs, so that other commands do not load them.
 */
@Command(
    name = "backup",
    sortOptions = false,
    description = "Writes database, indexes, records and settings to one file, while a bot runs.",
    footer = {
      "",
      "The token is not in it. What servers added is, and what members' keys are made with:",
      "keep it as safe as the database. 'bin/readout restore' puts it back."
    })
final class BackupCommand implements Callable<Integer> {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path home;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A zip; - for standard output.")
  private String file = "";

  @Option(names = "--force", description = "Replace a file that is there.")
  private boolean force;

  BackupCommand(
      Path home, Map<String, String> environment, InstantSource clock, Terminal terminal) {
    this.home = home;
    this.environment = environment;
    this.clock = clock;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return BackedUp.run(terminal, this::write);
  }

  private int write() throws IOException {
    boolean isStream = file.equals(BackedUp.STANDARD);
    if (isStream && terminal.interactive()) {
      throw new BadInputException("a backup is no text for a terminal; write 'backup - > FILE'");
    }
    Backup backup =
        new Backup(new BackedUp(home, environment).locations(), BackedUp.version(), clock);
    BackupSummary made;
    if (isStream) {
      // Not by System.out, which hides that a disk is full.
      try (OutputStream out =
          new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES)) {
        made = backup.write(out);
      }
    } else {
      made = backup.write(Path.of(file), force);
    }
    BackedUp.tellOfLeftOut(terminal, made);
    PrintWriter to = isStream ? terminal.err() : terminal.out();
    to.println((isStream ? "readout: " : "") + BackedUp.described(made));
    if (!isStream) {
      to.println("%s: %s".formatted(file, BackedUp.megabytes(Files.size(Path.of(file)))));
    }
    return ReadoutCommand.DONE;
  }
}

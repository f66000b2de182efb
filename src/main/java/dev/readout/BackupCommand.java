package dev.readout;

import dev.readout.answer.SafeText;
import dev.readout.backup.Backup;
import dev.readout.backup.Backup.BackupFailedException;
import dev.readout.backup.Backup.Locations;
import dev.readout.backup.Restore.UnusableBackupException;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.cli.Terminal.BadInputException;
import dev.readout.config.InvalidSettingsException;
import dev.readout.config.SettingsReader;
import dev.readout.store.StoreUnavailableException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Makes a backup. Beside {@link Main}, since the terminal's room may not read settings; no field or
 * signature that other commands load names a type of theirs.
 */
@Command(
    name = "backup",
    sortOptions = false,
    description = "Writes database, records and settings to one file, while a bot runs.",
    footer = {
      "",
      "The token is not in it. What servers added is, and what members' keys are made with:",
      "keep it as safe as the database, or encrypt it with backup.key-file. 'bin/readout restore'",
      "puts it back."
    })
final class BackupCommand implements Callable<Integer> {
  /** What stands for standard input or output. */
  static final String STANDARD = "-";

  private final Path home;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description = "A zip, encrypted where a key is set; - for standard output.")
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
    return run(terminal, this::write);
  }

  private void write() throws IOException {
    boolean isStream = file.equals(STANDARD);
    if (isStream && terminal.interactive()) {
      throw new BadInputException("a backup is no text for a terminal; write 'backup - > FILE'");
    }
    Backup backup = new Backup(locations(home, environment), Main.version(), clock);
    if (isStream) {
      // Not by System.out, which hides that a disk is full.
      try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
        terminal.err().println("readout: " + backup.write(out));
      }
    } else {
      terminal.out().println(backup.write(Path.of(file), force));
    }
  }

  /** Where everything is; {@link InvalidSettingsException} when the settings are mistaken. */
  static Locations locations(Path home, Map<String, String> environment) {
    Settings settings = Settings.withoutDiscord(home, environment);
    return new Locations(
        settings.store(),
        settings.readout().index(),
        settings.readout().corpus(),
        SettingsReader.localFile(home, environment),
        settings.backup().keyFile());
  }

  /** The work of a command. */
  interface Work {
    void run() throws IOException;
  }

  /** Runs it; says what went wrong, if anything. */
  static int run(Terminal terminal, Work work) {
    try {
      work.run();
      return ReadoutCommand.DONE;
    } catch (InvalidSettingsException e) {
      return failed(terminal, String.valueOf(e.getMessage()), ReadoutCommand.BAD_INPUT);
    } catch (UnusableBackupException e) {
      String message = "this backup cannot be used: " + e.getMessage();
      return failed(terminal, SafeText.of(message), ReadoutCommand.BAD_INPUT);
    } catch (BackupFailedException | StoreUnavailableException e) {
      String message = String.valueOf(e.getMessage());
      return failed(terminal, SafeText.of(message), ReadoutCommand.FAILED);
    } catch (IOException e) {
      return failed(terminal, SafeText.of(e.toString()), ReadoutCommand.FAILED);
    }
  }

  private static int failed(Terminal terminal, String message, int code) {
    terminal.err().println("readout: " + message);
    return code;
  }
}

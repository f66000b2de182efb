package dev.readout;

import dev.readout.answer.SafeText;
import dev.readout.backup.Backup;
import dev.readout.backup.Backup.Locations;
import dev.readout.backup.Restore;
import dev.readout.cli.Installation.Places;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.cli.Terminal.BadInputException;
import dev.readout.config.InvalidSettingsException;
import dev.readout.config.SettingsReader;
import dev.readout.ops.OpsClient;
import dev.readout.store.StoreSettings;
import dev.readout.store.StoreUnavailableException;
import dev.readout.store.Transfer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The commands of whoever runs an installation, which read its settings. Beside {@link Main}, since
 * the terminal's room may not read settings; no field or signature that other commands load names a
 * type of theirs.
 */
record OperatorCommands(Path home, Map<String, String> environment, Terminal terminal) {
  static final String HEALTH = "health";

  /** What stands for standard input or output. */
  private static final String STANDARD = "-";

  /** For a container, which asks for its health every half a minute: nothing else is loaded. */
  static OperatorCommands forHealth(Path home, Map<String, String> environment) {
    return new OperatorCommands(
        home,
        environment,
        new Terminal(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream(),
            Terminal.Layout.PLAIN));
  }

  List<Object> all(InstantSource clock) {
    return List.of(new BackUp(clock), new PutBack(), new Store(), new Config(), new Health());
  }

  /** Where everything is, read when a command asks for it: an answer must not wait for settings. */
  Places places() {
    try {
      return settings().places();
    } catch (InvalidSettingsException e) {
      throw new BadInputException(e.getMessage() + "; 'bin/readout config' shows all settings");
    }
  }

  Locations locations() {
    Settings settings = settings();
    return new Locations(
        settings.store(),
        settings.readout().index(),
        settings.readout().corpus(),
        SettingsReader.localFile(home, environment),
        settings.backup().keyFile());
  }

  private Settings settings() {
    return Settings.withoutDiscord(home, environment);
  }

  private interface Work {
    int run() throws IOException;
  }

  /** Says what went wrong, if anything. */
  private int run(Work work) {
    try {
      return work.run();
    } catch (InvalidSettingsException e) {
      return failed(String.valueOf(e.getMessage()), ReadoutCommand.BAD_INPUT);
    } catch (Restore.UnusableBackupException e) {
      String message = "this backup cannot be used: " + e.getMessage();
      return failed(SafeText.of(message), ReadoutCommand.BAD_INPUT);
    } catch (Backup.BackupFailedException | StoreUnavailableException e) {
      return failed(SafeText.of(String.valueOf(e.getMessage())), ReadoutCommand.FAILED);
    } catch (IOException e) {
      return failed(SafeText.of(e.toString()), ReadoutCommand.FAILED);
    }
  }

  private int failed(String message, int code) {
    terminal.err().println("readout: " + message);
    return code;
  }

  @Command(
      name = "backup",
      description = "Writes database, records and settings to one file, while a bot runs.",
      footer = {
        "",
        "The token is not in it. What servers added is, and what members' keys are made with:",
        "keep it as safe as the database, or encrypt it with backup.key-file. 'bin/readout"
            + " restore'",
        "puts it back."
      })
  private final class BackUp implements Callable<Integer> {
    private final InstantSource clock;

    @Parameters(
        paramLabel = "FILE",
        description = "A zip, encrypted where a key is set; - for standard output.")
    private String file = "";

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    BackUp(InstantSource clock) {
      this.clock = clock;
    }

    @Override
    public Integer call() {
      return run(
          () -> {
            boolean isStream = file.equals(STANDARD);
            if (isStream && terminal.interactive()) {
              throw new BadInputException(
                  "a backup is no text for a terminal; write 'backup - > FILE'");
            }
            Backup backup = new Backup(locations(), Main.version(), clock);
            if (!isStream) {
              return terminal.done(backup.write(Path.of(file), force));
            }
            // Not by System.out, which hides that a disk is full.
            try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
              return failed(backup.write(out), ReadoutCommand.DONE);
            }
          });
    }
  }

  @Command(
      name = "restore",
      description = "Restores a backup where there is no database and no index.",
      footer = {
        "",
        "Where there is data, stop the bot and move that folder away first. Records and settings",
        "that are there stay, and it says whether they differ. The next start builds the index."
      })
  private final class PutBack implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "What 'bin/readout backup' wrote; - for input.")
    private String file = "";

    @Option(names = "--check", description = "Only read and check it; change nothing.")
    private boolean check;

    @Override
    public Integer call() {
      return run(check ? this::checkOnly : this::restore);
    }

    private int checkOnly() throws IOException {
      try (InputStream in = open()) {
        return terminal.done("whole " + new Restore(locations()).check(in));
      }
    }

    private int restore() throws IOException {
      Locations where = locations();
      try (InputStream in = open()) {
        Restore.Restored restored = new Restore(where).restore(in);
        terminal.done("restored the " + restored.backup());
        terminal.done("records: " + restored.records());
        terminal.done("settings: " + restored.settings());
      }
      if (where.store().url() != null) {
        terminal.tell(
            "the database is in %s, which store.url makes unused; 'bin/readout store move --to server'"
                    .formatted(where.store().file())
                + " copies it there");
      }
      if (!locations().equals(where)) {
        terminal.tell(
            "the restored settings name other places; the database is " + where.store().file());
      }
      return ReadoutCommand.DONE;
    }

    private InputStream open() throws IOException {
      if (!file.equals(STANDARD)) {
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

  @Command(name = "store", description = "Moves the database to another engine.")
  final class Store {
    @Command(
        name = "move",
        description = {
          "Copies all of the database from store.file (SQLite) to store.url (PostgreSQL), or back.",
          "Stop every bot first. The one it is copied to must be empty; the other stays as it was."
        })
    int move(
        @Option(
                names = "--to",
                required = true,
                paramLabel = "server|file",
                description = "server, from store.file to store.url; or file, the other way.")
            String target) {
      return run(
          () -> {
            StoreSettings settings = settings().store();
            if (settings.url() == null) {
              throw new BadInputException(
                  "store.url is not set; it names the server's database in both directions");
            }
            Transfer.Moved moved =
                switch (target) {
                  case "server" -> Transfer.toServer(settings);
                  case "file" -> Transfer.toFile(settings);
                  default -> throw new BadInputException("--to is followed by server or file");
                };
            return terminal.done(
                "%d rows from %s are in %s".formatted(moved.rows(), moved.from(), moved.to()));
          });
    }
  }

  @Command(
      name = "config",
      description = "Checks the bot's settings; shows each with its origin, secrets hidden.",
      footer = {"", "docs/settings.md lists all of them."})
  private final class Config implements Callable<Integer> {
    @Override
    public Integer call() {
      return run(
          () -> {
            SettingsReader.Read<Settings> read = Settings.read(home, environment);
            var _ = read.checked("");
            List<SettingsReader.InForce> settings = read.inForce();
            String form =
                "%%-%ds  %%-%ds  %%s%n"
                    .formatted(
                        settings.stream().mapToInt(one -> one.key().length()).max().orElse(1),
                        settings.stream().mapToInt(one -> one.value().length()).max().orElse(1));
            for (SettingsReader.InForce one : settings) {
              terminal.out().printf(form, one.key(), SafeText.of(one.value()), one.origin());
            }
            return ReadoutCommand.DONE;
          });
    }
  }

  @Command(
      name = HEALTH,
      description = "Asks the running bot whether gateway, index and database work.",
      footer = {"", "Exit codes: 0 healthy, 1 not, 2 mistaken settings."})
  private final class Health implements Callable<Integer> {
    @Override
    public Integer call() {
      return health();
    }
  }

  int health() {
    return run(
        () -> {
          var settings = settings().ops();
          if (!settings.enabled()) {
            terminal.tell("the bot cannot be asked, since ops.enabled is off");
            return ReadoutCommand.BAD_INPUT;
          }
          OpsClient client = new OpsClient(settings);
          try {
            OpsClient.Reply reply = client.health();
            reply.lines().forEach(terminal.out()::println);
            return reply.isOk() ? ReadoutCommand.DONE : ReadoutCommand.FAILED;
          } catch (IOException e) {
            terminal.tell("no bot replies at " + client.where() + ": " + e.getMessage());
            return ReadoutCommand.FAILED;
          }
        });
  }
}

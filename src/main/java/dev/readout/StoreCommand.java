package dev.readout;

import dev.readout.cli.Terminal;
import dev.readout.cli.Terminal.BadInputException;
import dev.readout.store.StoreSettings;
import dev.readout.store.Transfer;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Looks after the database. Beside {@link Main}, since the terminal's room may not read settings;
 * no field or signature that other commands load names a type of theirs.
 */
@Command(name = "store", description = "Moves the database to another engine.")
final class StoreCommand {
  private final Path home;
  private final Map<String, String> environment;
  private final Terminal terminal;

  StoreCommand(Path home, Map<String, String> environment, Terminal terminal) {
    this.home = home;
    this.environment = environment;
    this.terminal = terminal;
  }

  @Command(
      name = "move",
      sortOptions = false,
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
    return BackupCommand.run(
        terminal,
        () -> {
          StoreSettings settings = Settings.withoutDiscord(home, environment).store();
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
          terminal
              .out()
              .println(
                  "%d rows from %s are in %s".formatted(moved.rows(), moved.from(), moved.to()));
        });
  }
}

package dev.readout;

import dev.readout.answer.wording.SafeText;
import dev.readout.backup.BackupFailedException;
import dev.readout.backup.BackupSummary;
import dev.readout.backup.Locations;
import dev.readout.backup.Restored;
import dev.readout.backup.Restored.Fate;
import dev.readout.backup.UnusableBackupException;
import dev.readout.cli.Places;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.Terminal;
import dev.readout.config.InvalidSettingsException;
import dev.readout.config.SettingsReader;
import dev.readout.index.IndexCopy;
import dev.readout.index.IndexUnavailableException;
import dev.readout.store.StoreUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The installation as the commands for backups know it: where its parts are, and how to tell what
 * went wrong. Immutable.
 *
 * @param home folder of the installation
 * @param environment variables by name
 */
record BackedUp(Path home, Map<String, String> environment) {
  /** What stands for standard input or output. */
  static final String STANDARD = "-";

  private static final double MB = 1_000_000;

  BackedUp {
    environment = Map.copyOf(environment);
  }

  /** A command's work. */
  interface Work {
    int run() throws IOException;
  }

  /** Runs it; tells what went wrong, if anything. */
  static int run(Terminal terminal, Work work) {
    try {
      return work.run();
    } catch (InvalidSettingsException e) {
      terminal.err().println("readout: " + e.getMessage());
      return ReadoutCommand.BAD_INPUT;
    } catch (UnusableBackupException e) {
      return tell(terminal, "this backup cannot be used: " + e.getMessage(), true);
    } catch (BackupFailedException | StoreUnavailableException | IndexUnavailableException e) {
      return tell(terminal, String.valueOf(e.getMessage()), false);
    } catch (IOException e) {
      return tell(terminal, e.toString(), false);
    }
  }

  private static int tell(Terminal terminal, String message, boolean isInput) {
    terminal.err().println("readout: " + SafeText.of(message));
    return isInput ? ReadoutCommand.BAD_INPUT : ReadoutCommand.FAILED;
  }

  /**
   * Where everything is.
   *
   * @throws InvalidSettingsException when the settings are mistaken, or hold a secret
   */
  Locations locations() {
    Path settings = SettingsReader.fileWithoutSecrets(home, environment);
    Places places = SettingsReader.places(home, environment);
    return new Locations(
        places.store(), places.folders().index(), places.folders().corpus(), settings);
  }

  /** Under other settings the next start might look elsewhere for what has been restored. */
  Optional<String> objectionTo(Path settings) {
    Map<String, String> under = new HashMap<>(environment);
    under.put("READOUT_CONFIG", settings.toString());
    try {
      var _ = SettingsReader.fileWithoutSecrets(home, under);
      Places places = SettingsReader.places(home, under);
      Places here = SettingsReader.places(home, environment);
      return places.store().equals(here.store()) && places.folders().equals(here.folders())
          ? Optional.empty()
          : Optional.of("they name other places for records, index or database");
    } catch (InvalidSettingsException e) {
      return Optional.of("they are not for this version: " + e.mistakes().getFirst());
    }
  }

  /** The version that runs. */
  static String version() {
    return Objects.requireNonNullElse(
        BackedUp.class.getPackage().getImplementationVersion(), "dev");
  }

  /** What a backup is, in a line. */
  static String described(BackupSummary backup) {
    List<String> parts = new ArrayList<>();
    parts.add(
        backup.tables().isEmpty()
            ? "no database"
            : "database of %s (tables V%s)"
                .formatted(megabytes(backup.databaseBytes()), backup.tables()));
    parts.add(
        switch (backup.indexes()) {
          case 0 -> "no index";
          case 1 -> "index of 1 scope";
          default -> "indexes of " + backup.indexes() + " scopes";
        });
    parts.add(backup.records() + " files of records");
    parts.add(backup.hasSettings() ? "settings" : "no settings");
    return "backup of %s by Readout %s: %s"
        .formatted(
            backup.made().truncatedTo(ChronoUnit.SECONDS),
            backup.program(),
            String.join(", ", parts));
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MB);
  }

  static void tellOfLeftOut(Terminal terminal, BackupSummary made) {
    for (IndexCopy.LeftOut one : made.leftOut()) {
      terminal.tell(
          "left out is the index of %s, to be built anew after a restore: %s"
              .formatted(one.scope().id(), one.reason()));
    }
  }

  /** What a restore has done. */
  static void print(Terminal terminal, Restored restored) {
    PrintWriter out = terminal.out();
    out.println("restored the " + described(restored.backup()));
    for (IndexCopy.Current current : restored.indexes()) {
      if (current.isRolledBack()) {
        out.println(
            "a roll-back was in force and is again: generation %s of %s"
                .formatted(current.generation().name(), current.scope().id()));
      }
    }
    if (!restored.indexes().stream().allMatch(one -> one.generation().isOfThisVersion())) {
      out.println("the index is of another version: the next start builds it anew");
    }
    out.println(line("records", restored.records()));
    out.println(line("settings", restored.settings()));
    restored.before().forEach(folder -> out.println("what was there before is in " + folder));
  }

  private static String line(String what, Fate fate) {
    return switch (fate) {
      case Fate.Same _ -> what + ": the same as in the backup";
      case Fate.Replaced(boolean onlyTimes) ->
          what + (onlyTimes ? ": the same as in the backup" : ": as in the backup now");
      case Fate.NotInBackup _ -> what + ": none in the backup; as they were";
      case Fate.Kept(String reason, String difference) ->
          SafeText.of("%s: not restored, since %s; %s".formatted(what, reason, difference));
    };
  }
}

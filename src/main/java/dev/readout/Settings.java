package dev.readout;

import dev.readout.backup.BackupSchedule.BackupSettings;
import dev.readout.cli.Installation.Folders;
import dev.readout.cli.Installation.Places;
import dev.readout.config.Setting;
import dev.readout.config.SettingsReader;
import dev.readout.discord.DiscordSettings;
import dev.readout.intake.SourceCatalogue.IntakeSettings;
import dev.readout.intake.extract.Extractor.ExtractorSettings;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import dev.readout.intake.release.ReleaseWatch.ReleaseSettings;
import dev.readout.meaning.Models.ModelSettings;
import dev.readout.ops.LogSetup.LogSettings;
import dev.readout.ops.LogSetup.LogSettings.LogFormat;
import dev.readout.ops.LogSetup.LogSettings.LogLevel;
import dev.readout.ops.Ops.OpsSettings;
import dev.readout.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All settings, each group as its own room declares it; keys are named as the components are. */
public record Settings(
    Folders readout,
    StoreSettings store,
    ModelSettings search,
    Intake intake,
    ReleaseSettings records,
    OpsSettings ops,
    LogSettings log,
    BackupSettings backup,
    DiscordSettings discord) {

  /** Beginning of the keys that only the bot uses. */
  private static final String OF_THE_BOT = "discord.";

  /** How documents are brought in; {@code allowLoopback} is for tests only. */
  public record Intake(
      @Setting(of = "an address of mail or of a page", otherwise = "none") @Nullable String contact,
      @Setting(of = "http", otherwise = "none") @Nullable URI proxy,
      @Setting(
              of = {"https", "http"},
              otherwise = "none")
          @Nullable URI bridge,
      @Setting(of = "a file") Path feeds,
      boolean allowLoopback) {
    private FetchSettings fetching() {
      Duration within = FetchSettings.STANDARD.within();
      return new FetchSettings(allowLoopback, within, contact, proxy, bridge);
    }
  }

  /** Those of an installation whose operator sets none; the token is none. */
  public static Settings standard(Path home) {
    return new Settings(
        Folders.of(home),
        new StoreSettings(home.resolve("data").resolve("readout.db"), null),
        ModelSettings.STANDARD,
        new Intake(null, null, null, home.resolve("config").resolve("feeds.yaml"), false),
        ReleaseSettings.NONE,
        OpsSettings.STANDARD,
        new LogSettings(LogFormat.PLAIN, LogLevel.INFO),
        new BackupSettings(Duration.ZERO, 7, home.resolve("data").resolve("backups"), null),
        new DiscordSettings(
            new DiscordSettings.BotToken("none"),
            null,
            null,
            DiscordSettings.Shards.ADVISED,
            Set.of(),
            DiscordSettings.Limits.STANDARD));
  }

  /** All of them, with what is wrong. */
  public static SettingsReader.Read<Settings> read(Path home, Map<String, String> environment) {
    return SettingsReader.read(standard(home), home, environment);
  }

  /** What other commands than the bot use, which need no token; throws if any of it is wrong. */
  public static Settings withoutDiscord(Path home, Map<String, String> environment) {
    return read(home, environment).checked(OF_THE_BOT);
  }

  Places places() {
    IntakeSettings intakes =
        new IntakeSettings(intake.fetching(), ExtractorSettings.DEFAULT, records, intake.feeds());
    return new Places(readout, store, intakes, search);
  }
}

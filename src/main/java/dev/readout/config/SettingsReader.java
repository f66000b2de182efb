package dev.readout.config;

import dev.readout.cli.Folders;
import dev.readout.cli.Places;
import dev.readout.discord.BotToken;
import dev.readout.discord.DiscordSettings;
import dev.readout.discord.DiscordSettings.Limits;
import dev.readout.discord.DiscordSettings.Shards;
import dev.readout.intake.desk.IntakeSettings;
import dev.readout.meaning.ModelSettings;
import dev.readout.ops.OpsSettings;
import dev.readout.ops.log.LogSettings;
import dev.readout.store.StoreSettings;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks all settings: the environment stands above the file, the file above the
 * defaults. A relative path starts at the working folder when the environment names it, else at the
 * home folder. Confined to one thread.
 */
public final class SettingsReader {
  private static final int ENVIRONMENT_ORDINAL = 300;
  private static final int FILE_ORDINAL = 100;

  private final Path home;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<SettingInForce> inForce = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();
  private final SettingsFile file;
  private final Environment environment;
  private final SmallRyeConfig config;

  private SettingsReader(Path home, Map<String, String> variables) {
    this.home = home;
    this.file = SettingsFile.of(home, variables, mistakes);
    this.environment = new Environment(variables, mistakes);
    // Without SmallRye's interceptors: a "${" in a path or a token is meant as it stands.
    this.config =
        new SmallRyeConfigBuilder()
            .withSources(
                new EnvConfigSource(environment.values(), ENVIRONMENT_ORDINAL),
                new YamlConfigSource("file", file.values(), FILE_ORDINAL))
            .build();
  }

  /**
   * The settings.
   *
   * @param home folder of the installation, where {@code config/readout.yaml} is
   * @param environment variables by name
   * @throws InvalidSettingsException with everything that is wrong
   */
  public static Settings read(Path home, Map<String, String> environment) {
    return new SettingsReader(home, environment).settings();
  }

  /**
   * The settings, and in words where they came from.
   *
   * @throws InvalidSettingsException as {@link #read} does
   */
  public static SettingsWithOrigins readWithOrigins(Path home, Map<String, String> environment) {
    SettingsReader reader = new SettingsReader(home, environment);
    return new SettingsWithOrigins(reader.settings(), Origin.summary(reader.origins));
  }

  /**
   * Every setting with its origin, in the order of the shipped file.
   *
   * @throws InvalidSettingsException as {@link #read} does
   */
  public static List<SettingInForce> inForce(Path home, Map<String, String> environment) {
    SettingsReader reader = new SettingsReader(home, environment);
    reader.settings();
    return List.copyOf(reader.inForce);
  }

  /**
   * Only what has nothing to do with Discord: no token is needed.
   *
   * @throws InvalidSettingsException with everything that is wrong about it, or with the file
   */
  public static Places places(Path home, Map<String, String> environment) {
    return new SettingsReader(home, environment).withoutToken(SettingsReader::places);
  }

  /**
   * Only where the running bot can be asked how it fares.
   *
   * @throws InvalidSettingsException as {@link #places} does
   */
  public static OpsSettings ops(Path home, Map<String, String> environment) {
    return new SettingsReader(home, environment).withoutToken(SettingsReader::ops);
  }

  private <T> T withoutToken(Function<SettingsReader, T> part) {
    T read = part.apply(this);
    List<Mistake> ours =
        mistakes.stream().filter(mistake -> !mistake.key().equals(Keys.TOKEN.name())).toList();
    if (!ours.isEmpty()) {
      throw new InvalidSettingsException(ours);
    }
    return read;
  }

  /**
   * The file of settings, whether or not it is there, to be copied elsewhere.
   *
   * @throws InvalidSettingsException when it holds a secret, or cannot be read
   */
  public static Path fileWithoutSecrets(Path home, Map<String, String> environment) {
    List<Mistake> mistakes = new ArrayList<>();
    SettingsFile file = SettingsFile.of(home, environment, mistakes);
    if (!file.isLegible()) {
      throw new InvalidSettingsException(mistakes);
    }
    if (!file.secrets().isEmpty()) {
      throw new InvalidSettingsException(file.secrets());
    }
    return file.path();
  }

  private Settings settings() {
    Places places = places();
    OpsSettings ops = ops();
    LogSettings log = new LogSettings(required(Keys.LOG_FORMAT), required(Keys.LOG_LEVEL));
    DiscordSettings discord = discord();
    if (discord == null || !mistakes.isEmpty()) {
      throw new InvalidSettingsException(mistakes);
    }
    return new Settings(
        places.folders(), places.store(), places.intake(), places.models(), ops, log, discord);
  }

  private Places places() {
    Folders standard = Folders.of(home);
    Path corpus = path(Keys.CORPUS, standard.corpus());
    Path index = path(Keys.INDEX, standard.index());
    Path database = path(Keys.STORE_FILE, home.resolve("data").resolve("readout.db"));
    Path nativeFolder = value(Keys.STORE_NATIVE_FOLDER, null, home::resolve);
    boolean semantic = required(Keys.SEMANTIC);
    boolean reader = required(Keys.READER);
    boolean loopback = required(Keys.ALLOW_LOOPBACK);
    return new Places(
        new Folders(corpus, index),
        new StoreSettings(database, nativeFolder),
        IntakeSettings.STANDARD.withLoopback(loopback),
        new ModelSettings(semantic, reader));
  }

  private OpsSettings ops() {
    return new OpsSettings(
        required(Keys.OPS_ENABLED), required(Keys.OPS_ADDRESS), required(Keys.OPS_PORT));
  }

  /** Null when there is no token, which is a mistake already noted. */
  private @Nullable DiscordSettings discord() {
    BotToken token = token();
    var apiUrl = value(Keys.API_URL);
    var gatewayUrl = value(Keys.GATEWAY_URL);
    Shards shards = shards();
    var operators = required(Keys.OPERATORS);
    Limits limits =
        new Limits(
            required(Keys.ANSWERS_AT_ONCE),
            required(Keys.ANSWERS_WAITING),
            required(Keys.MEMBER_ASKS_PER_MINUTE),
            required(Keys.SERVER_ASKS_PER_MINUTE),
            required(Keys.STOP_WITHIN),
            required(Keys.RECEIPTS_KEPT));
    return token == null
        ? null
        : new DiscordSettings(token, apiUrl, gatewayUrl, shards, operators, limits);
  }

  private @Nullable BotToken token() {
    BotToken token = value(Keys.TOKEN);
    if (token == null && !isMistaken(Keys.TOKEN)) {
      mistakes.add(
          new Mistake(
              new Origin.Standard().place(),
              Keys.TOKEN.name(),
              "",
              "is not set; set %s, or %s to the path of a file that holds it"
                  .formatted(Keys.TOKEN.variable(), Keys.TOKEN.fileVariable())));
    }
    return token;
  }

  private @Nullable Shards shards() {
    Integer total = value(Keys.SHARDS_TOTAL);
    Integer first = value(Keys.SHARDS_FIRST);
    Integer last = value(Keys.SHARDS_LAST);
    boolean known =
        file.isLegible()
            && List.of(Keys.SHARDS_TOTAL, Keys.SHARDS_FIRST, Keys.SHARDS_LAST).stream()
                .noneMatch(this::isMistaken);
    if (!known || (total == null && first == null && last == null)) {
      return null;
    }
    Key<Integer> set = last == null ? Keys.SHARDS_FIRST : Keys.SHARDS_LAST;
    if (total == null) {
      refuse(set, "stands alone; set " + Keys.SHARDS_TOTAL.name() + " too");
      return null;
    }
    int from = Objects.requireNonNullElse(first, 0);
    int to = Objects.requireNonNullElse(last, total - 1);
    if (from > to || to >= total) {
      refuse(
          set,
          "makes shards %d to %d of %d; write first <= last < total, counted from 0"
              .formatted(from, to, total));
      return null;
    }
    return new Shards(total, from, to);
  }

  /** Of a key that is written. */
  private void refuse(Key<?> key, String remedy) {
    mistakes.add(Mistake.of(origin(key), key, text(key), remedy));
  }

  private String text(Key<?> key) {
    return Objects.requireNonNullElse(config.getConfigValue(key.name()).getValue(), "");
  }

  private Path path(Key<Path> key, Path standard) {
    return Objects.requireNonNull(value(key, standard, home::resolve));
  }

  private <T> T required(Key<T> key) {
    return Objects.requireNonNull(value(key));
  }

  private <T> @Nullable T value(Key<T> key) {
    return value(key, key.standard(), UnaryOperator.identity());
  }

  /** What is written, else (also after a mistake) the default. */
  private <T> @Nullable T value(Key<T> key, @Nullable T standard, UnaryOperator<T> inFile) {
    String text = text(key);
    if (text.isEmpty()) {
      show(key, standard, new Origin.Standard());
      return standard;
    }
    Origin origin = origin(key);
    try {
      T read = key.form().read(key.secret() ? text : text.strip());
      T value = origin instanceof Origin.InFile ? inFile.apply(read) : read;
      show(key, value, origin);
      return value;
    } catch (IllegalArgumentException e) {
      refuse(key, String.valueOf(e.getMessage()));
      return standard;
    }
  }

  /** Where a value that is written came from. */
  private Origin origin(Key<?> key) {
    ConfigValue written = config.getConfigValue(key.name());
    return written.getConfigSourceOrdinal() == ENVIRONMENT_ORDINAL
        ? environment.origin(key)
        : file.origin(key);
  }

  private <T> void show(Key<T> key, @Nullable T value, Origin origin) {
    String text = value == null ? "" : key.form().text(value);
    String shown = key.secret() ? Mistake.HIDDEN : text.isEmpty() ? key.standardText() : text;
    inForce.add(new SettingInForce(key.name(), shown, origin.toString()));
    origins.add(origin);
  }

  private boolean isMistaken(Key<?> key) {
    return mistakes.stream().anyMatch(mistake -> mistake.key().equals(key.name()));
  }
}

package dev.readout.discord.soak;

import dev.readout.discord.standin.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The process of the bot, if it was started here. Confined to one thread. */
final class BotProcess implements AutoCloseable {
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);
  private static final Duration PRINTS_WITHIN = Duration.ofSeconds(30);

  private final SoakSettings.Bot settings;
  private final Path log;
  private final @Nullable Process process;

  private BotProcess(SoakSettings.Bot settings, Path log, @Nullable Process process) {
    this.settings = settings;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts the bot, or nothing where somebody else does.
   *
   * @param environment in which it runs, besides this process's own
   * @param log where what it prints goes
   */
  static BotProcess start(SoakSettings.Bot settings, Map<String, String> environment, Path log)
      throws IOException {
    if (settings.isAttached()) {
      return new BotProcess(settings, log, null);
    }
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", settings.command());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    // Else a soak that somebody ends would leave its bot behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-bot"));
    return new BotProcess(settings, log, process);
  }

  /** What a bot needs to find the stand-in, and to keep nothing beyond the folder. */
  static Map<String, String> environment(StandIn discord, Path folder) {
    return new TreeMap<>(
        Map.of(
            "DISCORD_API_URL", discord.apiUrl(),
            "DISCORD_GATEWAY_URL", discord.gatewayUrl(),
            "DISCORD_TOKEN", discord.token(),
            "DISCORD_OPERATORS", Town.OPERATOR_ID,
            "INTAKE_ALLOW_LOOPBACK", "true",
            "STORE_FILE", folder.resolve("readout.db").toString(),
            "READOUT_INDEX", folder.resolve("index").toString()));
  }

  /** True unless it has ended. */
  boolean isAlive() {
    return process == null || process.isAlive();
  }

  /** The process to look at; empty for none. */
  OptionalLong watched() throws IOException, InterruptedException {
    String named = settings.process();
    if (named.equals("none")) {
      return OptionalLong.empty();
    }
    if (named.isEmpty()) {
      return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
    }
    return OptionalLong.of(Long.parseLong(named.matches("\\d+") ? named : printed(named)));
  }

  private static String printed(String command) throws IOException, InterruptedException {
    Process asking = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
    String said =
        new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    boolean isOver = asking.waitFor(PRINTS_WITHIN.toSeconds(), TimeUnit.SECONDS);
    if (!isOver || !said.matches("\\d+")) {
      throw new IllegalStateException("'" + command + "' names no process: " + said);
    }
    return said;
  }

  /** Ends it as an operator would; false if it did not end in time. */
  boolean stop() throws InterruptedException {
    if (process == null) {
      return true;
    }
    process.destroy();
    return process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS);
  }

  /** The kinds of lines in its log, with how many there are of each; numbers make no kind. */
  Map<String, Integer> logged() {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> !line.startsWith("\t"))
          .map(line -> line.replaceAll("[0-9][0-9a-f:.T+-]*", "0"))
          .collect(Collectors.toMap(kind -> kind, _ -> 1, Integer::sum, TreeMap::new));
    } catch (IOException | UncheckedIOException e) {
      return Map.of(); // somebody else has it
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}

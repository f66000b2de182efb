package dev.readout.discord.soak;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a soak is to be. Immutable.
 *
 * @param lasting how long members ask
 * @param deedsASecond how much members do in a second, completions apart
 * @param bot which bot, and how it is watched
 * @param folder where its data and its log go, and stay; empty for one that goes with them
 * @param restPort of the stand-in for Discord; 0 for any
 * @param gatewayPort of the stand-in for Discord; 0 for any
 * @param isHostile whether moderators add what is made to break a bot, all the while
 */
record SoakSettings(
    Duration lasting,
    double deedsASecond,
    Bot bot,
    Optional<Path> folder,
    int restPort,
    int gatewayPort,
    boolean isHostile) {

  /**
   * The bot.
   *
   * @param command starts it; {@code attach} for one that somebody else starts
   * @param process whose memory is looked at: a number, or a command that prints it; empty for what
   *     the command starts, {@code none} for none
   * @param memoryFile says how much memory it has, in bytes
   * @param ops where its {@code /metrics} is
   */
  record Bot(String command, String process, Optional<Path> memoryFile, Optional<URI> ops) {
    boolean isAttached() {
      return command.equals("attach");
    }
  }

  SoakSettings {
    if (lasting.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("a soak takes at least a minute, not " + lasting);
    }
    if (deedsASecond <= 0 || deedsASecond > 100) {
      throw new IllegalArgumentException("up to 100 a second, not " + deedsASecond);
    }
  }

  /** From the system properties {@code soak.…}. */
  static SoakSettings ofProperties() {
    Bot bot =
        new Bot(
            property("command", "exec bin/readout bot"),
            property("process", ""),
            optional("memory").map(Path::of),
            optional("ops").map(URI::create));
    return new SoakSettings(
        Duration.ofSeconds(Math.round(60 * Double.parseDouble(property("minutes", "30")))),
        Double.parseDouble(property("rate", "3")),
        bot,
        optional("folder").map(Path::of),
        Integer.parseInt(property("rest", "0")),
        Integer.parseInt(property("gateway", "0")),
        Boolean.parseBoolean(property("hostile", "false")));
  }

  private static Optional<String> optional(String name) {
    return Optional.of(property(name, "")).filter(value -> !value.isEmpty());
  }

  /** Maven hands an empty one over for each that is not given. */
  private static String property(String name, String otherwise) {
    String given = System.getProperty("soak." + name, "").strip();
    return given.isEmpty() ? otherwise : given;
  }
}

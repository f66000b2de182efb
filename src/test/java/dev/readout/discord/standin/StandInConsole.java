package dev.readout.discord.standin;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts a stand-in on fixed ports, for a bot that runs in another process, and lets somebody use
 * that bot by typing. What {@code bin/standin} runs.
 */
public final class StandInConsole {
  private static final String USAGE =
      """
      usage: standin [--rest PORT] [--gateway PORT] [--token TOKEN] [--patience SECONDS]
      """;

  private static final List<String> OPTIONS =
      List.of("--rest", "--gateway", "--token", "--patience");

  private StandInConsole() {}

  /** Runs to the end of the input. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, /* autoFlush= */ true, StandardCharsets.UTF_8);
    try (StandIn discord = StandIn.start(settings(List.of(args)))) {
      out.println("DISCORD_API_URL=" + discord.apiUrl());
      out.println("DISCORD_GATEWAY_URL=" + discord.gatewayUrl());
      out.println("DISCORD_TOKEN=" + discord.token());
      out.println("waiting for a bot …");
      ConsoleSession session = new ConsoleSession(discord, out);
      session.awaitBot();
      out.println("a bot is connected; \"help\" shows what you can do");
      boolean isPiped = Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty();
      session.run(
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), isPiped);
    } catch (IllegalArgumentException e) {
      System.err.print(e.getMessage() + System.lineSeparator() + USAGE);
      System.exit(2);
    }
  }

  private static StandInSettings settings(List<String> args) {
    Map<String, String> given = new HashMap<>(Map.of("--rest", "8899", "--gateway", "8898"));
    for (int i = 0; i < args.size(); i += 2) {
      if (!OPTIONS.contains(args.get(i)) || i + 1 == args.size()) {
        throw new IllegalArgumentException("cannot read " + args.get(i));
      }
      given.put(args.get(i), args.get(i + 1));
    }
    return StandInSettings.defaults()
        .withPorts(port(given, "--rest"), port(given, "--gateway"))
        .withToken(given.getOrDefault("--token", ""))
        .withPatience(Duration.ofSeconds(Long.parseLong(given.getOrDefault("--patience", "10"))));
  }

  private static int port(Map<String, String> given, String option) {
    return Integer.parseInt(given.getOrDefault(option, "0"));
  }
}

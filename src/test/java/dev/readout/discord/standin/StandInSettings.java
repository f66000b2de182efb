package dev.readout.discord.standin;

import dev.readout.discord.standin.place.Guild;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * How a stand-in is set up. Immutable; start from {@link #defaults}.
 *
 * @param restPort 0 for any
 * @param gatewayPort 0 for any
 * @param token what the bot has to show; empty for any
 * @param guilds the servers that installed the bot, at least one; the first is where people are
 * @param shards how many shards Discord recommends
 * @param heartbeat how often the bot is told to beat
 * @param patience how long every waiting method waits
 * @param journalCapacity how many exchanges are kept
 * @param clock what the three seconds and the fifteen minutes are measured by, and ids are made of
 */
public record StandInSettings(
    int restPort,
    int gatewayPort,
    String token,
    List<Guild> guilds,
    int shards,
    Duration heartbeat,
    Duration patience,
    int journalCapacity,
    InstantSource clock) {

  public StandInSettings {
    guilds = List.copyOf(guilds);
    if (guilds.isEmpty()) {
      throw new IllegalArgumentException("at least one server is needed");
    }
  }

  /** Any ports, any token, one server named "Trade desk", ten seconds of patience. */
  public static StandInSettings defaults() {
    return new StandInSettings(
        0,
        0,
        "",
        List.of(Guild.named("Trade desk")),
        1,
        Duration.ofMillis(41_250),
        Duration.ofSeconds(10),
        100_000,
        InstantSource.system());
  }

  /** On these ports. */
  public StandInSettings withPorts(int rest, int gateway) {
    return new StandInSettings(
        rest, gateway, token, guilds, shards, heartbeat, patience, journalCapacity, clock);
  }

  /** Letting in only this token. */
  public StandInSettings withToken(String token) {
    return new StandInSettings(
        restPort, gatewayPort, token, guilds, shards, heartbeat, patience, journalCapacity, clock);
  }

  /** With these servers. */
  public StandInSettings withGuilds(Guild... guilds) {
    return new StandInSettings(
        restPort,
        gatewayPort,
        token,
        List.of(guilds),
        shards,
        heartbeat,
        patience,
        journalCapacity,
        clock);
  }

  /** Recommending so many shards. */
  public StandInSettings withShards(int shards) {
    return new StandInSettings(
        restPort, gatewayPort, token, guilds, shards, heartbeat, patience, journalCapacity, clock);
  }

  /** With another heartbeat. */
  public StandInSettings withHeartbeat(Duration heartbeat) {
    return new StandInSettings(
        restPort, gatewayPort, token, guilds, shards, heartbeat, patience, journalCapacity, clock);
  }

  /** Waiting longer or shorter. */
  public StandInSettings withPatience(Duration patience) {
    return new StandInSettings(
        restPort, gatewayPort, token, guilds, shards, heartbeat, patience, journalCapacity, clock);
  }

  /** By another clock. JDA keeps its own, so let it run ahead only after an interaction is sent. */
  public StandInSettings withClock(InstantSource clock) {
    return new StandInSettings(
        restPort, gatewayPort, token, guilds, shards, heartbeat, patience, journalCapacity, clock);
  }
}

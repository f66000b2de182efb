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
 * @param kept how much is remembered
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
    Kept kept,
    InstantSource clock) {

  /** How many of each are remembered; past that the oldest go. Each at least 1. */
  public record Kept(int exchanges, int interactions, int messages) {
    /** More than a test makes. */
    public static final Kept OF_A_TEST = new Kept(100_000, 10_000, 10_000);

    /**
     * The last minutes, and a quarter of an hour of interactions: as long as they may be answered.
     */
    public static final Kept OF_MINUTES = new Kept(2_000, 12_000, 1_500);

    public Kept {
      if (exchanges < 1 || interactions < 1 || messages < 1) {
        throw new IllegalArgumentException(
            "at least 1 of each: %d, %d, %d".formatted(exchanges, interactions, messages));
      }
    }
  }

  public StandInSettings {
    guilds = List.copyOf(guilds);
    if (guilds.isEmpty()) {
      throw new IllegalArgumentException("at least one server is needed");
    }
  }

  /** Any ports, any token, one server named "Trade desk", a minute of patience. */
  public static StandInSettings defaults() {
    return new StandInSettings(
        0,
        0,
        "",
        List.of(Guild.named("Trade desk")),
        1,
        Duration.ofMillis(41_250),
        Duration.ofMinutes(1),
        Kept.OF_A_TEST,
        InstantSource.system());
  }

  /** On these ports. */
  public StandInSettings withPorts(int rest, int gateway) {
    return new StandInSettings(
        rest, gateway, token, guilds, shards, heartbeat, patience, kept, clock);
  }

  /** Letting in only this token. */
  public StandInSettings withToken(String token) {
    return new StandInSettings(
        restPort, gatewayPort, token, guilds, shards, heartbeat, patience, kept, clock);
  }

  /** With these servers. */
  public StandInSettings withGuilds(Guild... guilds) {
    return new StandInSettings(
        restPort, gatewayPort, token, List.of(guilds), shards, heartbeat, patience, kept, clock);
  }

  /** Recommending so many shards. */
  public StandInSettings withShards(int shards) {
    return new StandInSettings(
        restPort, gatewayPort, token, guilds, shards, heartbeat, patience, kept, clock);
  }

  /** With another heartbeat. */
  public StandInSettings withHeartbeat(Duration heartbeat) {
    return new StandInSettings(
        restPort, gatewayPort, token, guilds, shards, heartbeat, patience, kept, clock);
  }

  /** Waiting longer or shorter. */
  public StandInSettings withPatience(Duration patience) {
    return new StandInSettings(
        restPort, gatewayPort, token, guilds, shards, heartbeat, patience, kept, clock);
  }

  /** Remembering more or less. */
  public StandInSettings withKept(Kept kept) {
    return new StandInSettings(
        restPort, gatewayPort, token, guilds, shards, heartbeat, patience, kept, clock);
  }

  /** By another clock. JDA keeps its own, so let it run ahead only after an interaction is sent. */
  public StandInSettings withClock(InstantSource clock) {
    return new StandInSettings(
        restPort, gatewayPort, token, guilds, shards, heartbeat, patience, kept, clock);
  }
}

package dev.readout.discord;

import dev.readout.discord.DiscordSettings.BotToken;
import dev.readout.discord.standin.StandIn;
import java.net.URI;
import java.util.Set;

/** Settings of a bot that a stand-in for Discord serves. */
final class ServedSettings {
  private ServedSettings() {}

  static DiscordSettings of(StandIn discord, DiscordSettings.Limits limits) {
    return of(discord, limits, Set.of());
  }

  static DiscordSettings of(StandIn discord, DiscordSettings.Limits limits, Set<Long> operators) {
    return new DiscordSettings(
        new BotToken(discord.token()),
        URI.create(discord.apiUrl()),
        URI.create(discord.gatewayUrl()),
        DiscordSettings.Shards.ADVISED,
        operators,
        limits);
  }
}

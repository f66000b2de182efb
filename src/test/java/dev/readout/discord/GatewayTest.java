package dev.readout.discord;

import static org.awaitility.Awaitility.await;

import dev.readout.discord.command.Observer;
import dev.readout.discord.standin.StandIn;
import dev.readout.discord.standin.StandInSettings;
import org.junit.jupiter.api.Test;

/** One of two processes that share the shards. */
final class GatewayTest {
  @Test
  void connections_allShardsOfThisProcess_whateverOthersHave() {
    try (StandIn discord = StandIn.start(StandInSettings.defaults().withShards(2))) {
      DiscordSettings all = ServedSettings.of(discord, ServedBot.GENEROUS);
      DiscordSettings settings =
          new DiscordSettings(
              all.token(),
              all.apiUrl(),
              all.gatewayUrl(),
              new DiscordSettings.Shards(2, 1, 1),
              all.operators(),
              all.limits());
      try (Gateway gateway = new Gateway(settings, Observer.NOBODY)) {
        gateway.connect();

        await().atMost(discord.patience()).until(() -> gateway.connections().areAllUp());
      }
    }
  }
}

package dev.readout.discord.standin.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.command.RegisteredCommands;
import dev.readout.discord.standin.interaction.Interactions;
import dev.readout.discord.standin.message.Messages;
import dev.readout.discord.standin.place.Guild;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * All that the routes serve.
 *
 * @param token what the bot has to show; empty for any
 * @param shards how many Discord recommends
 */
public record Routes(
    ObjectNode bot,
    String token,
    int shards,
    Supplier<String> gatewayUrl,
    List<Guild> guilds,
    RegisteredCommands commands,
    Messages messages,
    Interactions interactions,
    InstantSource clock) {

  /** Starts the server with these. */
  public void serveOn(RestServer server) {
    List<Route> routes = new ArrayList<>(new BotRoutes(bot, gatewayUrl, shards).routes());
    String applicationId = bot.path("id").asText();
    routes.addAll(new CommandRoutes(commands, applicationId, this::isGuild).routes());
    routes.addAll(new InteractionRoutes(interactions, applicationId).routes());
    routes.addAll(new ChannelRoutes(messages, this::isChannel).routes());
    server.start(new Router(routes, token, clock), messages::file);
  }

  private boolean isGuild(String id) {
    return guilds.stream().anyMatch(guild -> guild.id().equals(id));
  }

  private boolean isChannel(String id) {
    return guilds.stream()
        .flatMap(guild -> guild.channels().stream())
        .anyMatch(channel -> channel.id().equals(id));
  }
}

package dev.readout.discord.standin.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.command.RegisteredCommands;
import dev.readout.discord.standin.interaction.Interactions;
import dev.readout.discord.standin.message.Messages;
import dev.readout.discord.standin.time.Snowflakes;

/**
 * What people's Discord app knows of. Do not change the bot's JSON.
 *
 * @param bot the bot as a user; its id is the application's too
 */
public record Client(
    RegisteredCommands commands,
    Messages messages,
    Interactions interactions,
    Snowflakes ids,
    ObjectNode bot) {

  String applicationId() {
    return bot.path("id").asText();
  }
}

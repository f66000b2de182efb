package dev.readout.discord.standin.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.command.Command;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.InteractionType;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.wire.Json;
import java.util.Optional;

/** A command that a person picks from the menu of a message. */
record MenuCall(Person person, String name, TargetMessage target) {

  Interaction send() {
    Client client = person.client();
    Optional<String> guildId = person.place().guild().map(Guild::id);
    Command command = client.commands().await(guildId, Command.MESSAGE, name);
    Visibility.require(person, command);
    String messageId =
        target.json().has("id") ? target.json().path("id").asText() : client.ids().next();
    ObjectNode message = target.payload(person, Payload.channelId(person), messageId);
    ObjectNode data = Json.object().put("id", command.id()).put("name", name);
    data.put("type", Command.MESSAGE).put("target_id", messageId);
    command.guildId().ifPresent(id -> data.put("guild_id", id));
    data.putObject("resolved").putObject("messages").set(messageId, message);
    ObjectNode payload = Payload.of(person);
    payload.set("data", data);
    return client.interactions().send(InteractionType.COMMAND, payload);
  }
}

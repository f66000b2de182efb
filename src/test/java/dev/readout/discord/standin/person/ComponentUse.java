package dev.readout.discord.standin.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Button;
import dev.readout.discord.standin.message.Components;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.message.SelectMenu;
import dev.readout.discord.standin.wire.Json;
import java.util.List;

/** What a person does with a message's buttons and menus: with those that are there by now. */
final class ComponentUse {
  private final Person person;
  private final Message message;

  ComponentUse(Person person, Message seen) {
    this.person = person;
    this.message =
        person.isChecked() ? person.client().messages().find(seen.id()).orElse(seen) : seen;
    person.require(!message.isDeleted(), "the message is deleted");
    person.require(
        message.receiverId().isEmpty() || message.receiverId().get().equals(person.id()),
        "the message is for somebody else only");
  }

  Interaction press(String labelOrCustomId) {
    Button button =
        message
            .button(labelOrCustomId)
            .orElseThrow(
                () ->
                    new NotPossibleException(
                        "no button " + labelOrCustomId + ": " + message.buttonLabels()));
    if (button.url().isPresent()) {
      throw new NotPossibleException("a link opens a page: " + button.url().get());
    }
    person.require(!button.isDisabled(), "the button is disabled: " + button.label());
    return send(
        Json.object(), Components.BUTTON, button.customId(), button.json().path("id").asInt());
  }

  Interaction choose(List<String> labelsOrValues) {
    SelectMenu menu =
        message.selects().stream()
            .filter(m -> labelsOrValues.stream().allMatch(text -> m.option(text).isPresent()))
            .findFirst()
            .orElseThrow(
                () ->
                    new NotPossibleException("no menu with " + labelsOrValues + ": " + options()));
    return choose(menu, labelsOrValues);
  }

  Interaction choose(String customIdOrPlaceholder, List<String> labelsOrValues) {
    SelectMenu menu =
        message.selects().stream()
            .filter(
                m ->
                    m.customId().equals(customIdOrPlaceholder)
                        || m.placeholder().equals(customIdOrPlaceholder))
            .findFirst()
            .orElseThrow(
                () ->
                    new NotPossibleException(
                        "no menu " + customIdOrPlaceholder + ": " + message.selects()));
    return choose(menu, labelsOrValues);
  }

  private List<String> options() {
    return message.selects().stream()
        .flatMap(menu -> menu.options().stream())
        .map(SelectMenu.Option::label)
        .toList();
  }

  private Interaction choose(SelectMenu menu, List<String> labelsOrValues) {
    person.require(!menu.isDisabled(), "the menu is disabled");
    ObjectNode data = Json.object();
    data.set("values", Selection.values(person, menu, labelsOrValues));
    return send(data, Components.STRING_SELECT, menu.customId(), menu.json().path("id").asInt());
  }

  private Interaction send(ObjectNode data, int type, String customId, int id) {
    data.put("component_type", type).put("custom_id", customId).put("id", id);
    ObjectNode payload = Payload.of(person);
    // The interaction happens where the message is.
    payload.put("channel_id", message.channelId());
    ((ObjectNode) payload.path("channel")).put("id", message.channelId());
    payload.set("data", data);
    payload.set("message", message.json());
    return person.client().interactions().use(message, payload);
  }
}

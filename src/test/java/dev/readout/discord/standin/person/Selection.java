package dev.readout.discord.standin.person;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.readout.discord.standin.message.SelectMenu;
import dev.readout.discord.standin.wire.Json;
import java.util.List;

/** What a person chooses in a menu, of a message or a form. */
final class Selection {
  private Selection() {}

  /** The values to send. An unchecked person may send any. */
  static ArrayNode values(Person person, SelectMenu menu, List<String> labelsOrValues) {
    person.require(
        labelsOrValues.size() >= menu.minValues() && labelsOrValues.size() <= menu.maxValues(),
        "choose " + labelsOrValues.size() + " of at most " + menu.maxValues());
    ArrayNode values = Json.array();
    for (String text : labelsOrValues) {
      person.require(menu.option(text).isPresent(), "choose " + text + ": " + menu.options());
      values.add(menu.option(text).map(SelectMenu.Option::value).orElse(text));
    }
    return values;
  }
}

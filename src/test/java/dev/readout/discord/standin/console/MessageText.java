package dev.readout.discord.standin.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.message.Button;
import dev.readout.discord.standin.message.Components;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.message.SelectMenu;
import dev.readout.discord.standin.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows a message to people at a terminal: containers indented, buttons as [Label], links with
 * their address, menus with numbered options.
 */
public final class MessageText {
  private static final String INDENT = "  ";

  private final List<String> lines = new ArrayList<>();

  private MessageText() {}

  /** The whole message, several lines. */
  public static String of(Message message) {
    MessageText text = new MessageText();
    text.addHead(message);
    text.addText("", message.content());
    Json.elements(message.json().path("embeds")).forEach(text::addEmbed);
    text.addAll("", message.components());
    message.files().forEach(file -> text.lines.add("[file: " + file + "]"));
    return String.join("\n", text.lines);
  }

  private void addHead(Message message) {
    List<String> marks = new ArrayList<>();
    if (message.isDeleted()) {
      marks.add("deleted");
    }
    if (message.isEphemeral()) {
      marks.add("only you can see this");
    }
    if (message.isLoading()) {
      marks.add("thinking …");
    }
    if (message.edits() > 0) {
      marks.add("edited " + message.edits() + "×");
    }
    if (!marks.isEmpty()) {
      lines.add("(" + String.join(", ", marks) + ")");
    }
  }

  private void addText(String indent, String text) {
    if (!text.isEmpty()) {
      text.lines().forEach(line -> lines.add(indent + line));
    }
  }

  private void addEmbed(JsonNode embed) {
    addText("│ ", embed.path("title").asText());
    addText("│ ", embed.path("description").asText());
    for (JsonNode field : embed.path("fields")) {
      addText("│ ", field.path("name").asText() + ": " + field.path("value").asText());
    }
    addText("│ ", embed.path("footer").path("text").asText());
  }

  private void addAll(String indent, JsonNode components) {
    Json.elements(components).forEach(component -> add(indent, component));
  }

  private void add(String indent, JsonNode component) {
    switch (Components.type(component)) {
      case Components.ACTION_ROW -> addRow(indent, component);
      case Components.CONTAINER -> addAll(indent + "│ ", component.path("components"));
      case Components.SECTION -> addSection(indent, component);
      case Components.TEXT_DISPLAY -> addText(indent, component.path("content").asText());
      case Components.SEPARATOR -> lines.add(indent + "────");
      case Components.FILE ->
          lines.add(indent + "[file: " + component.path("file").path("url").asText() + "]");
      case Components.MEDIA_GALLERY ->
          Json.elements(component.path("items")).forEach(item -> addMedia(indent, item));
      default -> lines.add(indent + "[component of type " + Components.type(component) + "]");
    }
  }

  private void addSection(String indent, JsonNode section) {
    addAll(indent, section.path("components"));
    JsonNode accessory = section.path("accessory");
    if (Components.type(accessory) == Components.BUTTON) {
      lines.add(indent + INDENT + button(new Button(accessory)));
    } else {
      addMedia(indent + INDENT, accessory);
    }
  }

  private void addMedia(String indent, JsonNode media) {
    String description = media.path("description").asText();
    lines.add(
        indent + "[image: " + media.path("media").path("url").asText() + " " + description + "]");
  }

  private void addRow(String indent, JsonNode row) {
    List<String> buttons = new ArrayList<>();
    for (JsonNode child : row.path("components")) {
      if (Components.type(child) == Components.BUTTON) {
        buttons.add(button(new Button(child)));
      } else {
        addSelect(indent, new SelectMenu(child));
      }
    }
    if (!buttons.isEmpty()) {
      lines.add(indent + String.join(" ", buttons));
    }
  }

  private static String button(Button button) {
    Optional<String> url = button.url();
    String mark = button.isDisabled() ? " (disabled)" : "";
    return "[" + button.label() + mark + "]" + url.map(address -> "(" + address + ")").orElse("");
  }

  private void addSelect(String indent, SelectMenu menu) {
    String mark = menu.isDisabled() ? " (disabled)" : "";
    lines.add(indent + "▾ " + menu.placeholder() + mark);
    int number = 0;
    for (SelectMenu.Option option : menu.options()) {
      number++;
      String description = option.description().isEmpty() ? "" : " — " + option.description();
      lines.add(
          indent
              + INDENT
              + number
              + (option.isDefault() ? "* " : ". ")
              + option.label()
              + description);
    }
  }
}

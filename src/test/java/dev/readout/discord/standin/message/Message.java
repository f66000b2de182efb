package dev.readout.discord.standin.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.UploadedFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message of the bot, as it was at one moment. Do not change the JSON.
 *
 * @param json the whole message in the form that Discord answers it
 * @param edits how often it was edited; an answer to "thinking" counts as an edit
 * @param files the content of its attachments
 * @param receiverId the only person who sees it, if it is ephemeral
 */
public record Message(
    ObjectNode json,
    int edits,
    boolean isDeleted,
    List<UploadedFile> files,
    Optional<String> receiverId) {

  public Message {
    files = List.copyOf(files);
  }

  /** The id, a snowflake. */
  public String id() {
    return json.path("id").asText();
  }

  /** Where it stands. */
  public String channelId() {
    return json.path("channel_id").asText();
  }

  /** The flags as bits; see {@link MessageFlag}. */
  public int flags() {
    return json.path("flags").asInt();
  }

  /** True if only one person sees it. */
  public boolean isEphemeral() {
    return MessageFlag.EPHEMERAL.isIn(flags());
  }

  /** True while it only says that the bot is thinking. */
  public boolean isLoading() {
    return MessageFlag.LOADING.isIn(flags());
  }

  /** True if it is made of components only. */
  public boolean usesComponentsV2() {
    return MessageFlag.IS_COMPONENTS_V2.isIn(flags());
  }

  /** The plain content; empty with Components V2. See {@link #text}. */
  public String content() {
    return json.path("content").asText();
  }

  /** The component trees. */
  public JsonNode components() {
    return json.path("components");
  }

  /**
   * All that there is to read, in Discord's Markdown: content, embeds, text displays; not labels.
   */
  public String text() {
    Stream<String> embeds =
        Json.elements(json.path("embeds"))
            .flatMap(embed -> Stream.of(embed.path("title"), embed.path("description")))
            .map(JsonNode::asText);
    return Stream.of(Stream.of(content()), embeds, textDisplays().stream())
        .flatMap(texts -> texts)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** The content of each text display, in reading order. */
  public List<String> textDisplays() {
    return Components.all(components(), Components.TEXT_DISPLAY)
        .map(component -> component.path("content").asText())
        .toList();
  }

  /** All buttons, links included, in reading order. */
  public List<Button> buttons() {
    return Components.all(components(), Components.BUTTON).map(Button::new).toList();
  }

  /** The labels of {@link #buttons}. */
  public List<String> buttonLabels() {
    return buttons().stream().map(Button::label).toList();
  }

  /** The button of this label or custom id. */
  public Optional<Button> button(String labelOrCustomId) {
    return buttons().stream()
        .filter(b -> b.customId().equals(labelOrCustomId) || b.label().equals(labelOrCustomId))
        .findFirst();
  }

  /** All menus of texts. */
  public List<SelectMenu> selects() {
    return Components.all(components(), Components.STRING_SELECT).map(SelectMenu::new).toList();
  }
}

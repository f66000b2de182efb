package dev.readout.discord.standin.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.Modal;
import dev.readout.discord.standin.message.Components;
import dev.readout.discord.standin.message.SelectMenu;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.UploadedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form that a person is filling in; what is left alone keeps the text or the choice it opened
 * with. Ends with {@link #submit}. Confined to one thread.
 */
public final class FormFilling {
  private static final int MAX_TEXT = 4000;

  private final Person person;
  private final Modal modal;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, List<String>> chosen = new HashMap<>();
  private final Map<String, List<UploadedFile>> files = new HashMap<>();

  FormFilling(Person person, Modal modal) {
    this.person = person;
    this.modal = modal;
  }

  /** Enters a text, by the field's label or custom id. */
  public FormFilling enter(String field, String text) {
    texts.put(field(field).customId(), text);
    return this;
  }

  /** Chooses by label or value. */
  public FormFilling choose(String field, String... labelsOrValues) {
    chosen.put(field(field).customId(), List.of(labelsOrValues));
    return this;
  }

  /** Uploads files. */
  public FormFilling upload(String field, UploadedFile... uploads) {
    files.put(field(field).customId(), List.of(uploads));
    return this;
  }

  private Modal.Field field(String labelOrCustomId) {
    return modal
        .field(labelOrCustomId)
        .orElseThrow(
            () ->
                new NotPossibleException(
                    "no field "
                        + labelOrCustomId
                        + ": "
                        + modal.fields().stream().map(Modal.Field::label).toList()));
  }

  /** Sends the form. */
  public Interaction submit() {
    ObjectNode resolved = Json.object();
    ArrayNode components = Json.array();
    int id = 0;
    for (JsonNode component : modal.json().path("components")) {
      id++;
      components.add(submitted(component, id, resolved));
    }
    ObjectNode data = Json.object().put("custom_id", modal.customId());
    data.set("components", components);
    data.set("resolved", resolved);
    ObjectNode payload = Payload.of(person);
    payload.set("data", data);
    modal.openedBy().source().ifPresent(source -> payload.set("message", source.json()));
    return person.client().interactions().submit(modal, payload);
  }

  private ObjectNode submitted(JsonNode component, int id, ObjectNode resolved) {
    int type = Components.type(component);
    ObjectNode sent = Json.object().put("type", type).put("id", id);
    switch (type) {
      case Components.LABEL ->
          sent.set("component", input(component.path("component"), id, resolved));
      case Components.ACTION_ROW ->
          sent.putArray("components")
              .add(input(component.path("components").path(0), id, resolved));
      default -> {}
    }
    return sent;
  }

  private ObjectNode input(JsonNode component, int labelId, ObjectNode resolved) {
    Modal.Field field = field(component.path("custom_id").asText());
    ObjectNode sent = Json.object().put("type", field.type()).put("id", 100 + labelId);
    sent.put("custom_id", field.customId());
    switch (field.type()) {
      case Components.TEXT_INPUT -> sent.put("value", text(field));
      case Components.STRING_SELECT -> sent.set("values", chosen(field));
      case Components.FILE_UPLOAD -> sent.set("values", uploaded(field, resolved));
      default ->
          throw new NotPossibleException("the stand-in has no input of type " + field.type());
    }
    return sent;
  }

  private String text(Modal.Field field) {
    String text = Optional.ofNullable(texts.get(field.customId())).orElse(field.value());
    JsonNode component = field.component();
    int length = text.codePointCount(0, text.length());
    person.require(!field.isRequired() || length > 0, "field is required: " + field.label());
    person.require(
        length == 0
            || (length >= component.path("min_length").asInt(0)
                && length <= component.path("max_length").asInt(MAX_TEXT)),
        "wrong length " + length + " of " + field.label());
    return text;
  }

  private ArrayNode chosen(Modal.Field field) {
    SelectMenu menu = new SelectMenu(field.component());
    List<String> defaults =
        menu.options().stream()
            .filter(SelectMenu.Option::isDefault)
            .map(SelectMenu.Option::value)
            .toList();
    List<String> wanted = chosen.getOrDefault(field.customId(), defaults);
    if (wanted.isEmpty() && !field.isRequired()) {
      return Json.array();
    }
    return Selection.values(person, menu, wanted);
  }

  private ArrayNode uploaded(Modal.Field field, ObjectNode resolved) {
    List<UploadedFile> uploads = files.getOrDefault(field.customId(), List.of());
    int least = field.isRequired() ? field.component().path("min_values").asInt(1) : 0;
    person.require(
        uploads.size() >= least && uploads.size() <= field.component().path("max_values").asInt(1),
        "wrong number of files for " + field.label());
    ArrayNode ids = Json.array();
    uploads.forEach(file -> ids.add(Uploads.resolve(person, file, resolved)));
    return ids;
  }
}

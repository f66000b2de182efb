package dev.readout.discord.standin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.message.Components;
import dev.readout.discord.standin.wire.Json;

/** Rules for forms that the document does not have. */
final class ModalRules {
  private static final int MAX_COMPONENTS = 5;
  private static final int MAX_TITLE = 45;
  private static final int MAX_CUSTOM_ID = 100;
  private static final int MAX_TEXT = 4000;
  private static final int MAX_LABEL = 45;
  private static final int MAX_DESCRIPTION = 100;
  private static final int MAX_FILES = 10;

  private ModalRules() {}

  static void check(JsonNode form, Findings findings) {
    JsonNode components = form.path("components");
    int title = CommandRules.length(form.path("title").asText());
    int customId = CommandRules.length(form.path("custom_id").asText());
    findings.require(title >= 1 && title <= MAX_TITLE, "modal-title", title + " of 45", form);
    findings.require(
        customId >= 1 && customId <= MAX_CUSTOM_ID, "modal-custom-id", customId + " of 100", form);
    findings.require(
        !components.isEmpty() && components.size() <= MAX_COMPONENTS,
        "modal-components",
        components.size() + ", not 1 to 5",
        form);
    findings.requireDistinct(
        ComponentRules.customIds(components), "duplicate-custom_id", components);
    Json.elements(components).forEach(component -> checkTop(component, findings));
    Components.all(components, Components.TEXT_INPUT).forEach(input -> checkInput(input, findings));
    Components.all(components, Components.FILE_UPLOAD)
        .forEach(upload -> checkUpload(upload, findings));
    Components.all(components, Components.STRING_SELECT)
        .forEach(select -> ComponentRules.checkSelect(select, findings));
  }

  private static void checkTop(JsonNode component, Findings findings) {
    boolean isLabel = Components.type(component) == Components.LABEL;
    boolean isRow = Components.type(component) == Components.ACTION_ROW;
    boolean hasLabel = !Json.isEmpty(component.path("component").path("label"));
    findings.require(
        !(isLabel && hasLabel), "modal-label", "a labelled input has no label", component);
    if (isLabel) {
      int label = CommandRules.length(component.path("label").asText());
      int description = CommandRules.length(component.path("description").asText());
      findings.require(
          label >= 1 && label <= MAX_LABEL, "modal-label", label + " of 45", component);
      findings.require(
          description <= MAX_DESCRIPTION, "modal-description", description + " of 100", component);
    }
    findings.require(
        !isRow || component.path("components").size() == 1, "modal-row", "one input", component);
  }

  private static void checkUpload(JsonNode upload, Findings findings) {
    int least = upload.path("min_values").asInt(1);
    int most = upload.path("max_values").asInt(1);
    findings.require(
        least >= 0 && most >= 1 && most <= MAX_FILES && least <= most,
        "modal-files",
        least + " to " + most + " files, not within 0 to 10",
        upload);
  }

  private static void checkInput(JsonNode input, Findings findings) {
    int least = input.path("min_length").asInt(0);
    int most = input.path("max_length").asInt(MAX_TEXT);
    int length = CommandRules.length(input.path("value").asText());
    findings.require(least <= most, "empty-range", "min_length above max_length", input);
    findings.require(
        length == 0 || (length >= least && length <= most),
        "modal-value",
        length + " characters, not " + least + " to " + most,
        input);
  }
}

package dev.readout.discord.standin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.message.Components;
import dev.readout.discord.standin.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules for the components of a message. The limit in bytes is from discord-api-docs#8554: beyond
 * it Discord answers 500.
 */
final class ComponentRules {
  private static final int MAX_COMPONENTS = 40;
  private static final int MAX_ROWS = 5;
  private static final int MAX_TEXT = 4000;
  private static final int MAX_BYTES = 10_170;
  private static final int BYTES_PER_TEXT = 12;
  private static final int LINK_STYLE = 5;
  private static final int PREMIUM_STYLE = 6;
  private static final Set<String> LINK_SCHEMES = Set.of("http", "https", "discord");

  private final JsonNode components;
  private final Findings findings;

  ComponentRules(JsonNode components, Findings findings) {
    this.components = components;
    this.findings = findings;
  }

  /** {@code isV2Possible} is true also if the message may have had the flag before. */
  void check(boolean isV2, boolean isV2Possible) {
    List<JsonNode> all = Components.all(components).toList();
    findings.require(
        all.size() <= MAX_COMPONENTS, "too-many-components", all.size() + " of 40", components);
    requireDistinct(all, "custom_id");
    requireDistinct(all, "id");
    if (!isV2) {
      checkLegacy(isV2Possible);
    }
    all.forEach(this::checkOne);
    checkTexts();
  }

  private void requireDistinct(List<JsonNode> all, String field) {
    findings.requireDistinct(
        all.stream().map(component -> component.path(field).asText()),
        "duplicate-" + field,
        components);
  }

  private void checkLegacy(boolean isV2Possible) {
    boolean isLegacy = Components.all(components).allMatch(Components::isLegacy);
    findings.require(
        isLegacy || isV2Possible, "v2-flag-missing", "needs IS_COMPONENTS_V2", components);
    findings.require(
        !isLegacy || components.size() <= MAX_ROWS,
        "too-many-rows",
        components.size() + " of 5",
        components);
  }

  private void checkOne(JsonNode component) {
    switch (Components.type(component)) {
      case Components.ACTION_ROW -> checkRow(component);
      case Components.BUTTON -> checkButton(component);
      case Components.STRING_SELECT -> checkSelect(component, findings);
      case Components.TEXT_DISPLAY ->
          findings.require(
              !component.path("content").asText().isBlank(), "blank-text", "blank", component);
      default -> {}
    }
  }

  private void checkRow(JsonNode row) {
    JsonNode children = row.path("components");
    long buttons =
        Json.elements(children).filter(c -> Components.type(c) == Components.BUTTON).count();
    boolean isFitting =
        buttons == children.size() ? buttons >= 1 && buttons <= 5 : children.size() == 1;
    findings.require(isFitting, "row", "holds 1 to 5 buttons or one menu", row);
  }

  private void checkButton(JsonNode button) {
    int style = button.path("style").asInt();
    boolean hasUrl = !Json.isEmpty(button.path("url"));
    boolean hasId = !Json.isEmpty(button.path("custom_id"));
    findings.require(
        hasUrl == (style == LINK_STYLE), "button-url", "links have a url, others none", button);
    findings.require(
        hasId == (style != LINK_STYLE && style != PREMIUM_STYLE),
        "button-custom-id",
        "links have no custom_id, others one",
        button);
    findings.require(
        style == PREMIUM_STYLE
            || !Json.isEmpty(button.path("label"))
            || !Json.isEmpty(button.path("emoji")),
        "button-label",
        "neither label nor emoji",
        button);
    String scheme = button.path("url").asText().replaceFirst(":.*", "");
    findings.require(
        !hasUrl || LINK_SCHEMES.contains(scheme), "link-scheme", "scheme " + scheme, button);
  }

  /** A menu of a message or a form. */
  static void checkSelect(JsonNode select, Findings findings) {
    JsonNode options = select.path("options");
    int least = select.path("min_values").asInt(1);
    int most = select.path("max_values").asInt(1);
    long chosen =
        Json.elements(options).filter(option -> option.path("default").asBoolean()).count();
    findings.require(
        least <= most && most <= Math.max(1, options.size()),
        "select-range",
        least + " to " + most + " of " + options.size(),
        select);
    findings.require(chosen <= most, "select-defaults", chosen + " chosen", select);
    findings.requireDistinct(
        Json.elements(options).map(option -> option.path("value").asText()),
        "duplicate-select-value",
        select);
  }

  private void checkTexts() {
    List<String> texts =
        Components.all(components, Components.TEXT_DISPLAY)
            .map(component -> component.path("content").asText())
            .toList();
    int characters = texts.stream().mapToInt(CommandRules::length).sum();
    int bytes = texts.stream().mapToInt(t -> t.getBytes(StandardCharsets.UTF_8).length).sum();
    int weighed = bytes + BYTES_PER_TEXT * texts.size();
    findings.require(
        characters <= MAX_TEXT, "text-length", characters + " characters of 4000", components);
    findings.require(
        weighed <= MAX_BYTES, "text-bytes", weighed + " bytes of " + MAX_BYTES, components);
  }

  /** The custom ids of a form or message. */
  static Stream<String> customIds(JsonNode components) {
    return Components.all(components).map(component -> component.path("custom_id").asText());
  }
}

package dev.readout.discord.standin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.wire.Json;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of requests that have a body, and where Discord's document describes it. */
enum RequestKind {
  COMMANDS("PUT", "applications/[^/]+(/guilds/[^/]+)?/commands", "ApplicationCommandUpdateRequest"),
  COMMAND("POST", "applications/[^/]+(/guilds/[^/]+)?/commands", "ApplicationCommandCreateRequest"),
  COMMAND_EDIT(
      "PATCH",
      "applications/[^/]+(/guilds/[^/]+)?/commands/[^/]+",
      "ApplicationCommandPatchRequestPartial"),
  CALLBACK("POST", "interactions/[^/]+/[^/]+/callback", "CreateMessageInteractionCallbackRequest"),
  FOLLOW_UP("POST", "webhooks/[^/]+/[^/]+", "IncomingWebhookRequestPartial"),
  WEBHOOK_EDIT(
      "PATCH", "webhooks/[^/]+/[^/]+/messages/[^/]+", "IncomingWebhookUpdateRequestPartial"),
  CHANNEL_MESSAGE("POST", "channels/[^/]+/messages", "MessageCreateRequest"),
  CHANNEL_EDIT("PATCH", "channels/[^/]+/messages/[^/]+", "MessageEditRequestPartial");

  private final String method;
  private final String path;
  private final String schema;

  RequestKind(String method, String path, String schema) {
    this.method = method;
    this.path = path;
    this.schema = schema;
  }

  /** The kind of a request; empty if it has no body to judge. */
  static Optional<RequestKind> of(String method, String path) {
    return Arrays.stream(values())
        .filter(kind -> kind.method.equals(method) && Pattern.matches(kind.path, path))
        .findFirst();
  }

  /** The name of the schema; a callback's follows from its type. */
  String schema(JsonNode body) {
    if (this != CALLBACK) {
      return schema;
    }
    return switch (body.path("type").asInt()) {
      case Acknowledgement.DEFERRED_UPDATE, Acknowledgement.UPDATE ->
          "UpdateMessageInteractionCallbackRequest";
      case Acknowledgement.CHOICES -> choicesSchema(body.path("data").path("choices"));
      case Acknowledgement.MODAL -> "ModalInteractionCallbackRequest";
      default -> schema;
    };
  }

  /** Choices are all texts or all numbers; the schema of {@code data} alone, which says more. */
  private static String choicesSchema(JsonNode choices) {
    String prefix = "InteractionApplicationCommandAutocompleteCallback";
    if (Json.elements(choices).allMatch(choice -> choice.path("value").isIntegralNumber())) {
      return prefix + (choices.isEmpty() ? "StringData" : "IntegerData");
    }
    return prefix
        + (Json.elements(choices).allMatch(choice -> choice.path("value").isNumber())
            ? "NumberData"
            : "StringData");
  }

  /** The part of the body that the schema describes. */
  JsonNode described(JsonNode body) {
    boolean isChoices = this == CALLBACK && body.path("type").asInt() == Acknowledgement.CHOICES;
    return isChoices ? body.path("data") : body;
  }
}

package dev.readout.discord.standin.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.message.MessageFlag;
import dev.readout.discord.standin.message.Messages;
import dev.readout.discord.standin.place.Permission;
import dev.readout.discord.standin.time.Snowflakes;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.Refusal;
import dev.readout.discord.standin.wire.UploadedFile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All interactions, by token; the oldest go when there are too many. Holds the bot to Discord's
 * rules for answering. Thread-safe.
 */
public final class Interactions {
  /** The time for the first answer. */
  public static final Duration ACKNOWLEDGE_WITHIN = Duration.ofSeconds(3);

  /** The life of a token once answered. */
  public static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

  /** How many follow-ups an app may send that only the person installed. */
  private static final int USER_INSTALL_FOLLOW_UPS = 5;

  private final InstantSource clock;
  private final Snowflakes ids;
  private final Interaction.Surroundings surroundings;
  private final int capacity;
  private final Map<String, Interaction> byToken = new LinkedHashMap<>();

  /**
   * None so far.
   *
   * @param capacity how many are kept
   */
  public Interactions(
      InstantSource clock, Snowflakes ids, Interaction.Surroundings surroundings, int capacity) {
    this.clock = clock;
    this.ids = ids;
    this.surroundings = surroundings;
    this.capacity = capacity;
  }

  /** Sends a command, or what somebody has typed of it. */
  public Interaction send(InteractionType type, ObjectNode payload) {
    return send(type, payload, Optional.empty(), Optional.empty());
  }

  /** Sends the use of a message's component. */
  public Interaction use(Message source, ObjectNode payload) {
    return send(InteractionType.COMPONENT, payload, Optional.of(source), Optional.empty());
  }

  /** Sends a form that has been filled in. */
  public Interaction submit(Modal modal, ObjectNode payload) {
    Interaction opener = modal.openedBy();
    return send(InteractionType.MODAL_SUBMIT, payload, opener.source(), Optional.of(opener));
  }

  /** Gives the payload an id and a token, and sends it to the bot. */
  private Interaction send(
      InteractionType type,
      ObjectNode payload,
      Optional<Message> source,
      Optional<Interaction> opener) {
    String id = ids.next();
    payload.put("id", id).put("token", "token-" + id).put("type", type.number());
    Interaction interaction = new Interaction(type, payload, source, opener, surroundings);
    synchronized (byToken) {
      byToken.put(interaction.token(), interaction);
      if (byToken.size() > capacity) {
        byToken.remove(byToken.keySet().iterator().next());
      }
    }
    surroundings.delivery().accept(payload);
    return interaction;
  }

  private Optional<Interaction> find(String token) {
    synchronized (byToken) {
      return Optional.ofNullable(byToken.get(token));
    }
  }

  /** The first answer. Returns what Discord says to {@code with_response=true}. */
  public ObjectNode callback(String id, String token, JsonNode body, List<UploadedFile> files) {
    Interaction interaction =
        find(token).filter(i -> i.id().equals(id)).orElseThrow(Refusal::unknownInteraction);
    int type = body.path("type").asInt();
    synchronized (interaction.answering()) {
      Duration after = Duration.between(interaction.madeAt(), clock.instant());
      if (interaction.isAcknowledged()) {
        throw Refusal.alreadyAcknowledged();
      }
      if (after.compareTo(ACKNOWLEDGE_WITHIN) > 0) {
        throw Refusal.unknownInteraction();
      }
      if (!interaction.type().allows(type, interaction.source().isPresent())) {
        throw Refusal.invalidBody("callback type " + type + " for " + interaction.type());
      }
      apply(interaction, type, body.path("data"), files);
      interaction.acknowledge(new Acknowledgement(type, after));
    }
    surroundings.signal().changed();
    return response(interaction, type);
  }

  private void apply(Interaction interaction, int type, JsonNode data, List<UploadedFile> files) {
    Messages messages = surroundings.messages();
    switch (type) {
      case Acknowledgement.MESSAGE ->
          interaction.setOriginal(create(interaction, data, files).id());
      case Acknowledgement.DEFERRED_MESSAGE ->
          interaction.setOriginal(
              messages
                  .createLoading(
                      channel(interaction), extra(interaction), receiver(interaction, data))
                  .id());
      case Acknowledgement.DEFERRED_UPDATE ->
          interaction.awaitEditOf(messages.get(sourceId(interaction)));
      case Acknowledgement.UPDATE -> {
        messages.edit(sourceId(interaction), data, files);
        interaction.setOriginal(sourceId(interaction));
      }
      case Acknowledgement.CHOICES ->
          interaction.suggest(
              Json.elements(data.path("choices"))
                  .map(node -> new Choice(node.path("name").asText(), node.path("value")))
                  .toList());
      default -> interaction.open(data);
    }
  }

  private Message create(Interaction interaction, JsonNode data, List<UploadedFile> files) {
    return surroundings
        .messages()
        .create(channel(interaction), extra(interaction), data, files, receiver(interaction, data));
  }

  private static String sourceId(Interaction interaction) {
    return interaction.source().orElseThrow().id();
  }

  private static String channel(Interaction interaction) {
    return interaction.payload().path("channel_id").asText();
  }

  /** What Discord adds to a message that answers: whose it is, and who asked. */
  private static ObjectNode extra(Interaction interaction) {
    ObjectNode extra = Json.object();
    extra.set("application_id", interaction.payload().path("application_id"));
    extra.set("webhook_id", interaction.payload().path("application_id"));
    extra.set("interaction_metadata", metadata(interaction));
    return extra;
  }

  private static ObjectNode metadata(Interaction interaction) {
    ObjectNode payload = interaction.payload();
    ObjectNode metadata =
        Json.object().put("id", interaction.id()).put("type", interaction.type().number());
    metadata.set("user", interaction.user());
    metadata.set("authorizing_integration_owners", payload.path("authorizing_integration_owners"));
    if (interaction.type() == InteractionType.COMPONENT) {
      metadata.put("interacted_message_id", sourceId(interaction));
    }
    interaction
        .opener()
        .ifPresent(opener -> metadata.set("triggering_interaction_metadata", metadata(opener)));
    return metadata;
  }

  private static Optional<String> receiver(Interaction interaction, JsonNode body) {
    boolean isEphemeral = MessageFlag.EPHEMERAL.isIn(body.path("flags").asInt());
    return isEphemeral || isForcedEphemeral(interaction)
        ? Optional.of(interaction.userId())
        : Optional.empty();
  }

  /** In a server without the bot, whose member may not use external apps for all to see. */
  private static boolean isForcedEphemeral(Interaction interaction) {
    JsonNode permissions = interaction.payload().path("member").path("permissions");
    return isUserInstall(interaction)
        && permissions.isTextual()
        && (permissions.asLong() & Permission.USE_EXTERNAL_APPS.bit()) == 0;
  }

  private static boolean isUserInstall(Interaction interaction) {
    return !interaction.payload().path("authorizing_integration_owners").has("0");
  }

  private ObjectNode response(Interaction interaction, int type) {
    ObjectNode about =
        Json.object().put("id", interaction.id()).put("type", interaction.type().number());
    ObjectNode response = Json.object();
    response.set("interaction", about);
    interaction
        .original()
        .ifPresent(
            message -> {
              about.put("response_message_id", message.id());
              about.put("response_message_loading", message.isLoading());
              about.put("response_message_ephemeral", message.isEphemeral());
              if (type == Acknowledgement.MESSAGE || type == Acknowledgement.UPDATE) {
                ObjectNode resource = Json.object().put("type", type);
                resource.set("message", message.json());
                response.set("resource", resource);
              }
            });
    return response;
  }

  /** One more message. The first after "thinking" takes that one's place, as at Discord. */
  public Message followUp(String token, JsonNode body, List<UploadedFile> files) {
    Interaction interaction = answered(token);
    Optional<Message> original = interaction.original();
    if (original.filter(message -> message.isLoading() && !message.isDeleted()).isPresent()) {
      return surroundings.messages().edit(original.get().id(), body, files);
    }
    if (isUserInstall(interaction) && interaction.followUps().size() >= USER_INSTALL_FOLLOW_UPS) {
      throw new Refusal(
          400, 40094, "This interaction has hit the maximum number of follow up messages");
    }
    Message message = create(interaction, body, files);
    interaction.addFollowUp(message.id());
    surroundings.signal().changed();
    return message;
  }

  /** A message of an interaction, by its id or "@original". */
  public Message message(String token, String id) {
    return surroundings.messages().get(messageId(answered(token), id));
  }

  /** Changes a message of an interaction. */
  public Message edit(String token, String id, JsonNode body, List<UploadedFile> files) {
    return surroundings.messages().edit(messageId(answered(token), id), body, files);
  }

  /** Deletes a message of an interaction. */
  public void delete(String token, String id) {
    surroundings.messages().delete(messageId(answered(token), id));
  }

  private static String messageId(Interaction interaction, String id) {
    Optional<Message> original = interaction.original();
    if (id.equals("@original")) {
      return original.map(Message::id).orElseThrow(Refusal::unknownMessage);
    }
    boolean isOwn =
        original.filter(m -> m.id().equals(id)).isPresent()
            || interaction.followUps().stream().anyMatch(m -> m.id().equals(id));
    if (!isOwn) {
      throw Refusal.unknownMessage();
    }
    return id;
  }

  private Interaction answered(String token) {
    Interaction interaction =
        find(token).filter(Interaction::isAcknowledged).orElseThrow(Refusal::unknownWebhook);
    if (clock.instant().isAfter(interaction.madeAt().plus(TOKEN_LIFE))) {
      throw Refusal.invalidWebhookToken();
    }
    return interaction;
  }
}

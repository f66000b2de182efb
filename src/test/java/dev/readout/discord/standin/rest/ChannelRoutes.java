package dev.readout.discord.standin.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.message.Messages;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Messages that answer nobody, in channels of servers and in direct messages. Thread-safe. */
final class ChannelRoutes {
  private static final String MESSAGE = "channels/{}/messages/{}";

  /** The bot's direct messages with a person are in the channel after that person's id. */
  private static final int DM_OFFSET = 3;

  private final Messages messages;
  private final Predicate<String> knowsChannel;
  private final Set<String> openDms = ConcurrentHashMap.newKeySet();

  /** {@code knowsChannel} says whether the bot sees this channel of a server. */
  ChannelRoutes(Messages messages, Predicate<String> knowsChannel) {
    this.messages = messages;
    this.knowsChannel = knowsChannel;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "users/@me/channels", this::openDm),
        Route.of("POST", "channels/{}/messages", this::create),
        Route.of("POST", "channels/{}/typing", request -> Answer.noContent()),
        Route.of("GET", MESSAGE, request -> Answer.ok(message(request).json())),
        Route.of(
            "PATCH",
            MESSAGE,
            request ->
                Answer.ok(
                    messages.edit(message(request).id(), request.body(), request.files()).json())),
        Route.of("DELETE", MESSAGE, this::delete));
  }

  private Answer openDm(Request request) {
    String recipient = request.body().path("recipient_id").asText();
    String id = Long.toString(Long.parseLong(recipient) + DM_OFFSET);
    openDms.add(id);
    ObjectNode channel = Json.object().put("id", id).put("type", 1);
    channel
        .putArray("recipients")
        .add(Json.object().put("id", recipient).put("username", "person-" + recipient));
    return Answer.ok(channel);
  }

  /** One at a time: what an HTTP client sends again at once has the nonce of what is under way. */
  private synchronized Answer create(Request request) {
    String channelId = request.argument(0);
    if (!openDms.contains(channelId) && !knowsChannel.test(channelId) && !isThread(channelId)) {
      throw new Refusal(404, 10003, "Unknown Channel");
    }
    Optional<Message> earlier = sameNonce(channelId, request.body());
    if (earlier.isPresent()) {
      return Answer.ok(earlier.get().json());
    }
    ObjectNode extra = Json.object();
    if (request.body().has("nonce")) {
      extra.set("nonce", request.body().get("nonce"));
    }
    return Answer.ok(
        messages
            .create(channelId, extra, request.body(), request.files(), Optional.empty())
            .json());
  }

  /** A thread that was opened from a message has the message's id. */
  private boolean isThread(String channelId) {
    return messages.find(channelId).isPresent();
  }

  /** With "enforce_nonce", a message that was sent before is answered, not sent again. */
  private Optional<Message> sameNonce(String channelId, JsonNode body) {
    if (!body.path("enforce_nonce").asBoolean() || !body.has("nonce")) {
      return Optional.empty();
    }
    return messages.inChannel(channelId).stream()
        .filter(message -> message.json().path("nonce").equals(body.get("nonce")))
        .findFirst();
  }

  private Message message(Request request) {
    Message message = messages.get(request.argument(1));
    if (!message.channelId().equals(request.argument(0))) {
      throw Refusal.unknownMessage();
    }
    return message;
  }

  private Answer delete(Request request) {
    messages.delete(message(request).id());
    return Answer.noContent();
  }
}

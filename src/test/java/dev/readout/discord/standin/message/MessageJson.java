package dev.readout.discord.standin.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.time.Snowflakes;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.Refusal;
import dev.readout.discord.standin.wire.UploadedFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Turns what the bot sends into what Discord stores. A field that is absent from an edit stays as
 * it was. Stateless but for the ids that it gives.
 */
public final class MessageJson {
  /** The flags that a bot may set when it sends; the rest is Discord's own. */
  private static final int SETTABLE =
      MessageFlag.SUPPRESS_EMBEDS.bit()
          | MessageFlag.SUPPRESS_NOTIFICATIONS.bit()
          | MessageFlag.IS_COMPONENTS_V2.bit();

  private final Snowflakes ids;
  private final String fileUrl;

  /** {@code fileUrl} is where attachments can be fetched, without a slash at the end. */
  public MessageJson(Snowflakes ids, String fileUrl) {
    this.ids = ids;
    this.fileUrl = fileUrl;
  }

  /** A message without content. */
  ObjectNode empty(String channelId, ObjectNode author, String time) {
    ObjectNode json = Json.object();
    json.put("id", ids.next()).put("channel_id", channelId).put("type", 0);
    json.set("author", author);
    json.put("content", "").put("timestamp", time).putNull("edited_timestamp");
    json.put("tts", false).put("mention_everyone", false).put("pinned", false).put("flags", 0);
    List.of("mentions", "mention_roles", "attachments", "embeds", "components")
        .forEach(json::putArray);
    return json;
  }

  /** The message with the body's fields laid over it. Refuses a message with nothing to show. */
  ObjectNode merged(ObjectNode message, JsonNode body, List<UploadedFile> files) {
    ObjectNode merged = message.deepCopy();
    if (body.has("content")) {
      merged.put("content", body.path("content").isNull() ? "" : body.path("content").asText());
    }
    copyArray(body, "embeds", merged);
    copyArray(body, "components", merged);
    merged.set("attachments", attachments(message, body, files));
    merged.put("flags", flags(message.path("flags").asInt(), body));
    ArrayNode components = Components.completed(merged.path("components"));
    Components.all(components).forEach(component -> resolveMedia(component, merged));
    merged.set("components", components);
    refuseUnshowable(merged);
    return merged;
  }

  private static void copyArray(JsonNode body, String field, ObjectNode into) {
    if (body.path(field).isArray()) {
      into.set(field, body.get(field).deepCopy());
    } else if (body.path(field).isNull()) {
      into.putArray(field);
    }
  }

  /** Components V2 cannot be taken back; "ephemeral" and "thinking" are not the body's to say. */
  private static int flags(int before, JsonNode body) {
    if (!body.path("flags").isNumber()) {
      return before;
    }
    int kept = (before & ~SETTABLE) | (before & MessageFlag.IS_COMPONENTS_V2.bit());
    return kept | (body.path("flags").asInt() & SETTABLE);
  }

  private ArrayNode attachments(ObjectNode message, JsonNode body, List<UploadedFile> files) {
    ArrayNode result = Json.array();
    JsonNode wanted = body.path("attachments");
    for (JsonNode old : message.path("attachments")) {
      if (!wanted.isArray()
          || Json.elements(wanted)
              .anyMatch(w -> w.path("id").asText().equals(old.path("id").asText()))) {
        result.add(old);
      }
    }
    String channelId = message.path("channel_id").asText();
    files.forEach(file -> result.add(attachment(channelId, file)));
    return result;
  }

  /** An attachment as Discord describes it. */
  ObjectNode attachment(String channelId, UploadedFile file) {
    String id = ids.next();
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    String url = fileUrl + "/" + channelId + "/" + id + "/" + name;
    return Json.object()
        .put("id", id)
        .put("filename", file.name())
        .put("size", file.size())
        .put("url", url)
        .put("proxy_url", url)
        .put("content_type", file.contentType());
  }

  /** Describes the media of a component; "attachment://name" becomes the attachment's address. */
  private void resolveMedia(JsonNode component, ObjectNode message) {
    Stream<JsonNode> gallery =
        Json.elements(component.path("items")).map(item -> item.path("media"));
    Stream.concat(Stream.of(component.path("media"), component.path("file")), gallery)
        .filter(JsonNode::isObject)
        .map(ObjectNode.class::cast)
        .forEach(media -> resolve(media, message));
  }

  private void resolve(ObjectNode media, ObjectNode message) {
    String name = media.path("url").asText().replaceFirst("^attachment://", "");
    Json.elements(message.path("attachments"))
        .filter(attachment -> attachment.path("filename").asText().equals(name))
        .findFirst()
        .ifPresent(
            attachment -> {
              media.set("url", attachment.path("url"));
              media.set("attachment_id", attachment.path("id"));
            });
    media.put("id", ids.next()).set("proxy_url", media.path("url"));
  }

  private static void refuseUnshowable(ObjectNode json) {
    boolean isV2 = MessageFlag.IS_COMPONENTS_V2.isIn(json.path("flags").asInt());
    if (isV2 && !(Json.isEmpty(json.path("content")) && Json.isEmpty(json.path("embeds")))) {
      throw Refusal.invalidBody("content and embeds cannot be used with IS_COMPONENTS_V2");
    }
    if (Stream.of("content", "embeds", "components", "attachments")
        .allMatch(field -> Json.isEmpty(json.path(field)))) {
      throw Refusal.emptyMessage();
    }
  }
}

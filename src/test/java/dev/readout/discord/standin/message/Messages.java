package dev.readout.discord.standin.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.time.Signal;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.Refusal;
import dev.readout.discord.standin.wire.UploadedFile;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All messages of the bot, deleted ones included; the oldest go when there are too many. Tells the
 * signal of every change. Thread-safe.
 */
public final class Messages {
  private static final int UPLOADS = 100;

  private final InstantSource clock;
  private final Signal signal;
  private final ObjectNode author;
  private final MessageJson form;
  private final int capacity;
  private final Map<String, Message> byId = new LinkedHashMap<>();
  private final Map<String, UploadedFile> uploads = new LinkedHashMap<>();

  /**
   * An empty store.
   *
   * @param author the bot as a user
   * @param capacity how many are kept
   */
  public Messages(
      InstantSource clock, Signal signal, ObjectNode author, MessageJson form, int capacity) {
    this.clock = clock;
    this.signal = signal;
    this.author = author;
    this.form = form;
    this.capacity = capacity;
  }

  /**
   * Stores a new message.
   *
   * @param extra fields that Discord adds, such as who asked
   * @param receiverId who alone sees it, for an ephemeral one
   */
  public Message create(
      String channelId,
      ObjectNode extra,
      JsonNode body,
      List<UploadedFile> files,
      Optional<String> receiverId) {
    ObjectNode json = form.empty(channelId, author, clock.instant().toString());
    json.setAll(extra);
    json.put("flags", receiverId.isPresent() ? MessageFlag.EPHEMERAL.bit() : 0);
    return keep(new Message(form.merged(json, body, files), 0, false, files, receiverId));
  }

  /** Stores a message that only says that the bot is thinking. */
  public Message createLoading(String channelId, ObjectNode extra, Optional<String> receiverId) {
    ObjectNode json = form.empty(channelId, author, clock.instant().toString());
    json.setAll(extra);
    int ephemeral = receiverId.isPresent() ? MessageFlag.EPHEMERAL.bit() : 0;
    json.put("flags", ephemeral | MessageFlag.LOADING.bit());
    return keep(new Message(json, 0, false, List.of(), receiverId));
  }

  /** Changes a message; refused if it is unknown or deleted. */
  public Message edit(String id, JsonNode body, List<UploadedFile> files) {
    return keep(id, before -> edited(before, body, files));
  }

  private Message edited(Message before, JsonNode body, List<UploadedFile> files) {
    ObjectNode json = before.json().deepCopy();
    json.put("flags", before.flags() & ~MessageFlag.LOADING.bit());
    ObjectNode merged = form.merged(json, body, files);
    merged.put("edited_timestamp", clock.instant().toString());
    List<UploadedFile> all = new ArrayList<>(before.files());
    all.addAll(files);
    all.removeIf(file -> !isAttached(merged, file));
    return new Message(merged, before.edits() + 1, false, all, before.receiverId());
  }

  private static boolean isAttached(ObjectNode message, UploadedFile file) {
    return Json.elements(message.path("attachments"))
        .anyMatch(attachment -> attachment.path("filename").asText().equals(file.name()));
  }

  /** Deletes a message; refused if it is unknown or deleted. */
  public void delete(String id) {
    keep(id, m -> new Message(m.json(), m.edits(), true, m.files(), m.receiverId()));
  }

  /** A message that is there; refused if it is unknown or deleted. */
  public Message get(String id) {
    return find(id).filter(m -> !m.isDeleted()).orElseThrow(Refusal::unknownMessage);
  }

  /** A message, also if it is deleted. */
  public Optional<Message> find(String id) {
    synchronized (byId) {
      return Optional.ofNullable(byId.get(id));
    }
  }

  /** All of a channel, oldest first, also the deleted ones. */
  public List<Message> inChannel(String channelId) {
    synchronized (byId) {
      return byId.values().stream().filter(m -> m.channelId().equals(channelId)).toList();
    }
  }

  /** Keeps a file that a person sends, and describes it as Discord does. */
  public ObjectNode upload(String channelId, UploadedFile file) {
    ObjectNode attachment = form.attachment(channelId, file);
    synchronized (uploads) {
      uploads.put(attachment.path("url").asText(), file);
      if (uploads.size() > UPLOADS) {
        uploads.remove(uploads.keySet().iterator().next());
      }
    }
    return attachment;
  }

  /** A file by the address of its attachment: a person's upload, or one of the bot's own. */
  public Optional<UploadedFile> file(String url) {
    synchronized (uploads) {
      UploadedFile upload = uploads.get(url);
      if (upload != null) {
        return Optional.of(upload);
      }
    }
    synchronized (byId) {
      return byId.values().stream().flatMap(message -> file(message, url).stream()).findFirst();
    }
  }

  private static Optional<UploadedFile> file(Message message, String url) {
    return Json.elements(message.json().path("attachments"))
        .filter(attachment -> attachment.path("url").asText().equals(url))
        .flatMap(
            attachment ->
                message.files().stream()
                    .filter(f -> f.name().equals(attachment.path("filename").asText())))
        .findFirst();
  }

  private Message keep(String id, UnaryOperator<Message> change) {
    Message changed;
    synchronized (byId) {
      changed = change.apply(get(id));
      byId.put(id, changed);
    }
    // Not under the lock: who waits looks here while holding the signal's.
    signal.changed();
    return changed;
  }

  private Message keep(Message message) {
    synchronized (byId) {
      byId.put(message.id(), message);
      if (byId.size() > capacity) {
        byId.remove(byId.keySet().iterator().next());
      }
    }
    signal.changed();
    return message;
  }
}

package dev.readout.discord.standin.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.wire.UploadedFile;

/** Files that people send. */
final class Uploads {
  private Uploads() {}

  /** Adds the file to what is resolved, and returns its id. */
  static String resolve(Person sender, UploadedFile file, ObjectNode resolved) {
    ObjectNode attachment =
        sender.client().messages().upload(Payload.channelId(sender), file).put("ephemeral", true);
    String id = attachment.path("id").asText();
    resolved.withObject("/attachments").set(id, attachment);
    return id;
  }
}

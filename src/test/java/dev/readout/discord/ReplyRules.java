package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.message.Components;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.message.MessageFlag;
import dev.readout.discord.standin.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What holds for everything that the bot says, whatever was asked. */
final class ReplyRules {
  private static final int MAX_CHARS = 4_000;
  private static final int MAX_COMPONENTS = 40;

  /** Not documented by Discord; discord-api-docs issue 8554. */
  private static final int MAX_BYTES = 10_170;

  private static final int BYTES_A_TEXT = 12;

  private ReplyRules() {}

  /** The reply, after checking how it came, what it is made of, and where it has its words from. */
  static Message checked(ServedBot served, Interaction interaction) {
    Message reply = interaction.reply();
    if (interaction.acknowledged().type() == Acknowledgement.MESSAGE) {
      assertThat(reply.isEphemeral()).isTrue();
    } else if (interaction.followUps().isEmpty()) {
      served
          .discord()
          .journal()
          .await("PATCH", "webhooks/.*/" + interaction.token() + "/messages/@original");
      assertAcknowledgedThenEditedOnce(served, interaction, reply);
    } else {
      assertSaidAside(served, interaction, reply);
    }
    assertFits(reply);
    Shown.in(reply).forEach(Shown::assertKeepsPromises);
    Shown.assertVerdictsAreProved(reply);
    return reply;
  }

  /** A deferral first, with the flag that decides who sees the reply, then one edit of it. */
  private static void assertAcknowledgedThenEditedOnce(
      ServedBot served, Interaction interaction, Message reply) {
    List<Exchange> sent = served.sent(interaction);
    assertThat(sent).extracting(Exchange::method).containsExactly("POST", "PATCH");
    assertThat(sent).allMatch(exchange -> exchange.status() / 100 == 2);
    assertThat(interaction.acknowledged().type()).isEqualTo(Acknowledgement.DEFERRED_MESSAGE);
    assertThat(reply.edits()).isEqualTo(1);
    assertThat(interaction.followUps()).isEmpty();
    int deferred = sent.getFirst().body().path("data").path("flags").asInt();
    assertThat(MessageFlag.EPHEMERAL.isIn(deferred)).isEqualTo(reply.isEphemeral());
    assertPingsNobody(sent.getLast().body());
  }

  /** A public deferral taken away, and in its place one message to who asked. */
  private static void assertSaidAside(ServedBot served, Interaction interaction, Message reply) {
    List<Exchange> sent = served.sent(interaction);
    assertThat(sent).extracting(Exchange::method).containsExactly("POST", "DELETE", "POST");
    assertThat(reply.isEphemeral()).isTrue();
    assertThat(interaction.followUps()).hasSize(1);
    assertPingsNobody(sent.getLast().body());
  }

  private static void assertPingsNobody(JsonNode edit) {
    assertThat(MessageFlag.IS_COMPONENTS_V2.isIn(edit.path("flags").asInt())).isTrue();
    assertThat(MessageFlag.SUPPRESS_EMBEDS.isIn(edit.path("flags").asInt())).isTrue();
    JsonNode mentions = edit.path("allowed_mentions");
    assertThat(mentions.path("parse").isArray()).isTrue();
    assertThat(mentions.path("parse")).isEmpty();
  }

  /** Nothing passes Discord's limits. */
  static void assertFits(Message message) {
    List<String> texts = message.textDisplays();
    assertThat(texts.stream().mapToInt(String::length).sum()).isLessThanOrEqualTo(MAX_CHARS);
    assertThat(texts.stream().mapToInt(ReplyRules::bytes).sum()).isLessThanOrEqualTo(MAX_BYTES);
    assertThat(Components.all(message.components()).count()).isLessThanOrEqualTo(MAX_COMPONENTS);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length + BYTES_A_TEXT;
  }

  /** Ids of the members who were told of the reply. */
  static List<String> pinged(ServedBot served, Interaction interaction) {
    JsonNode edit = served.sent(interaction).getLast().body();
    return Json.elements(edit.path("allowed_mentions").path("users"))
        .map(JsonNode::asText)
        .toList();
  }
}

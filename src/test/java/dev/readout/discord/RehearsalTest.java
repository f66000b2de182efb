package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.junit.jupiter.api.Test;

final class RehearsalTest {
  @Test
  void of_replyAtOnce_ends() {
    assertThat(
            Rehearsal.of(
                event ->
                    ((MessageContextInteractionEvent) event)
                        .reply(MessageCreateData.fromContent("at once"))
                        .setEphemeral(true)
                        .queue(_ -> {}, _ -> {})))
        .isTrue();
  }

  @Test
  void of_replyAfterAcknowledging_ends() {
    assertThat(
            Rehearsal.of(
                event ->
                    ((MessageContextInteractionEvent) event)
                        .deferReply(true)
                        .queue(
                            hook ->
                                hook.editOriginal(MessageEditData.fromContent("later"))
                                    .queue(_ -> {}, _ -> {}),
                            _ -> {})))
        .isTrue();
  }

  @Test
  void of_listenerThrows_saysThatItDidNotEnd() {
    assertThat(
            Rehearsal.of(
                _ -> {
                  throw new IllegalStateException("for the test");
                }))
        .isFalse();
  }
}

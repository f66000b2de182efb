package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.store.FeedbackTable;
import dev.readout.store.FeedbackTable.FeedbackCounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is delivered twice, or to two processes, has one effect. */
@ExtendWith(SharedBot.class)
final class BotTwiceTest {
  private static final String QUESTION = "is the affiliates rule in force?";

  private final ServedBot served;
  private final Person alice;

  BotTwiceTest(ServedBot served) {
    this.served = served;
    alice = served.person("Alice");
  }

  private Interaction ask() {
    return alice.slash("ask").option("question", QUESTION).send();
  }

  /** After the reply to this, what was delivered before it has been dealt with as well. */
  private void awaitAllDelivered() {
    ReplyRules.checked(served, alice.slash("about").send());
  }

  @Test
  void ask_deliveredTwice_isAnsweredOnce() {
    Interaction asked = ask();
    asked.deliverAgain();
    ReplyRules.checked(served, asked);
    asked.deliverAgain();
    awaitAllDelivered();

    ReplyRules.checked(served, asked);
  }

  @Test
  void vote_deliveredTwice_countsOnce() {
    Message answer = ReplyRules.checked(served, ask());
    Interaction pressed = alice.press(answer, "👍");
    pressed.deliverAgain();
    ReplyRules.checked(served, pressed);
    awaitAllDelivered();

    assertThat(new FeedbackTable(served.database()).of(BotButtonsTest.receipt(answer)))
        .isEqualTo(new FeedbackCounts(1, 0, 0));
    ReplyRules.checked(served, pressed);
  }

  @Test
  void remove_deliveredTwice_isDoneOnce() {
    Message answer = ReplyRules.checked(served, ask());
    Interaction pressed = alice.press(answer, "🗑️");
    pressed.deliverAgain();
    served.discord().journal().await("DELETE", "webhooks/.*/" + pressed.token() + "/.*");
    awaitAllDelivered();

    assertThat(served.sent(pressed)).extracting(Exchange::method).containsExactly("POST", "DELETE");
  }

  @Test
  void ask_twoProcessesByMistake_isAnsweredOnceWithoutAnError() throws Exception {
    try (LogLines log = LogLines.open();
        AutoCloseable other = served.runAnother()) {
      assertThat(other).isNotNull();
      Interaction asked = ask();
      Message reply = asked.reply();
      served.discord().journal().await(2, "POST", "interactions/.*/" + asked.token() + "/.*");
      served.discord().journal().await("PATCH", "webhooks/.*/" + asked.token() + "/.*");

      assertThat(Shown.in(reply)).isNotEmpty();
      List<Exchange> sent = served.sent(asked);
      assertThat(sent).filteredOn(e -> e.method().equals("PATCH")).hasSize(1);
      assertThat(sent)
          .filteredOn(e -> e.method().equals("POST"))
          .extracting(Exchange::status)
          .containsExactlyInAnyOrder(200, 400);
      assertThat(asked.followUps()).isEmpty();
      log.await("was not acknowledged");
      assertThat(log.errors()).isEmpty();
    }
  }
}

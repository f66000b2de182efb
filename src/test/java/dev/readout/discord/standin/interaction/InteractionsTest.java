package dev.readout.discord.standin.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.message.MessageFlag;
import dev.readout.discord.standin.message.MessageJson;
import dev.readout.discord.standin.message.Messages;
import dev.readout.discord.standin.time.Signal;
import dev.readout.discord.standin.time.Snowflakes;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Discord's rules for answering, without a bot. */
final class InteractionsTest {
  private static final int KEPT = 10;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final InstantSource clock = now::get;
  private final Signal signal = new Signal();
  private final Snowflakes ids = new Snowflakes(clock);
  private final Messages messages =
      new Messages(
          clock, signal, Json.object().put("id", "1"), new MessageJson(ids, "http://files"), KEPT);
  private final List<ObjectNode> delivered = new ArrayList<>();
  private final Interactions interactions =
      new Interactions(
          clock,
          ids,
          new Interaction.Surroundings(messages, signal, Duration.ofMillis(100), delivered::add),
          KEPT);

  private Interaction command(String installedBy) {
    ObjectNode payload = Json.object().put("channel_id", "5").put("application_id", "1");
    payload.putObject("user").put("id", "7");
    payload.putObject("authorizing_integration_owners").put(installedBy, "7");
    payload.putObject("data").put("name", "ask");
    return interactions.send(InteractionType.COMMAND, payload);
  }

  private Interaction command() {
    return command("0");
  }

  private ObjectNode callback(Interaction interaction, int type, ObjectNode data) {
    ObjectNode body = Json.object().put("type", type);
    body.set("data", data);
    return interactions.callback(interaction.id(), interaction.token(), body, List.of());
  }

  private static ObjectNode content(String text) {
    return Json.object().put("content", text);
  }

  private static int code(ThrowingCallable action) {
    try {
      action.call();
    } catch (Refusal refusal) {
      return refusal.code();
    } catch (Throwable other) {
      throw new AssertionError(other);
    }
    return 0;
  }

  private Message edit(Interaction interaction, String text) {
    return interactions.edit(interaction.token(), "@original", content(text), List.of());
  }

  @Test
  void send_deliversIdTypeAndToken() {
    Interaction asked = command();

    assertThat(delivered).containsExactly(asked.payload());
    assertThat(asked.payload().path("type").asInt()).isEqualTo(2);
    assertThat(asked.madeAt()).isEqualTo(now.get());
    asked.deliverAgain();
    assertThat(delivered).hasSize(2);
  }

  @Test
  void callback_second_isRefused() {
    Interaction asked = command();
    callback(asked, 4, content("a"));

    assertThat(code(() -> callback(asked, 4, content("b")))).isEqualTo(40060);
    assertThat(asked.reply().content()).isEqualTo("a");
  }

  @Test
  void callback_manyAtOnce_oneIsTaken() throws Exception {
    Interaction asked = command();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<Integer> attempt = () -> code(() -> callback(asked, 4, content("a")));
      List<Integer> codes = new ArrayList<>();
      for (Future<Integer> future : threads.invokeAll(Collections.nCopies(8, attempt))) {
        codes.add(future.get());
      }
      assertThat(codes).filteredOn(code -> code == 0).hasSize(1);
      assertThat(codes).filteredOn(code -> code == 40060).hasSize(7);
    }
    assertThat(messages.inChannel("5")).hasSize(1);
  }

  @Test
  void callback_afterThreeSeconds_isUnknown() {
    Interaction asked = command();
    now.updateAndGet(t -> t.plusMillis(3001));

    assertThat(code(() -> callback(asked, 5, Json.object()))).isEqualTo(10062);
    assertThat(asked.isAcknowledged()).isFalse();
  }

  @Test
  void callback_ofAnUnfitType_isRefused() {
    assertThat(code(() -> callback(command(), 8, Json.object()))).isEqualTo(50035);
    assertThat(code(() -> callback(command(), 6, Json.object()))).isEqualTo(50035);
    assertThat(code(() -> callback(command(), 1, Json.object()))).isEqualTo(50035);
  }

  @Test
  void callback_emptyMessage_isRefusedAndNotTaken() {
    Interaction asked = command();

    assertThat(code(() -> callback(asked, 4, content("")))).isEqualTo(50006);
    assertThat(asked.isAcknowledged()).isFalse();
  }

  @Test
  void webhook_beforeTheCallback_isUnknown() {
    Interaction asked = command();

    assertThat(code(() -> edit(asked, "a"))).isEqualTo(10015);
  }

  @Test
  void webhook_afterFifteenMinutes_isInvalid() {
    Interaction asked = command();
    callback(asked, 5, Json.object());
    now.updateAndGet(t -> t.plus(Duration.ofMinutes(15)));
    edit(asked, "a");
    now.updateAndGet(t -> t.plusMillis(1));

    assertThat(code(() -> edit(asked, "b"))).isEqualTo(50027);
  }

  @Test
  void reply_deferred_waitsForTheFirstEdit() {
    Interaction asked = command();
    callback(asked, 5, Json.object().put("flags", 64));

    assertThat(asked.original().orElseThrow().isLoading()).isTrue();
    assertThatThrownBy(asked::reply).hasMessageContaining("thinking");
    edit(asked, "a");
    assertThat(asked.reply().isLoading()).isFalse();
    assertThat(asked.reply().isEphemeral()).isTrue();
    assertThat(asked.reply().receiverId()).contains("7");
  }

  @Test
  void reply_untilItIsLikeThis_waitsForALaterEdit() {
    Interaction asked = command();
    callback(asked, 4, content("a"));

    assertThatThrownBy(() -> asked.reply(m -> m.content().equals("b")))
        .isInstanceOf(AssertionError.class);
    edit(asked, "b");
    assertThat(asked.reply(m -> m.content().equals("b")).edits()).isEqualTo(1);
  }

  @Test
  void reply_deferredUpdate_isTheNextEdit() {
    Interaction asked = command();
    callback(asked, 4, content("a"));
    ObjectNode payload = asked.payload().deepCopy();
    Interaction pressed = interactions.use(asked.reply(), payload);
    callback(pressed, 6, Json.object());

    assertThatThrownBy(pressed::reply).isInstanceOf(AssertionError.class);
    edit(pressed, "b");
    assertThat(pressed.reply().content()).isEqualTo("b");
    assertThat(pressed.reply().id()).isEqualTo(asked.reply().id());
  }

  @Test
  void reply_deletedAndNothingInItsPlace_fails() {
    Interaction asked = command();
    callback(asked, 4, content("a"));
    interactions.delete(asked.token(), "@original");

    assertThatThrownBy(asked::reply).hasMessageContaining("got no such reply");
    assertThat(code(() -> edit(asked, "b"))).isEqualTo(10008);
    assertThat(code(() -> interactions.delete(asked.token(), "@original"))).isEqualTo(10008);
  }

  @Test
  void followUp_whileThinking_takesItsPlace() {
    Interaction asked = command();
    callback(asked, 5, Json.object().put("flags", 64));
    interactions.followUp(asked.token(), content("a"), List.of());
    interactions.followUp(asked.token(), content("b"), List.of());

    assertThat(asked.reply().content()).isEqualTo("a");
    assertThat(asked.reply().isEphemeral()).isTrue();
    assertThat(asked.followUps()).extracting(Message::content).containsExactly("b");
  }

  @Test
  void followUp_userInstall_fiveAtMost() {
    Interaction asked = command("1");
    callback(asked, 4, content("a"));
    for (int i = 0; i < 5; i++) {
      interactions.followUp(asked.token(), content("b"), List.of());
    }

    assertThat(code(() -> interactions.followUp(asked.token(), content("c"), List.of())))
        .isEqualTo(40094);
    assertThat(asked.followUps(5)).hasSize(5);
  }

  @Test
  void reply_withoutExternalApps_isEphemeral() {
    Interaction asked = command("1");
    asked.payload().putObject("member").put("permissions", "0").putObject("user").put("id", "7");
    callback(asked, 4, content("a"));

    assertThat(asked.reply().isEphemeral()).isTrue();
  }

  @Test
  void edit_ofComponentsV2_keepsTheFlagAndRefusesContent() {
    Interaction asked = command();
    ObjectNode text = Json.object().put("type", 10).put("content", "t");
    ObjectNode body = Json.object().put("flags", MessageFlag.IS_COMPONENTS_V2.bit());
    body.putArray("components").add(text);
    callback(asked, 4, body);

    assertThat(code(() -> edit(asked, "a"))).isEqualTo(50035);
    ObjectNode more = Json.object().put("flags", 0);
    more.putArray("components").add(text.deepCopy().put("content", "u"));
    interactions.edit(asked.token(), "@original", more, List.of());
    assertThat(asked.reply().usesComponentsV2()).isTrue();
    assertThat(asked.reply().text()).isEqualTo("u");
    assertThat(asked.reply().components().path(0).path("id").asInt()).isEqualTo(1);
  }

  @Test
  void message_ofAnotherInteraction_isUnknown() {
    Interaction one = command();
    Interaction two = command();
    callback(one, 4, content("a"));
    callback(two, 4, content("b"));

    assertThat(code(() -> interactions.message(one.token(), two.reply().id()))).isEqualTo(10008);
    assertThat(interactions.message(one.token(), one.reply().id()).content()).isEqualTo("a");
  }

  @Test
  void send_moreThanAreKept_forgetsTheOldest() {
    Interaction oldest = command();
    callback(oldest, 4, content("a"));
    for (int i = 0; i < KEPT; i++) {
      callback(command(), 4, content("b"));
    }

    assertThat(code(() -> edit(oldest, "c"))).isEqualTo(10015);
    assertThat(oldest.original()).isEmpty();
    assertThat(messages.inChannel("5")).hasSize(KEPT);
  }
}

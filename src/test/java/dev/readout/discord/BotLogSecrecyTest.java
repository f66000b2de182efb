package dev.readout.discord;

import static dev.readout.discord.ServedSources.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.rest.RestFault;
import dev.readout.discord.standin.wire.Json;
import dev.readout.ops.CapturedLog;
import dev.readout.ops.LogSetup.LogSettings;
import dev.readout.ops.LogSetup.LogSettings.LogFormat;
import dev.readout.ops.LogSetup.LogSettings.LogLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An afternoon with everything logged that anybody can ask for, ours and JDA's and all other
 * libraries': nothing of it names the bot's token, an interaction's, what people type or quote, or
 * what they are called.
 */
final class BotLogSecrecyTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String TOKEN = "stand-in-token";

  /** Words of questions, quotations, messages, forms and keystrokes, and names of people. */
  private static final List<String> SECRETS =
      List.of(
          TOKEN,
          "zanzibar",
          "quokka",
          "wobbegong",
          "flibbert",
          "xanthophyll",
          "Quackenbush",
          "Featherstone");

  private final List<Interaction> done = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(LogFormat.class)
  void afternoon_everythingLogged_holdsNoSecrets(LogFormat format, @TempDir Path folder)
      throws Exception {
    try (CapturedLog log =
        CapturedLog.of(new LogSettings(format, LogLevel.TRACE), TOKEN).withLibraries(Level.TRACE)) {
      log.silence("org.java_websocket"); // the stand-in's
      try (ServedSources scene = ServedSources.startWithOwnIndex(folder)) {
        Person member = scene.served.person("Wilhelmina Quackenbush");
        Person manager = scene.served.person("Zebulon Featherstone").asManager();
        ask(scene, member);
        lookAfterSources(scene, manager);
        reindex(scene, manager);
        meetFaults(scene, member);
        meetWhatJdaCannotRead(scene, member);
        failInside(scene, member, manager);
      }

      assertThat(log.text())
          .contains(
              "a reply failed", "completing failed", "a reply needs the database", "reindex of ")
          .contains("Got an unexpected Json-parse error", "Got an unexpected error", "TRACE")
          .contains("There was an I/O error", "Invalid Form Body", "was not acknowledged");
      assertNothingSecret(log);
    }
  }

  private void assertNothingSecret(CapturedLog log) {
    assertThat(log.lines())
        .noneMatch(line -> SECRETS.stream().anyMatch(line::contains))
        .noneMatch(line -> done.stream().anyMatch(one -> line.contains(one.token())));
  }

  private Interaction asked(Person person, String question) {
    Interaction asked = person.slash("ask").option("question", question).send();
    done.add(asked);
    return asked;
  }

  private void ask(ServedSources scene, Person member) {
    Message answer = asked(member, "zanzibar: is the affiliates rule in force?").reply();
    done.add(member.press(answer, "Sources"));
    assertThat(done.getLast().reply().text()).isNotEmpty();
    asked(member, "best zanzibar in flibbertigibbet").reply();
    Person friend = scene.served.person("Barnaby Featherstone");
    done.add(member.slash("ask").option("question", "zanzibar?").option("for", friend).send());
    scene.served.mayMention(friend);
    done.getLast().reply();
    done.add(member.menu("Check this quote", "\"the quokka affirmed its resolve to consult\""));
    done.getLast().reply();
    done.add(member.menu("Find sources for this", "wobbegong tariffs"));
    done.getLast().reply();
    done.add(member.slash("ask").typing("question", "flibbert"));
    assertThat(done.getLast().choices()).isNotNull();
  }

  private void lookAfterSources(ServedSources scene, Person manager) throws IOException {
    Message preview =
        done(manager.slash("source add").option("url", scene.release().toString()).send());
    assertThat(done(manager.press(preview, "Add as proposed")).text()).startsWith("Added");
    Interaction edit = manager.slash("source edit").option("number", "1").send();
    done.add(manager.fill(edit.modal()).enter("title", "A xanthophyll release").submit());
    assertThat(done(done.getLast()).text()).contains("changed");
  }

  private void reindex(ServedSources scene, Person manager) {
    Interaction confirmed = manager.press(manager.slash("reindex").send().reply(), "Confirm");
    done.add(confirmed);
    await()
        .atMost(PATIENCE)
        .until(() -> confirmed.original().filter(m -> m.text().contains("### Re")).isPresent());
    await().atMost(PATIENCE).until(() -> scene.served.sources().reindexer().running().isEmpty());
  }

  /** What Discord refuses may be repeated in what it says. */
  private void meetFaults(ServedSources scene, Person member) {
    ObjectNode refusal = Json.object().put("code", 50035).put("message", "Invalid Form Body");
    refusal
        .putObject("errors")
        .putObject("content")
        .putArray("_errors")
        .add(
            Json.object()
                .put("code", "BASE_TYPE_CHOICES")
                .put("message", "Value \"zanzibar\" must be one of 1, 2."));
    for (RestFault fault :
        List.of(
            RestFault.on("PATCH", "webhooks/.*").status(400).body(refusal),
            RestFault.on("PATCH", "webhooks/.*").destroyed().times(9),
            RestFault.on("POST", "interactions/.*").status(503))) {
      scene.served.discord().fail(fault);
      await()
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .until(
              () -> {
                assertThat(
                        asked(member, "zanzibar: is the affiliates rule in force?").acknowledged())
                    .isNotNull();
                return scene.served.discord().faults().waiting().isEmpty();
              });
    }
    scene
        .served
        .discord()
        .fail(RestFault.on("POST", "interactions/.*").refused(404, 10062, "Unknown interaction"));
    asked(member, "zanzibar: is the affiliates rule in force?");
    scene
        .served
        .discord()
        .journal()
        .await("POST", "interactions/.*" + done.getLast().token() + ".*");
    scene.served.discord().fail(RestFault.on("PATCH", "webhooks/.*").rateLimited(1));
    assertThat(asked(member, "zanzibar: is the affiliates rule in force?").reply().text())
        .isNotEmpty();
  }

  /** JDA then prints all of it, at WARN and at ERROR. */
  private void meetWhatJdaCannotRead(ServedSources scene, Person member) {
    Interaction read = asked(member, "what of zanzibar?");
    read.reply();
    ObjectNode withoutType = read.payload().deepCopy();
    ((ObjectNode) withoutType.at("/data/options/0")).remove("type");
    ObjectNode withoutUser = read.payload().deepCopy();
    ((ObjectNode) withoutUser.get("member")).put("user", "Quackenbush");
    ObjectNode withoutDay = read.payload().deepCopy();
    ((ObjectNode) withoutDay.get("member")).put("joined_at", "zanzibar");
    for (ObjectNode payload : List.of(withoutType, withoutUser, withoutDay)) {
      scene
          .served
          .discord()
          .gateway()
          .dispatch(payload.get("guild_id").asText(), "INTERACTION_CREATE", payload);
    }
    asked(member, "and of zanzibar?").reply();
  }

  private void failInside(ServedSources scene, Person member, Person manager) {
    scene.served.indexes().close();
    assertThat(asked(member, "where is zanzibar?").followUps(1)).isNotEmpty();
    done.add(member.slash("ask").typing("question", "flibbert"));
    assertThat(done.getLast().choices()).isEmpty();
    scene.served.database().close();
    done.add(manager.slash("source edit").option("number", "1").send());
    assertThat(done.getLast().reply().text()).isNotEmpty();
  }
}

package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.ShippedIndex;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.rest.RestFault;
import dev.readout.index.IndexDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every line about an interaction carries its id, on whatever thread it is written, and no other
 * line does.
 */
@ExtendWith(ShippedIndex.class)
final class BotLogIdsTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  /** More than there are threads for anything. */
  private static final int MANY = 24;

  private LogLines log;
  private LogLines jda;
  private ServedSources scene;
  private ServedBot served;
  private Person alice;

  @BeforeEach
  void start(IndexDirectory index, @TempDir Path folder) throws IOException {
    log = LogLines.open();
    jda = LogLines.open("net.dv8tion.jda");
    scene = ServedSources.start(index, folder);
    served = scene.served;
    alice = served.person("Alice");
  }

  @AfterEach
  void close() {
    scene.close();
    jda.close();
    log.close();
  }

  private static Interaction ask(Person person) {
    return person.slash("ask").option("question", "affiliates rule").option("private", true).send();
  }

  private void assertLogged(Interaction interaction, String message) {
    log.await("[" + interaction.id() + "] " + message);
  }

  @Test
  void ask_manyFailAtOnce_eachHasItsOwnIdInLogAndReply() {
    List<Person> people = IntStream.range(0, MANY).mapToObj(i -> served.person("P" + i)).toList();
    served.indexes().close();
    List<Interaction> asked = people.parallelStream().map(BotLogIdsTest::ask).toList();

    for (Interaction one : asked) {
      assertThat(one.reply().text()).contains("`" + one.id() + "`");
    }
    assertThat(log.interactions("a reply failed"))
        .containsExactlyInAnyOrderElementsOf(asked.stream().map(Interaction::id).toList());
  }

  @Test
  void reply_connectionBreaks_jdasOwnLineHasTheIdToo() {
    for (Person person : List.of(alice, served.person("Bob"))) {
      served.discord().fail(RestFault.on("PATCH", "webhooks/.*").destroyed().times(4));
      Interaction one = ask(person);

      jda.await("[" + one.id() + "] There was an I/O error");
      assertThat(one.reply().text()).isNotEmpty(); // sent again
    }
  }

  @Test
  void progress_editsRefused_haveTheId() throws IOException {
    served
        .discord()
        .fail(RestFault.on("PATCH", "webhooks/.*").refused(400, 50035, "Invalid").times(9));
    Interaction adding =
        scene.manager.slash("source add").option("url", scene.release().toString()).send();

    assertLogged(adding, "the reply was not taken: ");
  }

  @Test
  void form_databaseIsAway_saysSoAndHasTheIdInTheLog() {
    Message shown = ServedSources.done(scene.manager.slash("settings show").send());
    served.database().close();
    Interaction pressed = scene.manager.press(shown, "Edit");

    assertThat(pressed.reply().text()).contains("database of Readout cannot be used");
    assertLogged(pressed, "a reply needs the database");
  }

  @Test
  void reindex_fails_hasTheIdOfWhoConfirmedIt() throws IOException {
    scene.added(scene.release());
    Message dryRun = scene.manager.slash("reindex").send().reply();
    served.hold().close();
    Interaction confirmed = scene.manager.press(dryRun, "Confirm");
    await().atMost(SOON).until(() -> served.sources().reindexer().running().isPresent());
    served.indexes().close();
    served.hold().open();

    assertLogged(confirmed, "the reindex of ");
  }

  @Test
  void otherLines_afterManyInteractions_haveNone() {
    List<Interaction> asked = Stream.generate(() -> ask(alice)).limit(MANY).toList();
    asked.forEach(one -> assertThat(one.reply().text()).isNotEmpty());
    served.discord().gateway().requestReconnect();
    log.await("connected again, nothing missed");
    served.discord().gateway().invalidateSessions(/* isResumable= */ false);
    log.await("connected again, in a new session");

    await().atMost(SOON).until(() -> jda.all().stream().anyMatch(line -> line.contains("queue")));
    assertThat(log.interactions("connected again")).containsOnly("");
    assertThat(jda.interactions("")).containsOnly("");
  }
}

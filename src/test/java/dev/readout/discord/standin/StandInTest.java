package dev.readout.discord.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.discord.standin.contract.Contract;
import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.interaction.Choice;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.Modal;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.NotPossibleException;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.person.TargetMessage;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Place;
import dev.readout.discord.standin.wire.UploadedFile;
import java.util.List;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The stand-in with a real JDA bot, when nothing goes wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StandInTest {
  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private final StandIn discord = StandIn.start();
  private final TinyBot bot = TinyBot.start(discord);
  private final Person alice = discord.person("Alice");

  @AfterAll
  void close() {
    bot.close();
    discord.close();
    assertThat(Contract.load().violations(discord.journal())).isEmpty();
    assertThat(Contract.load().answerViolations(discord.journal())).isEmpty();
    assertThat(bot.failures()).hasSize(1).first().asString().contains("40060");
  }

  private Message answer() {
    return alice.slash("ask").option("question", "entity list?").send().reply();
  }

  @Test
  void login_readyAndGuildKnown() {
    assertThat(bot.jda().getGuilds()).singleElement().extracting("name").isEqualTo("Trade desk");
    assertThat(discord.gateway().identified()).isEqualTo(1);
  }

  @Test
  void application_isKnown() {
    assertThat(bot.jda().retrieveApplicationInfo().complete().getId())
        .isEqualTo(discord.applicationId());
  }

  @Test
  void login_withoutCompression_ready() {
    try (StandIn other = StandIn.start();
        TinyBot plain = TinyBot.start(other, b -> b.setCompression(Compression.NONE))) {
      assertThat(plain.jda().getGuilds()).hasSize(1);
    }
  }

  @Test
  void commands_registered_areKnownById() {
    assertThat(discord.commands().global())
        .extracting(command -> command.name())
        .containsExactly("ask", "source", "feedback", "twice", "loud", "files", "Check this quote");
    assertThat(bot.jda().retrieveCommands().complete()).hasSize(7);
  }

  @Test
  void slash_deferredThenEdited_isTheReply() {
    Interaction asked =
        alice
            .withLocale("zh-CN")
            .slash("ask")
            .option("question", "Is it?")
            .option("side", "United States")
            .option("count", 3)
            .option("member", discord.person("Bob"))
            .option("file", UploadedFile.text("notes.txt", "text"))
            .send();

    assertThat(asked.reply().text())
        .isEqualTo(
            "You asked: **Is it?** side us count 3 of Bob file notes.txt in zh-CN\nWashington: …");
    assertThat(asked.acknowledged().type()).isEqualTo(Acknowledgement.DEFERRED_MESSAGE);
    assertThat(asked.reply().usesComponentsV2()).isTrue();
    assertThat(asked.reply().edits()).isEqualTo(1);
    assertThat(asked.reply().isEphemeral()).isFalse();
    assertThat(asked.followUps()).isEmpty();
  }

  @Test
  void slash_private_staysEphemeralAfterTheEdit() {
    Message reply =
        alice.slash("ask").option("question", "?").option("private", true).send().reply();

    assertThat(reply.isEphemeral()).isTrue();
    assertThat(reply.receiverId()).contains(alice.id());
    assertThatThrownBy(() -> discord.person("Eve").press(reply, "More"))
        .isInstanceOf(NotPossibleException.class);
  }

  @Test
  void slash_subcommand_reachesTheBot() {
    Interaction added =
        alice.asManager().slash("source add").option("url", "https://example.com").send();

    assertThat(added.reply().content()).isEqualTo("added <https://example.com>");
  }

  @Test
  void slash_againstWhatTheAppAllows_isNotPossible() {
    assertThatThrownBy(() -> alice.slash("source add")).hasMessageContaining("permissions");
    assertThatThrownBy(() -> alice.asManager().slash("source drop")).hasMessageContaining("add");
    assertThatThrownBy(() -> alice.slash("ask").send()).hasMessageContaining("required");
    assertThatThrownBy(() -> alice.slash("ask").option("side", "EU"))
        .hasMessageContaining("no choice");
    assertThatThrownBy(() -> alice.slash("ask").option("count", 6)).hasMessageContaining("range");
    assertThatThrownBy(() -> alice.slash("ask").option("question", 1)).hasMessageContaining("type");
    assertThatThrownBy(() -> alice.slash("ask").option("question", "x".repeat(301)))
        .hasMessageContaining("length");
    assertThatThrownBy(() -> alice.in(Place.friendDm()).slash("feedback"))
        .hasMessageContaining("context");
  }

  @Test
  void slash_unchecked_isSentAllTheSame() {
    Interaction odd = alice.unchecked().slash("gone").option("x", "y").send();

    assertThat(odd.reply().content()).isEqualTo("?");
  }

  @Test
  void slash_outsideServers_isAnswered() {
    for (Place place :
        List.of(
            Place.botDm(),
            Place.friendDm(),
            Place.groupDm(),
            Place.withUserInstall(Guild.named("Elsewhere")))) {
      Message reply = alice.in(place).slash("ask").option("question", "?").send().reply();
      assertThat(reply.text()).as("%s", place).contains("You asked");
    }
  }

  @Test
  void slash_inServer_answersInItsChannel() {
    assertThat(answer().channelId()).isEqualTo(discord.guild().channels().getFirst().id());
  }

  @Test
  void typing_givesChoices() {
    List<Choice> choices =
        alice.slash("ask").option("side", "China").typing("question", "enti").choices();

    assertThat(choices).extracting(Choice::name).containsExactly("entity list", "entire");
    assertThat(choices).extracting(Choice::valueText).containsExactly("entity list", "entire");
  }

  @Test
  void press_deferredEdit_changesTheMessage() {
    Message before = answer();
    Interaction pressed = alice.press(before, "More");
    Message after = pressed.reply();

    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.text()).startsWith("More of it");
    assertThat(pressed.acknowledged().type()).isEqualTo(Acknowledgement.DEFERRED_UPDATE);
  }

  @Test
  void press_byCustomId_inASection() {
    Message reply = alice.press(answer(), "quote:1").reply();

    assertThat(reply.content()).isEqualTo("a quote");
    assertThat(reply.isEphemeral()).isTrue();
  }

  @Test
  void press_whatCannotBePressed_isNotPossible() {
    Message answer = answer();

    assertThat(answer.buttonLabels()).containsExactly("Quote", "More", "Off", "Source");
    assertThatThrownBy(() -> alice.press(answer, "Off")).hasMessageContaining("disabled");
    assertThatThrownBy(() -> alice.press(answer, "Source")).hasMessageContaining("example.com");
    assertThatThrownBy(() -> alice.press(answer, "None")).hasMessageContaining("More");
  }

  @Test
  void choose_byLabel_updatesTheMessage() {
    Message answer = answer();
    Interaction chosen = alice.choose(answer, "Who said so?");

    assertThat(chosen.reply().text()).startsWith("chosen [q2]");
    assertThat(chosen.acknowledged().type()).isEqualTo(Acknowledgement.UPDATE);
    assertThat(alice.chooseIn(answer, "Related questions", "q1").reply().text())
        .startsWith("chosen [q1]");
    assertThatThrownBy(() -> alice.choose(answer, "Nothing")).hasMessageContaining("Who said so?");
  }

  @Test
  void form_submitted_isAnswered() {
    Modal form = alice.slash("feedback").send().modal();
    Message thanks =
        alice
            .fill(form)
            .enter("What is wrong?", "the date")
            .choose("Kind", "Wrong date")
            .upload("File", UploadedFile.text("proof.txt", "proof"))
            .submit()
            .reply();

    assertThat(form.title()).isEqualTo("Feedback");
    assertThat(thanks.content()).isEqualTo("thanks: the date [date] 1");
    assertThatThrownBy(() -> alice.fill(form).choose("Kind", "other").submit())
        .hasMessageContaining("required");
    assertThatThrownBy(() -> alice.fill(form).enter("Nope", "")).hasMessageContaining("Kind");
  }

  @Test
  void menu_ofAMessage_hasItsContentAndAuthor() {
    Message reply =
        alice
            .menu("Check this quote", TargetMessage.saying("tariffs fell").by("Carol", "77"))
            .reply();

    assertThat(reply.content()).isEqualTo("Carol said: tariffs fell");
  }

  @Test
  void followUps_editedAndDeleted_areKept() {
    Interaction twice = alice.slash("twice").send();

    assertThat(twice.reply().content()).isEqualTo("first");
    discord.journal().await("DELETE", "webhooks/.*/" + twice.token() + "/messages/.*");
    List<Message> followUps = twice.followUps();
    assertThat(followUps).extracting(Message::content).containsExactly("second, edited", "third");
    assertThat(followUps).extracting(Message::isEphemeral).containsExactly(true, false);
    assertThat(followUps).extracting(Message::isDeleted).containsExactly(false, true);
  }

  @Test
  void files_ofTheBot_areKept() {
    Message reply = alice.slash("files").send().reply();

    assertThat(reply.files()).singleElement().extracting(UploadedFile::text).isEqualTo("a,b");
    assertThat(reply.json().path("attachments").path(0).path("filename").asText())
        .isEqualTo("table.csv");
  }

  @Test
  void deliverAgain_secondCallbackIsRefused() {
    Interaction asked = alice.slash("ask").option("question", "once?").send();
    asked.reply();
    asked.deliverAgain();

    String callback = "interactions/.*/" + asked.token() + "/callback";
    assertThat(discord.journal().await(2, "POST", callback).getLast().answer().path("code").asInt())
        .isEqualTo(40060);
  }

  @Test
  void journal_keepsBodyAnswerAndStatus() {
    Interaction asked = alice.slash("ask").option("question", "kept?").send();
    asked.reply();
    var edit =
        discord.journal().await("PATCH", "webhooks/.*/" + asked.token() + "/messages/@original");

    assertThat(edit.status()).isEqualTo(200);
    assertThat(edit.body().path("components").path(0).path("type").asInt()).isEqualTo(17);
    assertThat(edit.answer().path("id").asText()).isEqualTo(asked.reply().id());
    assertThat(edit.at()).isPositive();
  }
}

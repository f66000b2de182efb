package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.Answer;
import dev.readout.answer.Question;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.render.HelpMessage;
import dev.readout.discord.standin.gateway.ReadyEvents;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.wire.Json;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a bot does before anybody asks it, and in a server that it has just joined. */
@ExtendWith(SharedBot.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BotFirstRunTest {
  private final ServedBot served;

  BotFirstRunTest(ServedBot served) {
    this.served = served;
  }

  @Test
  @Order(1)
  void start_beforeAnybodyAsks_hasRehearsedOneQuestion() {
    assertThat(served.indexes().cache().misses()).isEqualTo(1);
    assertThat(served.discord().journal().exchanges("POST", "interactions/.*")).isEmpty();
    // One that did not come to its end would hold its place, and the bot when it stops.
    await().until(() -> served.bot().membersLoad(), load -> load.running() + load.waiting() == 0);
  }

  @Test
  void join_saysOnceWhatToTry() {
    Guild guild = served.discord().guild();
    var bot = served.person("Alice").client().bot();
    served
        .discord()
        .gateway()
        .dispatch(guild.id(), "GUILD_DELETE", Json.object().put("id", guild.id()));
    served
        .discord()
        .gateway()
        .dispatch(guild.id(), "GUILD_CREATE", ReadyEvents.guildCreate(guild, bot));

    String channel = guild.channels().getFirst().id();
    Message welcome = served.discord().awaitMessages(channel, 1).getFirst();
    assertThat(welcome.text())
        .contains(HelpMessage.questions(Language.EN))
        .contains("ask", "help", "settings");
    String first = HelpMessage.questions(Language.EN).getFirst();
    Message answer = ReplyRules.checked(served, served.person("Alice").choose(welcome, first));
    assertThat(answer.text()).contains("Affiliates Rule");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void questionsToTry_areAnswered(Language language) {
    for (String question : HelpMessage.questions(language)) {
      Answer answer =
          served
              .indexes()
              .with(Scope.GLOBAL, desk -> desk.answerer().answer(Question.of(question, 2_000)));
      assertThat(answer).as(question).isInstanceOf(Answer.Answered.class);
    }
  }
}

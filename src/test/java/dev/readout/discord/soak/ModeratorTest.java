package dev.readout.discord.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.discord.render.IndexPhrase;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.StandIn;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.TinyBot;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That a moderator of the soak does what one would, with a bot that says so. */
final class ModeratorTest {
  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private final StandIn discord =
      StandIn.start(StandInSettings.defaults().withPatience(Duration.ofSeconds(5)));
  private final TinyBot bot = TinyBot.start(discord);
  private final Ledger ledger = new Ledger();

  @AfterEach
  void close() {
    bot.close();
    discord.close();
  }

  /** Says the next of these to everything. */
  private static final class Saying extends ListenerAdapter {
    final Deque<IndexPhrase> left;

    Saying(IndexPhrase... phrases) {
      this.left = new ArrayDeque<>(List.of(phrases));
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
      event.reply(next()).queue();
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
      event.reply(next()).queue();
    }

    private MessageCreateData next() {
      IndexPhrase phrase = Objects.requireNonNull(left.poll());
      MessageCreateBuilder message = new MessageCreateBuilder().setContent(phrase.in(Language.EN));
      if (phrase == IndexPhrase.COMPARED_WITH || phrase == IndexPhrase.DIFFERS_NOW) {
        message.setComponents(ActionRow.of(Button.success("r1:reindex:" + left.size(), "Reindex")));
      }
      return message.setAllowedMentions(List.of()).build();
    }
  }

  @Test
  void reindex_anothersUnderWayAndChangesMeanwhile_isConfirmedUntilItIsDone() {
    Saying said =
        new Saying(
            IndexPhrase.OTHER_UNDER_WAY,
            IndexPhrase.COMPARED_WITH,
            IndexPhrase.DIFFERS_NOW,
            IndexPhrase.DONE);
    bot.jda().addEventListener(said);
    bot.jda().upsertCommand(Commands.slash("reindex", "Bring it into answers")).complete();
    try (Referee referee = new Referee(ledger, new Outages(), Duration.ofMillis(200))) {
      new Moderator(discord.person("Mo"), referee, ledger).reindex();
    }

    assertThat(ledger.examples()).isEmpty();
    assertThat(said.left).isEmpty();
  }
}

package dev.readout.discord.command;

import dev.readout.answer.reading.Language;
import dev.readout.discord.render.Reply;
import dev.readout.discord.wording.Phrase;
import java.time.Duration;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /privacy}: what is kept, and for how long. */
final class PrivacyCommand implements Command {
  private final CommandLinks links;
  private final Duration receiptsKept;

  PrivacyCommand(CommandLinks links, Duration receiptsKept) {
    this.links = links;
    this.receiptsKept = receiptsKept;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash(Phrase.NAME_PRIVACY, Phrase.CMD_PRIVACY);
  }

  @Override
  public boolean isPrivate() {
    return true;
  }

  @Override
  public Reply reply(Request request) {
    return Reply.text(
        Phrase.PRIVACY.in(
            request.language(),
            receiptsKept.toDays(),
            links.to(Phrase.NAME_FORGET_ME.in(Language.EN))));
  }
}

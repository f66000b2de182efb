package dev.readout.discord.command;

import dev.readout.answer.desk.CurrentDesk;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.IndexText;
import dev.readout.discord.render.Reply;
import dev.readout.discord.wording.Phrase;
import dev.readout.index.GenerationInfo;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /about}: version, index and licence. */
final class AboutCommand implements Command {
  private final CurrentDesk desk;
  private final String version;

  AboutCommand(CurrentDesk desk, String version) {
    this.desk = desk;
    this.version = version;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash(Phrase.NAME_ABOUT, Phrase.CMD_ABOUT);
  }

  @Override
  public boolean isPrivate() {
    return true;
  }

  @Override
  public Reply reply(Request request) {
    Language language = request.language();
    GenerationInfo index = desk.with(current -> current.generation().info());
    return Reply.text(
        Phrase.ABOUT.in(
            language,
            version,
            IndexText.summary(index, language),
            IndexText.reaches(index, language)));
  }
}

package dev.readout.discord.command;

import dev.readout.answer.Desks;
import dev.readout.answer.IndexText;
import dev.readout.corpus.Language;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.index.GenerationInfo;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /about}: version, index and licence. */
final class AboutCommand implements Command {
  private final Desks desks;
  private final String version;

  AboutCommand(Desks desks, String version) {
    this.desks = desks;
    this.version = version;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash("about");
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  @Override
  public boolean isPrivate() {
    return true;
  }

  @Override
  public Reply reply(Request request) {
    Language language = request.language();
    GenerationInfo index = desks.with(request.scope(), current -> current.generation().info());
    return Reply.text(
        Phrase.ABOUT.in(
            language,
            version,
            IndexText.summary(index, language),
            IndexText.reaches(index, language)));
  }
}

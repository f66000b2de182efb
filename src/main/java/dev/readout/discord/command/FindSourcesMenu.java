package dev.readout.discord.command;

import dev.readout.answer.Question;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** "Find sources for this": takes somebody's message as the question. */
public final class FindSourcesMenu implements Command {
  public static final String NAME = "Find sources for this";

  private final Asking asking;

  FindSourcesMenu(Asking asking) {
    this.asking = asking;
  }

  @Override
  public CommandData data() {
    return CommandForm.menu(NAME);
  }

  /** Nobody asked the channel for it. */
  @Override
  public boolean isPrivate() {
    return true;
  }

  @Override
  public boolean isQuestion() {
    return true;
  }

  @Override
  public Reply reply(Request request) {
    String text = MessageText.plain(request.required(MessageText.OPTION), Question.MAX_TEXT_CHARS);
    if (text.isBlank()) {
      return Reply.text(Phrase.NOTHING_TO_READ.in(request.language()));
    }
    return asking.ask(
        request,
        new Question(text, request.language(), null, null, null, null, null, Asking.BUDGET_CHARS));
  }
}

package dev.readout.discord.command;

import dev.readout.answer.Desks;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.QuoteMessage;
import dev.readout.discord.render.Reply;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** "Check this quote": whether what a message quotes stands in the sources. */
final class CheckQuoteMenu implements Command {
  static final String NAME = "Check this quote";

  private final Desks desks;

  CheckQuoteMenu(Desks desks) {
    this.desks = desks;
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
  public Reply reply(Request request) {
    String message = request.required(MessageText.OPTION);
    if (message.isBlank()) {
      return Reply.text(Phrase.NOTHING_TO_READ.in(request.language()));
    }
    return desks.with(
        request.scope(),
        current ->
            QuoteMessage.of(current.quotes().check(message), request.frame(), request.language()));
  }
}

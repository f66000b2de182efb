package dev.readout.discord.command;

import dev.readout.answer.receipt.ReceiptBook;
import dev.readout.discord.render.Reply;
import dev.readout.discord.wording.Phrase;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /forget-me}: erases what is kept of the member who asks. */
final class ForgetMeCommand implements Command {
  private final ReceiptBook receipts;
  private final Votes votes;

  ForgetMeCommand(ReceiptBook receipts, Votes votes) {
    this.receipts = receipts;
    this.votes = votes;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash(Phrase.NAME_FORGET_ME, Phrase.CMD_FORGET_ME);
  }

  @Override
  public boolean isPrivate() {
    return true;
  }

  @Override
  public Reply reply(Request request) {
    return Reply.text(
        Phrase.FORGOTTEN.in(
            request.language(), votes.forget(request.member()), receipts.forget(request.member())));
  }
}

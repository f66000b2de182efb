package dev.readout.discord.command;

import dev.readout.answer.ReceiptBook;
import dev.readout.corpus.Language;
import dev.readout.discord.command.Commands.CommandLinks;
import dev.readout.discord.command.Presses.Votes;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.store.AuditTable;
import dev.readout.store.StoreUnavailableException;
import dev.readout.store.WatchTable;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /forget-me}: erases what is kept of the member who asks; of what they changed as a
 * moderator it says that their id is with it, or puts a pseudonym in its place.
 */
record ForgetMeCommand(
    ReceiptBook receipts,
    Votes votes,
    FollowUps followUps,
    WatchTable watches,
    AuditTable audit,
    CommandLinks links)
    implements Command {
  private static final Logger LOG = LoggerFactory.getLogger(ForgetMeCommand.class);
  private static final String AS_MODERATOR = "as-moderator";

  @Override
  public CommandData data() {
    return CommandForm.slash("forget-me")
        .addOptions(CommandForm.option(OptionType.BOOLEAN, AS_MODERATOR));
  }

  @Override
  public boolean isPrivate() {
    return true;
  }

  @Override
  public Reply reply(Request request) {
    Language language = request.language();
    followUps.forget(request.member());
    try {
      String erased =
          Phrase.FORGOTTEN.in(
              language,
              votes.forget(request.member()),
              receipts.forget(request.member()),
              watches.forget(request.member()));
      String between = language == Language.EN ? " " : "";
      return Reply.text(erased + between + asModerator(request));
    } catch (StoreUnavailableException e) {
      LOG.warn("what a member wants erased is not gone from the disk: {}", e.getMessage());
      return Reply.text(Phrase.NOT_FORGOTTEN.in(language));
    }
  }

  private String asModerator(Request request) {
    Language language = request.language();
    String id = Long.toString(request.member());
    AuditTable.Traces kept = audit.traces(id);
    if (kept.equals(AuditTable.Traces.NONE)) {
      return Phrase.NOTHING_ELSE_KEPT.in(language);
    }
    String counts =
        Phrase.KEPT_AS_MODERATOR.in(language, kept.entries(), kept.sources(), kept.feeds());
    return request.option(AS_MODERATOR).filter("true"::equals).isPresent()
        ? Phrase.ID_REPLACED.in(language, counts, audit.replaceActor(id))
        : Phrase.ID_KEPT.in(language, counts, links.to("forget-me"), AS_MODERATOR);
  }
}

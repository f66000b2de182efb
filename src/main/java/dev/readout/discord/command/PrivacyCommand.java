package dev.readout.discord.command;

import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.store.ServerSettings;
import java.time.Duration;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.jspecify.annotations.Nullable;

/** {@code /privacy}: what is kept, and for how long. */
final class PrivacyCommand implements Command {
  private final CommandLinks links;
  private final Duration receiptsKept;
  private final Duration keptAfterLeaving;

  PrivacyCommand(CommandLinks links, Duration receiptsKept, Duration keptAfterLeaving) {
    this.links = links;
    this.receiptsKept = receiptsKept;
    this.keptAfterLeaving = keptAfterLeaving;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash("privacy");
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  @Override
  public boolean isPrivate() {
    return true;
  }

  private long days(@Nullable ServerSettings server) {
    Integer chosen = server == null ? null : server.receiptDays();
    return chosen == null ? receiptsKept.toDays() : Math.min(chosen, receiptsKept.toDays());
  }

  @Override
  public Reply reply(Request request) {
    return Reply.text(
        Phrase.PRIVACY.in(
            request.language(),
            days(request.server()),
            links.to("forget-me"),
            keptAfterLeaving.toDays()));
  }
}

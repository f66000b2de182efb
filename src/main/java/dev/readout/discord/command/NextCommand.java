package dev.readout.discord.command;

import dev.readout.answer.ComingDays;
import dev.readout.answer.Digest;
import dev.readout.answer.ServingIndex;
import dev.readout.answer.ServingIndexes;
import dev.readout.discord.render.ComingMessage;
import dev.readout.discord.render.DigestMessage;
import dev.readout.discord.render.Reply;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /next}: meetings that are announced; with the other commands on days. */
record NextCommand(ServingIndexes indexes, InstantSource clock) implements Command {
  @Override
  public CommandData data() {
    return CommandForm.slash("next").addOptions(CommandForm.isPrivate());
  }

  @Override
  public Reply reply(Request request) {
    return indexes.with(request.scope(), current -> message(current, request, clock).meetings());
  }

  private static ComingMessage message(ServingIndex current, Request request, InstantSource clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new ComingMessage(
        new ComingDays(current.generation(), today),
        today,
        current.generation().info(),
        request.frame(),
        request.language());
  }

  /** {@code /expiring}: what ends within so many days. */
  record Expiring(ServingIndexes indexes, InstantSource clock) implements Command {
    private static final String DAYS = "days";
    private static final int USUAL_DAYS = 60;

    @Override
    public CommandData data() {
      return CommandForm.slash("expiring")
          .addOptions(
              CommandForm.option(OptionType.INTEGER, DAYS).setRequiredRange(1, ComingDays.MAX_DAYS),
              CommandForm.isPrivate());
    }

    @Override
    public Reply reply(Request request) {
      int days = request.option(DAYS).map(Integer::valueOf).orElse(USUAL_DAYS);
      return indexes.with(request.scope(), current -> message(current, request, clock).ends(days));
    }
  }

  /** {@code /digest}: the last seven days in short. */
  record Week(ServingIndexes indexes, InstantSource clock) implements Command {
    @Override
    public CommandData data() {
      return CommandForm.slash("digest").addOptions(CommandForm.isPrivate());
    }

    @Override
    public Reply reply(Request request) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      return indexes.with(
          request.scope(),
          current ->
              DigestMessage.forMembers(
                      Digest.of(current.generation(), today),
                      current.generation().info(),
                      request.language())
                  .reply(request.frame()));
    }
  }
}

package dev.readout.discord.command;

import dev.readout.answer.ComingDays;
import dev.readout.answer.Desk;
import dev.readout.answer.Desks;
import dev.readout.answer.Digest;
import dev.readout.discord.render.ComingMessage;
import dev.readout.discord.render.DigestMessage;
import dev.readout.discord.render.Reply;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /next}: meetings that are announced; with the other commands on days. */
record NextCommand(Desks desks, InstantSource clock) implements Command {
  @Override
  public CommandData data() {
    return CommandForm.slash("next").addOptions(CommandForm.isPrivate());
  }

  @Override
  public Reply reply(Request request) {
    return desks.with(request.scope(), current -> message(current, request, clock).meetings());
  }

  private static ComingMessage message(Desk current, Request request, InstantSource clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new ComingMessage(
        new ComingDays(current.generation(), today),
        today,
        current.generation().info(),
        request.frame(),
        request.language());
  }

  /** {@code /expiring}: what ends within so many days. */
  record Expiring(Desks desks, InstantSource clock) implements Command {
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
      return desks.with(request.scope(), current -> message(current, request, clock).ends(days));
    }
  }

  /** {@code /digest}: the last seven days in short. */
  record Week(Desks desks, InstantSource clock) implements Command {
    @Override
    public CommandData data() {
      return CommandForm.slash("digest").addOptions(CommandForm.isPrivate());
    }

    @Override
    public Reply reply(Request request) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      return desks.with(
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

package dev.readout.discord.command;

import dev.readout.answer.Completions.Choice;
import dev.readout.answer.Desks;
import dev.readout.answer.Listings;
import dev.readout.discord.render.ListedMessage;
import dev.readout.discord.render.Reply;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /listed}: on which lists the records name a company. */
final class ListedCommand implements Command {
  private static final String NAME = "name";

  private final Desks desks;
  private final InstantSource clock;

  ListedCommand(Desks desks, InstantSource clock) {
    this.desks = desks;
    this.clock = clock;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash("listed")
        .addOptions(
            CommandForm.completed(NAME, true, CommandForm.MAX_NAME_CHARS), CommandForm.isPrivate());
  }

  @Override
  public boolean isLookup() {
    return true;
  }

  @Override
  public Reply reply(Request request) {
    return reply(request, request.required(NAME));
  }

  /** The same of a name that was offered. */
  Reply reply(Request request, String name) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return desks.with(
        request.scope(),
        current ->
            ListedMessage.of(
                new Listings(current.generation()).find(name, today),
                today,
                current.generation().info(),
                request.frame(),
                request.language()));
  }

  @Override
  public List<Choice> complete(String option, String typed, Request request) {
    return desks.with(
        request.scope(),
        current ->
            current.completions().listed(typed, request.language(), CommandForm.MAX_CHOICES));
  }
}

package dev.readout.discord.command;

import dev.readout.answer.Desk;
import dev.readout.answer.Desks;
import dev.readout.answer.Question;
import dev.readout.answer.RetrievalAnswerer;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.LongSupplier;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /ping}: how long Discord's gateway and a search take. */
final class PingCommand implements Command {
  /** Searched for, past the cache; any question does. */
  private static final String PROBE = "is the affiliates rule in force?";

  private final Desks desks;
  private final LongSupplier gatewayMillis;
  private final InstantSource clock;

  PingCommand(Desks desks, LongSupplier gatewayMillis, InstantSource clock) {
    this.desks = desks;
    this.gatewayMillis = gatewayMillis;
    this.clock = clock;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash("ping");
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
    return desks.with(request.scope(), current -> reply(request, current));
  }

  private Reply reply(Request request, Desk current) {
    RetrievalAnswerer uncached = new RetrievalAnswerer(current.generation(), clock);
    long start = System.nanoTime();
    uncached.answer(Question.of(PROBE, Asking.BUDGET_CHARS));
    Duration search = Duration.ofNanos(System.nanoTime() - start);
    return Reply.text(
        Phrase.PING.in(
            request.language(),
            gatewayMillis.getAsLong(),
            String.format(Locale.ROOT, "%.1f", search.toNanos() / 1e6),
            current.generation().info().name()));
  }
}

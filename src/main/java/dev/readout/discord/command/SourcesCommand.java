package dev.readout.discord.command;

import dev.readout.answer.Answer.Problem;
import dev.readout.answer.Completions.Choice;
import dev.readout.answer.Desk;
import dev.readout.answer.Desks;
import dev.readout.answer.Holdings;
import dev.readout.corpus.Topic;
import dev.readout.discord.render.HoldingsMessage;
import dev.readout.discord.render.ProblemMessage;
import dev.readout.discord.render.Reply;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /sources}: what the bot holds, and how far it reaches. */
final class SourcesCommand implements Command {
  private static final String TOPIC = "topic";

  private final Desks desks;

  SourcesCommand(Desks desks) {
    this.desks = desks;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash("sources")
        .addOptions(
            CommandForm.completed(TOPIC, false, CommandForm.MAX_NAME_CHARS),
            CommandForm.isPrivate());
  }

  @Override
  public boolean isLookup() {
    return true;
  }

  @Override
  public Reply reply(Request request) {
    return desks.with(request.scope(), current -> reply(request, current));
  }

  private static Reply reply(Request request, Desk current) {
    Optional<String> typed = request.option(TOPIC);
    Optional<Topic> topic =
        typed.flatMap(
            id -> current.generation().topics().stream().filter(t -> t.id().equals(id)).findAny());
    if (typed.isPresent() && topic.isEmpty()) {
      Problem unknown = new Problem.UnknownTopic(typed.get());
      return ProblemMessage.of(unknown, request.language());
    }
    Holdings holdings = Holdings.of(current.generation(), topic.orElse(null));
    return HoldingsMessage.of(
        holdings, current.generation().info(), request.frame(), request.language());
  }

  @Override
  public List<Choice> complete(String option, String typed, Request request) {
    return desks.with(
        request.scope(),
        current ->
            current.completions().topics(typed, request.language(), CommandForm.MAX_CHOICES));
  }
}

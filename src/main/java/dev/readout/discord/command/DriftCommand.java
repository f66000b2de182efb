package dev.readout.discord.command;

import dev.readout.answer.Desks;
import dev.readout.answer.Drift;
import dev.readout.answer.Label;
import dev.readout.answer.SideText;
import dev.readout.corpus.Side;
import dev.readout.discord.render.DriftMessage;
import dev.readout.discord.render.Markdown;
import dev.readout.discord.render.Reply;
import java.time.LocalDate;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /drift}: what a side no longer says on a topic, and what is new. */
record DriftCommand(Desks desks) implements Command {
  private static final String TOPIC = "topic";
  private static final String UNTIL = "until";

  @Override
  public CommandData data() {
    return CommandForm.slash("drift")
        .addOptions(
            CommandForm.completed(TOPIC, true, CommandForm.MAX_NAME_CHARS),
            AskCommand.side().setRequired(true),
            CommandForm.day(UNTIL),
            CommandForm.isPrivate());
  }

  @Override
  public Optional<Reply> mistake(Request request) {
    return request.wrongDay(UNTIL);
  }

  @Override
  public Reply reply(Request request) {
    String topic = request.required(TOPIC);
    Side side = Side.ofWireName(request.required(AskCommand.SIDE)).orElseThrow();
    LocalDate until = request.day(UNTIL).orElse(LocalDate.MAX);
    return desks.with(
        request.scope(),
        current ->
            Drift.of(current.generation(), topic, side, until)
                .map(
                    drift ->
                        DriftMessage.of(
                            drift,
                            current.generation().info(),
                            request.frame(),
                            request.language()))
                .orElseGet(
                    () ->
                        Reply.text(
                                Label.NO_DRIFT.in(
                                    request.language(),
                                    SideText.name(side, request.language()),
                                    Markdown.escapeLine(topic)))
                            .aside()));
  }
}

package dev.readout.discord.command;

import dev.readout.answer.Lookup;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.desk.Completions.Choice;
import dev.readout.answer.desk.Desk;
import dev.readout.answer.desk.Desks;
import dev.readout.discord.render.NearestMessage;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.StatusMessage;
import dev.readout.discord.wording.Phrase;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /status}: how a measure stands on a day. */
final class StatusCommand implements Command {
  private static final String MEASURE = "measure";
  private static final String AS_OF = "as-of";

  private final Desks desks;
  private final InstantSource clock;

  StatusCommand(Desks desks, InstantSource clock) {
    this.desks = desks;
    this.clock = clock;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash(Phrase.NAME_STATUS, Phrase.CMD_STATUS)
        .addOptions(
            CommandForm.completed(MEASURE, Phrase.OPT_MEASURE, true, CommandForm.MAX_NAME_CHARS),
            CommandForm.day(AS_OF, Phrase.OPT_AS_OF),
            CommandForm.isPrivate());
  }

  @Override
  public Reply reply(Request request) {
    TypedDays days = new TypedDays(request);
    LocalDate day =
        days.of(AS_OF).orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return days.mistake()
        .orElseGet(() -> desks.with(request.scope(), current -> reply(request, day, current)));
  }

  private static Reply reply(Request request, LocalDate day, Desk current) {
    String measure = request.required(MEASURE);
    return switch (current.references().status(measure, day)) {
      case Lookup.Found<MeasureStatus> found ->
          StatusMessage.of(
              found.value(), current.generation()::find, request.frame(), request.language());
      case Lookup.NotFound<MeasureStatus> none ->
          NearestMessage.of(
              Phrase.NO_SUCH_MEASURE, measure, none.nearest(), request.frame(), request.language());
    };
  }

  @Override
  public List<Choice> complete(String option, String typed, Request request) {
    return desks.with(
        request.scope(),
        current ->
            current.completions().measures(typed, request.language(), CommandForm.MAX_CHOICES));
  }
}

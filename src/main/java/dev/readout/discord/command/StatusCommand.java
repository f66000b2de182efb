package dev.readout.discord.command;

import dev.readout.answer.Completions.Choice;
import dev.readout.answer.Desk;
import dev.readout.answer.Desks;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.ReferenceDesk.Lookup;
import dev.readout.corpus.CorpusRecord;
import dev.readout.discord.render.ComponentId;
import dev.readout.discord.render.NearestMessage;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourcesMessage;
import dev.readout.discord.render.StatusMessage;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
    return CommandForm.slash("status")
        .addOptions(
            CommandForm.completed(MEASURE, true, CommandForm.MAX_NAME_CHARS),
            CommandForm.day(AS_OF),
            CommandForm.isPrivate());
  }

  @Override
  public Optional<Reply> mistake(Request request) {
    return TypedDays.mistake(request, AS_OF);
  }

  @Override
  public boolean isLookup() {
    return true;
  }

  @Override
  public Reply reply(Request request) {
    LocalDate day = TypedDays.of(request, AS_OF).orElseGet(this::today);
    return status(request, request.required(MEASURE), day);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** More of a measure, or another measure or day, which stand in the option: "id day". */
  Reply view(ComponentId.View view, String chosen, Request request) {
    if (view.part() == ComponentId.Part.MEASURE) {
      String[] parts = chosen.split(" ", 2);
      LocalDate day = parts.length == 2 ? LocalDate.parse(parts[1]) : today();
      return status(request, parts[0], day);
    }
    return desks.with(
        request.scope(),
        current ->
            current
                .generation()
                .find(view.id())
                .map(measure -> view(view.part(), measure, current, request))
                .orElseGet(() -> status(request, view.id(), today())));
  }

  private static Reply view(
      ComponentId.Part part, CorpusRecord measure, Desk current, Request request) {
    return part == ComponentId.Part.HISTORY
        ? StatusMessage.history(
            measure, current.generation()::find, request.frame(), request.language())
        : SourcesMessage.of(List.of(measure), List.of(), request.frame(), request.language());
  }

  private Reply status(Request request, String measure, LocalDate day) {
    return desks.with(request.scope(), current -> status(request, measure, day, current));
  }

  private static Reply status(Request request, String measure, LocalDate day, Desk current) {
    return switch (current.references().status(measure, day)) {
      case Lookup.Found<MeasureStatus> found ->
          StatusMessage.of(
              found.value(),
              current.generation().info(),
              current.generation()::find,
              request.frame(),
              request.language());
      case Lookup.NotFound<MeasureStatus> none when none.areMeant() ->
          nearest(Phrase.SEVERAL_MEASURES, measure, day, none.nearest(), request);
      case Lookup.NotFound<MeasureStatus> none ->
          nearest(Phrase.NO_SUCH_MEASURE, measure, day, none.nearest(), request.inPrivate(true))
              .aside();
    };
  }

  private static Reply nearest(
      Phrase said, String measure, LocalDate day, List<CorpusRecord> nearest, Request request) {
    return NearestMessage.of(
        said,
        measure,
        nearest,
        new ComponentId.View(ComponentId.Part.MEASURE, "any"),
        record -> record.id() + " " + day,
        request.frame(),
        request.language());
  }

  @Override
  public List<Choice> complete(String option, String typed, Request request) {
    return desks.with(
        request.scope(),
        current ->
            current.completions().measures(typed, request.language(), CommandForm.MAX_CHOICES));
  }
}

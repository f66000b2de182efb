package dev.readout.discord.command;

import dev.readout.answer.Completions.Choice;
import dev.readout.answer.Desk;
import dev.readout.answer.Desks;
import dev.readout.answer.MeetingComparison;
import dev.readout.answer.ReferenceDesk.Lookup;
import dev.readout.corpus.CorpusRecord;
import dev.readout.discord.render.ComparisonMessage;
import dev.readout.discord.render.ComponentId;
import dev.readout.discord.render.NearestMessage;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import java.util.List;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /compare}: both sides' read-outs of one meeting. */
final class CompareCommand implements Command {
  private static final String MEETING = "meeting";

  private final Desks desks;

  CompareCommand(Desks desks) {
    this.desks = desks;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash("compare")
        .addOptions(
            CommandForm.completed(MEETING, true, CommandForm.MAX_NAME_CHARS),
            CommandForm.isPrivate());
  }

  @Override
  public boolean isLookup() {
    return true;
  }

  @Override
  public Reply reply(Request request) {
    return reply(request, request.required(MEETING), ComparisonMessage::table);
  }

  /** More of a comparison, or another one. */
  Reply view(ComponentId.View view, String chosen, Request request) {
    return switch (view.part()) {
      case TOPIC -> reply(request, view.id(), message -> message.topic(chosen));
      case TABLE -> reply(request, view.id(), ComparisonMessage::file);
      case ACCOUNTS -> reply(request, view.id(), ComparisonMessage::accounts);
      default -> reply(request, chosen, ComparisonMessage::table);
    };
  }

  private Reply reply(
      Request request, String meeting, Function<ComparisonMessage, Reply> rendered) {
    return desks.with(request.scope(), current -> reply(request, meeting, rendered, current));
  }

  private static Reply reply(
      Request request, String meeting, Function<ComparisonMessage, Reply> rendered, Desk current) {
    return switch (current.references().compare(meeting)) {
      case Lookup.Found<MeetingComparison> found ->
          rendered.apply(
              new ComparisonMessage(
                  found.value(), current.generation().info(), request.frame(), request.language()));
      case Lookup.NotFound<MeetingComparison> none ->
          NearestMessage.of(
                  Phrase.NO_SUCH_MEETING,
                  meeting,
                  none.nearest(),
                  new ComponentId.View(ComponentId.Part.MEETING, "any"),
                  CorpusRecord::id,
                  request.inPrivate(true).frame(),
                  request.language())
              .aside();
    };
  }

  @Override
  public List<Choice> complete(String option, String typed, Request request) {
    return desks.with(
        request.scope(),
        current ->
            current.completions().meetings(typed, request.language(), CommandForm.MAX_CHOICES));
  }
}

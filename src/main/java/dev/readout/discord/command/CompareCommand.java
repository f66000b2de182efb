package dev.readout.discord.command;

import dev.readout.answer.Lookup;
import dev.readout.answer.MeetingComparison;
import dev.readout.answer.desk.Completions.Choice;
import dev.readout.answer.desk.Desk;
import dev.readout.answer.desk.Desks;
import dev.readout.answer.reading.Language;
import dev.readout.discord.component.ComponentId;
import dev.readout.discord.render.ComparisonMessage;
import dev.readout.discord.render.NearestMessage;
import dev.readout.discord.render.Reply;
import dev.readout.discord.wording.Phrase;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /compare}: both sides' read-outs of one meeting. */
final class CompareCommand implements Command {
  private static final String MEETING = "meeting";

  private final Desks desks;
  private final CommandLinks links;

  CompareCommand(Desks desks, CommandLinks links) {
    this.desks = desks;
    this.links = links;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash(Phrase.NAME_COMPARE, Phrase.CMD_COMPARE)
        .addOptions(
            CommandForm.completed(MEETING, Phrase.OPT_MEETING, true, CommandForm.MAX_NAME_CHARS),
            CommandForm.isPrivate());
  }

  @Override
  public Reply reply(Request request) {
    return desks.with(
        request.scope(),
        current -> page(request, request.required(MEETING), 1, request.language(), current));
  }

  /** Further rows; when the index has been rebuilt since, they would not go with those before. */
  Reply page(Request request, ComponentId.MoreRows rows) {
    return desks.with(
        request.scope(),
        current -> {
          String now = current.generation().info().name();
          return rows.generation().equals(now)
              ? page(request, rows.meeting(), rows.page(), rows.language(), current)
              : Reply.text(
                  Phrase.OLD_GENERATION.in(
                      request.language(),
                      rows.generation(),
                      now,
                      links.to(Phrase.NAME_COMPARE.in(Language.EN))));
        });
  }

  private static Reply page(
      Request request, String meeting, int number, Language language, Desk current) {
    return switch (current.references().compare(meeting)) {
      case Lookup.Found<MeetingComparison> found ->
          new ComparisonMessage(
                  found.value(), current.generation().info().name(), request.frame(), language)
              .page(number);
      case Lookup.NotFound<MeetingComparison> none ->
          NearestMessage.of(
              Phrase.NO_SUCH_MEETING, meeting, none.nearest(), request.frame(), language);
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

package dev.readout.discord.command;

import dev.readout.answer.Completions.Choice;
import dev.readout.answer.Desk;
import dev.readout.answer.Desks;
import dev.readout.answer.ReferenceDesk.Explanation;
import dev.readout.answer.ReferenceDesk.Lookup;
import dev.readout.discord.render.ComponentId;
import dev.readout.discord.render.ExplanationMessage;
import dev.readout.discord.render.NearestMessage;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.ShownMessage;
import java.util.List;
import java.util.function.BiFunction;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /explain}: what a term means, in both languages. */
final class ExplainCommand implements Command {
  private static final String TERM = "term";

  private final Desks desks;

  ExplainCommand(Desks desks) {
    this.desks = desks;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash("explain")
        .addOptions(
            CommandForm.completed(TERM, true, CommandForm.MAX_NAME_CHARS), CommandForm.isPrivate());
  }

  @Override
  public boolean isLookup() {
    return true;
  }

  @Override
  public Reply reply(Request request) {
    return explain(request, request.required(TERM));
  }

  /** More of a term, or another one. */
  Reply view(ComponentId.View view, String chosen, Request request) {
    return switch (view.part()) {
      case ENTRY ->
          reply(
              request,
              view.id(),
              (found, _) -> ExplanationMessage.entry(found, request.frame(), request.language()));
      case USES ->
          reply(
              request,
              view.id(),
              (found, _) -> ExplanationMessage.uses(found, request.frame(), request.language()));
      default -> explain(request, chosen);
    };
  }

  private Reply explain(Request request, String term) {
    return reply(
        request,
        term,
        (found, current) ->
            ExplanationMessage.of(
                found, current.generation()::find, request.frame(), request.language()));
  }

  private Reply reply(Request request, String term, BiFunction<Explanation, Desk, Reply> rendered) {
    return desks.with(
        request.scope(),
        current ->
            switch (current.references().explain(term)) {
              case Lookup.Found<Explanation> found -> rendered.apply(found.value(), current);
              case Lookup.NotFound<Explanation> none ->
                  NearestMessage.of(
                          Phrase.NO_SUCH_TERM,
                          term,
                          none.nearest(),
                          new ComponentId.View(ComponentId.Part.TERM, "any"),
                          record -> ShownMessage.shortened(record.title(), 100),
                          request.inPrivate(true).frame(),
                          request.language())
                      .aside();
            });
  }

  @Override
  public List<Choice> complete(String option, String typed, Request request) {
    return desks.with(
        request.scope(),
        current -> current.completions().terms(typed, request.language(), CommandForm.MAX_CHOICES));
  }
}

package dev.readout.discord.command;

import dev.readout.answer.Explanation;
import dev.readout.answer.Lookup;
import dev.readout.answer.desk.Completions.Choice;
import dev.readout.answer.desk.Desks;
import dev.readout.discord.render.ExplanationMessage;
import dev.readout.discord.render.NearestMessage;
import dev.readout.discord.render.Reply;
import dev.readout.discord.wording.Phrase;
import java.util.List;
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
    return CommandForm.slash(Phrase.NAME_EXPLAIN, Phrase.CMD_EXPLAIN)
        .addOptions(
            CommandForm.completed(TERM, Phrase.OPT_TERM, true, CommandForm.MAX_NAME_CHARS),
            CommandForm.isPrivate());
  }

  @Override
  public Reply reply(Request request) {
    String term = request.required(TERM);
    return desks.with(
        request.scope(),
        current ->
            switch (current.references().explain(term)) {
              case Lookup.Found<Explanation> found ->
                  ExplanationMessage.of(found.value(), request.frame(), request.language());
              case Lookup.NotFound<Explanation> none ->
                  NearestMessage.of(
                      Phrase.NO_SUCH_TERM,
                      term,
                      none.nearest(),
                      request.frame(),
                      request.language());
            });
  }

  @Override
  public List<Choice> complete(String option, String typed, Request request) {
    return desks.with(
        request.scope(),
        current -> current.completions().terms(typed, request.language(), CommandForm.MAX_CHOICES));
  }
}

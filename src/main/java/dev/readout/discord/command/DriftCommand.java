package dev.readout.discord.command;

import dev.readout.answer.Completions.Choice;
import dev.readout.answer.DateText;
import dev.readout.answer.Drift;
import dev.readout.answer.Label;
import dev.readout.answer.ServingIndexes;
import dev.readout.answer.SideText;
import dev.readout.answer.SourceText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.discord.render.DriftMessage;
import dev.readout.discord.render.Markdown;
import dev.readout.discord.render.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /drift}: what a side no longer says on a topic, and what is new. */
record DriftCommand(ServingIndexes indexes) implements Command {
  private static final String TOPIC = "topic";
  private static final String EARLIER = "earlier";
  private static final String LATER = "later";

  @Override
  public CommandData data() {
    return CommandForm.slash("drift")
        .addOptions(
            CommandForm.name(TOPIC, true),
            AskCommand.side().setRequired(true),
            CommandForm.name(EARLIER, false),
            CommandForm.name(LATER, false),
            CommandForm.isPrivate());
  }

  @Override
  public Reply reply(Request request) {
    String topic = request.required(TOPIC);
    Side side = Side.ofWireName(request.required(AskCommand.SIDE)).orElseThrow();
    String earlier = request.option(EARLIER).map(String::strip).orElse("");
    String later = request.option(LATER).map(String::strip).orElse("");
    return indexes.with(
        request.scope(),
        current ->
            Drift.of(current.generation(), topic, side, earlier, later)
                .map(
                    drift ->
                        new DriftMessage(
                                drift,
                                current.generation().info(),
                                request.frame(),
                                request.language())
                            .reply())
                .orElseGet(
                    () ->
                        request
                            .text(
                                Label.NO_DRIFT,
                                SideText.name(side, request.language()),
                                Markdown.escapeLine(topic))
                            .aside()));
  }

  /** Accounts of the topic and the side that are chosen by then, with their days. */
  @Override
  public Optional<List<Choice>> complete(String option, String typed, Request request) {
    Optional<Side> side = request.option(AskCommand.SIDE).flatMap(Side::ofWireName);
    if (option.equals(TOPIC) || side.isEmpty()) {
      return Optional.empty();
    }
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return Optional.of(
        indexes.with(
            request.scope(),
            current ->
                Drift.accounts(current.generation(), request.required(TOPIC), side.get()).stream()
                    .map(account -> choice(account, request.language()))
                    .filter(choice -> choice.label().toLowerCase(Locale.ROOT).contains(wanted))
                    .limit(CommandForm.MAX_CHOICES)
                    .toList()));
  }

  private static Choice choice(CorpusRecord account, Language language) {
    String day = DateText.brief(account.anchorDay(), language);
    return new Choice(day + " · " + SourceText.title(account, language), account.id());
  }
}

package dev.readout.discord.command;

import dev.readout.answer.ReceiptBook;
import dev.readout.answer.ReceiptBook.KeptAnswer;
import dev.readout.answer.ServingIndexes;
import dev.readout.discord.command.Commands.CommandLinks;
import dev.readout.discord.render.AnswerMessage;
import dev.readout.discord.render.AnswerPages;
import dev.readout.discord.render.CitationMessage;
import dev.readout.discord.render.ComponentId;
import dev.readout.discord.render.NoticeMessage;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourcesMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/**
 * {@code /receipt}, and the buttons of an answer that need it again: all are replayed from what was
 * kept, not asked anew.
 */
record ReceiptCommand(ServingIndexes indexes, ReceiptBook receipts, CommandLinks links)
    implements Command {
  private static final String ID = "id";
  private static final int MAX_ID_CHARS = 20;

  @Override
  public CommandData data() {
    return CommandForm.slash("receipt")
        .addOptions(CommandForm.text(ID, true, MAX_ID_CHARS), CommandForm.isPrivate());
  }

  @Override
  public boolean isPrivate() {
    return true;
  }

  /** The answer as it was given, and what has become of its sources. */
  @Override
  public Reply reply(Request request) {
    String id = request.required(ID).strip();
    Optional<KeptAnswer> kept = receipts.find(id, request.scope());
    if (kept.isEmpty()) {
      return unknown(request, id);
    }
    return indexes.with(
        request.scope(),
        current ->
            AnswerMessage.again(
                kept.get(),
                receipts.stateOf(kept.get(), current.generation()),
                request.frame(kept.get().id()),
                request.language()));
  }

  /** All statements of an answer from one on; says so when the index has been rebuilt since. */
  Reply page(Request request, String id, int number, int from) {
    return kept(
        request,
        id,
        kept ->
            new AnswerPages(
                    kept.answer(), request.frame(kept.id()), kept::find, since(kept, request))
                .page(number, from));
  }

  /** All sources of an answer, and a way to cite it. */
  Reply sources(Request request, String id) {
    return kept(
        request,
        id,
        kept ->
            SourcesMessage.of(
                kept.answer().records(),
                List.of(NoticeMessage.Press.of(new ComponentId.Cite(id), Phrase.CITE)),
                request.frame(),
                request.language()));
  }

  Reply citation(Request request, String id) {
    return kept(
        request,
        id,
        kept ->
            new CitationMessage(kept.answer(), id, request.frame(), request.language()).reply());
  }

  private Reply kept(Request request, String id, Function<KeptAnswer, Reply> reply) {
    return receipts.find(id, request.scope()).map(reply).orElseGet(() -> unknown(request, id));
  }

  private String since(KeptAnswer kept, Request request) {
    String current = indexes.with(request.scope(), now -> now.generation().info().name());
    String then = kept.answer().index().name();
    return then.equals(current)
        ? ""
        : Phrase.OLD_GENERATION.in(request.language(), then, current, links.to("ask"));
  }

  /** That a receipt is not kept, or not any more. */
  Reply unknown(Request request, String id) {
    String shown = id.replaceAll("[^0-9A-Za-z]", "");
    return request
        .text(Phrase.NO_RECEIPT, shown, receipts.kept().toDays(), links.to("ask"))
        .aside();
  }
}

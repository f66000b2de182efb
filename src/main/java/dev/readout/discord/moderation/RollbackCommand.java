package dev.readout.discord.moderation;

import dev.readout.corpus.Scope;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Request;
import dev.readout.discord.command.Request.FormInput;
import dev.readout.discord.moderation.Moderation.ModeratorCommand;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.IndexPhrase;
import dev.readout.discord.render.Markdown;
import dev.readout.discord.render.ModeratorId;
import dev.readout.discord.render.ReindexMessage;
import dev.readout.discord.render.Reply;
import dev.readout.index.GenerationInfo;
import dev.readout.index.IndexUnavailableException;
import dev.readout.intake.reindex.Reindexer;
import dev.readout.intake.reindex.Reindexing.Failure;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /rollback}: the generations kept, and back to one of them once somebody confirms it. */
record RollbackCommand(Reindexer reindexer, Function<Scope, GenerationInfo> index)
    implements ModeratorCommand {
  private static final Logger LOG = LoggerFactory.getLogger(RollbackCommand.class);

  @Override
  public CommandData data() {
    return CommandForm.slash("rollback", Access.MODERATOR).addOptions(CommandForm.scope());
  }

  @Override
  public Reply reply(Request request) {
    return ScopedRequest.reply(request, _ -> {}, scoped -> orFailure(scoped, () -> choice(scoped)));
  }

  private Reply choice(ScopedRequest request) {
    return ReindexMessage.keptGenerations(
        reindexer.kept(request.scope()), current(request), request.global(), request.language());
  }

  private String current(ScopedRequest request) {
    return index.apply(request.scope()).name();
  }

  /** Asks whether to go back to the generation that was chosen. */
  Reply chosen(ScopedRequest request) {
    String name = request.request().chosen(FormInput.MENU).stream().findFirst().orElse("");
    return orFailure(
        request,
        () ->
            find(request, name)
                .map(target -> ask(target, request))
                .orElseGet(() -> notKept(name, request)));
  }

  private Reply ask(GenerationInfo target, ScopedRequest request) {
    return ReindexMessage.askRollback(
        target,
        new ModeratorId.RollbackConfirm(request.global(), target.name(), current(request)),
        request.request().member(),
        request.language());
  }

  private Reply notKept(String name, ScopedRequest request) {
    return choice(request)
        .under(IndexPhrase.NOT_KEPT.in(request.language(), Markdown.escapeLine(name)));
  }

  private Optional<GenerationInfo> find(ScopedRequest request, String name) {
    return reindexer.kept(request.scope()).stream()
        .filter(info -> info.name().equals(name))
        .findFirst();
  }

  /** Goes back; if another generation has come to serve meanwhile, shows what is kept now. */
  Reply confirmed(ModeratorId.RollbackConfirm confirm, ScopedRequest request) {
    return reindexer.running().isPresent()
        ? ReindexCommand.otherUnderWay(request)
        : orFailure(request, () -> goBack(confirm, request));
  }

  private Reply goBack(ModeratorId.RollbackConfirm confirm, ScopedRequest request) {
    if (!current(request).equals(confirm.current())) {
      return choice(request).under(IndexPhrase.KEPT_DIFFERS.in(request.language()));
    }
    if (find(request, confirm.generation()).isEmpty()) {
      return notKept(confirm.generation(), request);
    }
    return ReindexMessage.rolledBack(
        reindexer.rollBack(request.scope(), confirm.generation(), request.actor()),
        request.language());
  }

  private Reply orFailure(ScopedRequest request, Supplier<Reply> work) {
    try {
      return work.get();
    } catch (IndexUnavailableException e) {
      LOG.warn("a rollback failed; what was there serves on", e);
      return ReindexMessage.failed(
          IndexPhrase.ROLLBACK_FAILED,
          Failure.of(e),
          request.detail(e),
          current(request),
          request.language());
    }
  }
}

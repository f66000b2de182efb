package dev.readout.discord.moderation;

import dev.readout.corpus.Scope;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Request;
import dev.readout.discord.command.Request.FormInput;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.IndexPhrase;
import dev.readout.discord.render.Markdown;
import dev.readout.discord.render.ModeratorId;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.RollbackMessage;
import dev.readout.index.GenerationInfo;
import dev.readout.index.IndexUnavailableException;
import dev.readout.intake.reindex.Reindexer;
import dev.readout.intake.reindex.Reindexing.Failure;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    return Whose.of(request)
        .map(Whose::global)
        .map(global -> orFailure(request, global, () -> choice(request, global)))
        .orElseGet(() -> Whose.refusal(request));
  }

  private Reply choice(Request request, boolean global) {
    Scope scope = Whose.scope(request, global);
    return RollbackMessage.choice(
        reindexer.kept(scope), index.apply(scope).name(), global, request.language());
  }

  /** Asks whether to go back to the generation that was chosen. */
  Reply chosen(Request request, boolean global) {
    String name = request.chosen(FormInput.MENU).stream().findFirst().orElse("");
    return orFailure(request, global, () -> ask(request, global, name));
  }

  private Reply ask(Request request, boolean global, String name) {
    Optional<GenerationInfo> target = find(request, global, name);
    if (target.isEmpty()) {
      return choice(request, global)
          .under(IndexPhrase.NOT_KEPT.in(request.language(), Markdown.escapeLine(name)));
    }
    String current = index.apply(Whose.scope(request, global)).name();
    return RollbackMessage.ask(
        target.get(),
        new ModeratorId.RollbackConfirm(global, target.get().name(), current),
        request.member(),
        request.language());
  }

  private Optional<GenerationInfo> find(Request request, boolean global, String name) {
    List<GenerationInfo> kept = reindexer.kept(Whose.scope(request, global));
    return kept.stream().filter(info -> info.name().equals(name)).findFirst();
  }

  /** Goes back; if another generation has come to serve meanwhile, shows what is kept now. */
  Reply confirmed(Request request, ModeratorId.RollbackConfirm confirm) {
    if (reindexer.running().isPresent()) {
      return ReindexCommand.otherUnderWay(request.language());
    }
    return orFailure(request, confirm.global(), () -> goBack(request, confirm));
  }

  private Reply goBack(Request request, ModeratorId.RollbackConfirm confirm) {
    Scope scope = Whose.scope(request, confirm.global());
    if (!index.apply(scope).name().equals(confirm.current())) {
      return choice(request, confirm.global())
          .under(IndexPhrase.KEPT_DIFFERS.in(request.language()));
    }
    if (find(request, confirm.global(), confirm.generation()).isEmpty()) {
      return choice(request, confirm.global())
          .under(IndexPhrase.NOT_KEPT.in(request.language(), confirm.generation()));
    }
    return RollbackMessage.done(
        reindexer.rollBack(scope, confirm.generation(), request.caller().actor()),
        request.language());
  }

  private interface Work {
    Reply reply();
  }

  private Reply orFailure(Request request, boolean global, Work work) {
    try {
      return work.reply();
    } catch (IndexUnavailableException e) {
      LOG.warn("a rollback failed; what was there serves on", e);
      return RollbackMessage.failed(
          Failure.of(e),
          request.rights().allow(Access.OPERATOR) ? String.valueOf(e.getMessage()) : "",
          index.apply(Whose.scope(request, global)).name(),
          request.language());
    }
  }
}

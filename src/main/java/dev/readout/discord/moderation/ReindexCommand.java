package dev.readout.discord.moderation;

import dev.readout.corpus.CorpusReader.InvalidCorpusException;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Commands.CommandLinks;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.DryRunMessage;
import dev.readout.discord.render.IndexPhrase;
import dev.readout.discord.render.ModeratorId;
import dev.readout.discord.render.ReindexMessage;
import dev.readout.discord.render.Reply;
import dev.readout.index.GenerationInfo;
import dev.readout.index.IndexUnavailableException;
import dev.readout.intake.reindex.ReindexPlan;
import dev.readout.intake.reindex.Reindexer;
import dev.readout.intake.reindex.Reindexing;
import dev.readout.intake.reindex.Reindexing.Failure;
import dev.readout.store.SourceTable;
import dev.readout.store.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/**
 * {@code /reindex}: first what would change, then, once somebody has confirmed it, the change
 * itself. Only who began a reindex has it followed; others are shown how far it is, so that however
 * many look, no more than one piece of work waits for it.
 */
record ReindexCommand(
    Reindexer reindexer,
    SourceTable sources,
    Function<Scope, GenerationInfo> index,
    CommandLinks links)
    implements ModeratorCommand {
  private static final String FORCE = "force";

  /** Between two looks at how far it is; Discord is told more seldom. */
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Discord's quarter of an hour; after that nothing more can be shown. */
  private static final Duration FOLLOWED = Duration.ofMinutes(15);

  @Override
  public CommandData data() {
    return CommandForm.slash("reindex", Access.MODERATOR)
        .addOptions(CommandForm.option(OptionType.BOOLEAN, FORCE), CommandForm.scope());
  }

  @Override
  public Reply reply(Request request) {
    return Whose.of(request)
        .map(whose -> dryRun(request, whose.global()))
        .orElseGet(() -> Whose.refusal(request));
  }

  private Reply dryRun(Request request, boolean global) {
    boolean force = request.option(FORCE).filter(Boolean::parseBoolean).isPresent();
    return reindexer
        .running()
        .map(running -> underWay(running, request, global))
        .orElseGet(() -> orFailure(request, global, () -> dryRun(request, global, force)));
  }

  private Reply dryRun(Request request, boolean global, boolean force) {
    return dryRun(request, global, reindexer.plan(Whose.scope(request, global), force));
  }

  private Reply dryRun(Request request, boolean global, ReindexPlan plan) {
    return DryRunMessage.of(
        plan,
        index.apply(plan.scope()),
        new ModeratorId.ReindexConfirm(global, plan.isForced(), seen(plan)),
        request.member(),
        request.language());
  }

  /** What tells one plan from another, in eight hexadecimal digits. */
  private String seen(ReindexPlan plan) {
    CRC32 sum = new CRC32();
    String shown =
        plan.generation()
            + plan.added()
            + plan.changed()
            + plan.removed()
            + plan.refused()
            + sources.acceptedFingerprint(plan.scope());
    sum.update(shown.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue());
  }

  /** Does what the dry run showed; if that has become something else, shows this instead. */
  Reply confirmed(Request request, ModeratorId.ReindexConfirm confirm, Consumer<Reply> progress) {
    boolean global = confirm.global();
    return reindexer
        .running()
        .map(running -> underWay(running, request, global))
        .orElseGet(() -> orFailure(request, global, () -> begin(request, confirm, progress)));
  }

  /** Brings what was accepted into answers without asking again; shows why where it cannot. */
  Reply now(Request request, boolean global, Consumer<Reply> progress) {
    return reindexer
        .running()
        .map(running -> underWay(running, request, global))
        .orElseGet(
            () ->
                orFailure(
                    request,
                    global,
                    () -> {
                      ReindexPlan plan = reindexer.plan(Whose.scope(request, global), false);
                      return plan.isNeeded() && plan.isPossible()
                          ? begin(plan, request, global, progress)
                          : dryRun(request, global, plan);
                    }));
  }

  private Reply begin(
      Request request, ModeratorId.ReindexConfirm confirm, Consumer<Reply> progress) {
    boolean global = confirm.global();
    Scope scope = Whose.scope(request, global);
    ReindexPlan plan = reindexer.plan(scope, confirm.force());
    if (!seen(plan).equals(confirm.seen()) || !plan.isNeeded() || !plan.isPossible()) {
      return dryRun(request, global, plan).under(IndexPhrase.DIFFERS_NOW.in(request.language()));
    }
    return begin(plan, request, global, progress);
  }

  private Reply begin(ReindexPlan plan, Request request, boolean global, Consumer<Reply> progress) {
    Optional<Reindexing> mine = reindexer.startIfIdle(plan, request.caller().actor());
    return mine.isPresent()
        ? follow(mine.get(), request, global, progress)
        : reindexer
            .running()
            .map(running -> underWay(running, request, global))
            .orElseGet(() -> otherUnderWay(request.language())); // over since
  }

  private Reply follow(
      Reindexing reindexing, Request request, boolean global, Consumer<Reply> progress) {
    CompletableFuture<Reindexing.Outcome> outcome = reindexing.outcome();
    Reindexing.Position shown = null;
    boolean shownCancelled = false;
    for (long looks = FOLLOWED.dividedBy(LOOK); looks > 0; looks--) {
      try {
        return over(outcome.get(LOOK.toMillis(), TimeUnit.MILLISECONDS), reindexing, request);
      } catch (TimeoutException e) {
        Reindexing.Position now = reindexing.position();
        if (!now.equals(shown) || reindexing.isCancelled() != shownCancelled) {
          shown = now;
          shownCancelled = reindexing.isCancelled();
          progress.accept(state(reindexing, global, request.language()));
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("a reindex ends with an outcome", e);
      } catch (InterruptedException e) { // the bot is being stopped
        Thread.currentThread().interrupt();
        break;
      }
    }
    return Reply.text(IndexPhrase.LOOK_AGAIN.in(request.language(), links.to("reindex")));
  }

  private Reply over(Reindexing.Outcome outcome, Reindexing reindexing, Request request) {
    return ReindexMessage.over(
        outcome,
        reindexing.plan(),
        index.apply(reindexing.scope()).name(),
        request.rights().allow(Access.OPERATOR),
        request.language());
  }

  private static Reply state(Reindexing reindexing, boolean global, Language language) {
    return ReindexMessage.underWay(
        reindexing.position(), reindexing.started(), reindexing.isCancelled(), global, language);
  }

  /** Of another scope's no more than that it is. */
  private static Reply underWay(Reindexing running, Request request, boolean global) {
    return running.scope().equals(Whose.scope(request, global))
        ? state(running, global, request.language())
        : otherUnderWay(request.language());
  }

  static Reply otherUnderWay(Language language) {
    return Reply.text(IndexPhrase.OTHER_UNDER_WAY.in(language));
  }

  /** Cancels the scope's own reindex. */
  Reply cancel(Request request, boolean global) {
    Scope scope = Whose.scope(request, global);
    Optional<Reindexing> own = reindexer.running().filter(running -> running.scope().equals(scope));
    own.ifPresent(Reindexing::cancel);
    IndexPhrase said = own.isPresent() ? IndexPhrase.CANCELLING : IndexPhrase.NONE_UNDER_WAY;
    return Reply.text(said.in(request.language()));
  }

  private interface Work {
    Reply reply();
  }

  private Reply orFailure(Request request, boolean global, Work work) {
    try {
      return work.reply();
    } catch (InvalidCorpusException | IndexUnavailableException | StoreUnavailableException e) {
      return ReindexMessage.failed(
          Failure.of(e),
          request.rights().allow(Access.OPERATOR) ? String.valueOf(e.getMessage()) : "",
          index.apply(Whose.scope(request, global)).name(),
          request.language());
    }
  }
}

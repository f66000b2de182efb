package dev.readout.discord.moderation;

import dev.readout.corpus.CorpusReader.InvalidCorpusException;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Commands.CommandLinks;
import dev.readout.discord.command.Request;
import dev.readout.discord.moderation.Moderation.ModeratorCommand;
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
import java.util.function.Function;
import java.util.function.Supplier;
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
    boolean force = request.option(FORCE).filter(Boolean::parseBoolean).isPresent();
    return ScopedRequest.reply(
        request,
        _ -> {},
        scoped -> ifIdle(scoped, () -> dryRun(scoped, reindexer.plan(scoped.scope(), force))));
  }

  private Reply dryRun(ScopedRequest request, ReindexPlan plan) {
    return new DryRunMessage(
            plan,
            index.apply(plan.scope()),
            new ModeratorId.ReindexConfirm(request.global(), plan.isForced(), seen(plan)),
            request.request().member(),
            request.language())
        .reply();
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
  Reply confirmed(ModeratorId.ReindexConfirm confirm, ScopedRequest request) {
    return ifIdle(
        request,
        () -> {
          ReindexPlan plan = reindexer.plan(request.scope(), confirm.force());
          return seen(plan).equals(confirm.seen()) && plan.isNeeded() && plan.isPossible()
              ? begin(plan, request)
              : dryRun(request, plan).under(IndexPhrase.DIFFERS_NOW.in(request.language()));
        });
  }

  /** Brings what was accepted into answers without asking again; shows why where it cannot. */
  Reply now(ScopedRequest request) {
    return ifIdle(
        request,
        () -> {
          ReindexPlan plan = reindexer.plan(request.scope(), false);
          return plan.isNeeded() && plan.isPossible()
              ? begin(plan, request)
              : dryRun(request, plan);
        });
  }

  private Reply begin(ReindexPlan plan, ScopedRequest request) {
    Optional<Reindexing> mine = reindexer.startIfIdle(plan, request.actor());
    return mine.isPresent()
        ? follow(mine.get(), request)
        : reindexer
            .running()
            .map(running -> underWay(running, request))
            .orElseGet(() -> otherUnderWay(request)); // over since
  }

  private Reply follow(Reindexing reindexing, ScopedRequest request) {
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
          request.progress().accept(state(reindexing, request));
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("a reindex ends with an outcome", e);
      } catch (InterruptedException e) { // the bot is being stopped
        Thread.currentThread().interrupt();
        break;
      }
    }
    return request.text(IndexPhrase.LOOK_AGAIN, links.to("reindex"));
  }

  private Reply over(Reindexing.Outcome outcome, Reindexing reindexing, ScopedRequest request) {
    return ReindexMessage.over(
        outcome,
        reindexing.plan(),
        index.apply(reindexing.scope()).name(),
        request.request().rights().allow(Access.OPERATOR),
        request.language());
  }

  private static Reply state(Reindexing reindexing, ScopedRequest request) {
    return ReindexMessage.underWay(
        reindexing.position(),
        reindexing.started(),
        reindexing.isCancelled(),
        request.global(),
        request.language());
  }

  /** Of another scope's no more than that it is. */
  private static Reply underWay(Reindexing running, ScopedRequest request) {
    return running.scope().equals(request.scope())
        ? state(running, request)
        : otherUnderWay(request);
  }

  static Reply otherUnderWay(ScopedRequest request) {
    return request.text(IndexPhrase.OTHER_UNDER_WAY);
  }

  Reply cancel(ScopedRequest request) {
    Scope scope = request.scope();
    Optional<Reindexing> own = reindexer.running().filter(running -> running.scope().equals(scope));
    own.ifPresent(Reindexing::cancel);
    return request.text(own.isPresent() ? IndexPhrase.CANCELLING : IndexPhrase.NONE_UNDER_WAY);
  }

  /** Does the work where no reindex is under way; shows that one, or why the work failed. */
  private Reply ifIdle(ScopedRequest request, Supplier<Reply> work) {
    Optional<Reindexing> running = reindexer.running();
    if (running.isPresent()) {
      return underWay(running.get(), request);
    }
    try {
      return work.get();
    } catch (InvalidCorpusException | IndexUnavailableException | StoreUnavailableException e) {
      return ReindexMessage.failed(
          IndexPhrase.FAILED,
          Failure.of(e),
          request.detail(e),
          index.apply(request.scope()).name(),
          request.language());
    }
  }
}

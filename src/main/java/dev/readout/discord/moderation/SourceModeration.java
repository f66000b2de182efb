package dev.readout.discord.moderation;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.readout.discord.command.Command;
import dev.readout.discord.command.CommandLinks;
import dev.readout.discord.command.Opening;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceId;
import dev.readout.discord.render.SourceId.DraftAction;
import dev.readout.intake.SourceDesk;
import dev.readout.store.Receipts;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** {@code /source}, and what its buttons and forms do. Thread-safe. */
final class SourceModeration {
  private final SourceAdding adding;
  private final SourceEditing editing;
  private final SourceCare care;
  private final InboxCare inbox;
  private final Assessing assessing;
  private final FeedCare feeds;
  private final SourceCommand command;

  public SourceModeration(
      SourceDesk desk, Receipts receipts, CommandLinks links, InstantSource clock) {
    Outcomes outcomes = new Outcomes(desk.intake(), desk.sources(), links, clock);
    HeldDrafts held = new HeldDrafts(Ticker.systemTicker());
    this.adding = new SourceAdding(desk.intake(), desk.spool(), held, outcomes);
    this.editing = new SourceEditing(desk.intake(), desk.sources(), held, outcomes);
    this.care =
        new SourceCare(
            desk.intake(), desk.sources(), desk.refresher(), desk.reindexer(), receipts, outcomes);
    this.inbox = new InboxCare(desk.inbox(), outcomes);
    this.assessing = new Assessing(desk.intake(), desk.sources(), outcomes);
    this.feeds = new FeedCare(desk.feeds(), desk.checker(), desk::pack, outcomes);
    this.command =
        new SourceCommand(adding, editing, care, inbox, assessing, feeds, outcomes, desk);
  }

  public Command command() {
    return command;
  }

  /** A form to open for a press; empty for a reply. */
  public Optional<Supplier<Opening>> form(SourceId id, Request request) {
    return switch (id) {
      case SourceId.Draft draft when draft.action() == DraftAction.EDIT ->
          Optional.of(() -> editing.form(draft, request));
      case SourceId.Of source ->
          switch (source.action()) {
            case EDIT -> Optional.of(() -> form(source, /* approves= */ false, request));
            case COMPLETE -> Optional.of(() -> form(source, /* approves= */ true, request));
            case SHOW,
                FORM,
                COMPLETE_FORM,
                REFRESH,
                ASK_REMOVE,
                REMOVE,
                APPROVE,
                REFUSE,
                RESTORE,
                ASK_STANDING,
                CONFIRM ->
                Optional.empty();
          };
      case SourceId.Decide decide when !decide.isFilledIn() ->
          Optional.of(() -> InboxCare.deciding(Whose.of(decide, request), request.language()));
      case SourceId.Assess assess ->
          assessing.form(assess, request.language()).map(opening -> () -> opening);
      case SourceId.Draft _,
          SourceId.Page _,
          SourceId.New _,
          SourceId.Inbox _,
          SourceId.Decide _,
          SourceId.Reindex _,
          SourceId.Pack _ ->
          Optional.empty();
    };
  }

  private Opening form(SourceId.Of id, boolean approves, Request request) {
    return editing.form(id.number(), approves, Whose.of(id, request), request);
  }

  /** Brings what was accepted into answers, and tells how it goes. */
  public interface Reindex {
    Reply now(Request request, boolean global, Consumer<Reply> progress);
  }

  /** The reply to a press or a form. */
  public Reply reply(SourceId id, Request request, Consumer<Reply> progress, Reindex reindex) {
    Whose whose = Whose.of(id, request);
    return switch (id) {
      case SourceId.Draft draft -> editing.reply(draft, request);
      case SourceId.Page page -> care.list(page.state(), page.after(), whose, request.language());
      case SourceId.New _ -> adding.add(request, whose, progress);
      case SourceId.Inbox page -> inbox.list(page.from(), whose, request.language());
      case SourceId.Decide _ -> inbox.decided(whose, request, progress, reindex);
      case SourceId.Assess assess -> assessing.assess(assess, whose, request);
      case SourceId.Reindex _ -> reindex.now(request, id.global(), progress);
      case SourceId.Pack pack -> feeds.watchPack(pack.on(), whose, request);
      case SourceId.Of source ->
          switch (source.action()) {
            case FORM -> editing.filledIn(source.number(), false, whose, request);
            case COMPLETE_FORM -> editing.filledIn(source.number(), true, whose, request);
            case ASK_STANDING -> assessing.ask(source.number(), Optional.empty(), whose, request);
            case SHOW,
                EDIT,
                COMPLETE,
                REFRESH,
                ASK_REMOVE,
                REMOVE,
                APPROVE,
                REFUSE,
                RESTORE,
                CONFIRM ->
                care.reply(source.action(), source.number(), whose, request, progress);
          };
    };
  }
}

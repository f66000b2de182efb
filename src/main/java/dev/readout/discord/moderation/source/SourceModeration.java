package dev.readout.discord.moderation.source;

import dev.readout.discord.command.Command;
import dev.readout.discord.command.CommandLinks;
import dev.readout.discord.command.Opening;
import dev.readout.discord.command.Request;
import dev.readout.discord.component.SourceId;
import dev.readout.discord.component.SourceId.DraftAction;
import dev.readout.discord.render.Reply;
import dev.readout.intake.desk.SourceDesk;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** {@code /source}, and what its buttons and forms do. Thread-safe. */
public final class SourceModeration {
  private final SourceAdding adding;
  private final SourceEditing editing;
  private final SourceCare care;
  private final SourceCommand command;

  public SourceModeration(SourceDesk desk, CommandLinks links, InstantSource clock) {
    Outcomes outcomes = new Outcomes(desk.sources(), links);
    HeldDrafts held = new HeldDrafts(clock);
    this.adding = new SourceAdding(desk.intake(), desk.spool(), held, outcomes);
    this.editing = new SourceEditing(desk.intake(), desk.sources(), held, outcomes);
    this.care =
        new SourceCare(desk.intake(), desk.sources(), desk.refresher(), desk.reindexer(), outcomes);
    this.command =
        new SourceCommand(
            adding,
            editing,
            care,
            new FeedCare(desk.feeds(), desk.checker(), outcomes),
            outcomes,
            desk.sources(),
            desk.feeds());
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
            case SHOW, FORM, COMPLETE_FORM, REFRESH, ASK_REMOVE, REMOVE, APPROVE, REFUSE, RESTORE ->
                Optional.empty();
          };
      case SourceId.Draft _, SourceId.Page _, SourceId.New _ -> Optional.empty();
    };
  }

  private Opening form(SourceId.Of id, boolean approves, Request request) {
    return editing.form(id.number(), approves, Whose.of(id, request), request);
  }

  /** The reply to a press or a form. */
  public Reply reply(SourceId id, Request request, Consumer<Reply> progress) {
    Whose whose = Whose.of(id, request);
    return switch (id) {
      case SourceId.Draft draft -> editing.reply(draft, request);
      case SourceId.Page page -> care.list(page.state(), page.after(), whose, request.language());
      case SourceId.New _ -> adding.add(request, whose, progress);
      case SourceId.Of source ->
          switch (source.action()) {
            case FORM -> editing.filledIn(source.number(), false, whose, request);
            case COMPLETE_FORM -> editing.filledIn(source.number(), true, whose, request);
            case SHOW, EDIT, COMPLETE, REFRESH, ASK_REMOVE, REMOVE, APPROVE, REFUSE, RESTORE ->
                care.reply(source.action(), source.number(), whose, request, progress);
          };
    };
  }
}

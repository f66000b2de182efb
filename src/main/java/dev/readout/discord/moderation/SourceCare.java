package dev.readout.discord.moderation;

import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.render.CatalogueMessage;
import dev.readout.discord.render.NoticeMessage;
import dev.readout.discord.render.NoticeMessage.Press;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceEntryMessage;
import dev.readout.discord.render.SourceId;
import dev.readout.discord.render.SourceId.Action;
import dev.readout.discord.render.SourcePhrase;
import dev.readout.discord.render.SourceProblems;
import dev.readout.intake.Details;
import dev.readout.intake.Intake;
import dev.readout.intake.Intake.Adding;
import dev.readout.intake.Refresher;
import dev.readout.intake.Refresher.Refreshing;
import dev.readout.intake.reindex.Reindexer;
import dev.readout.store.Receipts;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks after the sources of the catalogue. Thread-safe. */
record SourceCare(
    Intake intake,
    SourceTable sources,
    Refresher refresher,
    Reindexer reindexer,
    Receipts receipts,
    Outcomes outcomes) {
  static final Set<SourceState> LIVE = EnumSet.of(SourceState.WAITING, SourceState.ACCEPTED);

  /** A page of the list after a number, in a state or, if empty, waiting and accepted. */
  Reply list(Optional<SourceState> state, long after, ScopedRequest request) {
    Set<SourceState> states = state.<Set<SourceState>>map(EnumSet::of).orElse(LIVE);
    // One more than a page, to know whether there is another.
    List<SourceEntry> page =
        sources.page(request.scope(), states, after, CatalogueMessage.MAX_ENTRIES + 1);
    if (page.isEmpty()) {
      return none(state, after, request);
    }
    return new CatalogueMessage(
            page,
            state,
            sources.count(request.scope(), states),
            request.global(),
            request.language())
        .reply();
  }

  private Reply none(Optional<SourceState> state, long after, ScopedRequest request) {
    if (after > 0) {
      return request.text(SourcePhrase.LIST_END);
    }
    return state.filter(SourceState.WAITING::equals).isPresent()
        ? request.text(SourcePhrase.NOTHING_WAITS)
        : request.text(SourcePhrase.LIST_EMPTY, outcomes.link("source add"));
  }

  /** What a button of a source does, or a command with its number. */
  Reply reply(Action action, long number, ScopedRequest request) {
    Optional<SourceEntry> found = sources.find(request.scope(), number);
    if (found.isEmpty()) {
      return outcomes.notFound(request.language());
    }
    SourceEntry entry = found.get();
    if (!allows(entry.state(), action)) {
      return outcomes.notInState(entry, request);
    }
    Scope scope = request.scope();
    String actor = request.actor();
    return switch (action) {
      case SHOW -> show(entry, request);
      case REFRESH -> refresh(entry, request);
      case ASK_REMOVE -> ask(entry, request);
      case REMOVE -> remove(entry, request);
      case APPROVE ->
          outcome(intake.approve(scope, number, actor), SourcePhrase.APPROVED, number, request);
      case REFUSE ->
          outcome(intake.refuse(scope, number, actor), SourcePhrase.TURNED_DOWN, number, request);
      case RESTORE ->
          outcome(
              intake.restore(scope, number, intake.detailsOf(entry), actor),
              SourcePhrase.APPROVED,
              number,
              request);
      case CONFIRM ->
          outcome(intake.confirm(scope, number, actor), SourcePhrase.CONFIRMED, number, request);
      case EDIT, COMPLETE, FORM, COMPLETE_FORM, ASK_STANDING ->
          throw new IllegalArgumentException("a form is no press: " + action);
    };
  }

  private Reply outcome(Adding came, SourcePhrase done, long number, ScopedRequest request) {
    SourceId complete = new SourceId.Of(Action.COMPLETE, number, request.global());
    return outcomes.of(came, done, complete, request);
  }

  private static boolean allows(SourceState state, Action action) {
    return switch (action) {
      case SHOW -> true;
      case APPROVE, REFUSE -> state == SourceState.WAITING;
      case RESTORE -> !state.isLive();
      case REFRESH, ASK_REMOVE, REMOVE, CONFIRM -> state.isLive();
      case EDIT, COMPLETE, FORM, COMPLETE_FORM, ASK_STANDING -> false;
    };
  }

  private Reply show(SourceEntry entry, ScopedRequest request) {
    Scope scope = request.scope();
    Details details = intake.detailsOf(entry);
    return new SourceEntryMessage(
            entry,
            details,
            sources.versions(scope, entry.number()),
            intake.candidates(scope, details, entry.record().body()),
            receipts.firstQuoting(entry.record().id(), scope).orElse(null),
            request.global(),
            request.language())
        .reply();
  }

  private Reply refresh(SourceEntry entry, ScopedRequest request) {
    Language language = request.language();
    long number = entry.number();
    request.show(SourcePhrase.FETCHING);
    String text =
        switch (refresher.refresh(request.scope(), number, request.actor())) {
          case Refreshing.Same _ -> SourcePhrase.SAME.in(language, number);
          case Refreshing.Changed(var now) ->
              SourcePhrase.CHANGED.in(language, number, outcomes.reindex(), now.versions());
          case Refreshing.Unavailable(var _, var why) ->
              SourcePhrase.UNAVAILABLE.in(
                  language,
                  number,
                  SourceProblems.of(why, outcomes.link("source feed add"), language));
          case Refreshing.OtherPublisher(var _, var now) ->
              SourcePhrase.OTHER_PUBLISHER.in(
                  language, number, SourceProblems.named(now.toString()));
          case Refreshing.Replaced _ -> SourcePhrase.REPLACED.in(language, number);
          case Refreshing.Full(var limit) -> SourceProblems.of(limit, language);
          case Refreshing.NoAddress _ -> SourcePhrase.NO_ADDRESS.in(language, number);
          case Refreshing.NotFound _ ->
              SourcePhrase.NOT_FOUND.in(language, outcomes.link("source list"));
        };
    return NoticeMessage.of(
        text, List.of(Outcomes.press(Action.SHOW, number, request, SourcePhrase.SHOW)), language);
  }

  private static Reply ask(SourceEntry entry, ScopedRequest request) {
    SourceId yes = new SourceId.Of(Action.REMOVE, entry.number(), request.global());
    return NoticeMessage.of(
        SourcePhrase.REMOVE_SURE.in(
            request.language(), entry.number(), SourceProblems.named(entry.record().title())),
        List.of(new Press(yes, SourcePhrase.REMOVE_YES, /* isDanger= */ true)),
        request.language());
  }

  private Reply remove(SourceEntry entry, ScopedRequest request) {
    Language language = request.language();
    Adding came = intake.remove(request.scope(), entry.number(), request.actor());
    if (!(came instanceof Adding.Done)) {
      return outcomes.notFound(language);
    }
    if (entry.state() == SourceState.WAITING) {
      return request.text(SourcePhrase.REMOVED_WAITED, entry.number());
    }
    request.show(SourcePhrase.REMOVING);
    SourcePhrase ended =
        switch (reindexer.withdraw(request.scope())) {
          case DONE -> SourcePhrase.REMOVED_DONE;
          case LATER ->
              request.global() ? SourcePhrase.REMOVED_LATER_GLOBAL : SourcePhrase.REMOVED_LATER;
          case SERVER_DROPPED -> SourcePhrase.REMOVED_DROPPED;
          case FAILED -> SourcePhrase.REMOVED_FAILED;
        };
    return NoticeMessage.of(
        ended.in(language, entry.number(), outcomes.reindex()),
        List.of(Outcomes.press(Action.RESTORE, entry.number(), request, SourcePhrase.RESTORE)),
        language);
  }
}

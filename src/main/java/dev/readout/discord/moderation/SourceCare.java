package dev.readout.discord.moderation;

import dev.readout.corpus.Language;
import dev.readout.discord.command.Request;
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
import java.util.function.Consumer;

/** Looks after the sources of the catalogue. Thread-safe. */
record SourceCare(
    Intake intake,
    SourceTable sources,
    Refresher refresher,
    Reindexer reindexer,
    Receipts receipts,
    Outcomes outcomes) {
  private static final Set<SourceState> LIVE =
      EnumSet.of(SourceState.WAITING, SourceState.ACCEPTED);

  /**
   * A page of the list.
   *
   * @param state only these; empty for waiting and accepted ones
   * @param after the number that the page before ended with; 0 for the first page
   */
  Reply list(Optional<SourceState> state, long after, Whose whose, Language language) {
    Set<SourceState> states = state.<Set<SourceState>>map(EnumSet::of).orElse(LIVE);
    // One more than a page, to know whether there is another.
    List<SourceEntry> page =
        sources.page(whose.scope(), states, after, CatalogueMessage.MAX_ENTRIES + 1);
    if (page.isEmpty()) {
      return Reply.text(none(state, after, language));
    }
    return CatalogueMessage.of(
        page, state, sources.count(whose.scope(), states), whose.global(), language);
  }

  private String none(Optional<SourceState> state, long after, Language language) {
    if (after > 0) {
      return SourcePhrase.LIST_END.in(language);
    }
    return state.filter(SourceState.WAITING::equals).isPresent()
        ? SourcePhrase.NOTHING_WAITS.in(language)
        : SourcePhrase.LIST_EMPTY.in(language, outcomes.link("source add"));
  }

  /** What a button of a source does, or a command with its number. */
  Reply reply(Action action, long number, Whose whose, Request request, Consumer<Reply> progress) {
    Optional<SourceEntry> found = sources.find(whose.scope(), number);
    if (found.isEmpty()) {
      return outcomes.notFound(request.language());
    }
    SourceEntry entry = found.get();
    if (!allows(entry.state(), action)) {
      return outcomes.notInState(whose, entry, request.language());
    }
    return switch (action) {
      case SHOW -> show(entry, whose, request.language());
      case REFRESH -> refresh(entry, whose, request, progress);
      case ASK_REMOVE -> ask(entry, whose, request.language());
      case REMOVE -> remove(entry, whose, request, progress);
      case APPROVE -> approve(entry, whose, request);
      case REFUSE -> refuse(entry, whose, request);
      case RESTORE -> restore(entry, whose, request);
      case CONFIRM -> confirm(entry, whose, request);
      case EDIT, COMPLETE, FORM, COMPLETE_FORM, ASK_STANDING ->
          throw new IllegalArgumentException("a form is no press: " + action);
    };
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

  private Reply show(SourceEntry entry, Whose whose, Language language) {
    Details details = intake.detailsOf(entry);
    return SourceEntryMessage.of(
        entry,
        details,
        sources.versions(whose.scope(), entry.number()),
        intake.candidates(whose.scope(), details, entry.record().body()),
        receipts.firstQuoting(entry.record().id(), whose.scope()).orElse(null),
        whose.global(),
        language);
  }

  private Reply refresh(SourceEntry entry, Whose whose, Request request, Consumer<Reply> progress) {
    Language language = request.language();
    progress.accept(Reply.text(SourcePhrase.FETCHING.in(language)));
    Refreshing came = refresher.refresh(whose.scope(), entry.number(), request.caller().actor());
    return refreshed(came, entry.number(), whose, language);
  }

  private Reply refreshed(Refreshing came, long number, Whose whose, Language language) {
    String text =
        switch (came) {
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
        text, List.of(Outcomes.press(Action.SHOW, number, whose, SourcePhrase.SHOW)), language);
  }

  private static Reply ask(SourceEntry entry, Whose whose, Language language) {
    SourceId yes = new SourceId.Of(Action.REMOVE, entry.number(), whose.global());
    return NoticeMessage.of(
        SourcePhrase.REMOVE_SURE.in(
            language, entry.number(), SourceProblems.named(entry.record().title())),
        List.of(new Press(yes, SourcePhrase.REMOVE_YES, /* isDanger= */ true)),
        language);
  }

  private Reply remove(SourceEntry entry, Whose whose, Request request, Consumer<Reply> progress) {
    Language language = request.language();
    Adding came = intake.remove(whose.scope(), entry.number(), request.caller().actor());
    if (!(came instanceof Adding.Done)) {
      return outcomes.notFound(language);
    }
    if (entry.state() == SourceState.WAITING) {
      return Reply.text(SourcePhrase.REMOVED_WAITED.in(language, entry.number()));
    }
    progress.accept(Reply.text(SourcePhrase.REMOVING.in(language)));
    SourcePhrase ended =
        switch (reindexer.withdraw(whose.scope())) {
          case DONE -> SourcePhrase.REMOVED_DONE;
          case LATER ->
              whose.global() ? SourcePhrase.REMOVED_LATER_GLOBAL : SourcePhrase.REMOVED_LATER;
          case SERVER_DROPPED -> SourcePhrase.REMOVED_DROPPED;
          case FAILED -> SourcePhrase.REMOVED_FAILED;
        };
    return NoticeMessage.of(
        ended.in(language, entry.number(), outcomes.reindex()),
        List.of(Outcomes.press(Action.RESTORE, entry.number(), whose, SourcePhrase.RESTORE)),
        language);
  }

  private Reply approve(SourceEntry entry, Whose whose, Request request) {
    Adding came = intake.approve(whose.scope(), entry.number(), request.caller().actor());
    return outcomes.of(
        came, SourcePhrase.APPROVED, complete(entry, whose), whose, request.language());
  }

  private static SourceId complete(SourceEntry entry, Whose whose) {
    return new SourceId.Of(Action.COMPLETE, entry.number(), whose.global());
  }

  private Reply refuse(SourceEntry entry, Whose whose, Request request) {
    Adding came = intake.refuse(whose.scope(), entry.number(), request.caller().actor());
    return outcomes.of(
        came, SourcePhrase.TURNED_DOWN, complete(entry, whose), whose, request.language());
  }

  private Reply confirm(SourceEntry entry, Whose whose, Request request) {
    Adding came = intake.confirm(whose.scope(), entry.number(), request.caller().actor());
    return outcomes.of(
        came, SourcePhrase.CONFIRMED, complete(entry, whose), whose, request.language());
  }

  private Reply restore(SourceEntry entry, Whose whose, Request request) {
    Adding came =
        intake.restore(
            whose.scope(), entry.number(), intake.detailsOf(entry), request.caller().actor());
    return outcomes.of(
        came, SourcePhrase.APPROVED, complete(entry, whose), whose, request.language());
  }
}

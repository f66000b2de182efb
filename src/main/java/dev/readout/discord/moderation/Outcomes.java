package dev.readout.discord.moderation;

import dev.readout.answer.MeasureStatus;
import dev.readout.answer.TextKey;
import dev.readout.corpus.Language;
import dev.readout.discord.command.Commands.CommandLinks;
import dev.readout.discord.render.InboxMessage;
import dev.readout.discord.render.InboxPhrase;
import dev.readout.discord.render.NoticeMessage;
import dev.readout.discord.render.NoticeMessage.Press;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceId;
import dev.readout.discord.render.SourceId.Action;
import dev.readout.discord.render.SourceNames;
import dev.readout.discord.render.SourcePhrase;
import dev.readout.discord.render.SourceProblems;
import dev.readout.intake.Intake;
import dev.readout.intake.Intake.Adding;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceTable;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;

/** What is replied to a change of the catalogue, or to one that cannot be. Thread-safe. */
record Outcomes(Intake intake, SourceTable sources, CommandLinks links, InstantSource clock) {
  String link(String command) {
    return links.to(command);
  }

  /** The command that brings changes into the answers. */
  String reindex() {
    return link("reindex");
  }

  /** What came of a change: if done, what is said of number and reindex; or the form again. */
  Reply of(Adding adding, TextKey done, SourceId again, ScopedRequest request) {
    Language language = request.language();
    return switch (adding) {
      case Adding.Done(var entry) -> done(entry, done, request);
      case Adding.Invalid(var problem) ->
          wrong(SourceProblems.of(problem, language), again, language);
      case Adding.AlreadyThere(long number) -> there(number, request);
      case Adding.Full(var limit) -> Reply.text(SourceProblems.of(limit, language));
      case Adding.NotFound() -> notFound(language);
    };
  }

  private Reply done(SourceEntry entry, TextKey done, ScopedRequest request) {
    Language language = request.language();
    List<Press> presses = new ArrayList<>();
    presses.add(press(Action.SHOW, entry.number(), request, SourcePhrase.SHOW));
    if (entry.state().isLive()) {
      presses.add(press(Action.EDIT, entry.number(), request, SourcePhrase.EDIT));
    }
    if (entry.state() == SourceState.ACCEPTED) {
      presses.add(reindexPress(request));
    }
    return NoticeMessage.of(done.in(language, entry.number(), reindex()), presses, language)
        .followedBy(questions(List.of(entry), request));
  }

  /** Brings what was accepted into answers. */
  static Press reindexPress(ScopedRequest request) {
    return Press.of(new SourceId.Reindex(request.global()), InboxPhrase.REINDEX_NOW);
  }

  /** What sources change in the standing of measures that they name: nobody has said it yet. */
  List<MessageTopLevelComponent> questions(List<SourceEntry> entries, ScopedRequest request) {
    return asked(
        entries.stream().flatMap(entry -> named(entry, entry.record().unassessed(), request)),
        request);
  }

  /** The same of one source and these measures. */
  List<MessageTopLevelComponent> questions(
      SourceEntry entry, List<String> measures, ScopedRequest request) {
    return asked(named(entry, measures, request), request);
  }

  private List<MessageTopLevelComponent> asked(
      Stream<InboxMessage.Named> named, ScopedRequest request) {
    return InboxMessage.questions(
        named.toList(), link("source assess"), request.global(), request.language());
  }

  private Stream<InboxMessage.Named> named(
      SourceEntry entry, List<String> measures, ScopedRequest request) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return measures.stream()
        .flatMap(id -> intake.measure(request.scope(), id).stream())
        .flatMap(measure -> MeasureStatus.of(measure, today).stream())
        .map(status -> new InboxMessage.Named(entry, status));
  }

  /** What is wrong, and the form with what was typed. */
  Reply wrong(String reason, SourceId again, Language language) {
    TextKey label = again instanceof SourceId.Of ? SourcePhrase.COMPLETE : SourcePhrase.EDIT_AGAIN;
    return NoticeMessage.of(reason, List.of(Press.of(again, label)), language);
  }

  /** It is here already, under this number of the scope. */
  private Reply there(long number, ScopedRequest request) {
    return sources
        .find(request.scope(), number)
        .map(entry -> there(entry, request))
        .orElseGet(() -> notFound(request.language()));
  }

  Reply there(SourceEntry entry, ScopedRequest request) {
    boolean live = entry.state().isLive();
    List<Press> presses = new ArrayList<>();
    presses.add(press(Action.SHOW, entry.number(), request, SourcePhrase.SHOW));
    if (!live) {
      presses.add(press(Action.RESTORE, entry.number(), request, SourcePhrase.RESTORE));
    }
    return inState(
        live ? SourcePhrase.ALREADY_THERE : SourcePhrase.ALREADY_REMOVED, entry, presses, request);
  }

  /** That it is not in a state in which this can be done. */
  Reply notInState(SourceEntry entry, ScopedRequest request) {
    return inState(
        SourcePhrase.NOT_IN_STATE,
        entry,
        List.of(press(Action.SHOW, entry.number(), request, SourcePhrase.SHOW)),
        request);
  }

  private static Reply inState(
      SourcePhrase said, SourceEntry entry, List<Press> presses, ScopedRequest request) {
    Language language = request.language();
    String state = SourceNames.of(entry.state()).in(language);
    return NoticeMessage.of(said.in(language, entry.number(), state), presses, language);
  }

  /** There is no source of the number in the scope, whatever other scopes have. */
  Reply notFound(Language language) {
    return Reply.text(SourcePhrase.NOT_FOUND.in(language, link("source list")));
  }

  static Press press(Action action, long number, ScopedRequest request, TextKey label) {
    return Press.of(new SourceId.Of(action, number, request.global()), label);
  }
}

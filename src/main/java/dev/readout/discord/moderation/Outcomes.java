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
import java.util.Optional;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;

/** What is replied to a change of the catalogue, or to one that cannot be. Thread-safe. */
record Outcomes(Intake intake, SourceTable sources, CommandLinks links, InstantSource clock) {
  /** A link to a command. */
  String link(String command) {
    return links.to(command);
  }

  /** The command that brings changes into the answers. */
  String reindex() {
    return link("reindex");
  }

  /**
   * What came of a change.
   *
   * @param done what is said when it was made, of the number and the command to reindex
   * @param again opens the form when something is wrong with what was filled in
   */
  Reply of(Adding adding, TextKey done, SourceId again, Whose whose, Language language) {
    return switch (adding) {
      case Adding.Done(var entry) -> done(entry, done, whose, language);
      case Adding.Invalid(var problem) ->
          wrong(SourceProblems.of(problem, language), again, language);
      case Adding.AlreadyThere(long number) -> there(whose, number, language);
      case Adding.Full(var limit) -> Reply.text(SourceProblems.of(limit, language));
      case Adding.NotFound() -> notFound(language);
    };
  }

  private Reply done(SourceEntry entry, TextKey done, Whose whose, Language language) {
    List<Press> presses = new ArrayList<>();
    presses.add(press(Action.SHOW, entry.number(), whose, SourcePhrase.SHOW));
    if (entry.state().isLive()) {
      presses.add(press(Action.EDIT, entry.number(), whose, SourcePhrase.EDIT));
    }
    if (entry.state() == SourceState.ACCEPTED) {
      presses.add(reindexPress(whose));
    }
    return NoticeMessage.of(done.in(language, entry.number(), reindex()), presses, language)
        .followedBy(questions(List.of(entry), whose, language));
  }

  /** Brings what was accepted into answers. */
  static Press reindexPress(Whose whose) {
    return Press.of(new SourceId.Reindex(whose.global()), InboxPhrase.REINDEX_NOW);
  }

  /** What sources change in the standing of measures that they name: nobody has said it yet. */
  List<MessageTopLevelComponent> questions(
      List<SourceEntry> entries, Whose whose, Language language) {
    return asked(
        entries.stream()
            .flatMap(
                entry ->
                    entry.record().unassessed().stream()
                        .flatMap(id -> named(entry, id, whose).stream()))
            .toList(),
        whose,
        language);
  }

  /** The same of one source and these measures. */
  List<MessageTopLevelComponent> questions(
      SourceEntry entry, List<String> measures, Whose whose, Language language) {
    return asked(
        measures.stream().flatMap(id -> named(entry, id, whose).stream()).toList(),
        whose,
        language);
  }

  private List<MessageTopLevelComponent> asked(
      List<InboxMessage.Named> named, Whose whose, Language language) {
    return InboxMessage.questions(named, link("source assess"), whose.global(), language);
  }

  private Optional<InboxMessage.Named> named(SourceEntry entry, String measure, Whose whose) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return intake
        .measure(whose.scope(), measure)
        .flatMap(found -> MeasureStatus.of(found, today))
        .map(status -> new InboxMessage.Named(entry, status));
  }

  /** What is wrong, and the form with what was typed. */
  Reply wrong(String reason, SourceId again, Language language) {
    TextKey label = again instanceof SourceId.Of ? SourcePhrase.COMPLETE : SourcePhrase.EDIT_AGAIN;
    return NoticeMessage.of(reason, List.of(Press.of(again, label)), language);
  }

  /** It is here already, under this number of the scope. */
  Reply there(Whose whose, long number, Language language) {
    return sources
        .find(whose.scope(), number)
        .map(entry -> there(whose, entry, language))
        .orElseGet(() -> notFound(language));
  }

  /** The same. */
  Reply there(Whose whose, SourceEntry entry, Language language) {
    boolean live = entry.state().isLive();
    List<Press> presses = new ArrayList<>();
    presses.add(press(Action.SHOW, entry.number(), whose, SourcePhrase.SHOW));
    if (!live) {
      presses.add(press(Action.RESTORE, entry.number(), whose, SourcePhrase.RESTORE));
    }
    SourcePhrase phrase = live ? SourcePhrase.ALREADY_THERE : SourcePhrase.ALREADY_REMOVED;
    return NoticeMessage.of(
        phrase.in(language, entry.number(), state(entry.state(), language)), presses, language);
  }

  /** That it is not in a state in which this can be done. */
  Reply notInState(Whose whose, SourceEntry entry, Language language) {
    return NoticeMessage.of(
        SourcePhrase.NOT_IN_STATE.in(language, entry.number(), state(entry.state(), language)),
        List.of(press(Action.SHOW, entry.number(), whose, SourcePhrase.SHOW)),
        language);
  }

  private static String state(SourceState state, Language language) {
    return SourceNames.of(state).in(language);
  }

  /** There is no source of the number in the scope, whatever other scopes have. */
  Reply notFound(Language language) {
    return Reply.text(SourcePhrase.NOT_FOUND.in(language, link("source list")));
  }

  static Press press(Action action, long number, Whose whose, TextKey label) {
    return Press.of(new SourceId.Of(action, number, whose.global()), label);
  }
}

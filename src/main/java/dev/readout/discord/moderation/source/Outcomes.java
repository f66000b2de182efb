package dev.readout.discord.moderation.source;

import dev.readout.answer.reading.Language;
import dev.readout.discord.command.CommandLinks;
import dev.readout.discord.component.SourceId;
import dev.readout.discord.component.SourceId.Action;
import dev.readout.discord.render.NoticeMessage;
import dev.readout.discord.render.NoticeMessage.Press;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceNames;
import dev.readout.discord.render.SourceProblems;
import dev.readout.discord.wording.SourcePhrase;
import dev.readout.discord.wording.Wording;
import dev.readout.intake.Adding;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceState;
import dev.readout.store.SourceTable;
import java.util.ArrayList;
import java.util.List;

/** What is replied to a change of the catalogue, or to one that cannot be. Thread-safe. */
final class Outcomes {
  private final SourceTable sources;
  private final CommandLinks links;

  Outcomes(SourceTable sources, CommandLinks links) {
    this.sources = sources;
    this.links = links;
  }

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
  Reply of(Adding adding, Wording done, SourceId again, Whose whose, Language language) {
    return switch (adding) {
      case Adding.Done(var entry) -> done(entry, done, whose, language);
      case Adding.Invalid(var problem) ->
          wrong(SourceProblems.of(problem, language), again, language);
      case Adding.AlreadyThere(long number) -> there(whose, number, language);
      case Adding.Full(var limit) -> Reply.text(SourceProblems.of(limit, language));
      case Adding.NotFound() -> notFound(language);
    };
  }

  private Reply done(SourceEntry entry, Wording done, Whose whose, Language language) {
    List<Press> presses = new ArrayList<>();
    presses.add(press(Action.SHOW, entry.number(), whose, SourcePhrase.SHOW));
    if (entry.state().isLive()) {
      presses.add(press(Action.EDIT, entry.number(), whose, SourcePhrase.EDIT));
    }
    return NoticeMessage.of(done.in(language, entry.number(), reindex()), presses, language);
  }

  /** What is wrong, and the form with what was typed. */
  Reply wrong(String reason, SourceId again, Language language) {
    Wording label = again instanceof SourceId.Of ? SourcePhrase.COMPLETE : SourcePhrase.EDIT_AGAIN;
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

  static Press press(Action action, long number, Whose whose, Wording label) {
    return Press.of(new SourceId.Of(action, number, whose.global()), label);
  }
}

package dev.readout.discord.moderation;

import dev.readout.answer.DateText;
import dev.readout.answer.StandingText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingChange;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.discord.command.Command.Opening;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.InboxMessage;
import dev.readout.discord.render.InboxPhrase;
import dev.readout.discord.render.NoticeMessage;
import dev.readout.discord.render.NoticeMessage.Press;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceId;
import dev.readout.discord.render.SourceId.Effect;
import dev.readout.discord.render.SourcePhrase;
import dev.readout.discord.render.SourceProblems;
import dev.readout.intake.Intake;
import dev.readout.intake.Intake.Adding;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceTable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/** Says what sources change in the standing of measures that they name. Thread-safe. */
record Assessing(Intake intake, SourceTable sources, Outcomes outcomes) {
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final int MAX_DAY_CHARS = 20;

  /** Asks what a source changes: of the measure given, else of those that it names. */
  Reply ask(long number, Optional<String> given, ScopedRequest request) {
    return sources
        .find(request.scope(), number)
        .filter(entry -> entry.state().isLive())
        .map(entry -> ask(entry, given, request))
        .orElseGet(() -> outcomes.notFound(request.language()));
  }

  private Reply ask(SourceEntry entry, Optional<String> given, ScopedRequest request) {
    List<String> unassessed = entry.record().unassessed();
    List<String> measures =
        given.map(List::of).orElse(unassessed.isEmpty() ? entry.record().relates() : unassessed);
    if (given.isPresent() && intake.measure(request.scope(), given.get()).isEmpty()) {
      return request.text(InboxPhrase.NO_MEASURE, SourceProblems.named(given.get()));
    }
    return measures.isEmpty()
        ? request.text(InboxPhrase.NAMES_NONE, entry.number(), outcomes.link("source assess"))
        : Reply.of(outcomes.questions(entry, measures, request));
  }

  /** The form for the days of a state; empty where there is nothing to fill in. */
  Optional<Opening> form(SourceId.Assess pressed, Language language) {
    if (pressed.effect() == Effect.UNCHANGED || pressed.isFilledIn()) {
      return Optional.empty();
    }
    SourceId.Assess id =
        new SourceId.Assess(
            pressed.effect(), true, pressed.number(), pressed.measure(), pressed.global());
    List<Label> fields = new ArrayList<>();
    if (pressed.effect() == Effect.EXTENDED) {
      fields.add(Label.of(InboxPhrase.FIELD_UNTIL.in(language), day(TO, true)));
    } else {
      fields.add(Label.of(InboxPhrase.FIELD_FROM.in(language), day(FROM, true)));
      fields.add(Label.of(InboxPhrase.FIELD_TO.in(language), day(TO, false)));
    }
    return Optional.of(
        new Opening.Form(
            Modal.create(id.encode(), InboxMessage.said(pressed.effect()).in(language))
                .addComponents(fields)
                .build()));
  }

  private static TextInput day(String name, boolean required) {
    return TextInput.create(name, TextInputStyle.SHORT)
        .setMaxLength(MAX_DAY_CHARS)
        .setRequired(required)
        .build();
  }

  /** What a press or the form says, laid over the measure's standing. */
  Reply assess(SourceId.Assess id, ScopedRequest request) {
    Language language = request.language();
    Optional<SourceEntry> entry = sources.find(request.scope(), id.number());
    Optional<CorpusRecord> measure = intake.measure(request.scope(), id.measure());
    if (entry.isEmpty() || measure.isEmpty()) {
      return outcomes.notFound(language);
    }
    StandingChange change;
    try {
      change = change(id, measure.get(), entry.get(), request.request());
    } catch (WrongDaysException e) {
      SourceId again =
          new SourceId.Assess(id.effect(), false, id.number(), id.measure(), id.global());
      return NoticeMessage.of(e.said, List.of(Press.of(again, SourcePhrase.EDIT_AGAIN)), language);
    }
    Adding came = intake.assess(request.scope(), id.number(), change, request.actor());
    return came instanceof Adding.Done(SourceEntry now)
        ? NoticeMessage.of(
                said(change, measure.get(), now, language),
                List.of(Outcomes.reindexPress(request)),
                language)
            .followedBy(outcomes.questions(List.of(now), request))
        : outcomes.of(came, SourcePhrase.EDITED, id, request);
  }

  private String said(
      StandingChange change, CorpusRecord measure, SourceEntry proof, Language language) {
    LegalState state = change.state();
    LocalDate from = change.from();
    return InboxPhrase.ASSESSED.in(
        language,
        InboxMessage.name(measure, language),
        state == null || from == null
            ? InboxPhrase.NO_CHANGE.in(language)
            : StandingText.of(
                new StandingPeriod(from, change.to(), state, proof.record().id()), language),
        proof.number(),
        outcomes.reindex());
  }

  /** What was typed are no days, or none that can be. */
  private static final class WrongDaysException extends Exception {
    private static final long serialVersionUID = 1;
    private final String said;

    private WrongDaysException(String said) {
      super(said, null, false, false);
      this.said = said;
    }
  }

  private static StandingChange change(
      SourceId.Assess id, CorpusRecord measure, SourceEntry entry, Request request)
      throws WrongDaysException {
    Language language = request.language();
    return switch (id.effect()) {
      case UNCHANGED -> StandingChange.none(measure.id());
      case EXTENDED -> {
        LocalDate until = day(request.option(TO).orElse(""), language);
        Optional<StandingChange> extended =
            StandingChange.extending(measure, entry.record().id(), until);
        if (extended.isEmpty()) {
          throw new WrongDaysException(
              InboxPhrase.NOTHING_TO_EXTEND.in(
                  language, InboxMessage.name(measure, language), DateText.of(until, language)));
        }
        yield extended.get();
      }
      case SUSPENDED -> change(LegalState.SUSPENDED, measure, request);
      case SUPERSEDED -> change(LegalState.SUPERSEDED, measure, request);
      case RESCINDED -> change(LegalState.RESCINDED, measure, request);
    };
  }

  private static StandingChange change(LegalState state, CorpusRecord measure, Request request)
      throws WrongDaysException {
    Language language = request.language();
    LocalDate from = day(request.option(FROM).orElse(""), language);
    Optional<String> typed = request.option(TO);
    LocalDate to = typed.isEmpty() ? null : day(typed.get(), language);
    if (to != null && to.isBefore(from)) {
      throw new WrongDaysException(InboxPhrase.ENDS_BEFORE.in(language, from, to));
    }
    return new StandingChange(measure.id(), state, from, to);
  }

  private static LocalDate day(String typed, Language language) throws WrongDaysException {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      throw new WrongDaysException(
          SourcePhrase.D_BAD_DAY.in(language, SourceProblems.named(typed)));
    }
  }
}

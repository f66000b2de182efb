package dev.readout.discord.moderation;

import dev.readout.answer.Completions.Choice;
import dev.readout.answer.TermText;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.discord.command.Command.Opening;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Request;
import dev.readout.discord.moderation.HeldDrafts.Held;
import dev.readout.discord.moderation.HeldDrafts.Held.About;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceId;
import dev.readout.discord.render.SourceId.Action;
import dev.readout.discord.render.SourceId.DraftAction;
import dev.readout.discord.render.SourcePhrase;
import dev.readout.intake.Details;
import dev.readout.intake.Draft;
import dev.readout.intake.Intake;
import dev.readout.intake.Intake.Adding;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Forms about drafts and sources, and what is done with them when they are sent in. What is wrong
 * is kept as it was typed, so that it can be corrected. Thread-safe.
 */
record SourceEditing(Intake intake, SourceTable sources, HeldDrafts held, Outcomes outcomes) {
  /** The form for a draft, or for what was filled in before. */
  Opening form(SourceId.Draft id, Request request) {
    Whose whose = Whose.of(request, id.global());
    return held.find(id.draft(), request.member(), whose)
        .map(one -> form(id, one, request.language()))
        .orElseGet(() -> new Opening.Instead(gone(request.language())));
  }

  private Opening form(SourceId.Draft pressed, Held one, Language language) {
    SourceId id = new SourceId.Draft(DraftAction.FORM, pressed.draft(), pressed.global());
    return switch (one.about()) {
      case About.NewDraft(var draft) ->
          form(id, one.typed(), one.whose(), draft.sides(), draft.text().body(), language);
      case About.Existing(long number, boolean _) ->
          sources
              .find(one.whose().scope(), number)
              .map(entry -> form(id, one.typed(), one.whose(), entry, language))
              .orElseGet(() -> new Opening.Instead(outcomes.notFound(language)));
    };
  }

  /**
   * The form for a source.
   *
   * @param approves whether it is to be approved with what is filled in
   */
  Opening form(long number, boolean approves, Whose whose, Request request) {
    Language language = request.language();
    Optional<SourceEntry> entry = sources.find(whose.scope(), number);
    if (entry.isEmpty()) {
      return new Opening.Instead(outcomes.notFound(language));
    }
    if (!approves && !entry.get().state().isLive()) {
      return new Opening.Instead(outcomes.notInState(whose, entry.get(), language));
    }
    Action action = approves ? Action.COMPLETE_FORM : Action.FORM;
    return form(
        new SourceId.Of(action, number, whose.global()),
        typed(entry.get(), whose, request),
        whose,
        entry.get(),
        language);
  }

  /** Topics to choose from while one is typed. */
  List<Choice> topics(String typed, Whose whose, Language language) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return intake.topics(whose.scope()).stream()
        .map(topic -> new Choice(TermText.name(topic, language), topic.id()))
        .filter(
            choice ->
                (choice.label() + " " + choice.value()).toLowerCase(Locale.ROOT).contains(wanted))
        .limit(CommandForm.MAX_CHOICES)
        .toList();
  }

  /** What is said of it, and a topic more where the command names one. */
  private TypedDetails typed(SourceEntry entry, Whose whose, Request request) {
    TypedDetails said = TypedDetails.of(intake.detailsOf(entry));
    return request
        .option(SourceForm.TOPIC)
        .filter(id -> intake.topics(whose.scope()).stream().anyMatch(one -> one.id().equals(id)))
        .map(said::with)
        .orElse(said);
  }

  private Opening form(
      SourceId id, TypedDetails typed, Whose whose, SourceEntry entry, Language language) {
    return form(id, typed, whose, intake.sidesOf(entry), entry.record().body(), language);
  }

  private Opening form(
      SourceId id,
      TypedDetails typed,
      Whose whose,
      Set<Side> sides,
      String body,
      Language language) {
    return new Opening.Form(
        DetailsForm.of(
            id, typed, sides, intake.candidates(whose.scope(), typed.details(), body), language));
  }

  private Reply gone(Language language) {
    return Reply.text(SourcePhrase.DRAFT_GONE.in(language, outcomes.link("source add")));
  }

  /** What a button of a draft does, or its form. */
  Reply reply(SourceId.Draft id, Request request) {
    Whose whose = Whose.of(request, id.global());
    Language language = request.language();
    Optional<Held> found = held.find(id.draft(), request.member(), whose);
    if (found.isEmpty()) {
      return gone(language);
    }
    Held one = found.get();
    return switch (id.action()) {
      case DISCARD -> {
        held.drop(id.draft());
        yield Reply.text(SourcePhrase.DISCARDED.in(language));
      }
      case ADD -> decide(id.draft(), one, request);
      case FORM -> {
        Held typed = one.with(DetailsForm.typed(request));
        held.update(id.draft(), typed);
        yield decide(id.draft(), typed, request);
      }
      case EDIT -> throw new IllegalArgumentException("not a press that is replied to: " + id);
    };
  }

  /** Decides by what was filled in about a source. */
  Reply filledIn(long number, boolean approves, Whose whose, Request request) {
    Held one =
        new Held(
            request.member(),
            whose,
            new About.Existing(number, approves),
            DetailsForm.typed(request));
    String id = held.hold(one);
    return decide(id, one, request);
  }

  private Reply decide(String id, Held one, Request request) {
    Language language = request.language();
    SourceId again = new SourceId.Draft(DraftAction.EDIT, id, one.whose().global());
    Optional<String> mistake = one.typed().mistake(language);
    if (mistake.isPresent()) {
      return outcomes.wrong(mistake.get(), again, language);
    }
    Details details = one.typed().details();
    Decision decision =
        switch (one.about()) {
          case About.NewDraft(var draft) -> add(draft, details, one.whose(), request);
          case About.Existing(long number, boolean approves) ->
              edit(number, approves, details, one.whose(), request);
        };
    if (decision.came() instanceof Adding.Done) {
      held.drop(id);
    }
    return outcomes.of(decision.came(), decision.done(), again, one.whose(), language);
  }

  private static boolean isGone(SourceEntry entry) {
    return !entry.state().isLive();
  }

  private record Decision(Adding came, SourcePhrase done) {}

  private Decision add(Draft draft, Details details, Whose whose, Request request) {
    Adding came =
        intake.add(
            whose.scope(), draft, details, SourceState.ACCEPTED, null, request.caller().actor());
    return new Decision(came, SourcePhrase.ADDED);
  }

  private Decision edit(
      long number, boolean approves, Details details, Whose whose, Request request) {
    String actor = request.caller().actor();
    if (approves && sources.find(whose.scope(), number).filter(SourceEditing::isGone).isPresent()) {
      return new Decision(
          intake.restore(whose.scope(), number, details, actor), SourcePhrase.APPROVED);
    }
    Adding edited = intake.edit(whose.scope(), number, details, actor);
    if (!(edited instanceof Adding.Done(var entry))) {
      return new Decision(edited, SourcePhrase.EDITED);
    }
    if (entry.state() != SourceState.WAITING) {
      return new Decision(edited, SourcePhrase.EDITED);
    }
    return approves
        ? new Decision(intake.approve(whose.scope(), number, actor), SourcePhrase.APPROVED)
        : new Decision(edited, SourcePhrase.EDITED_WAITING);
  }
}

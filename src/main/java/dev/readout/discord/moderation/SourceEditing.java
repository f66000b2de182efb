package dev.readout.discord.moderation;

import dev.readout.answer.Completions.Choice;
import dev.readout.answer.TermText;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.discord.command.Command.Opening;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.moderation.DetailsForm.TypedDetails;
import dev.readout.discord.moderation.HeldDrafts.Held;
import dev.readout.discord.moderation.HeldDrafts.Held.About;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceId;
import dev.readout.discord.render.SourceId.Action;
import dev.readout.discord.render.SourceId.DraftAction;
import dev.readout.discord.render.SourcePhrase;
import dev.readout.intake.Details;
import dev.readout.intake.Details.Candidates;
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
  Opening form(SourceId.Draft id, ScopedRequest request) {
    return held.find(id.draft(), request.request().member(), request.scope())
        .map(one -> form(id, one, request))
        .orElseGet(() -> new Opening.Instead(gone(request)));
  }

  private Opening form(SourceId.Draft pressed, Held one, ScopedRequest request) {
    SourceId id = new SourceId.Draft(DraftAction.FORM, pressed.draft(), pressed.global());
    return switch (one.about()) {
      case About.NewDraft(var draft) ->
          form(id, one.typed(), draft.sides(), draft.text().body(), request);
      case About.Existing(long number, boolean _) ->
          sources
              .find(request.scope(), number)
              .map(entry -> form(id, one.typed(), entry, request))
              .orElseGet(() -> new Opening.Instead(outcomes.notFound(request.language())));
    };
  }

  /** The form for a source, perhaps to be approved with what is filled in. */
  Opening form(long number, boolean approves, ScopedRequest request) {
    Optional<SourceEntry> entry = sources.find(request.scope(), number);
    if (entry.isEmpty()) {
      return new Opening.Instead(outcomes.notFound(request.language()));
    }
    if (!approves && !entry.get().state().isLive()) {
      return new Opening.Instead(outcomes.notInState(entry.get(), request));
    }
    Action action = approves ? Action.COMPLETE_FORM : Action.FORM;
    SourceId id = new SourceId.Of(action, number, request.global());
    return form(id, typed(entry.get(), request), entry.get(), request);
  }

  /** Topics to choose from while one is typed. */
  List<Choice> topics(String typed, ScopedRequest request) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return intake.topics(request.scope()).stream()
        .map(topic -> new Choice(TermText.name(topic, request.language()), topic.id()))
        .filter(
            choice ->
                (choice.label() + " " + choice.value()).toLowerCase(Locale.ROOT).contains(wanted))
        .limit(CommandForm.MAX_CHOICES)
        .toList();
  }

  /** What is said of it, and a topic more where the command names one. */
  private TypedDetails typed(SourceEntry entry, ScopedRequest request) {
    TypedDetails said = TypedDetails.of(intake.detailsOf(entry));
    return request
        .request()
        .option(SourceCommand.TOPIC)
        .filter(id -> intake.topics(request.scope()).stream().anyMatch(one -> one.id().equals(id)))
        .map(said::with)
        .orElse(said);
  }

  private Opening form(SourceId id, TypedDetails typed, SourceEntry entry, ScopedRequest request) {
    return form(id, typed, intake.sidesOf(entry), entry.record().body(), request);
  }

  private Opening form(
      SourceId id, TypedDetails typed, Set<Side> sides, String body, ScopedRequest request) {
    Candidates candidates = intake.candidates(request.scope(), typed.details(), body);
    return new Opening.Form(DetailsForm.of(id, typed, sides, candidates, request.language()));
  }

  private Reply gone(ScopedRequest request) {
    return request.text(SourcePhrase.DRAFT_GONE, outcomes.link("source add"));
  }

  /** What a button of a draft does, or its form. */
  Reply reply(SourceId.Draft id, ScopedRequest request) {
    Optional<Held> found = held.find(id.draft(), request.request().member(), request.scope());
    if (found.isEmpty()) {
      return gone(request);
    }
    Held one = found.get();
    return switch (id.action()) {
      case DISCARD -> {
        held.drop(id.draft());
        yield request.text(SourcePhrase.DISCARDED);
      }
      case ADD -> decide(id.draft(), one, request);
      case FORM -> {
        Held typed = one.with(DetailsForm.typed(request.request()));
        held.update(id.draft(), typed);
        yield decide(id.draft(), typed, request);
      }
      case EDIT -> throw new IllegalArgumentException("not a press that is replied to: " + id);
    };
  }

  /** Decides by what was filled in about a source. */
  Reply filledIn(long number, boolean approves, ScopedRequest request) {
    Held one =
        new Held(
            request.request().member(),
            request.scope(),
            new About.Existing(number, approves),
            DetailsForm.typed(request.request()));
    return decide(held.hold(one), one, request);
  }

  private Reply decide(String id, Held one, ScopedRequest request) {
    SourceId again = new SourceId.Draft(DraftAction.EDIT, id, request.global());
    Optional<String> mistake = one.typed().mistake(request.language());
    if (mistake.isPresent()) {
      return outcomes.wrong(mistake.get(), again, request.language());
    }
    Details details = one.typed().details();
    Decision decision =
        switch (one.about()) {
          case About.NewDraft(var draft) -> add(draft, details, request);
          case About.Existing(long number, boolean approves) ->
              edit(number, approves, details, request);
        };
    if (decision.came() instanceof Adding.Done) {
      held.drop(id);
    }
    return outcomes.of(decision.came(), decision.done(), again, request);
  }

  private record Decision(Adding came, SourcePhrase done) {}

  private Decision add(Draft draft, Details details, ScopedRequest request) {
    Adding came =
        intake.add(request.scope(), draft, details, SourceState.ACCEPTED, null, request.actor());
    return new Decision(came, SourcePhrase.ADDED);
  }

  private Decision edit(long number, boolean approves, Details details, ScopedRequest request) {
    Scope scope = request.scope();
    String actor = request.actor();
    if (approves
        && sources.find(scope, number).filter(entry -> !entry.state().isLive()).isPresent()) {
      return new Decision(intake.restore(scope, number, details, actor), SourcePhrase.APPROVED);
    }
    Adding edited = intake.edit(scope, number, details, actor);
    if (!(edited instanceof Adding.Done(var entry)) || entry.state() != SourceState.WAITING) {
      return new Decision(edited, SourcePhrase.EDITED);
    }
    return approves
        ? new Decision(intake.approve(scope, number, actor), SourcePhrase.APPROVED)
        : new Decision(edited, SourcePhrase.EDITED_WAITING);
  }
}

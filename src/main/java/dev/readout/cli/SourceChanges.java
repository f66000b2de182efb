package dev.readout.cli;

import dev.readout.answer.Texts;
import dev.readout.cli.Terminal.BadInputException;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.intake.Details;
import dev.readout.intake.Details.DetailsProblem;
import dev.readout.intake.Draft.Drafting;
import dev.readout.intake.Inbox;
import dev.readout.intake.Intake.Adding;
import dev.readout.intake.Refresher.Refreshing;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.fetch.Fetched;
import dev.readout.store.RefusedChangeException.CatalogueLimit;
import dev.readout.store.SourceEntry;
import java.util.stream.Collectors;

/** Tells what came of a change of a catalogue, or why it cannot be, and what to do. In English. */
record SourceChanges(Terminal terminal, SourceOptions.ScopeOption option) {

  /** Tells it, such as that a source "is stored", and gives the exit code. */
  int tell(Adding adding, String done) {
    return switch (adding) {
      case Adding.Done(SourceEntry entry) -> {
        String next =
            entry.state() == SourceEntry.SourceState.ACCEPTED
                ? "; run %s to have it in answers".formatted(option.indexCommand())
                : "";
        terminal.done("Source %d %s%s.".formatted(entry.number(), done, next));
        ask(entry);
        yield ReadoutCommand.DONE;
      }
      case Adding.Invalid(DetailsProblem problem) -> throw new BadInputException(of(problem));
      case Adding.AlreadyThere(long number) ->
          terminal.failed(
              "source %d is the same; 'bin/readout source show %d' shows it"
                  .formatted(number, number));
      case Adding.Full(CatalogueLimit limit) -> full(limit);
      case Adding.NotFound _ -> throw noSuchSource();
    };
  }

  /** Until it is answered, answers about the measure say that a later source is not assessed. */
  private void ask(SourceEntry entry) {
    for (String measure : entry.record().unassessed()) {
      terminal.done(
          "Source %d names %s. Does it change its standing? 'bin/readout source assess"
                  .formatted(entry.number(), measure)
              + " %d%s --measure %s …' says so; --unchanged if not."
                  .formatted(entry.number(), option.argument(), measure));
    }
  }

  int full(CatalogueLimit limit) {
    return terminal.failed(limit.meaning() + "; remove what is not needed");
  }

  static BadInputException noSuchSource() {
    return new BadInputException(
        "there is no such source, or not in that state; 'bin/readout source list' shows those"
            + " there are");
  }

  int tell(Drafting why, String what) {
    String message = what + ": " + reason(why);
    if (why instanceof Drafting.NotFetched(Fetched.Refused refusal)
        && (refusal.reason() == Fetched.Reason.BAD_ADDRESS
            || refusal.reason() == Fetched.Reason.FORBIDDEN_ADDRESS)) {
      throw new BadInputException(message); // can never work, rather than not today
    }
    return terminal.failed(message);
  }

  int tell(Inbox.Decided decided, boolean accepts) {
    terminal.done(
        "%d %s%s."
            .formatted(
                decided.done().size(),
                accepts ? "accepted" : "refused",
                accepts && !decided.done().isEmpty()
                    ? "; run %s to have them in answers".formatted(option.indexCommand())
                    : ""));
    decided.done().stream().filter(_ -> accepts).forEach(this::ask);
    decided
        .incomplete()
        .forEach(
            one ->
                terminal.tell(
                    "source %d waits on: %s".formatted(one.entry().number(), of(one.problem()))));
    if (decided.full()) {
      return terminal.failed("there is no room for more; remove what is not needed");
    }
    return decided.incomplete().isEmpty() ? ReadoutCommand.DONE : ReadoutCommand.FAILED;
  }

  int tell(Refreshing refreshing, long number) {
    String kept = "source %d keeps the text it has: ".formatted(number);
    return switch (refreshing) {
      case Refreshing.Same _ -> terminal.done("Source %d has not changed.".formatted(number));
      case Refreshing.Changed _ ->
          terminal.done(
              "Source %d has changed; run %s to have the new text in answers."
                  .formatted(number, option.indexCommand()));
      case Refreshing.Unavailable(var _, var why) -> terminal.failed(kept + reason(why));
      case Refreshing.OtherPublisher(var _, var now) ->
          terminal.failed(
              kept
                  + "its address leads to %s now, which is somebody else's; remove it, or add that page as a source of its own"
                      .formatted(now));
      case Refreshing.Replaced _ ->
          terminal.failed(
              kept
                  + "what its page shows now is another text; look at the page, then remove the"
                  + " source, or add what is there as a file");
      case Refreshing.Full(var limit) -> full(limit);
      case Refreshing.NoAddress _ ->
          throw new BadInputException(
              "source %d is a file and has no address; add the new file as a source of its own"
                  .formatted(number));
      case Refreshing.NotFound _ -> throw noSuchSource();
    };
  }

  private static String reason(Drafting why) {
    return switch (why) {
      case Drafting.NotFetched(Fetched.Refused refusal) -> {
        String detail = refusal.detail();
        yield text("F_" + refusal.reason()) + (detail.isBlank() ? "" : " (" + detail + ")");
      }
      case Drafting.NotRead(Extraction.Reason reason) -> text("E_" + reason);
      case Drafting.Busy _ -> text("NO_EXTRACTOR");
      case Drafting.AlreadyThere(SourceEntry entry) ->
          "it is source %d already (%s)".formatted(entry.number(), entry.state().wireName());
      case Drafting.Drafted _ -> throw new IllegalArgumentException("no problem: " + why);
    };
  }

  /** As moderators are told it in Discord. */
  private static String text(String key) {
    return Texts.text("SourcePhrase." + key, Language.EN)
        .replace("%1$s", "'bin/readout source feed add'");
  }

  private static String of(DetailsProblem problem) {
    return switch (problem) {
      case DetailsProblem.Title(int chars) ->
          "a title has 1 to %d characters, not %d; write --title"
              .formatted(Details.MAX_TITLE_CHARS, chars);
      case DetailsProblem.NoDay _ ->
          "the document does not say when it was published; write --published YEAR-MONTH-DAY";
      case DetailsProblem.ImpossibleDay(var day) ->
          "it cannot have been published on %s; write another --published".formatted(day);
      case DetailsProblem.WrongSide(Side side, var allowed) ->
          "words of this publisher cannot be filed as those of %s; write --side %s"
              .formatted(
                  side.wireName(),
                  allowed.stream()
                      .sorted()
                      .map(Side::wireName)
                      .collect(Collectors.joining(" or --side ")));
      case DetailsProblem.WrongKind _ -> "no source is of this kind; write --kind readout";
      case DetailsProblem.UnknownMeeting(String id) ->
          "no meeting has the id '%s'; write another --meeting, or none".formatted(id);
      case DetailsProblem.UnknownTopic(String id) ->
          "no topic has the id '%s'; write another --topic, or none".formatted(id);
      case DetailsProblem.TooManyTopics(int count) ->
          "%d topics are too many; write --topic %d times at most"
              .formatted(count, Details.MAX_TOPICS);
    };
  }
}

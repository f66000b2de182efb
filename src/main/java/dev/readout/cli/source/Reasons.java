package dev.readout.cli.source;

import dev.readout.corpus.Side;
import dev.readout.intake.Details;
import dev.readout.intake.DetailsProblem;
import dev.readout.intake.Drafting;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.fetch.Fetched;
import dev.readout.store.SourceEntry;
import java.util.stream.Collectors;

/** Why a document cannot be had, read or stored, and what to do. In English. Pure functions. */
final class Reasons {
  private Reasons() {}

  static String of(Drafting why) {
    return switch (why) {
      case Drafting.NotFetched(Fetched.Refused refusal) -> of(refusal);
      case Drafting.NotRead(Extraction.Reason reason) -> of(reason);
      case Drafting.Busy _ -> "no document can be read just now; try again in a minute";
      case Drafting.AlreadyThere(SourceEntry entry) ->
          "it is source %d already (%s)".formatted(entry.number(), entry.state().wireName());
      case Drafting.Drafted _ -> throw new IllegalArgumentException("no problem: " + why);
    };
  }

  /** Whether what was typed can never work, rather than not today. */
  static boolean isBadInput(Drafting why) {
    return why instanceof Drafting.NotFetched(Fetched.Refused refusal)
        && (refusal.reason() == Fetched.Reason.BAD_ADDRESS
            || refusal.reason() == Fetched.Reason.FORBIDDEN_ADDRESS);
  }

  private static String of(Fetched.Refused refusal) {
    String said = refusal.detail().isBlank() ? "" : " (" + refusal.detail() + ")";
    return switch (refusal.reason()) {
          case BAD_ADDRESS -> "no address of a public page; write one that begins with https://";
          case FORBIDDEN_ADDRESS -> "the address leads into a private network; name a public page";
          case UNKNOWN_HOST -> "there is no such host; check the address";
          case UNREACHABLE -> "the site cannot be reached; try again later";
          case TLS -> "no secure connection to the site; check the address or add a file instead";
          case TIMED_OUT -> "the site took too long; try again later";
          case TOO_MANY_REDIRECTS -> "the site redirects in circles; name the page it leads to";
          case TOO_LARGE -> "the document has more than 10 MiB; add a part of it as a file";
          case ROBOTS -> "the site asks programs to leave the page alone; save it and add the file";
          case GONE -> "the page is not there; check the address";
          case DENIED -> "the site refuses the page to programs; save it and add the file";
          case RATE_LIMITED -> "the site asks to be left alone for a while; try again later";
          case SERVER_ERROR -> "the site fails; try again later";
          case UNSUPPORTED_TYPE -> "no page, PDF, Markdown or text; name a document";
          case NO_ROOM -> "there is no room for documents; look at the disk";
          case EMPTY -> "there is nothing in it; name another page";
        }
        + said;
  }

  static String of(Extraction.Reason reason) {
    return switch (reason) {
      case MALFORMED -> "the document is damaged; save it anew";
      case ENCRYPTED -> "the document has a password; save it without one";
      case NO_TEXT ->
          "there is no text in it, only pictures or scripts; add a version with text as a file";
      case CHALLENGE ->
          "the site asks who is reading in place of the page; save it in a browser and add the"
              + " file";
      case TOO_LARGE -> "the document has more pages or text than can be read; add a part of it";
      case TOO_SLOW -> "reading the document takes too long; add a part of it, or plain text";
      case NO_DOCUMENT ->
          "it is a feed or data, not a document; 'bin/readout source feed add' takes feeds";
    };
  }

  static String of(DetailsProblem problem) {
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

package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.Label;
import dev.readout.answer.SideText;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.intake.Details;
import dev.readout.intake.Details.DetailsProblem;
import dev.readout.intake.Draft.Drafting;
import dev.readout.intake.Draft.ProblemWord;
import dev.readout.intake.FeedChecker;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.fetch.Fetched;
import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.RefusedChangeException.CatalogueLimit;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** What is wrong with a source, and what to do about it. Pure functions. */
public final class SourceProblems {
  private static final int MAX_NAMED_CHARS = 100;

  private SourceProblems() {}

  /** Why there is no draft, with a link to the command that watches feeds. */
  public static String of(Drafting why, String feeds, Language language) {
    return switch (why) {
      case Drafting.NotFetched(var refusal) -> of(refusal.reason()).in(language);
      case Drafting.NotRead(var reason) -> of(reason).in(language, feeds);
      case Drafting.Busy _ -> SourcePhrase.NO_EXTRACTOR.in(language);
      case Drafting.Drafted _, Drafting.AlreadyThere _ ->
          throw new IllegalArgumentException("no problem: " + why);
    };
  }

  /** What the catalogue remembers of a problem in one word, in the reader's language. */
  static String ofWord(String word, Language language) {
    if (word.equals(ProblemWord.REPLACED)) {
      return SourcePhrase.WORD_REPLACED.in(language);
    }
    if (word.equals(ProblemWord.OTHER_PUBLISHER)) {
      return SourcePhrase.WORD_ELSEWHERE.in(language);
    }
    return Arrays.stream(Fetched.Reason.values())
        .filter(reason -> ProblemWord.word(reason).equals(word))
        .map(reason -> of(reason).in(language))
        .findFirst()
        .or(
            () ->
                Arrays.stream(Extraction.Reason.values())
                    .filter(reason -> ProblemWord.word(reason).equals(word))
                    .map(reason -> of(reason).in(language, "`/source feed add`"))
                    .findFirst())
        .orElseGet(() -> Markdown.escapeLine(word, MAX_NAMED_CHARS));
  }

  /** Why a feed could not be read, by the word that is remembered of it. */
  public static String ofFeed(String word, Language language) {
    return switch (word) {
      case "malformed" -> SourcePhrase.FEED_MALFORMED.in(language);
      case FeedChecker.SET_ASIDE -> SourcePhrase.FEED_SET_ASIDE.in(language);
      case "empty", FeedHealth.LONG_EMPTY -> SourcePhrase.FEED_NOTHING_LISTED.in(language);
      default -> ofWord(word, language);
    };
  }

  private static SourcePhrase of(Fetched.Reason reason) {
    return SourcePhrase.valueOf("F_" + reason);
  }

  private static SourcePhrase of(Extraction.Reason reason) {
    return SourcePhrase.valueOf("E_" + reason);
  }

  /** What is wrong with what was decided about a source. */
  public static String of(DetailsProblem problem, Language language) {
    return switch (problem) {
      case DetailsProblem.Title(int chars) ->
          SourcePhrase.D_TITLE.in(language, Details.MAX_TITLE_CHARS, chars);
      case DetailsProblem.NoDay() -> SourcePhrase.D_NO_DAY.in(language);
      case DetailsProblem.ImpossibleDay(var day) ->
          SourcePhrase.D_IMPOSSIBLE_DAY.in(language, DateText.of(day, language));
      case DetailsProblem.WrongSide(var side, var allowed) ->
          SourcePhrase.D_WRONG_SIDE.in(
              language, SideText.name(side, language), sides(allowed, language));
      case DetailsProblem.WrongKind() -> SourcePhrase.D_WRONG_KIND.in(language);
      case DetailsProblem.UnknownMeeting(var id) ->
          SourcePhrase.D_UNKNOWN_MEETING.in(language, named(id));
      case DetailsProblem.UnknownTopic(var id) ->
          SourcePhrase.D_UNKNOWN_TOPIC.in(language, named(id));
      case DetailsProblem.TooManyTopics(int count) ->
          SourcePhrase.D_TOO_MANY_TOPICS.in(language, count, Details.MAX_TOPICS);
    };
  }

  /** What there is no room for. */
  public static String of(CatalogueLimit limit, Language language) {
    return SourcePhrase.valueOf("L_" + limit).in(language);
  }

  static String sides(Collection<Side> sides, Language language) {
    return sides.stream()
        .sorted()
        .map(side -> SideText.name(side, language))
        .collect(Collectors.joining(Label.BETWEEN_NAMES.in(language)));
  }

  /** Somebody's text within a sentence. */
  public static String named(String text) {
    return Markdown.escapeLine(text, MAX_NAMED_CHARS);
  }
}

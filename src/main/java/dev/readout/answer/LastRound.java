package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "The last round of talks", by its own name. Pure functions. */
final class LastRound {
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(?:the )?(?:last|latest|most recent|newest)"
              + " (?:(?!(?:on|in|about|of|from|news|week|month|year|time|day)\\b)\\w+ ){0,2}?"
              + "(?:rounds?(?: of (?:the )?(?:\\w+ ){0,2}?(?:talks|negotiations|consultations))?"
              + "|talks|negotiations)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CHINESE =
      Pattern.compile("(?:上一?|最近一?|最新一?|最[后後]一)[次轮輪](?:中美|美中)?(?:[经經][贸貿])?(?:会谈|會談|[谈談]判|磋商)?");

  /** Counted from another, or of a year: it is not the last of all. */
  private static final Pattern OF_ANOTHER =
      Pattern.compile(
          "[0-9]|\\b(?:before|after|since|until|under|biden|first term)\\b|之前|之后|以前|以来",
          Pattern.CASE_INSENSITIVE);

  /** How titles name a round of officials: "Madrid round, 14–15 September 2025". */
  private static final Pattern NAME = Pattern.compile("^(.{3,24} round)\\b");

  private LastRound() {}

  /** The text with the name of the last round held by the day; itself where none is meant. */
  static String asNamed(String text, Generation generation, LocalDate day) {
    Language language = Language.of(text);
    Matcher last = (language == Language.EN ? ENGLISH : CHINESE).matcher(text);
    return !last.find() || OF_ANOTHER.matcher(text).find() || namesAPlace(text, generation)
        ? text
        : newest(generation, day)
            .map(round -> name(round, language))
            .map(name -> last.replaceFirst(Matcher.quoteReplacement(name)))
            .orElse(text);
  }

  private static boolean namesAPlace(String text, Generation generation) {
    return generation.termsIn(text).stream()
        .filter(id -> !Composer.COUNTRIES.contains(id))
        .flatMap(id -> generation.term(id).stream())
        .map(Term::kind)
        .anyMatch("place"::equals);
  }

  private static String name(CorpusRecord round, Language language) {
    Matcher name = NAME.matcher(round.title());
    String english = name.find() ? name.group(1) : round.title();
    return language == Language.EN || round.titleZh() == null ? "the " + english : round.titleZh();
  }

  private static Optional<CorpusRecord> newest(Generation generation, LocalDate day) {
    return generation
        .records()
        .filter(record -> record.kind() == Kind.MEETING && !record.anchorDay().isAfter(day))
        .filter(record -> NAME.matcher(record.title()).find())
        .max(Comparator.comparing(CorpusRecord::anchorDay).thenComparing(CorpusRecord::id));
  }
}

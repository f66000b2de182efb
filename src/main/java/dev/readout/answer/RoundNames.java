package dev.readout.answer;

import static java.util.stream.Collectors.toSet;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rounds of talks by their own names: "the last round", and where it is told who met in which month
 * and asked where, which their statements tell without the names. Pure functions.
 */
final class RoundNames {
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(?:the )?(?:last|latest|most recent|newest)"
              + " (?:(?!(?:on|in|about|of|from|news|week|month|year|time|day)\\b)\\w+ ){0,2}?"
              + "(?:rounds?(?: of (?:the )?(?:\\w+ ){0,2}?(?:talks|negotiations|consultations))?"
              + "|talks|negotiations)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CHINESE =
      Pattern.compile(
          "(?:上一?|最近一?|最新一?|最[后後]一)(?:[轮輪](?:中美|美中)?(?:[经經][贸貿])?(?:会谈|會談|[谈談]判|磋商)?"
              + "|次(?:中美|美中)?(?:[经經][贸貿])?(?:会谈|會談|[谈談]判|磋商))");

  /** Counted from another, or of a year: it is not the last of all. */
  private static final QuickPattern OF_ANOTHER =
      QuickPattern.of(
          "[0-9]|\\b(?:before|after|since|until|under|biden|first term)\\b|之前|之后|以前|以来");

  /** How titles name a round of officials: "Madrid round, 14–15 September 2025". */
  private static final QuickPattern NAME = QuickPattern.exactly("^(.{3,24} round)\\b");

  private static final Pattern WHERE_THEY_MET =
      Pattern.compile(
          "^\\W*where did [^?]{3,60}? (?:meet|talk|negotiate|hold (?:their"
              + " )?talks)\\b(?=[^?]*\\bin [^?]*[0-9]{4}\\W*$)[^?]*",
          Pattern.CASE_INSENSITIVE);

  private RoundNames() {}

  /** The text with the name of the round; itself where none is meant, or more than one. */
  static String asNamed(String text, Generation generation, LocalDate day) {
    Matcher where = WHERE_THEY_MET.matcher(text);
    return where.find()
        ? only(text, generation)
            .map(round -> "where did " + name(round, Language.EN) + " take place?")
            .orElse(text)
        : lastNamed(text, generation, day);
  }

  /** The one in which all took part who are named, in the month that is. */
  private static Optional<CorpusRecord> only(String text, Generation generation) {
    Set<Term> persons =
        generation.termsIn(text).stream()
            .flatMap(id -> generation.term(id).stream())
            .filter(term -> term.kind().equals("person"))
            .collect(toSet());
    List<CorpusRecord> rounds =
        DateMention.in(text).stream()
            .filter(month -> month.precision() == DateMention.Precision.MONTH)
            .flatMap(
                month ->
                    generation
                        .records()
                        .filter(RoundNames::isRound)
                        .filter(round -> round.anchorDay().withDayOfMonth(1).equals(month.first())))
            .filter(
                round -> Chronicle.present(round, generation).collect(toSet()).containsAll(persons))
            .toList();
    return !persons.isEmpty() && rounds.size() == 1
        ? Optional.of(rounds.getFirst())
        : Optional.empty();
  }

  private static boolean isRound(CorpusRecord record) {
    return record.kind() == Kind.MEETING && NAME.isIn(record.title());
  }

  private static String lastNamed(String text, Generation generation, LocalDate day) {
    Language language = Language.of(text);
    Matcher last = (language == Language.EN ? ENGLISH : CHINESE).matcher(text);
    return !last.find() || OF_ANOTHER.isIn(text) || namesAPlaceOrTwo(text, generation)
        ? text
        : newest(generation, day)
            .map(round -> name(round, language))
            .map(name -> last.replaceFirst(Matcher.quoteReplacement(name)))
            .orElse(text);
  }

  /** "Yellen's last talks with He Lifeng" were no round of all. */
  private static boolean namesAPlaceOrTwo(String text, Generation generation) {
    List<String> kinds =
        generation.termsIn(text).stream()
            .filter(id -> !Composer.COUNTRIES.contains(id))
            .flatMap(id -> generation.term(id).stream())
            .map(Term::kind)
            .toList();
    return kinds.contains("place") || kinds.stream().filter("person"::equals).count() > 1;
  }

  private static String name(CorpusRecord round, Language language) {
    MatchResult name = NAME.first(round.title());
    String english = name != null ? name.group(1) : round.title();
    return language == Language.EN || round.titleZh() == null ? "the " + english : round.titleZh();
  }

  private static Optional<CorpusRecord> newest(Generation generation, LocalDate day) {
    return generation
        .records()
        .filter(record -> isRound(record) && !record.anchorDay().isAfter(day))
        .max(Comparator.comparing(CorpusRecord::anchorDay).thenComparing(CorpusRecord::id));
  }
}

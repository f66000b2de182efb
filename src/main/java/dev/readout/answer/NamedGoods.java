package dev.readout.answer;

import static java.util.stream.Collectors.toSet;

import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The goods that a question about a charge names, against those of recorded rates. Immutable. */
record NamedGoods(QueryPlan plan, Generation generation) {
  private static final Set<String> KINDS = Set.of("commodity", "technology");

  /** Goods of whatever kind; on American ones there is one duty, on Chinese ones are several. */
  private static final QuickPattern ALL_GOODS =
      QuickPattern.of(
          "\\bon (?:the )?(?:us|u\\.s\\.|american)"
              + " (?:goods|imports|exports|products)\\b|\\b(?:all|everything)(?:"
              + " (?:its|the|of|from))* (?:us|u\\.s\\.|american?|chinese|china|united"
              + " states|imported)\\b");

  /** Words of a question about a charge that name no goods. */
  private static final QuickPattern NO_GOODS =
      QuickPattern.of(
          "tariffs?|dut(?:y|ies)|fees?|lev(?:y|ies)|rates?|percent\\w*|chin(?:a|ese)|u\\.?s\\.?|america\\w*"
              + "|united|states|pa(?:y|ys|id)|charg(?:e|es|ed|ing)|impos\\w*|imports?|imported|current\\w*|section|added"
              + "|additional|extra|made|goods?|products?|high|total|right|com(?:es?|ing)|enter(?:s|ing)?");

  /**
   * "EV parts", "parts for EVs": what may stand between goods and a word that makes others of them.
   */
  private static final Pattern BESIDE = Pattern.compile("[ -]| (?:for|of|in) (?:\\w+ )?");

  private static final QuickPattern WORD = QuickPattern.exactly("\\p{L}+");

  private static final QuickPattern COMPOUND = QuickPattern.exactly("\\p{L}+-to-\\p{L}+");

  /** "Trucks and parts": what is of anything. */
  private static final Set<String> NO_KIND = Set.of("part", "articl", "component");

  private static final Pattern OF_SEVERAL = Pattern.compile(",? and |, ");

  private static final QuickPattern ENDING = QuickPattern.of("(?:e?s|e)$");

  /** Whether goods of one kind are charged, and named. */
  boolean areAlone(String goods) {
    return are(goods) && in(goods).size() <= 1;
  }

  /**
   * Whether the goods are among those that the question names, or names a duty by: "steel tariffs".
   */
  boolean are(String goods) {
    Set<String> charged = in(goods);
    return areAllIn(goods)
        || (goods.startsWith("all ") && isOfAll())
        || charged.stream().anyMatch(plan.termIds()::contains)
        || plan.termIds().stream()
            .flatMap(id -> generation.term(id).stream())
            .filter(term -> term.kind().equals("instrument"))
            .flatMap(term -> term.en().stream())
            .anyMatch(
                name -> !Collections.disjoint(in(Charges.DUTY.replaceAll(name, "")), charged));
  }

  /**
   * "Medical gloves", which are no term: each word that may name goods is in what is charged, or
   * all of that are named, if they are two or more: "rubber medical gloves"; or one of several
   * goods charged alike: "syringes" of "syringes and needles".
   */
  boolean areAllIn(String goods) {
    Set<String> named =
        nouns(
            plan.tokens().stream()
                .filter(token -> token.kind() == QueryToken.Kind.WORD && token.hasContent())
                .map(plan::written));
    Set<String> charged = nouns(words(withoutCompounds(goods)));
    return !named.isEmpty()
        && !OfToday.isOfThen(plan.text())
        && (charged.containsAll(named)
            || (charged.size() > 1 && named.containsAll(charged))
            || OF_SEVERAL
                .splitAsStream(goods)
                .map(part -> nouns(words(part)))
                .anyMatch(part -> !NO_KIND.containsAll(part) && named.containsAll(part)));
  }

  /** "Ship-to-shore cranes" are cranes, but no ships. */
  private String withoutCompounds(String goods) {
    return COMPOUND.replaceAll(goods, made -> isAsked(made.group()) ? made.group() : "");
  }

  private boolean isAsked(String compound) {
    String asked = plan.text().toLowerCase(Locale.ROOT).replace('-', ' ');
    return asked.contains(compound.replace('-', ' '));
  }

  /** Whether a word of a question about a charge names no goods. */
  static boolean isNone(String word) {
    return NO_GOODS.isWhole(word);
  }

  /** Those that may name goods, in the singular. */
  private static Set<String> nouns(Stream<String> words) {
    return words
        .filter(word -> !isNone(word))
        .map(word -> ENDING.replaceFirst(word.toLowerCase(Locale.ROOT), ""))
        .collect(toSet());
  }

  /** Whether they are charged by the very names: "solar cells" are no "solar wafers". */
  boolean areWrittenIn(String goods) {
    return named()
        .allMatch(token -> nouns(words(goods)).containsAll(nouns(words(plan.written(token)))));
  }

  /** The terms of goods in the question. */
  private Stream<QueryToken> named() {
    return plan.tokens().stream()
        .filter(token -> token.kind() == QueryToken.Kind.TERM)
        .filter(
            token ->
                generation
                    .term(token.text())
                    .filter(term -> KINDS.contains(term.kind()))
                    .isPresent());
  }

  /** "Solar wafers" are no "solar cells": whether what is named of the one is all in the other. */
  boolean areNamedLike(List<String> charged, String goods) {
    Set<String> named = nouns(written(token -> true));
    named.retainAll(nouns(charged.stream().flatMap(NamedGoods::words)));
    return nouns(words(goods)).containsAll(named);
  }

  /** Whether one kind is charged, however the goods of it are: "Chinese semiconductors". */
  boolean areAllOf(String kind, List<String> goods) {
    return nouns(words(kind)).size() == 1
        && !in(kind).isEmpty()
        && in(kind).equals(in(String.join("; ", goods)));
  }

  /** Whether nothing but these is named: "EV parts" are no cars. */
  boolean areAllNamed(List<String> goods) {
    Set<String> named =
        nouns(written(token -> token.kind() == QueryToken.Kind.WORD && isBesideGoods(token)));
    named.removeAll(nouns(goods.stream().flatMap(NamedGoods::words)));
    return named.isEmpty();
  }

  private boolean isBesideGoods(QueryToken word) {
    return !plan.isInAName(word)
        && named().anyMatch(goods -> isBeside(goods, word) || isBeside(word, goods));
  }

  private boolean isBeside(QueryToken one, QueryToken next) {
    return one.end() <= next.start()
        && BESIDE.matcher(plan.text()).region(one.end(), next.start()).matches();
  }

  /** The words of tokens that are not ordinary. */
  private Stream<String> written(Predicate<QueryToken> which) {
    return plan.tokens().stream()
        .filter(QueryToken::hasContent)
        .filter(which)
        .flatMap(token -> words(plan.written(token)));
  }

  private static Stream<String> words(String text) {
    return WORD.in(text).stream().map(MatchResult::group);
  }

  Set<String> in(String text) {
    return generation.termsIn(text).stream()
        .flatMap(id -> generation.term(id).stream())
        .filter(term -> KINDS.contains(term.kind()))
        .map(Term::id)
        .collect(toSet());
  }

  /** "Steel derivatives": goods of the same measure by a word that those found do not have. */
  List<String> beside(Verdict charged) {
    Set<String> terms =
        charged.details().stream().flatMap(goods -> in(goods).stream()).collect(toSet());
    Set<String> named = nouns(written(token -> true));
    named.removeAll(nouns(written(token -> terms.contains(token.text()))));
    named.removeAll(nouns(charged.details().stream().flatMap(NamedGoods::words)));
    return charged.records().getFirst().rates().stream()
        .filter(rate -> rate.covers(charged.day()) && !rate.isNothing())
        .map(RatePeriod::of)
        .filter(goods -> !Collections.disjoint(nouns(words(goods)), named))
        .toList();
  }

  boolean areTermsOf(String goods) {
    return in(goods).stream().anyMatch(plan.termIds()::contains);
  }

  /** Ids of the terms by which the question names goods. */
  Set<String> kinds() {
    return plan.termIds().stream()
        .flatMap(id -> generation.term(id).stream())
        .filter(term -> KINDS.contains(term.kind()))
        .map(Term::id)
        .collect(toSet());
  }

  /** "Semiconductors" in "AI chips": whether a text has one of their names. */
  boolean areIn(String text) {
    Set<String> words = nouns(words(text));
    return kinds().stream()
        .flatMap(id -> generation.term(id).stream())
        .flatMap(term -> term.en().stream())
        .anyMatch(name -> words.containsAll(nouns(words(name))));
  }

  /** Whether goods of whatever kind are asked about. */
  boolean isOfAll() {
    return ALL_GOODS.isIn(plan.text());
  }
}

package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a measure that does not stand as the whole does: "are models already approved banned",
 * "are the exclusions still valid". How the whole stands would mislead there; the statement that
 * lets the part out, or gives it a day of its own, tells it. Pure functions.
 */
final class ToldApart {
  /** Below this every tenth record or so has a word, so that it names no part of one. */
  private static final double OF_A_PART = 2.5;

  /** Words of how something stands, or of what is imposed. */
  private static final QuickPattern OF_THE_WHOLE =
      QuickPattern.of(
          "[0-9]|\\b(?:ban\\w*|suspen\\w+|paus\\w+|valid|legal\\w*|law\\w*|allow\\w*|permi\\w+|restrict\\w*|exten\\w+|lift\\w*"
              + "|repeal\\w*|cancel\\w*|rescin\\w+|expir\\w*|tariff\\w*|tax\\w*|dut(?:y|ies)|licen[cs]\\w*|rule\\w*"
              + "|export\\w*|import\\w*|sell\\w*|sold|buy|control\\w*|enforce\\w*|effect\\w*|approval"
              + "|restor\\w+|revok\\w+|end\\w*|stop\\w*|force)\\b");

  private static final QuickPattern APART =
      QuickPattern.of(
          "\\b(?:exempt\\w*|outside|left out|spared|dropped|lifted|not (?:be"
              + " )?(?:cover\\w*|apply|taken|due|caught|subject|charged)|do(?:es)? not"
              + " (?:apply|cover|reach)|(?:may|can) still|never|stays?|before it began|only"
              + " if|presumption of denial|(?:from|until|through|since) (?:model year |[0-9]{1,2}"
              + " [a-z]+ )[0-9]{4})\\b");

  private static final QuickPattern AN_END =
      QuickPattern.of(
          "\\b(?:stop\\w*|end\\w*|lift\\w*|cease\\w*|over|drop\\w*|until|till|struck)\\b");

  private ToldApart() {}

  /**
   * Whether the first statement tells of such a part of the measure, or when something else began
   * than what came of it: "when was the review opened".
   *
   * @param read the reader's log-odds that how the whole stands is the answer
   */
  static boolean isTold(
      QueryPlan plan,
      Verdict verdict,
      Statements statements,
      DoubleSupplier read,
      Generation generation) {
    CorpusRecord measure = verdict.records().getFirst();
    double lead = statements.readOfFirst().orElse(0);
    if (verdict.slot() == Slot.START) {
      return verdict.records().contains(statements.ranked().getFirst().record())
          && lead - read.getAsDouble() > 2 * Standings.MUCH_BETTER;
    }
    List<QueryToken> parts = partsAsked(plan, verdict, statements, generation);
    boolean isOfIt = verdict.records().contains(statements.ranked().getFirst().record());
    boolean isInTheNote =
        parts.stream().anyMatch(part -> isIn(measure.statusNote(), plan.written(part)));
    return !parts.isEmpty()
        && isOfIt
        && !Language.hasChinese(plan.text())
        && (isInTheNote || statements.read().isEmpty() || lead > read.getAsDouble());
  }

  /** Whether the first statement lets out a part that is asked for, or gives it its own day. */
  static boolean isOfAPart(
      QueryPlan plan, Verdict verdict, Statements statements, Generation generation) {
    return !partsAsked(plan, verdict, statements, generation).isEmpty();
  }

  private static List<QueryToken> partsAsked(
      QueryPlan plan, Verdict verdict, Statements statements, Generation generation) {
    CorpusRecord measure = verdict.records().getFirst();
    return verdict.isOfAWhole() && !isOver(measure, verdict)
        ? parts(plan, measure, statements, generation)
        : List.of();
  }

  /** "When was the deal closed", which the first statement tells, and how the case stands not. */
  static boolean isADay(QueryPlan plan, Reading reading, Statements statements) {
    return reading.asks(Slot.DAY)
        && !reading.asks(Slot.START)
        && !reading.asks(Slot.END)
        && !AskedStanding.isYesOrNo(plan)
        && !AN_END.isIn(plan.text())
        && !FirstDay.mayMiss(plan, statements.ranked().getFirst())
        && statements.ranked().getFirst().filled() > 0;
  }

  /** Of what is over no part stands. */
  private static boolean isOver(CorpusRecord measure, Verdict verdict) {
    return MeasureStatus.of(measure, verdict.day())
        .filter(status -> status.current() != null && !Standings.leavesOpen(status))
        .isPresent();
  }

  private static List<QueryToken> parts(
      QueryPlan plan, CorpusRecord measure, Statements statements, Generation generation) {
    Statements.Ranked lead = statements.ranked().getFirst();
    if (!APART.isIn(StatementForm.withoutAttribution(lead.statement().text()))) {
      return List.of();
    }
    Evidence whole = generation.evidenceOf(plan, List.of(measure.id())).getFirst();
    return IntStream.range(0, plan.tokens().size())
        .filter(lead::holds)
        .filter(
            i -> !whole.inTitle()[i] || isOneOfTwoLists(plan.tokens().get(i), whole, generation))
        .mapToObj(plan.tokens()::get)
        .filter(token -> !isWithinATerm(token, plan))
        .filter(
            token ->
                isOneOfTwoLists(token, whole, generation)
                    || !isIn(whole.record().title(), token, generation))
        .filter(QueryToken::isTelling)
        .filter(token -> token.idf() >= OF_A_PART)
        .filter(token -> token.kind() != QueryToken.Kind.DATE)
        .filter(
            token ->
                isOneOfTwoLists(token, whole, generation)
                    || !OF_THE_WHOLE.isIn(plan.written(token)))
        .toList();
  }

  /** "Cars" is told by its term, which "vehicles" in a title stands for. */
  private static boolean isWithinATerm(QueryToken token, QueryPlan plan) {
    return token.kind() == QueryToken.Kind.WORD
        && plan.tokens().stream()
            .anyMatch(term -> term.kind() == QueryToken.Kind.TERM && token.isWithin(term));
  }

  private static boolean isIn(String title, QueryToken token, Generation generation) {
    return generation.term(token.text()).stream()
        .flatMap(term -> term.en().stream())
        .anyMatch(name -> isIn(title, name));
  }

  /** "List 4B" of a record of Lists 4A and 4B. */
  private static boolean isOneOfTwoLists(QueryToken token, Evidence whole, Generation generation) {
    Set<String> lists =
        generation.termsIn(whole.record().title()).stream()
            .filter(
                id -> generation.term(id).filter(term -> term.kind().equals("list")).isPresent())
            .collect(Collectors.toSet());
    return lists.size() > 1 && lists.contains(token.text());
  }

  private static boolean isIn(@Nullable String note, String word) {
    return note != null && note.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
  }
}

package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The meeting by whose place it is asked what was talked of there: "did Trump and Xi talk about
 * Ukraine in Busan" is not told by what they said on the phone. Pure functions.
 */
final class AskedMeeting {
  private static final QuickPattern TALKED =
      QuickPattern.of(
          "^\\W*(?:did|what"
              + " did|have|has|was|were)\\b[^?]*?\\b(?:discuss\\w*|talk(?:ed)?|rais(?:e|ed)|agree|agreed|mention(?:ed)?|br(?:ing|ought)"
              + " up|come up|speak|spoke|sign|signed|say|ask|cover(?:ed)?|address(?:ed)?)\\b");

  private static final QuickPattern AT = QuickPattern.of("\\b(?:in|at) (?:the )?$");

  private static final QuickPattern MET =
      QuickPattern.of(
          "\\b(?:calls?|phone|meetings?|met|meet|summits?|visit(?:s|ed)?|trips?|dinner|spoke|speak)\\b|[见見]|[会會](?:[谈談]|晤|面)|通[话話]");

  private static final QuickPattern CALL =
      QuickPattern.of(
          "\\b(?:phone |telephone |video )?calls?\\b(?! (?:for|on|it|the|off|this|that|him|her|each"
              + " other|one another))");

  private static final QuickPattern IN_PERSON =
      QuickPattern.of("\\b(?:meetings?|met|meet|summits?|visit|trip)\\b");

  private AskedMeeting() {}

  private static final QuickPattern EVER =
      QuickPattern.of(
          "^\\W*(?:did|have|has) [^?]*\\b(?:ever )(?:meet|met|talk(?:ed)?|speak|spoken)\\b"
              + "|(?:[见見][过過]面|[见見][过過]|[会會][过過]面)[吗嗎没沒？?]");

  /** "Have Yellen and Wang Wentao ever met", of whom no meeting together is recorded. */
  static boolean isOfNoneEver(
      QueryPlan plan, List<Statements.Ranked> first, Generation generation) {
    Set<Term> persons = Chronicle.persons(plan, generation);
    return EVER.isIn(plan.text())
        && Chronicle.sides(persons).size() > 1
        && persons.size() == 2
        && generation
            .records()
            .filter(record -> record.kind() == Kind.MEETING || record.kind() == Kind.READOUT)
            .noneMatch(record -> Chronicle.tookPart(record, persons, generation))
        && first.stream().limit(1).noneMatch(one -> one.statement().text().contains("never"));
  }

  /**
   * "Trump Xi call March 2025", of which month no meeting of both is recorded, nor is what is told.
   */
  static boolean isOfNone(
      QueryPlan plan, Reading reading, List<Statements.Ranked> first, Generation generation) {
    Set<Term> persons = Chronicle.persons(plan, generation);
    LocalDate reached = generation.info().reachesTo();
    LocalDate last = reading.last();
    boolean isOfACall = CALL.isIn(plan.text()) && !IN_PERSON.isIn(plan.text());
    return MET.isIn(plan.text())
        && Chronicle.sides(persons).size() > 1
        && reading.first() != null
        && last != null
        && !reading.isRange()
        && reached != null
        && !last.isAfter(reached)
        && generation
            .records()
            .filter(record -> record.kind() == Kind.MEETING || record.kind() == Kind.READOUT)
            .filter(reading::spans)
            .filter(record -> !isOfACall || Chronicle.isCall(record))
            .noneMatch(record -> Chronicle.tookPart(record, persons, generation))
        && (isOfACall || first.stream().limit(1).noneMatch(one -> reading.spans(one.record())));
  }

  /** Whether the first is of another meeting than those at the place. */
  static boolean isOfAnother(QueryPlan plan, List<Statements.Ranked> first, Generation generation) {
    return TALKED.isIn(plan.text())
        && !first.isEmpty()
        && place(plan, generation)
            .filter(place -> isElsewhere(first.getFirst().record(), place, generation))
            .isPresent();
  }

  /** The name of the place of meetings at which something was talked of. */
  private static Optional<String> place(QueryPlan plan, Generation generation) {
    return plan.tokens().stream()
        .filter(token -> token.kind() == QueryToken.Kind.TERM)
        .filter(token -> AT.isIn(plan.text().substring(0, token.start())))
        .map(QueryToken::text)
        .filter(place -> generation.term(place).filter(Outcomes::isWhere).isPresent())
        .filter(place -> SinceMeeting.lastAt(generation, place).isPresent())
        .findFirst();
  }

  /** Whether it is of a meeting, or call, that is not titled by the place. */
  private static boolean isElsewhere(CorpusRecord record, String place, Generation generation) {
    return (record.kind() == Kind.MEETING || record.kind() == Kind.READOUT)
        && Stream.concat(
                Stream.of(record),
                Stream.ofNullable(record.meeting()).flatMap(id -> generation.find(id).stream()))
            .noneMatch(SinceMeeting.isInTitle(generation, place));
  }
}

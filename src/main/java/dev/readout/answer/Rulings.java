package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rulings on one matter, where its way through the courts is asked for, and what a court held,
 * where its reasons are. Pure functions.
 */
final class Rulings {
  /** "The court fight", "the case at each court". */
  private static final QuickPattern IN_COURT =
      QuickPattern.of(
          "\\b(?:courts?|litigation|lawsuits?|(?<!(?:from|since|after) the (?:\\w{1,10}"
              + " )?)rulings?)\\b");

  private static final QuickPattern WHY =
      QuickPattern.of(
          "\\b(?:why|how come|reasons?|reasoning|rationale|on what (?:grounds?|basis))\\b");

  private static final QuickPattern BY_A_COURT =
      QuickPattern.of(
          "\\b(?:courts?|judges|justices|rulings?|struck|strike|overturn\\w*|unlawful|illegal)\\b");

  /** The courts that a question may name, as the issuer's name has them. */
  private static final Map<String, String> COURTS =
      Map.of(
          "supreme", "Supreme",
          "appeals", "Appeals",
          "circuit", "Appeals",
          "trade court", "Trade",
          "court of international trade", "Trade");

  private static final QuickPattern HELD =
      QuickPattern.exactly("\\b(?:held|upheld|ruled|found|concluded)\\b");

  /** Records among which a ruling is looked for. */
  private static final int MAX_FOUND = 6;

  /** One ruling is no way through courts. */
  private static final int LEAST = 2;

  private Rulings() {}

  /** The rulings of one case in court after court, where its course is asked for. */
  static List<CorpusRecord> of(
      QueryPlan plan, Reading reading, Stream<Evidence> found, Generation generation) {
    if (!reading.asks(Shape.SEQUENCE) || !IN_COURT.isIn(plan.text())) {
      return List.of();
    }
    return found
        .limit(MAX_FOUND)
        .map(Evidence::record)
        .filter(Rulings::isRuling)
        .findFirst()
        .map(
            ruling ->
                generation
                    .records()
                    .filter(Rulings::isRuling)
                    .filter(one -> one.equals(ruling) || one.relates().contains(ruling.id()))
                    .sorted(Comparator.comparing(CorpusRecord::anchorDay))
                    .toList())
        .filter(rulings -> rulings.size() >= LEAST)
        .orElse(List.of());
  }

  /**
   * The statements with what the court held first, where it is asked why it did: that of the court
   * that is named, else the last of the case. Where something else is asked, no ruling of another
   * court than the one named leads; else empty.
   */
  static Optional<Statements> first(QueryPlan plan, Statements statements, Generation generation) {
    String text = plan.text().toLowerCase(Locale.ROOT);
    List<String> courts =
        COURTS.entrySet().stream()
            .filter(court -> text.contains(court.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    Predicate<CorpusRecord> isNamed =
        one -> courts.isEmpty() || courts.stream().anyMatch(one.issuer()::contains);
    if (!WHY.isIn(plan.text()) || !BY_A_COURT.isIn(plan.text())) {
      CorpusRecord lead = statements.ranked().getFirst().record();
      return isRuling(lead) && !isNamed.test(lead)
          ? statements.ledBy(
              one -> isRuling(one.record()) && isNamed.test(one.record()),
              StatementOrder.AS_GOOD_A_PLAN)
          : Optional.empty();
    }
    return statements.ranked().stream()
        .map(Statements.Ranked::record)
        .filter(Rulings::isRuling)
        .findFirst()
        .flatMap(
            ruling ->
                generation
                    .records()
                    .filter(Rulings::isRuling)
                    .filter(one -> one.equals(ruling) || one.relates().contains(ruling.id()))
                    .filter(isNamed)
                    .max(Comparator.comparing(CorpusRecord::anchorDay)))
        .map(ruling -> statements.withFirst(held(ruling, plan, statements, generation)));
  }

  private static List<Statements.Ranked> held(
      CorpusRecord ruling, QueryPlan plan, Statements statements, Generation generation) {
    double best = statements.ranked().getFirst().score();
    return generation.evidenceOf(plan, List.of(ruling.id())).stream()
        .flatMap(
            one ->
                IntStream.range(0, ruling.statements().size())
                    .filter(i -> HELD.isIn(ruling.statements().get(i).text()))
                    .mapToObj(i -> new Statements.Ranked(one, i, 1, best))
                    .limit(1))
        .toList();
  }

  static boolean isRuling(CorpusRecord record) {
    return record.issuer().contains("Court");
  }
}

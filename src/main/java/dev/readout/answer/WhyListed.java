package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Why a company was put on a list or punished, where one sentence names it and another gives the
 * reason for all of that notice. Pure functions.
 */
final class WhyListed {
  private static final QuickPattern LISTING =
      QuickPattern.of(
          "\\b(?:list(?:ed|ing)?|blacklist\\w*|sanction\\w*|punish\\w*|added?|banned|entity|unreliable)\\b"
              + "|清单|清單|名单|名單|制裁|拉黑|处罚|處罰");

  /** "Put three companies on the list over arms sales", "for work on advanced chips". */
  private static final QuickPattern FOR_A_REASON =
      QuickPattern.of(
          "\\b(?:put|add(?:ed|ition|itions)?|list(?:ed|ing)?|plac(?:ed|ing)|sanction\\w*)\\b[^;]*\\b(?:over"
              + " (?!the (?:past|last))|because|for (?:\\w+"
              + " ){0,3}?(?:ties|work|support|help\\w*|\\w+ing)\\b|accus\\w+|citing|after"
              + " (?:US|U\\.S\\.) )|\\bhad (?:broken|helped)\\b|\\bcited\\b|^The (?:stated"
              + " )?reasons?\\b|\\banswered an? (?:US|U\\.S\\.)");

  private WhyListed() {}

  /** The statements with that first; empty where it is not asked, or no notice gives a reason. */
  static Optional<Statements> first(
      QueryPlan plan, Reading reading, Statements statements, Generation generation) {
    Optional<Integer> company = company(plan, reading, generation);
    return company.flatMap(
        named ->
            Stream.concat(
                    statements.ranked().stream().map(Statements.Ranked::evidence),
                    naming(plan, named, generation))
                .distinct()
                .filter(notice -> isOfIt(notice, plan, named, reading, generation))
                .flatMap(
                    notice ->
                        IntStream.range(0, notice.record().statements().size())
                            .filter(i -> gives(notice, i, named, generation))
                            .limit(1)
                            .mapToObj(i -> statements.openedBy(notice, i)))
                .findFirst());
  }

  /** The records that name it, the newest first, where none that lists it was found. */
  private static Stream<Evidence> naming(QueryPlan plan, int company, Generation generation) {
    return generation
        .evidenceOf(
            plan,
            generation.naming(plan.tokens().get(company).text()).stream()
                .sorted(Comparator.comparing(CorpusRecord::anchorDay).reversed())
                .map(CorpusRecord::id)
                .toList())
        .stream();
  }

  private static Optional<Integer> company(QueryPlan plan, Reading reading, Generation generation) {
    List<Integer> companies =
        StatementOrder.Named.of(plan, generation, term -> term.kind().equals("company"));
    return reading.asks(Slot.REASON) && companies.size() == 1 && LISTING.isIn(plan.text())
        ? Optional.of(companies.getFirst())
        : Optional.empty();
  }

  /** Whether it lists the company, by the government and in the time asked about. */
  private static boolean isOfIt(
      Evidence notice, QueryPlan plan, int company, Reading reading, Generation generation) {
    CorpusRecord record = notice.record();
    List<String> lists =
        AskedList.lists(plan, generation).stream().map(i -> plan.tokens().get(i).text()).toList();
    return record.listings().stream()
            .filter(listing -> lists.isEmpty() || lists.contains(listing.list()))
            .flatMap(listing -> listing.names().stream())
            .flatMap(name -> generation.termsIn(name.en()).stream())
            .anyMatch(plan.tokens().get(company).text()::equals)
        && (!reading.hasSpan() || reading.spans(record))
        && (reading.side() == null || !Imposer.isOthers(reading.side(), record.side()));
  }

  /** Whether the statement gives a reason, and not another company's. */
  private static boolean gives(Evidence notice, int ordinal, int company, Generation generation) {
    String text = notice.record().statements().get(ordinal).text();
    return FOR_A_REASON.isIn(text)
        && (notice.inStatement()[ordinal][company]
            || generation.termsIn(text).stream()
                .flatMap(id -> generation.term(id).stream())
                .map(Term::kind)
                .noneMatch("company"::equals));
  }
}

package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Listing;
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
          "\\b(?:put|add(?:ed|ition|itions)?|list(?:s|ed|ing)?|named|plac(?:ed|ing)|sanction\\w*)\\b[^;]*\\b(?:over"
              + " (?!the (?:past|last))|because|for (?:\\w+"
              + " ){0,3}?(?:ties|work|support|help\\w*|\\w+ing)\\b|accus\\w+|citing|after"
              + " (?:US|U\\.S\\.) )|\\bpart of [\\w ]+['’]s answer to\\b|\\bhad"
              + " (?:broken|helped)\\b|\\bcited\\b|\\bthe reason (?:it|they) gave\\b|^The (?:stated"
              + " )?reasons?\\b|\\banswered an? (?:US|U\\.S\\.)");

  private WhyListed() {}

  /** The statements with that first; empty where it is not asked, or no notice gives a reason. */
  static Optional<Statements> first(
      QueryPlan plan, Reading reading, Statements statements, Generation generation) {
    if (!reading.asks(Slot.REASON) || !LISTING.isIn(plan.text())) {
      return Optional.empty();
    }
    List<String> company = new OnAList(generation).company(plan);
    return Stream.concat(
            statements.ranked().stream().map(Statements.Ranked::evidence),
            listing(plan, company, generation))
        .distinct()
        .filter(notice -> isOfIt(notice.record(), plan, company, reading, generation))
        .flatMap(
            notice ->
                IntStream.range(0, notice.record().statements().size())
                    .filter(i -> gives(notice.record(), i, company, generation))
                    .limit(1)
                    .mapToObj(i -> statements.openedBy(notice, i)))
        .findFirst();
  }

  /** The records that list it, the newest first, where none that does was found. */
  private static Stream<Evidence> listing(
      QueryPlan plan, List<String> company, Generation generation) {
    return generation
        .evidenceOf(
            plan,
            generation
                .records()
                .filter(
                    record ->
                        record.listings().stream().anyMatch(listing -> lists(listing, company)))
                .sorted(Comparator.comparing(CorpusRecord::anchorDay).reversed())
                .map(CorpusRecord::id)
                .toList())
        .stream();
  }

  private static boolean lists(Listing listing, List<String> company) {
    return listing.names().stream().anyMatch(name -> isNamedIn(name.en(), company));
  }

  private static boolean isNamedIn(String text, List<String> company) {
    return company.stream().anyMatch(name -> OnAList.isIn(text, name, null));
  }

  /** Whether it lists the company, by the government and in the time asked about. */
  private static boolean isOfIt(
      CorpusRecord notice,
      QueryPlan plan,
      List<String> company,
      Reading reading,
      Generation generation) {
    List<String> lists =
        AskedList.lists(plan, generation).stream().map(i -> plan.tokens().get(i).text()).toList();
    return notice.listings().stream()
            .filter(listing -> lists.isEmpty() || lists.contains(listing.list()))
            .anyMatch(listing -> lists(listing, company))
        && (!reading.hasSpan() || reading.spans(notice))
        && (reading.side() == null || !Imposer.isOthers(reading.side(), notice.side()));
  }

  /** Whether the statement gives a reason, and not another company's. */
  private static boolean gives(
      CorpusRecord notice, int ordinal, List<String> company, Generation generation) {
    String text = notice.statements().get(ordinal).text();
    return FOR_A_REASON.isIn(text)
        && (isNamedIn(text, company)
            || generation.termsIn(text).stream()
                .flatMap(id -> generation.term(id).stream())
                .map(Term::kind)
                .noneMatch("company"::equals));
  }
}

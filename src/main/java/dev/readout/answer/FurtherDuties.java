package dev.readout.answer;

import static java.util.stream.Collectors.toSet;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.Side;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What else the side that charges a duty charges: on the goods named, and on whatever comes from
 * the other, each by its own measure. Thread-safe.
 */
record FurtherDuties(Generation generation) {
  /** Id of the topic, and term, of duties for security. */
  static final String FOR_SECURITY = "section-232";

  /** Other measures named. */
  private static final int MAX_OTHERS = 2;

  /** Who pays a duty on his kind of goods for security does not pay the general one. */
  Verdict to(Verdict charged, QueryPlan plan) {
    NamedGoods named = new NamedGoods(plan, generation);
    List<String> goods = new ArrayList<>(charged.details());
    goods.addAll(named.beside(charged));
    List<String> own = List.copyOf(goods);
    Set<String> by = charged.rates().stream().map(RatePeriod::by).collect(toSet());
    List<CorpusRecord> records = new ArrayList<>(charged.records());
    add(
        records,
        goods,
        by,
        charged,
        rate ->
            (named.areTermsOf(rate.of())
                    && named.areWrittenIn(rate.of())
                    && named.areNamedLike(own, rate.of()))
                || named.areAllOf(rate.of(), charged.details()));
    List<CorpusRecord> forSecurity =
        generation
            .records()
            .filter(one -> one.side() == charged.records().getFirst().side())
            .filter(one -> one.topics().contains(FOR_SECURITY) && !records.contains(one))
            .filter(one -> isOnSuch(one, own, charged.day(), named))
            .toList();
    if (forSecurity.isEmpty()
        && records.stream().noneMatch(one -> one.topics().contains(FOR_SECURITY))) {
      add(records, goods, by, charged, RatePeriod::isOnWhateverComes);
    }
    if (named.areAllNamed(charged.details())) {
      forSecurity.forEach(
          one ->
              one.rates().stream()
                  .filter(rate -> Verdict.isToBePaid(rate, charged.day()))
                  .filter(rate -> !by.contains(rate.by()))
                  .min(Comparator.comparing(rate -> !named.areTermsOf(rate.of())))
                  .ifPresent(
                      rate -> {
                        records.add(one);
                        goods.add(rate.of());
                        by.add(rate.by());
                      }));
    }
    return new Verdict(Slot.AMOUNT, records, charged.day(), null, List.of(), goods);
  }

  /**
   * Whether a measure charges goods of the kind by their name or, electric cars being cars, by its
   * topic.
   */
  private static boolean isOnSuch(
      CorpusRecord measure, List<String> goods, LocalDate day, NamedGoods named) {
    return goods.stream()
        .map(named::in)
        .filter(kinds -> !kinds.isEmpty())
        .anyMatch(
            kinds ->
                (kinds.size() == 1 && measure.topics().containsAll(kinds))
                    || measure.rates().stream()
                        .filter(rate -> rate.covers(day) && !rate.isNothing())
                        .map(rate -> named.in(rate.of()))
                        .anyMatch(some -> !some.isEmpty() && kinds.containsAll(some)));
  }

  /** Adds what is charged by others, the newest first, and the goods that it is charged on. */
  private void add(
      List<CorpusRecord> records,
      List<String> goods,
      Set<String> by,
      Verdict charged,
      Predicate<RatePeriod> isMeant) {
    Side side = charged.records().getFirst().side();
    generation
        .records()
        .filter(one -> one.side() == side && !records.contains(one))
        .sorted(Comparator.comparing(CorpusRecord::anchorDay).reversed())
        .forEach(
            other -> {
              List<RatePeriod> also =
                  other.rates().stream()
                      .filter(
                          rate ->
                              Verdict.isToBePaid(rate, charged.day())
                                  || Verdict.hasRunOut(rate, other, charged.day()))
                      .filter(rate -> isMeant.test(rate) && !by.contains(rate.by()))
                      .toList();
              if (!also.isEmpty() && records.size() <= MAX_OTHERS) {
                records.add(other);
                also.forEach(
                    rate -> {
                      goods.add(rate.of());
                      by.add(rate.by());
                    });
              }
            });
  }
}

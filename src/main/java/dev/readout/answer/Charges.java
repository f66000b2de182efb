package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the measures that were found charge, by their recorded rates. Thread-safe. */
final class Charges {
  /** Kinds of terms that name what is charged rather than what it is charged on. */
  private static final Set<String> DUTIES = Set.of("instrument", "law", "list");

  /** "Batteries that are not for EVs": the goods named are not those asked about. */
  private static final QuickPattern NEGATED =
      QuickPattern.of("\\bnot (?:for|in|on|used)\\b|\\bother than\\b");

  private static final Set<String> LAWS =
      Set.of(FurtherDuties.FOR_SECURITY, "section-301", "section-122");

  static final QuickPattern DUTY =
      QuickPattern.of(
          "\\b(?:tariffs?|dut(?:y|ies)|(?:301|232)"
              + " rates?|list (?:[1-3]|4[ab]))\\b|\\bpay(?:s|ing)?\\b.*\\bcustoms\\b|关税|税率|加征");

  /** What came of a duty, "how far did exports fall after the tariffs", is not what it charges. */
  private static final QuickPattern EFFECT =
      QuickPattern.of(
          "\\b(?:after|before|because|despite|exports?|imports?|shipments?|sales|sold|revenue|collect\\w*"
              + "|costs?|lost|loss\\w*|fell|fall|fallen|drop\\w*|jobs?)\\b|以后|之后|(?:出口|进口)(?![到往去至]|美国|中国)|销量|收入|损失|下降");

  /** "On Vietnam", "Swiss goods", "越南被课": before or behind the country charged. */
  private static final QuickPattern IS_CHARGED =
      QuickPattern.of("\\b(?:on|against|for)\\s+(?:the\\s+)?$|[对對]$");

  private static final Pattern GOODS_OF =
      Pattern.compile(
          "(?:['’]s)?\\s+(?:goods|products|exports|imports|pays?)\\b|(?:出口|[被的要交付])",
          Pattern.CASE_INSENSITIVE);

  /** "Is there still a tariff on soybeans", "do they still pay": whatever it is charged by. */
  private static final QuickPattern IF_PAID =
      QuickPattern.of(
          "\\b(?:is|are) there (?:still )?(?:an?y? )?[^?]*\\b(?:tariffs?|dut(?:y|ies))"
              + " on\\b|\\bstill (?:have to"
              + " )?(?:pay|face)\\b|[还還](?:[要得需](?:不[要得需])?|是否)?(?:再|被)?(?:[交缴付]|加征|收)");

  private final Generation generation;

  Charges(Generation generation) {
    this.generation = generation;
  }

  static boolean isOfADuty(String text) {
    return DUTY.isIn(text) && !EFFECT.isIn(text);
  }

  /** Whether it is asked if any duty is paid on goods, of which no rate is named. */
  boolean isAskedIfPaid(QueryPlan plan) {
    return IF_PAID.isIn(plan.text())
        && DUTY.isIn(plan.text())
        && !AskedNumbers.nameARate(plan)
        && !new NamedGoods(plan, generation).kinds().isEmpty();
  }

  /** What the nearest measure that has a rate of its own for the goods named charges on them. */
  Optional<Verdict> on(QueryPlan plan, List<Evidence> near, List<Evidence> further, LocalDate day) {
    if (!isOfADuty(plan.text()) || namesAnotherCountry(plan) || NEGATED.isIn(plan.text())) {
      return Optional.empty();
    }
    NamedGoods named = new NamedGoods(plan, generation);
    // "EVs" are not "EV batteries", where there is a rate for either.
    Predicate<String> alone =
        goods -> named.are(goods) && plan.termIds().containsAll(named.in(goods));
    Predicate<String> exact = goods -> alone.test(goods) && named.areWrittenIn(goods);
    return free(plan, near, day)
        .or(() -> on(plan, near, day, exact))
        .or(() -> on(plan, further, day, exact))
        .or(() -> on(plan, near, day, alone))
        .or(() -> on(plan, near, day, named::are))
        .or(() -> on(plan, further, day, named::are));
  }

  private static Optional<Verdict> on(
      QueryPlan plan, List<Evidence> near, LocalDate day, Predicate<String> isMeant) {
    Optional<Side> imposer = Imposer.of(plan.text());
    return on(
        near.stream()
            .map(Evidence::record)
            .filter(
                record -> imposer.filter(side -> Imposer.isOthers(side, record.side())).isEmpty())
            .filter(record -> isOfTheKind(plan, record))
            .toList(),
        day,
        isMeant);
  }

  /** "Cranes", on which one measure alone charges anything, however far behind it was found. */
  Optional<Verdict> onlyOne(QueryPlan plan, LocalDate day) {
    if (!isOfADuty(plan.text()) || namesAnotherCountry(plan)) {
      return Optional.empty();
    }
    Optional<Side> imposer = Imposer.of(plan.text());
    NamedGoods named = new NamedGoods(plan, generation);
    List<Verdict> charging =
        generation
            .records()
            .filter(record -> !record.rates().isEmpty() && isOfTheKind(plan, record))
            .filter(
                record -> imposer.filter(side -> Imposer.isOthers(side, record.side())).isEmpty())
            .flatMap(record -> on(List.of(record), day, named::areAllIn).stream())
            .toList();
    return charging.size() == 1 ? Optional.of(charging.getFirst()) : byTheLaw(plan, named, day);
  }

  /** "The Section 232 rate on semiconductors": the one measure of the law on such goods. */
  private Optional<Verdict> byTheLaw(QueryPlan plan, NamedGoods named, LocalDate day) {
    List<Verdict> charging =
        plan.termIds().stream().noneMatch(LAWS::contains)
            ? List.of()
            : generation
                .records()
                .filter(record -> isOfTheKind(plan, record))
                .filter(record -> named.areIn(record.title()))
                .flatMap(record -> on(List.of(record), day, _ -> true).stream())
                .toList();
    return charging.size() == 1 ? Optional.of(charging.getFirst()) : Optional.empty();
  }

  /**
   * "What does China charge on US pork now", on which nothing of its own is charged any more: what
   * it charges on whatever comes, or how that stands where no rate is recorded for the day.
   */
  Optional<Verdict> onWhateverComes(QueryPlan plan, LocalDate day) {
    Optional<Side> imposer = Imposer.of(plan.text());
    if (imposer.isEmpty()
        || !isOfADuty(plan.text())
        || namesAnotherCountry(plan)
        || new NamedGoods(plan, generation).kinds().isEmpty()) {
      return Optional.empty();
    }
    return generation
        .records()
        .filter(one -> one.side() == imposer.get() && !OfToday.isOver(one, day))
        .filter(one -> isOfTheKind(plan, one))
        .filter(one -> one.rates().stream().anyMatch(RatePeriod::isOnWhateverComes))
        .max(Comparator.comparing(CorpusRecord::anchorDay))
        .map(one -> onWhateverComes(one, day));
  }

  private static Verdict onWhateverComes(CorpusRecord measure, LocalDate day) {
    List<String> goods =
        measure.rates().stream()
            .filter(rate -> rate.covers(day) && rate.isOnWhateverComes())
            .map(RatePeriod::of)
            .toList();
    return goods.isEmpty()
        ? withLastRate(new Verdict(Slot.STANDING, List.of(measure), day))
        : new Verdict(Slot.AMOUNT, List.of(measure), day, null, List.of(), goods);
  }

  /** How a duty stands, with what it last charged on whatever comes, where that has run out. */
  static Verdict withLastRate(Verdict standing) {
    List<RatePeriod> rates = standing.records().getFirst().rates();
    boolean hasRunOut =
        !rates.isEmpty()
            && rates.getLast().isOver(standing.day())
            && rates.getLast().isOnWhateverComes();
    return hasRunOut
        ? new Verdict(
            standing.slot(),
            standing.records(),
            standing.day(),
            null,
            List.of(),
            List.of(rates.getLast().of()))
        : standing;
  }

  /**
   * Whether it is of the law that the question names; and what is charged on dumped goods alone
   * answers a question of dumping.
   */
  private static boolean isOfTheKind(QueryPlan plan, CorpusRecord record) {
    return (!Duties.isOfDumping(plan.text()) || Duties.isOfDumping(record.title()))
        && LAWS.stream().filter(plan.termIds()::contains).allMatch(record.topics()::contains);
  }

  /** "Legacy chips", on which the measure titled so charges nothing until a day. */
  private static Optional<Verdict> free(QueryPlan plan, List<Evidence> near, LocalDate day) {
    return near.stream()
        .limit(1)
        .filter(measure -> isTitled(plan, measure))
        .flatMap(
            measure ->
                measure.record().rates().stream()
                    .filter(rate -> rate.covers(day) && rate.to() != null && rate.isNothing())
                    .map(
                        rate ->
                            new Verdict(
                                Slot.AMOUNT,
                                List.of(measure.record()),
                                day,
                                null,
                                List.of(),
                                List.of(rate.of()))))
        .findFirst();
  }

  private static boolean isTitled(QueryPlan plan, Evidence measure) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> plan.tokens().get(i).hasContent())
        .filter(i -> !plan.isInAName(plan.tokens().get(i)))
        .filter(i -> !Composer.COUNTRIES.contains(plan.tokens().get(i).text()))
        .filter(i -> !NamedGoods.isNone(plan.written(plan.tokens().get(i))))
        .allMatch(i -> measure.inTitle()[i]);
  }

  private static Optional<Verdict> on(
      List<CorpusRecord> records, LocalDate day, Predicate<String> isMeant) {
    return records.stream()
        .flatMap(
            record -> {
              List<String> goods =
                  record.rates().stream()
                      .filter(rate -> rate.covers(day) && !rate.isNothing())
                      .map(RatePeriod::of)
                      .filter(isMeant)
                      .distinct()
                      .toList();
              return goods.isEmpty()
                  ? Stream.empty()
                  : Stream.of(
                      new Verdict(Slot.AMOUNT, List.of(record), day, null, List.of(), goods));
            })
        .findFirst();
  }

  /** The countries besides the two on whose goods a duty is asked about; else none. */
  List<Integer> others(QueryPlan plan) {
    String text = plan.text();
    return !DUTY.isIn(text)
        ? List.of()
        : StatementOrder.Named.of(
                plan,
                generation,
                term ->
                    term.kind().equals("place")
                        && term.side() == null
                        && SinceMeeting.lastAt(generation, term.id()).isEmpty())
            .stream()
            .filter(
                place -> {
                  QueryToken country = plan.tokens().get(place);
                  return IS_CHARGED.isIn(text.substring(0, country.start()))
                      || GOODS_OF.matcher(text.substring(country.end())).lookingAt();
                })
            .toList();
  }

  private boolean namesAnotherCountry(QueryPlan plan) {
    return plan.termIds().stream()
        .filter(id -> !Composer.COUNTRIES.contains(id))
        .flatMap(id -> generation.term(id).stream())
        .anyMatch(term -> term.kind().equals("place"));
  }

  /**
   * Whether a field holds what is asked for, though a statement tells it: the best record has a
   * rate for the goods named, or is the answer to the other's measure where that is asked for.
   */
  boolean isRecorded(QueryPlan plan, Reading reading, List<Ranked> ranking) {
    if (ranking.isEmpty()) {
      return false;
    }
    CorpusRecord best = ranking.getFirst().record();
    boolean hasRate =
        best.rates().stream().map(RatePeriod::of).anyMatch(new NamedGoods(plan, generation)::are);
    return (reading.asks(Slot.AMOUNT) && hasRate)
        || (best.kind() == Kind.COUNTERMEASURE && Imposer.isAnswerAsked(plan.text()));
  }

  /**
   * Whether a duty is named that the title has, by more than "tariff", or, if it is not over, by
   * all that it is on.
   */
  boolean isNamed(QueryPlan plan, Evidence evidence, LocalDate day) {
    boolean isOnAll =
        new NamedGoods(plan, generation).isOfAll()
            && !OfToday.isOver(evidence.record(), day)
            && evidence.record().rates().stream().anyMatch(rate -> rate.of().startsWith("all "));
    return !EFFECT.isIn(plan.text()) && (isOnAll || namesADuty(plan, evidence));
  }

  private boolean namesADuty(QueryPlan plan, Evidence evidence) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> evidence.inTitle()[i] && plan.tokens().get(i).kind() == QueryToken.Kind.TERM)
        .mapToObj(i -> generation.term(plan.tokens().get(i).text()))
        .flatMap(Optional::stream)
        .filter(term -> DUTIES.contains(term.kind()))
        .anyMatch(term -> term.en().stream().allMatch(name -> name.contains(" ")));
  }
}

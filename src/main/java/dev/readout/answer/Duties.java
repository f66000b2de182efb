package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What changed duties, by the rates recorded. Pure functions. */
final class Duties {
  /** Ids of the terms that name tariffs in general. */
  private static final Set<String> TARIFFS = Set.of("tariff", "trade-war");

  private static final QuickPattern RISES =
      QuickPattern.of(
          "\\b(?:increas|rais|hik|ris)\\w+|\\brose\\b|\\b(?:go|goes|going|gone|went) up|climb\\b");

  /** Duties on one firm's prices are no tariffs. */
  private static final QuickPattern OF_DUMPING =
      QuickPattern.of("\\b(?:anti[- ]?dumping|countervailing|circumvention)\\b");

  /** "Robot tariff 232". */
  private static final QuickPattern BARE = QuickPattern.exactly("\\W*(?:\\S+ ?){1,4}");

  private static final QuickPattern SHARE =
      QuickPattern.of("\\b(?:shares?|cut|percentage) (?:of|does|do|did|must|on|from)\\b");

  /** "The tariff on Chinese excavators": what stands before and behind the goods. */
  private static final QuickPattern CHARGED_ON =
      QuickPattern.of("\\b(?:on|for|of)(?: [\\w-]+){0,3} $");

  private static final Pattern DUTY_BEHIND =
      Pattern.compile(
          " (?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|rates?)\\W*(?:now|today|20[0-9]{2})?\\W*$",
          Pattern.CASE_INSENSITIVE);

  /** Statements among which one that leaves something out is looked for. */
  private static final int NEAR = 5;

  /** Words and names that tell no goods apart. */
  private static final QuickPattern OF_DUTIES =
      QuickPattern.of(
          "\\b(?:tariff|dut(?:y|ies)|lev(?:y|ies)|rate|surcharge|charge|percent|section|import"
              + "|good|product|china|chinese|us|u\\.s\\.|american?)s?\\b|[0-9]");

  private static final QuickPattern NUMBER = QuickPattern.exactly("[0-9]+(?:[.][0-9]+)?");

  private Duties() {}

  /** Whether it is of duties on dumped or subsidised goods, which stand beside tariffs. */
  static boolean isOfDumping(String text) {
    return OF_DUMPING.isIn(text);
  }

  /** "The 301 rate on laptops", where other goods' are told. */
  static boolean isOfOtherGoods(
      QueryPlan plan, Reading reading, Statements.Ranked lead, Generation generation) {
    List<Integer> goods = Measures.goods(plan, generation);
    return Imposer.isOfADuty(plan.text())
        && (reading.asks(Slot.AMOUNT) || BARE.isWhole(plan.text()))
        && !goods.isEmpty()
        && goods.stream().noneMatch(i -> tells(lead, i));
  }

  /** "The tariff on excavators", of which no record has a word, where other goods' are told. */
  static boolean isOnUntoldGoods(QueryPlan plan, Statements.Ranked lead) {
    String text = plan.text();
    return Imposer.isOfADuty(text)
        && plan.tokens().stream()
            .filter(token -> token.kind() == QueryToken.Kind.WORD)
            .filter(token -> !token.known() && token.isTelling())
            .anyMatch(
                named ->
                    CHARGED_ON.isIn(text.substring(0, named.start()))
                        || DUTY_BEHIND.matcher(text.substring(named.end())).lookingAt())
        && IntStream.range(0, plan.tokens().size())
            .filter(lead::holds)
            .mapToObj(plan.tokens()::get)
            .allMatch(token -> isOfDutiesAlone(token, plan));
  }

  /** "The 301 rate on laptops", "the share of H20 sales": what tells of these goods, not others. */
  static Optional<Statements> ofTheGoods(
      QueryPlan plan, Reading reading, Statements statements, Generation generation) {
    List<Integer> goods =
        (reading.asks(Slot.AMOUNT) && Imposer.isOfADuty(plan.text())) || SHARE.isIn(plan.text())
            ? Measures.goods(plan, generation)
            : List.of();
    return goods.isEmpty() || goods.stream().anyMatch(i -> tells(statements.ranked().getFirst(), i))
        ? Optional.empty()
        : statements.ledBy(
            one -> goods.stream().allMatch(one::holds), StatementOrder.AS_GOOD_A_RESULT);
  }

  private static boolean tells(Statements.Ranked one, int token) {
    return one.holds(token) || one.evidence().inTitle()[token];
  }

  private static boolean isOfDutiesAlone(QueryToken token, QueryPlan plan) {
    return !token.isTelling()
        || token.kind() == QueryToken.Kind.NUMBER
        || OF_DUTIES.isIn(plan.written(token));
  }

  /** What changed a duty in the time that a timeline of tariffs is asked of. */
  static List<CorpusRecord> changed(QueryPlan plan, Reading reading, Generation generation) {
    if (!reading.asks(Shape.SEQUENCE)
        || !reading.hasSpan()
        || plan.tokens().stream().noneMatch(Duties::isTariff)
        || plan.tokens().stream()
            .anyMatch(token -> !isTariff(token) && Sequences.isName(token, generation))) {
      return List.of();
    }
    Optional<Side> imposer = Imposer.of(plan.text());
    boolean isOfRises = RISES.isIn(plan.text());
    return generation
        .records()
        .flatMap(record -> changes(record, isOfRises))
        .filter(rate -> reading.spans(rate.from()))
        .map(RatePeriod::by)
        .distinct()
        .flatMap(id -> generation.find(id).stream())
        .filter(record -> reading.side() == null || reading.side() == record.side())
        .filter(record -> imposer.filter(side -> Imposer.isOthers(side, record.side())).isEmpty())
        .filter(record -> reading.spans(record.anchorDay()))
        .filter(record -> !isOfDumping(record.title()))
        .sorted(Comparator.comparing(CorpusRecord::anchorDay))
        .toList();
  }

  /** Its rates that are other than those before, or higher. */
  private static Stream<RatePeriod> changes(CorpusRecord measure, boolean isOfRises) {
    return measure.rates().stream()
        .filter(
            rate ->
                measure.rates().stream()
                    .filter(before -> before.of().equals(rate.of()))
                    .filter(before -> rate.from().minusDays(1).equals(before.to()))
                    .allMatch(
                        before -> {
                          double rise = percent(rate) - percent(before);
                          return isOfRises ? rise > 0 : rise != 0;
                        }));
  }

  /** The first number of a recorded rate; 0 where it has none. */
  private static double percent(RatePeriod rate) {
    MatchResult number = NUMBER.first(rate.rate());
    return number != null ? Double.parseDouble(number.group()) : 0;
  }

  static boolean isTariff(QueryToken token) {
    return TARIFFS.contains(token.text());
  }

  /**
   * "Is there a tariff on copper scrap", which a statement of the measure leaves out: the
   * statements with that first, for no rate is the answer then; empty where the rates name it, or
   * nothing does.
   */
  static Optional<Statements> leavingOut(
      QueryPlan plan, Verdict verdict, Statements statements, Generation generation) {
    String rates = VerdictText.of(verdict, Language.EN).toLowerCase(Locale.ROOT);
    List<QueryToken> goods =
        Measures.goods(plan, generation).stream().map(plan.tokens()::get).toList();
    List<Integer> unrated =
        IntStream.range(0, plan.tokens().size())
            .filter(i -> plan.tokens().get(i).isTelling())
            .filter(
                i -> goods.stream().anyMatch(one -> one.end() + 1 == plan.tokens().get(i).start()))
            .filter(
                i -> !rates.contains(plan.written(plan.tokens().get(i)).toLowerCase(Locale.ROOT)))
            .boxed()
            .toList();
    boolean isOfTheWhole = verdict.slot() == Slot.AMOUNT || verdict.slot() == Slot.STANDING;
    return isOfTheWhole && !unrated.isEmpty()
        ? statements.ranked().stream()
            .limit(verdict.slot() == Slot.AMOUNT ? NEAR : Long.MAX_VALUE)
            .filter(one -> verdict.records().contains(one.record()))
            .filter(one -> unrated.stream().allMatch(one::holds))
            .filter(one -> Lacking.exempts(one))
            .findFirst()
            .map(one -> statements.withFirst(List.of(one)))
        : Optional.empty();
  }
}

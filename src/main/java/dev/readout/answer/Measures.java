package dev.readout.answer;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.partitioningBy;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.answer.StatementOrder.Named;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which of the measures that were found is meant by the words that name one. Thread-safe. */
final class Measures {
  /** What is on a list or under a rule. */
  private static final Set<String> THINGS = Set.of("company", "commodity", "technology");

  private static final QuickPattern STILL = QuickPattern.exactly("\\bstill (?:pay|face|bear|carr)");

  /** Words that ask for a standing or a day and name nothing: no title need have them. */
  private static final QuickPattern ASKING =
      QuickPattern.of(
          "(?:(?:tak\\w+|took|in|into|com\\w+ into|came into)"
              + " )?(?:force|effect)|in|effective|tak\\w+|took|still|current\\w*|start\\w*|beg[aiu]n\\w*|kick\\w*"
              + "|appl(?:y|ies|ied|icable)|end(?:s|ed|ing)?|expir\\w+|laps\\w+|suspended|paused|lifted"
              + "|active|valid|alive|dead|intact|binding|holds?|stands?|date|day|citation|number|rate"
              + "|开始|开征|生效|实施|施行|执行|收取|征收|加征|暂停|停止|恢复|取消|撤销|解除|到期|结束|终止|有效");

  private static final Pattern TITLE_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Set<String> OF_A_TITLE =
      Set.of("china", "chinese", "us", "s", "the", "a", "of", "and", "on");

  private static final QuickPattern KNOW_HOW =
      QuickPattern.of(
          "\\b(?:tech|technolog\\w+|know-?how|expertise|process\\w*|method\\w*|equipment|patents?|extract\\w*"
              + "|separat\\w*|refin\\w*|smelt\\w*|engineer\\w*|catalogue|production|plants?)\\b"
              + "|技术|工艺|提取|分离|冶炼|专利|设备|目录|生产");

  /** What is asked of goods, unless of know-how. */
  private static final QuickPattern CONTROLLED =
      QuickPattern.of(
          "\\b(?:under|subject"
              + " to|need\\w*|requir\\w+)\\b.*\\b(?:controls?|licen[cs]e\\w*)\\b|\\b(?:restricted|controlled)\\b|\\b(?:does|do|did)"
              + " [^?]{2,20} (?:still )?(?:restrict|control|limit)\\b");

  private static final QuickPattern OF_KNOW_HOW =
      QuickPattern.exactly(
          "\\bexport of\\b.*\\btechnology\\b|\\bknow-how\\b|\\bproduction equipment\\b");

  /** What the title of a measure has that makes something easier. */
  private static final QuickPattern EASING =
      QuickPattern.exactly(
          "\\b(?:eas(?:es|ed)|clears?|removed|allows?|drops?|lifts?|withdrawn|promises|memorandum)\\b");

  /** "Port fee on Chinese ships": whose it is says what it is on. */
  private static final QuickPattern NAMES_ONLY =
      QuickPattern.of(
          "\\W*(?:[\\w-]+ ){0,3}(?:tariffs?|dut(?:y|ies)|fees?) on (?:[\\w-]+ ?){1,4}\\W*");

  /** How much less likely a ban on making a thing is meant than one on the thing. */
  private static final double KNOW_HOW_BEHIND = 6;

  /** Share of what the notice's title holds from which the rule that it pauses is as much meant. */
  private static final double NAMED_AS_WELL = 0.5;

  /** Share of the words that a title holds from which titles tell measures apart. */
  private static final double TELLING = 0.5;

  /** Share of the best title's from which another names as much. */
  private static final double ALIKE = 0.95;

  /** Differences of score to the best: where titles tell, and where nothing else does. */
  private static final double BEHIND_BY_TITLE = 5;

  private static final double BEHIND = 1;

  private final Generation generation;

  Measures(Generation generation) {
    this.generation = generation;
  }

  /** Those that the words name alike, best first. */
  List<CorpusRecord> meant(QueryPlan plan, List<Ranked> ranking) {
    List<Ranked> measures = othersLeftOut(plan, withRules(plan, ranking));
    List<Ranked> meant =
        measures.stream()
            .filter(one -> measures.stream().noneMatch(other -> isOf(other, one, plan)))
            .toList();
    if (meant.isEmpty()) {
      return List.of();
    }
    double best = meant.stream().mapToDouble(Ranked::score).max().orElseThrow();
    double named = meant.stream().mapToDouble(one -> named(plan, one)).max().orElseThrow();
    return meant.stream()
        .filter(
            one ->
                named >= TELLING
                    ? named(plan, one) >= ALIKE * named && best - one.score() <= BEHIND_BY_TITLE
                    : best - one.score() <= BEHIND)
        .map(Ranked::record)
        .toList();
  }

  /** The measures among what was found, and the rules they pause or change, as near as they. */
  private List<Ranked> withRules(QueryPlan plan, List<Ranked> ranking) {
    Map<CorpusRecord, Ranked> all = new LinkedHashMap<>();
    List<Ranked> measures =
        ranking.stream().filter(one -> one.record().kind().isMeasure()).toList();
    measures.forEach(one -> all.put(one.record(), one));
    for (Ranked proof : measures) {
      List<String> rules =
          proof.record().relates().stream().filter(id -> isProvenBy(id, proof.record())).toList();
      generation
          .evidenceOf(plan, rules)
          .forEach(
              rule ->
                  all.merge(
                      rule.record(),
                      new Ranked(rule, proof.score()),
                      (one, other) -> one.score() >= other.score() ? one : other));
    }
    return all.values().stream()
        .sorted(Comparator.comparingDouble(Ranked::score).reversed())
        .toList();
  }

  /** Without the other government's, where it is said whose duty is meant. */
  private static List<Ranked> othersLeftOut(QueryPlan plan, List<Ranked> measures) {
    Optional<Side> imposer = Imposer.of(plan.text());
    return measures.stream()
        .filter(
            one -> imposer.filter(side -> Imposer.isOthers(side, one.record().side())).isEmpty())
        .toList();
  }

  /** Whether one only pauses or changes the rule, or is the other government's answer to it. */
  private static boolean isOf(Ranked rule, Ranked one, QueryPlan plan) {
    CorpusRecord record = one.record();
    return !rule.equals(one)
        && named(plan, rule) >= NAMED_AS_WELL * named(plan, one)
        && (pausesOrChanges(record, rule.record())
            || (Retaliation.isAnswer(record, rule.record()) && rule.score() >= one.score()));
  }

  /** What supersedes a rule is a rule of its own. */
  static boolean pausesOrChanges(CorpusRecord record, CorpusRecord rule) {
    return isProvenBy(rule, record)
        && rule.standing().periods().stream()
            .filter(period -> period.by().equals(record.id()))
            .noneMatch(period -> period.state() == LegalState.SUPERSEDED);
  }

  /**
   * A ranking as far as the question says whose measures it asks about: those that a government
   * charges, or that it took in answer to the other's. The same where it does not say so.
   */
  Ranker.Ranking byTheirAuthor(QueryPlan plan, Reading reading, Ranker.Ranking ranking) {
    boolean asksHowItStands =
        AskedStanding.isAsked(plan, reading)
            || reading.asks(Slot.END)
            || reading.asks(Slot.START)
            || AskedStanding.isWhetherAny(plan)
            || AskedStanding.isOfPermission(plan)
            || (reading.asks(Shape.NOW)
                && (reading.asks(Slot.AMOUNT) || reading.asks(Slot.DEFINITION)));
    boolean isAnswer = Imposer.isAnswerAsked(plan.text());
    return Imposer.of(plan.text())
        .filter(_ -> !ranking.records().isEmpty())
        .filter(
            _ ->
                isAnswer
                    || asksHowItStands
                    || (reading.asks(Slot.AMOUNT) && !reading.asks(Shape.SPEECH))
                    || NAMES_ONLY.isWhole(plan.text())
                    || Imposer.isAsked(plan.text()))
        .map(
            side ->
                isAnswer
                    ? Retaliation.by(side, plan, ranking, generation)
                    : ranking.ofMeasuresBy(side))
        .orElse(ranking);
  }

  /** Whether it makes something easier, as its title says. */
  static boolean eases(CorpusRecord measure) {
    return EASING.isIn(measure.title());
  }

  /** Whether what is asked about may be banned by it: goods are not by who is on a list. */
  boolean mayBan(QueryPlan plan, CorpusRecord measure, LocalDate day) {
    return !OfToday.isOver(measure, day)
        && !eases(measure)
        && (!measure.topics().contains("entity-list")
            || !Named.of(plan, generation, term -> term.kind().equals("company")).isEmpty());
  }

  /** Whether it is of how goods are made, where only the goods are asked about. */
  static boolean isOfKnowHow(QueryPlan plan, CorpusRecord measure) {
    return OF_KNOW_HOW.isIn(measure.title()) && !KNOW_HOW.isIn(plan.text());
  }

  /** Places of the companies and goods that a question names. */
  static List<Integer> goods(QueryPlan plan, Generation generation) {
    return Named.of(plan, generation, term -> THINGS.contains(term.kind()));
  }

  /** A ranking with bans on know-how behind, where it is asked if goods are free to be traded. */
  static Ranker.Ranking ofGoods(QueryPlan plan, Ranker.Ranking ranking) {
    boolean asksOfGoods = AskedStanding.isOfPermission(plan) || CONTROLLED.isIn(plan.text());
    if (!asksOfGoods || KNOW_HOW.isIn(plan.text())) {
      return ranking;
    }
    Map<Boolean, List<Ranked>> byGoods =
        ranking.records().stream()
            .collect(partitioningBy(one -> !OF_KNOW_HOW.isIn(one.record().title())));
    Stream<Ranked> last =
        requireNonNull(byGoods.get(false)).stream()
            .map(one -> new Ranked(one.evidence(), one.score() - KNOW_HOW_BEHIND));
    return ranking.of(
        Stream.concat(requireNonNull(byGoods.get(true)).stream(), last)
            .sorted(Comparator.comparingDouble(Ranked::score).reversed())
            .toList());
  }

  /** Whether the record has the companies and goods that the question names. */
  boolean speaksOfTheThings(QueryPlan plan, Evidence measure) {
    return goods(plan, generation).stream().allMatch(thing -> measure.inAnyWords()[thing]);
  }

  /** "Holmium and erbium": what is named stands in a statement of it. */
  boolean isOnTheThings(QueryPlan plan, Evidence measure) {
    List<Integer> things = goods(plan, generation);
    return !things.isEmpty()
        && Arrays.stream(measure.inStatement())
            .anyMatch(held -> things.stream().allMatch(thing -> held[thing]));
  }

  /** "U.S. soybeans still pay the 10 percent": said of the goods themselves. */
  boolean tellsWhatTheyStillPay(QueryPlan plan, Evidence record) {
    List<Integer> things = goods(plan, generation);
    return IntStream.range(0, record.inStatement().length)
        .filter(i -> things.stream().allMatch(thing -> record.inStatement()[i][thing]))
        .mapToObj(i -> record.record().statements().get(i).text())
        .anyMatch(text -> STILL.isIn(text));
  }

  /**
   * "When does due diligence apply under the data rule": whether a statement tells of that part,
   * and of another day than the first of the whole.
   */
  static boolean tellsOfAPart(QueryPlan plan, Evidence measure) {
    List<Integer> parts =
        IntStream.range(0, plan.tokens().size())
            .filter(i -> plan.tokens().get(i).isTelling() && !measure.inTitle()[i])
            .filter(i -> !ASKING.isWhole(plan.written(plan.tokens().get(i))))
            .boxed()
            .toList();
    CorpusRecord record = measure.record();
    return !parts.isEmpty()
        && !Language.hasChinese(plan.text())
        && IntStream.range(1, record.statements().size())
            .filter(i -> parts.stream().allMatch(part -> measure.inStatement()[i][part]))
            .anyMatch(
                i ->
                    StatementOrder.days(record.statements().get(i).text())
                        .filter(day -> day.isAfter(record.anchorDay()))
                        .anyMatch(day -> !day.equals(record.effective())));
  }

  /** "The Anti-Foreign Sanctions Law", and not the rules for applying it: no more is in a title. */
  static boolean isNamedAlone(QueryPlan plan, CorpusRecord measure) {
    String asked = plan.text().toLowerCase(Locale.ROOT);
    return TITLE_WORD
        .splitAsStream(measure.title().toLowerCase(Locale.ROOT))
        .filter(word -> !OF_A_TITLE.contains(word))
        .allMatch(asked::contains);
  }

  private static double named(QueryPlan plan, Ranked one) {
    return named(plan, one.evidence());
  }

  /**
   * Share of what the question names that the title holds, 0 to 1; all where the record opens with
   * the official number that the question names.
   */
  static double named(QueryPlan plan, Evidence evidence) {
    boolean[] opening = evidence.inStatement()[0];
    boolean isCited =
        IntStream.range(0, opening.length)
            .anyMatch(i -> opening[i] && plan.tokens().get(i).kind() == QueryToken.Kind.CITATION);
    if (isCited) {
      return 1;
    }
    double held = 0;
    double all = 0;
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      if (!isOfAnother(token, plan) && !ASKING.isWhole(plan.written(token))) {
        all += token.mass();
        held += evidence.inTitle()[i] ? token.mass() : 0;
      }
    }
    return all == 0 ? 0 : held / all;
  }

  /**
   * Whether it is a Chinese character or two that are no word, or of a name that counts itself, or
   * names both countries, as few titles do.
   */
  private static boolean isOfAnother(QueryToken token, QueryPlan plan) {
    return plan.tokens().stream()
            .filter(name -> name.text().equals(Composer.BOTH_COUNTRIES))
            .anyMatch(token::isWithin)
        || token.kind() == QueryToken.Kind.CHARACTER
        || (token.kind() == QueryToken.Kind.PAIR && (!token.hasContent() || plan.isInAName(token)));
  }

  /** Whether, in Chinese, more of the title is named than ordinary words that are terms too. */
  boolean isNamed(QueryPlan plan, Evidence evidence) {
    return Language.of(plan.text()) == Language.EN
        || named(plan, evidence) == 1
        || IntStream.range(0, plan.tokens().size())
            .filter(i -> evidence.inTitle()[i])
            .mapToObj(plan.tokens()::get)
            .anyMatch(
                token ->
                    token.kind() == QueryToken.Kind.TERM
                        ? generation
                            .term(token.text())
                            .filter(term -> !term.isVocabulary())
                            .isPresent()
                        : token.kind() == QueryToken.Kind.DATE);
  }

  /**
   * The rule behind a measure that only changes it or answers it, where it is as much named; the
   * measure itself where there is none.
   */
  Evidence ruleBehind(Evidence measure, List<Evidence> measures, QueryPlan plan) {
    double named = named(plan, measure);
    boolean isAnyones = Imposer.of(plan.text()).isEmpty();
    return measures.stream()
        .filter(
            rule ->
                (isProvenBy(rule.record(), measure.record())
                        && named(plan, rule) >= NAMED_AS_WELL * named)
                    || (isAnyones
                        && Retaliation.isAnswer(measure.record(), rule.record())
                        && named(plan, rule) >= ALIKE * named))
        .max(Comparator.comparingDouble(rule -> named(plan, rule)))
        .orElse(measure);
  }

  boolean isProvenBy(String id, CorpusRecord proof) {
    return generation.find(id).filter(record -> isProvenBy(record, proof)).isPresent();
  }

  private static boolean isProvenBy(CorpusRecord measure, CorpusRecord proof) {
    return !measure.equals(proof)
        && Stream.concat(
                measure.standing().periods().stream().map(period -> period.by()),
                measure.rates().stream().map(rate -> rate.by()))
            .anyMatch(proof.id()::equals);
  }
}

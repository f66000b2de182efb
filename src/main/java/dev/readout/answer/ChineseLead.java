package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What leads no answer to a Chinese question, which no reader reads. Without state. */
final class ChineseLead {
  /** What was said longer ago tells nothing of today. */
  private static final int DAYS_OF_TODAY = 180;

  /** What tells that they met or that somebody spoke, and not of what. */
  private static final Pattern SCENE =
      Pattern.compile(
          "\\b(?:met|spoke|talked|told reporters|reacted|wrote to|held"
              + " (?:a|an|their|talks)|(?:took|takes) place|(?:was|were) held|answered"
              + " questions|published its own)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASKS_WHICH_MEETING = Pattern.compile("哪一?[次轮场届]");

  /** Slots that the account of a meeting's outward course fills. */
  private static final Set<Slot> OF_THE_SCENE =
      EnumSet.complementOf(EnumSet.of(Slot.REASON, Slot.LIST, Slot.CHANGE));

  private ChineseLead() {}

  /** Whether, in Chinese, neither day, place nor person is asked for, but what it was about. */
  static boolean asksWhatWasSaid(QueryPlan plan, Reading reading) {
    return reading.language() == Language.ZH
        && !ASKS_WHICH_MEETING.matcher(plan.text()).find()
        && reading.slots().stream().noneMatch(OF_THE_SCENE::contains);
  }

  static boolean setsTheScene(Statements.Ranked one) {
    Kind kind = one.record().kind();
    return one.ordinal() == 0
        && (kind == Kind.READOUT || kind == Kind.MEETING)
        && SCENE.matcher(one.statement().text()).find();
  }

  /** In Chinese: "现在多少", "还要许可证吗". */
  static boolean isOfToday(QueryPlan plan, Reading reading) {
    return reading.language() == Language.ZH
        && ((reading.asks(Shape.NOW) && reading.asks(Slot.AMOUNT))
            || Verdicts.asksForLicence(plan));
  }

  /**
   * Whether it is what was said then, or a measure that is not in force: it says nothing of today.
   */
  static boolean isBygone(CorpusRecord record, LocalDate asOf) {
    return record.kind().isMeasure()
        ? record.standing().on(asOf).filter(one -> one.state() == LegalState.IN_FORCE).isEmpty()
        : (record.kind() == Kind.READOUT || record.kind() == Kind.MEETING)
            && record.anchorDay().isBefore(asOf.minusDays(DAYS_OF_TODAY));
  }

  /** "下一次元首会晤": what is to come of the thing named last; of all things, where nothing is. */
  static List<Statements.Ranked> ofWhatComesNext(
      QueryPlan plan, List<Statements.Ranked> plans, LocalDate asOf) {
    List<QueryToken> tokens = plan.tokens();
    if (tokens.stream().noneMatch(token -> token.kind() == QueryToken.Kind.PAIR)) {
      return plans; // in English the thing need not stand last
    }
    return IntStream.range(0, tokens.size())
        .filter(i -> tokens.get(i).kind() == QueryToken.Kind.TERM && tokens.get(i).hasContent())
        .boxed()
        .max(Comparator.comparingInt(i -> tokens.get(i).end()))
        .map(
            thing ->
                plans.stream()
                    .filter(
                        one ->
                            one.holds(thing)
                                && StatementOrder.ahead(one, asOf) > StatementOrder.NOTHING_AHEAD)
                    .toList())
        .filter(ofIt -> !ofIt.isEmpty())
        .orElse(plans);
  }
}

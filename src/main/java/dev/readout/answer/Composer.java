package dev.readout.answer;

import dev.readout.answer.Answer.Missing;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Term;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import dev.readout.index.SearchFilter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the statements of an answer and their order: the best leads; then what the question names
 * and the lead lacks, the other government where both are asked for, and the next best, as long as
 * they come near the lead and there is room. The rest is kept for whoever asks for more. Whole
 * statements only, nothing twice. Thread-safe.
 */
final class Composer {
  /** Statements shown at first, the lead included. */
  static final int MAX_SHOWN = 4;

  static final int MAX_SHOWN_IN_TIMELINE = 6;

  /** Statements of one government, where both are asked for. */
  private static final int MAX_SHOWN_OF_EACH = 2;

  /** Characters of what is shown at first, the verdict included; the lead is shown in any case. */
  static final int SHOWN_CHARS = 640;

  /** Characters of a verdict without the note of its measure, and of such a note. */
  private static final int VERDICT_CHARS = 120;

  private static final int NOTE_CHARS = 330;

  private static final int MAX_MORE = 20;

  /** A statement further behind the lead is not shown at first; further still, not at all. */
  private static final double SHOWN_BEHIND = 7;

  private static final double MORE_BEHIND = 12;

  /** Ids of the terms that name a side rather than where it met the other. */
  static final Set<String> COUNTRIES = Set.of("united-states", "china");

  /** What both are named by. */
  static final String BOTH_COUNTRIES = "us-china";

  static final Set<String> CAPITALS = Set.of("washington", "beijing");

  private static final Pattern RELATIVE =
      Pattern.compile("The (?:next|following|previous) (?:meeting|round|call|talks|step|day)\\b");

  private final Generation generation;
  private final Ranker ranker;
  private final Sequences sequences;

  Composer(Generation generation, Ranker ranker, Sequences sequences) {
    this.generation = generation;
    this.ranker = ranker;
    this.sequences = sequences;
  }

  /** The statements chosen. */
  record Composition(
      Snippet lead, List<Answer.Block> blocks, List<Snippet> more, List<Missing> missing) {
    Composition {
      blocks = List.copyOf(blocks);
      more = List.copyOf(more);
      missing = List.copyOf(missing);
    }

    Stream<Snippet> shown() {
      return Stream.concat(
          Stream.of(lead), blocks.stream().flatMap(block -> block.snippets().stream()));
    }
  }

  Composition compose(
      Question question,
      QueryPlan plan,
      Reading reading,
      Statements statements,
      @Nullable Verdict verdict,
      LocalDate asOf) {
    List<Statements.Ranked> order =
        StatementOrder.of(
            plan,
            StatementOrder.Named.in(plan, generation),
            reading,
            statements.ranked(),
            verdict,
            asOf);
    Selection selection = new Selection(question.budgetChars());
    Optional<Sequences.Events> events = sequences.events(question, plan, reading, order);
    boolean isTimeline = events.isPresent();
    List<Statements.Ranked> shown =
        events
            .map(told -> timeline(told, selection))
            .orElseGet(() -> shown(plan, reading, order, selection, verdict));
    Snippet lead = snippet(shown.getFirst());
    List<Snippet> others = shown.stream().skip(1).map(Composer::snippet).toList();
    boolean isOfBoth = asksBoth(reading, shown.getFirst().record());
    List<Answer.Block> blocks =
        new ArrayList<>(isTimeline ? Answer.Block.inOrder(others) : Answer.Block.bySide(others));
    if (isOfBoth && question.side() == null) {
      addEmpty(question, plan, reading, shown, blocks);
    }
    return new Composition(lead, blocks, more(order, selection), unsaid(plan, shown, verdict));
  }

  /** What the question names beside another thing and no record that is shown has. */
  private List<Missing> unsaid(
      QueryPlan plan, List<Statements.Ranked> shown, @Nullable Verdict verdict) {
    List<String> proofs =
        verdict == null ? List.of() : verdict.records().stream().map(CorpusRecord::id).toList();
    return MissingParts.unsaid(
        generation,
        plan,
        Stream.concat(
                shown.stream().map(Statements.Ranked::evidence),
                generation.evidenceOf(plan, proofs).stream())
            .toList());
  }

  private static Snippet snippet(Statements.Ranked ranked) {
    return new Snippet(ranked.record(), ranked.statement());
  }

  /** Whether a country is named, or one of the two capitals, which side by side mean the same. */
  static boolean isGovernment(QueryPlan plan, QueryToken token) {
    return COUNTRIES.contains(token.text())
        || (CAPITALS.contains(token.text()) && plan.termIds().containsAll(CAPITALS));
  }

  /**
   * Whether both governments are asked for: they are named, or the record that answers best is of a
   * meeting. "301 or 232" compares two laws.
   */
  static boolean asksBoth(Reading reading, CorpusRecord best) {
    boolean isOfAMeeting = best.kind() == Kind.MEETING || best.kind() == Kind.READOUT;
    return reading.asks(Shape.COMPARISON)
        && reading.side() == null
        && (reading.asks(Shape.BOTH_SIDES) || (isOfAMeeting && !reading.asks(Shape.TWO_PLACES)));
  }

  /** About how long the verdict is in words. */
  private static int chars(Verdict verdict) {
    if (verdict.isOfLists()) {
      return VerdictText.of(verdict, Language.EN).length();
    }
    String note = verdict.records().getFirst().statusNote();
    boolean isNoted = verdict.slot() == Slot.STANDING || verdict.slot() == Slot.END;
    return VERDICT_CHARS + (isNoted && note != null ? Math.min(note.length(), NOTE_CHARS) : 0);
  }

  /** Those that come near the first. */
  static List<Statements.Ranked> near(List<Statements.Ranked> events) {
    return events.stream()
        .filter(one -> one.score() >= events.getFirst().score() - SHOWN_BEHIND)
        .toList();
  }

  /** All recorded steps; of other events those that come near the best. */
  private static List<Statements.Ranked> timeline(Sequences.Events events, Selection selection) {
    List<Statements.Ranked> shown = new ArrayList<>();
    for (Statements.Ranked next : events.statements()) {
      boolean isNear = shown.size() < MAX_SHOWN_IN_TIMELINE;
      if (events.isWhole()
          ? selection.takeAnother(next.statement())
          : isNear && selection.take(next.statement())) {
        shown.add(next);
      }
    }
    if (!events.isWhole()) {
      shown.sort(Comparator.comparing(Composer::day));
    }
    return shown;
  }

  /** The first day that it names, or its record's; a month stands behind its days. */
  static LocalDate day(Statements.Ranked one) {
    return DateMention.in(one.statement().text()).stream()
        .filter(date -> date.precision() != DateMention.Precision.YEAR)
        .map(DateMention::last)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(one.record().anchorDay());
  }

  private List<Statements.Ranked> shown(
      QueryPlan plan,
      Reading reading,
      List<Statements.Ranked> order,
      Selection selection,
      @Nullable Verdict verdict) {
    int verdictChars = verdict == null ? 0 : chars(verdict);
    Statements.Ranked lead = order.getFirst();
    List<Statements.Ranked> shown = new ArrayList<>();
    shown.add(lead);
    selection.take(lead.statement());
    boolean isOfBoth = asksBoth(reading, lead.record());
    boolean isOfAMeeting = generation.ofMeeting(StatementOrder.meeting(lead.record())).size() > 1;
    if (isOfBoth) {
      Stream.of(Side.US, Side.PRC)
          .filter(side -> side != Accounts.speaker(lead))
          .flatMap(
              side ->
                  best(side, plan, reading, order, lead)
                      .filter(one -> selection.take(one.statement()))
                      .limit(1))
          .forEach(shown::add);
    }
    for (Statements.Ranked next : order) {
      if (shown.size() >= MAX_SHOWN) {
        break;
      }
      int chars =
          verdictChars + shown.stream().mapToInt(one -> one.statement().text().length()).sum();
      boolean fits = chars + next.statement().text().length() <= SHOWN_CHARS;
      boolean isNear = lead.score() - next.score() <= SHOWN_BEHIND;
      boolean isHeard =
          isOfBoth
              && (of(next.record().side(), shown) >= MAX_SHOWN_OF_EACH
                  || (isOfAMeeting && !isOfOneMeeting(lead, next)));
      if (fits
          && isNear
          && !isHeard
          && (Fragments.areAsked(plan, reading) || !Fragments.isOne(next))
          && !shown.contains(next)
          && (verdict == null || Proofs.mayStandUnder(verdict, plan, next, generation))
          && !isOutOfOrder(next, shown)
          && !OfToday.isReplacedBy(reading, next.record(), lead.record())
          && !isSilentBesideIt(plan, reading, next)) { // last, since it takes longest
        take(next, shown, selection);
      }
    }
    return verdict == null && reading.hasSpan() && !reading.asks(Slot.END)
        ? Histories.inOrderOfSteps(shown)
        : shown;
  }

  /** "The next meeting" is next to what its record tells before. */
  private static boolean isOutOfOrder(Statements.Ranked one, List<Statements.Ranked> shown) {
    return one.ordinal() > 0
        && RELATIVE.matcher(one.statement().text()).lookingAt()
        && shown.stream().noneMatch(other -> other.record().equals(one.record()));
  }

  /** What an account does not say is shown at first only of something that the question names. */
  static boolean isSilentBesideIt(QueryPlan plan, Reading reading, Statements.Ranked one) {
    return StatementOrder.isSilent(one.statement().text())
        && (!reading.asks(Shape.COMPARISON) || StatementOrder.asksWhatWasAgreed(plan))
        && namedBy(plan, one).findAny().isEmpty();
  }

  /** Places of the names of the question that the statement has, and not its title. */
  static IntStream namedBy(QueryPlan plan, Statements.Ranked one) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> plan.tokens().get(i).kind() == QueryToken.Kind.TERM)
        .filter(i -> one.holds(i) && !one.evidence().inTitle()[i]);
  }

  private static long of(Side side, List<Statements.Ranked> shown) {
    return shown.stream().filter(one -> one.record().side() == side).count();
  }

  private static void take(
      Statements.Ranked one, List<Statements.Ranked> shown, Selection selection) {
    if (selection.take(one.statement())) {
      shown.add(one);
    }
  }

  /**
   * A government's, the best first: of the lead's meeting before others, its own words before news.
   */
  private Stream<Statements.Ranked> best(
      Side side,
      QueryPlan plan,
      Reading reading,
      List<Statements.Ranked> order,
      Statements.Ranked lead) {
    List<Integer> people = Accounts.people(plan, generation, side);
    return order.stream()
        .filter(one -> Accounts.speaker(one) == side && !isSilentBesideIt(plan, reading, one))
        .filter(one -> isOfOneMeeting(lead, one) || lead.score() - one.score() <= MORE_BEHIND)
        .sorted(
            Comparator.comparing((Statements.Ranked one) -> !isOfOneMeeting(lead, one))
                .thenComparing(one -> !people.isEmpty() && people.stream().noneMatch(one::holds))
                .thenComparing(
                    one -> lead.record().side() != Side.JOINT && one.record().side() != side)
                .thenComparing(one -> reading.hasSpan() && !reading.spans(one.record()))
                .thenComparing(Accounts::isHearsay));
  }

  private static boolean isOfOneMeeting(Statements.Ranked one, Statements.Ranked other) {
    return StatementOrder.meeting(one.record()).equals(StatementOrder.meeting(other.record()));
  }

  /**
   * Both governments were asked for: a block for each. Where one has none, only a search of that
   * side alone says whether the sources have anything.
   */
  private void addEmpty(
      Question question,
      QueryPlan plan,
      Reading reading,
      List<Statements.Ranked> shown,
      List<Answer.Block> blocks) {
    for (Side side : List.of(Side.US, Side.PRC)) {
      if (shown.stream().noneMatch(one -> Accounts.speaker(one) == side)) {
        SearchFilter filter =
            new SearchFilter(side, question.topic(), question.since(), question.until());
        boolean inVain =
            ranker.rank(generation, plan, reading, filter).records().stream()
                .noneMatch(one -> namesAll(plan, one.evidence(), term -> isOf(term, side)));
        blocks.add(new Answer.Block(side, List.of(), inVain));
      }
    }
    if (!reading.asks(Shape.SEQUENCE)
        && blocks.stream().anyMatch(block -> block.snippets().isEmpty())) {
      blocks.sort(Comparator.comparing(Answer.Block::side));
    }
  }

  /** Whether a side's records would name it: "MOFCOM" is not what Washington lacks. */
  private static boolean isOf(Term term, Side side) {
    return term.side() == null || term.side() == side;
  }

  /** Whether the record holds every name and date of the question. */
  boolean namesAll(QueryPlan plan, Evidence evidence) {
    return namesAll(plan, evidence, _ -> true);
  }

  private boolean namesAll(QueryPlan plan, Evidence evidence, Predicate<Term> isCounted) {
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      boolean isName =
          token.kind() == QueryToken.Kind.TERM
              && generation
                  .term(token.text())
                  .filter(term -> !term.isVocabulary() && isCounted.test(term))
                  .isPresent();
      if ((isName || token.kind() == QueryToken.Kind.DATE) && !evidence.inRecord()[i]) {
        return false;
      }
    }
    return true;
  }

  /** What is left that comes near, and all of the lead's record. */
  private static List<Snippet> more(List<Statements.Ranked> order, Selection selection) {
    Statements.Ranked lead = order.getFirst();
    return order.stream()
        .filter(
            one -> lead.score() - one.score() <= MORE_BEHIND || one.record().equals(lead.record()))
        .filter(one -> selection.take(one.statement()))
        .limit(MAX_MORE)
        .map(Composer::snippet)
        .toList();
  }

  /** Read-outs by the two governments of the meeting that the record is about, if both matter. */
  List<CorpusRecord> accounts(CorpusRecord record, Reading reading) {
    return asksBoth(reading, record)
        ? generation.ofMeeting(StatementOrder.meeting(record)).stream()
            .filter(account -> account.kind() == Kind.READOUT)
            .toList()
        : List.of();
  }

  /** Records that come in without having been searched for obey the asker's filters too. */
  static boolean isWanted(Question question, CorpusRecord record) {
    return (question.side() == null || record.side() == question.side())
        && (question.topic() == null || record.topics().contains(question.topic()))
        && (question.since() == null || !record.anchorDay().isBefore(question.since()))
        && (question.until() == null || !record.anchorDay().isAfter(question.until()));
  }
}

package dev.readout.answer;

import dev.readout.answer.ranking.Ranked;
import dev.readout.answer.reading.Reading;
import dev.readout.answer.reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses the statements of an answer: the best of the best record leads, then a block a side.
 * Where the best record is about a meeting and both sides matter, both sides' accounts of that
 * meeting come in, however they rank. Where a status is asked for, the record that proves it does
 * too. Whole statements only, nothing twice, within the budget. Thread-safe.
 */
final class StatementChooser {
  /**
   * A record this much less likely than the best (a factor of e² ≈ 7) is no longer to the point.
   */
  private static final double MAX_BEHIND = 2.0;

  /** The same for the only record of a government that is not heard otherwise (e⁴ ≈ 55). */
  private static final double MAX_BEHIND_OTHER_SIDE = 4.0;

  private static final int MAX_RECORDS = 6;

  // Statements of one record: enough for what it says, no reprint of it.
  private static final int OF_BEST = 5;
  private static final int OF_BEST_IN_TIMELINE = 9;
  private static final int OF_OTHER = 2;
  private static final int OF_OTHER_IN_COMPARISON = 3;

  private final Generation generation;

  StatementChooser(Generation generation) {
    this.generation = generation;
  }

  record Choice(Snippet lead, List<Answer.Block> blocks) {
    Choice {
      blocks = List.copyOf(blocks);
    }

    Stream<Snippet> snippets() {
      return Stream.concat(
          Stream.of(lead), blocks.stream().flatMap(block -> block.snippets().stream()));
    }
  }

  Choice choose(
      Question question, QueryPlan plan, Reading reading, List<Ranked> ranking, LocalDate day) {
    StatementScorer scorer = new StatementScorer(plan, reading);
    List<Evidence> pool = pool(plan, question, reading, ranking, day);
    int ofBest = reading.asks(Shape.TIMELINE) ? OF_BEST_IN_TIMELINE : OF_BEST;
    List<Snippet> best = scorer.best(pool.getFirst(), ofBest + 1);
    Snippet lead = best.getFirst();
    Selection selection = new Selection(question.budgetChars());
    selection.take(lead);
    List<List<Snippet>> byRecord = new ArrayList<>();
    byRecord.add(best.subList(1, best.size()));
    int ofOther = reading.asks(Shape.COMPARISON) ? OF_OTHER_IN_COMPARISON : OF_OTHER;
    pool.stream().skip(1).forEach(evidence -> byRecord.add(scorer.best(evidence, ofOther)));
    return new Choice(lead, inOrder(blocks(byRecord, selection, ofBest), pool));
  }

  /**
   * One statement of each record before a second of any: an answer's breadth first, then its depth.
   */
  private static Map<Side, List<Snippet>> blocks(
      List<List<Snippet>> byRecord, Selection selection, int perBlock) {
    Map<Side, List<Snippet>> blocks = new EnumMap<>(Side.class);
    for (int round = 0; round < perBlock; round++) {
      for (List<Snippet> snippets : byRecord) {
        if (round < snippets.size()) {
          Snippet snippet = snippets.get(round);
          List<Snippet> block =
              blocks.computeIfAbsent(snippet.record().side(), side -> new ArrayList<>());
          if (block.size() < perBlock && selection.take(snippet)) {
            block.add(snippet);
          }
        }
      }
    }
    return blocks;
  }

  /** The records quoted from, best first. */
  private List<Evidence> pool(
      QueryPlan plan, Question question, Reading reading, List<Ranked> ranking, LocalDate day) {
    Ranked best = ranking.getFirst();
    List<Evidence> pool = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Ranked ranked : ranking) {
      if (best.score() - ranked.score() <= MAX_BEHIND && pool.size() < MAX_RECORDS) {
        pool.add(ranked.evidence());
        ids.add(ranked.record().id());
      }
    }
    if (isAboutMeeting(best.record(), reading)) {
      accounts(plan, best.record()).stream()
          .filter(account -> isWanted(question, account.record()) && ids.add(account.record().id()))
          .forEach(pool::add);
    }
    if (reading.asks(Shape.STATUS)) {
      addProof(plan, question, best.record(), day, pool);
    }
    if (question.side() == null) {
      addMissingSides(plan, ranking, pool);
    }
    return pool;
  }

  /**
   * The record that proves a measure's standing answers "is it in force?" better than the measure
   * itself does.
   */
  private void addProof(
      QueryPlan plan, Question question, CorpusRecord record, LocalDate day, List<Evidence> pool) {
    for (Evidence proof : proof(plan, record, day)) {
      if (!proof.record().equals(record) && isWanted(question, proof.record())) {
        pool.removeIf(evidence -> evidence.record().equals(proof.record()));
        pool.addFirst(proof);
      }
    }
  }

  /**
   * A government that is not heard yet gets its best record, if that names all that the question
   * names.
   */
  private void addMissingSides(QueryPlan plan, List<Ranked> ranking, List<Evidence> pool) {
    for (Side side : List.of(Side.US, Side.PRC)) {
      if (pool.stream().noneMatch(evidence -> evidence.record().side() == side)) {
        ranking.stream()
            .filter(ranked -> ranked.record().side() == side)
            .filter(ranked -> ranking.getFirst().score() - ranked.score() <= MAX_BEHIND_OTHER_SIDE)
            .filter(ranked -> namesAll(plan, ranked.evidence()))
            .findFirst()
            .map(Ranked::evidence)
            .ifPresent(pool::add);
      }
    }
  }

  private boolean namesAll(QueryPlan plan, Evidence evidence) {
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      boolean isName =
          token.kind() == QueryToken.Kind.TERM
              && generation.term(token.text()).filter(term -> !term.isVocabulary()).isPresent();
      if ((isName || token.kind() == QueryToken.Kind.DATE) && !evidence.inRecord()[i]) {
        return false;
      }
    }
    return true;
  }

  /** The record that proves the measure's standing on the day, or the last one known before it. */
  private List<Evidence> proof(QueryPlan plan, CorpusRecord record, LocalDate day) {
    return MeasureStatus.of(record, day)
        .flatMap(
            status ->
                status.isStated()
                    ? Optional.ofNullable(status.current())
                    : Optional.ofNullable(status.before()))
        .map(period -> generation.evidenceOf(plan, List.of(period.by())))
        .orElse(List.of());
  }

  /** Records that come in without having been searched for obey the asker's filters too. */
  private static boolean isWanted(Question question, CorpusRecord record) {
    return (question.side() == null || record.side() == question.side())
        && (question.topic() == null || record.topics().contains(question.topic()))
        && (question.since() == null || !record.anchorDay().isBefore(question.since()))
        && (question.until() == null || !record.anchorDay().isAfter(question.until()));
  }

  private static boolean isAboutMeeting(CorpusRecord record, Reading reading) {
    return record.kind() == Kind.MEETING
        || record.kind() == Kind.READOUT
        || (record.meeting() != null
            && (record.kind() == Kind.AGREEMENT || reading.asks(Shape.COMPARISON)));
  }

  /** Read-outs of the record's meeting by the two governments. */
  private List<Evidence> accounts(QueryPlan plan, CorpusRecord record) {
    String meeting = record.kind() == Kind.MEETING ? record.id() : record.meeting();
    if (meeting == null) {
      return List.of();
    }
    List<String> readouts =
        generation.ofMeeting(meeting).stream()
            .filter(account -> account.kind() == Kind.READOUT)
            .map(CorpusRecord::id)
            .toList();
    return generation.evidenceOf(plan, readouts);
  }

  private static List<Answer.Block> inOrder(Map<Side, List<Snippet>> blocks, List<Evidence> pool) {
    Map<String, Integer> ranks = new HashMap<>();
    // The best record leads already; in the blocks the others come before more of it.
    pool.stream()
        .skip(1)
        .forEach(evidence -> ranks.putIfAbsent(evidence.record().id(), ranks.size()));
    List<Answer.Block> ordered = new ArrayList<>();
    for (Side side : Side.values()) {
      List<Snippet> block = new ArrayList<>(blocks.getOrDefault(side, List.of()));
      block.sort(
          Comparator.comparingInt(
              snippet -> ranks.getOrDefault(snippet.record().id(), ranks.size())));
      if (!block.isEmpty() || side == Side.US || side == Side.PRC) {
        ordered.add(new Answer.Block(side, block));
      }
    }
    return ordered;
  }
}

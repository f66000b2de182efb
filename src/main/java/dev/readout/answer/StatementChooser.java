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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses the statements of an answer: the best of the best record leads, then a block a side. Where the best record is
 * about a meeting and both sides matter, both sides' accounts of that meeting come in, however they rank. Whole statements
 * only, nothing twice, within the budget. Thread-safe.
 */
final class StatementChooser {
  /** A record this much less likely than the best (a factor of e² ≈ 7) is no longer to the point. */
  private static final double MAX_BEHIND = 2.0;

  private static final int MAX_RECORDS = 6;
  private static final int PER_RECORD = 3;
  private static final int PER_BLOCK = 4;

  private final Generation generation;

  StatementChooser(Generation generation) {
    this.generation = generation;
  }

  record Choice(Snippet lead, List<Answer.Block> blocks) {
    Choice {
      blocks = List.copyOf(blocks);
    }

    Stream<Snippet> snippets() {
      return Stream.concat(Stream.of(lead), blocks.stream().flatMap(block -> block.snippets().stream()));
    }
  }

  Choice choose(Question question, QueryPlan plan, Reading reading, List<Ranked> ranking) {
    StatementScorer scorer = new StatementScorer(plan, reading);
    List<Evidence> pool = pool(plan, question, reading, ranking);
    List<Snippet> ofBest = scorer.best(pool.getFirst(), PER_RECORD + 1);
    Snippet lead = ofBest.getFirst();
    Selection selection = new Selection(question.budgetChars());
    selection.take(lead);
    Map<Side, List<Snippet>> blocks = new EnumMap<>(Side.class);
    // One statement of each record before a second of any: an answer's breadth first, then its depth.
    List<List<Snippet>> byRecord = new ArrayList<>();
    byRecord.add(ofBest.subList(1, ofBest.size()));
    pool.stream().skip(1).forEach(evidence -> byRecord.add(scorer.best(evidence, PER_RECORD)));
    for (int round = 0; round < PER_RECORD; round++) {
      for (List<Snippet> snippets : byRecord) {
        if (round < snippets.size()) {
          Snippet snippet = snippets.get(round);
          List<Snippet> block = blocks.computeIfAbsent(snippet.record().side(), side -> new ArrayList<>());
          if (block.size() < PER_BLOCK && selection.take(snippet)) {
            block.add(snippet);
          }
        }
      }
    }
    return new Choice(lead, inOrder(blocks, pool));
  }

  /** The records quoted from, best first. */
  private List<Evidence> pool(QueryPlan plan, Question question, Reading reading, List<Ranked> ranking) {
    Ranked best = ranking.getFirst();
    List<Evidence> pool = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Ranked ranked : ranking) {
      if (best.score() - ranked.score() <= MAX_BEHIND && pool.size() < MAX_RECORDS) {
        pool.add(ranked.evidence());
        ids.add(ranked.record().id());
      }
    }
    if (question.side() == null && isAboutMeeting(best.record(), reading)) {
      accounts(plan, best.record()).stream().filter(e -> ids.add(e.record().id())).forEach(pool::add);
    }
    return pool;
  }

  private static boolean isAboutMeeting(CorpusRecord record, Reading reading) {
    return record.kind() == Kind.MEETING
        || record.kind() == Kind.READOUT
        || (record.meeting() != null && reading.asks(Shape.COMPARISON));
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
    pool.forEach(evidence -> ranks.putIfAbsent(evidence.record().id(), ranks.size()));
    List<Answer.Block> ordered = new ArrayList<>();
    for (Side side : Side.values()) {
      List<Snippet> block = new ArrayList<>(blocks.getOrDefault(side, List.of()));
      block.sort(Comparator.comparingInt(snippet -> ranks.getOrDefault(snippet.record().id(), ranks.size())));
      if (!block.isEmpty() || side == Side.US || side == Side.PRC) {
        ordered.add(new Answer.Block(side, block));
      }
    }
    return ordered;
  }
}

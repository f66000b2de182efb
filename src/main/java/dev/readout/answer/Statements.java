package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Statement;
import dev.readout.index.Evidence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statements of the best records, best first. Immutable.
 *
 * @param read highest log-odds, by the reader, that one of those read answers; empty where none was
 *     read
 * @param readOfFirst that of the first
 * @param opening those that alone tell what is asked, by what they are and not by how they rank
 */
record Statements(
    List<Ranked> ranked, OptionalDouble read, OptionalDouble readOfFirst, List<Ranked> opening) {
  /** So far ahead that no other rule takes its place. */
  private static final double AHEAD = 20;

  /** From one of those that open to the next. */
  private static final double STEP = 0.1;

  public Statements {
    ranked = List.copyOf(ranked);
    opening = List.copyOf(opening);
  }

  /** As they rank. */
  Statements(List<Ranked> ranked, OptionalDouble read, OptionalDouble readOfFirst) {
    this(ranked, read, readOfFirst, List.of());
  }

  /** Whether the first is one that alone tells what is asked. */
  boolean isTold() {
    return ranked.stream().limit(1).anyMatch(lead -> opening.stream().anyMatch(lead::isSameAs));
  }

  /** The same with one first that alone tells what is asked, so that no other rule leads. */
  Statements openedBy(Evidence evidence, int ordinal) {
    return openedBy(List.of(new Ranked(evidence, ordinal, 1, 0)));
  }

  /** The same with these first, in their order, that alone tell what is asked. */
  Statements openedBy(List<Ranked> first) {
    double ahead = ranked.getFirst().score() + AHEAD;
    return new Statements(ranked, read, readOfFirst, first)
        .withFirst(
            IntStream.range(0, first.size())
                .mapToObj(i -> first.get(i).plus(ahead - first.get(i).score() - i * STEP))
                .toList());
  }

  /** The same with these first, whatever their scores; each statement once. */
  Statements withFirst(List<Ranked> first) {
    Set<String> seen = new HashSet<>();
    return new Statements(
        Stream.concat(first.stream(), ranked.stream())
            .filter(one -> seen.add(one.record().id() + " " + one.ordinal()))
            .toList(),
        read,
        readOfFirst,
        opening);
  }

  /**
   * The same with the first that is wanted as the lead, if it comes so near the lead that there is;
   * empty where none does, or that is one.
   */
  Optional<Statements> ledBy(Predicate<Ranked> wanted, double mostBehind) {
    Ranked lead = ranked.getFirst();
    return ranked.stream()
        .filter(wanted)
        .findFirst()
        .filter(one -> !one.equals(lead) && lead.score() - one.score() <= mostBehind)
        .map(one -> withFirst(List.of(one.plus(lead.score() - one.score()))));
  }

  /**
   * A statement with its score. Immutable.
   *
   * @param filled share of the slots of the question that it fills, 0 to 1; 0 where it has none
   * @param score natural logarithm of its odds against the others, up to a constant
   */
  public record Ranked(Evidence evidence, int ordinal, double filled, double score) {
    Ranked plus(double more) {
      return new Ranked(evidence, ordinal, filled, score + more);
    }

    public CorpusRecord record() {
      return evidence.record();
    }

    public Statement statement() {
      return evidence.record().statements().get(ordinal);
    }

    /** Whether it is the same statement, whatever the scores. */
    boolean isSameAs(Ranked other) {
      return record().equals(other.record()) && ordinal == other.ordinal;
    }

    /** For each token of the plan, whether the statement holds it. */
    public boolean holds(int token) {
      return evidence.inStatement()[ordinal][token];
    }
  }
}

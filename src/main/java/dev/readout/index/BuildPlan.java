package dev.readout.index;

import dev.readout.corpus.Corpus;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be built. Immutable; who builds keeps the base open until it is built.
 *
 * @param target what the segment shall hold; of a server's terms and topics, which it is indexed
 *     by, it holds none
 * @param fingerprint of what it is built from, as {@link Fingerprint} writes it
 * @param base a segment to take over unchanged records from, when that is less work and gives the
 *     same, and embeddings; null to build everything anew
 * @param ground what a server's segment lies over; null for what is no server's, and for what is
 *     only to lose records
 */
record BuildPlan(
    Corpus target, String fingerprint, @Nullable Segment base, @Nullable Ground ground) {
  /** With more to write than one record in so many, building anew is about as fast. */
  private static final int MIN_RECORDS_PER_CHANGE = 4;

  /**
   * What a server's segment needs of the global one.
   *
   * @param waiting ids of the server's records that give way to global ones
   * @param matcher of the global terms
   */
  record Ground(Set<String> waiting, TermMatcher matcher) {}

  /** Of the global records, or of what a segment shall hold without those withdrawn. */
  BuildPlan(Corpus target, String fingerprint, @Nullable Segment base) {
    this(target, fingerprint, base, null);
  }

  /** The plan without its base. */
  BuildPlan anew() {
    return new BuildPlan(target, fingerprint, null, ground);
  }

  /** What to change in a copy of the base; null when everything is to be built anew. */
  @Nullable GenerationDiff changes() {
    if (base == null || ground != null) {
      return null;
    }
    GenerationDiff diff = GenerationDiff.between(base.corpus(), target);
    long written = (long) diff.added().size() + diff.changed().size();
    boolean few = written * MIN_RECORDS_PER_CHANGE <= target.records().size();
    return few && diff.sameTerms() ? diff : null;
  }

  /** The base of a plan that changes one. */
  Segment requiredBase() {
    return Objects.requireNonNull(base);
  }
}

package dev.readout.index;

import dev.readout.corpus.Corpus;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be built. A base, which its owner keeps open, gives unchanged records and embeddings;
 * without a ground it is no server's, or only loses records. Immutable.
 */
record BuildPlan(
    Corpus target, String fingerprint, @Nullable Segment base, @Nullable Ground ground) {
  /** With more to write than one record in so many, building anew is about as fast. */
  private static final int MIN_RECORDS_PER_CHANGE = 4;

  /** What a server's segment needs of the global one: which of its records give way, and terms. */
  record Ground(Set<String> waiting, TermMatcher matcher) {}

  /** Of the global records, or of a segment without those withdrawn. */
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

  Segment requiredBase() {
    return Objects.requireNonNull(base);
  }
}

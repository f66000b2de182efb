package dev.readout.index;

import dev.readout.corpus.Corpus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be built. Immutable; who builds keeps the base open until it is built.
 *
 * @param target what the generation shall hold
 * @param fingerprint of what it is built from, as {@link Fingerprint} writes it
 * @param base a generation to take over unchanged records from, when that is less work and gives
 *     the same; null to build everything anew
 */
record BuildPlan(Corpus target, String fingerprint, @Nullable Generation base) {
  /** With more changes than one record in so many, building anew is about as fast. */
  private static final int MIN_RECORDS_PER_CHANGE = 4;

  /** The plan without its base. */
  BuildPlan anew() {
    return new BuildPlan(target, fingerprint, null);
  }

  /** What to change in the base; null when everything is to be built anew. */
  @Nullable GenerationDiff changes() {
    if (base == null) {
      return null;
    }
    GenerationDiff diff = GenerationDiff.between(base, target);
    boolean few = diff.size() * (long) MIN_RECORDS_PER_CHANGE <= target.records().size();
    return few && diff.sameTerms() ? diff : null;
  }

  /** The base of a plan that changes one. */
  Generation requiredBase() {
    return Objects.requireNonNull(base);
  }
}

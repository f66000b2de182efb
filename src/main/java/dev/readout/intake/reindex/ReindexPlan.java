package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import java.util.List;

/**
 * What a reindex would change. Immutable.
 *
 * @param generation name of the generation that it was compared with
 * @param isForced whether everything is built anew, even without a change
 * @param refused what would not be in the index, and why
 * @param sameTerms whether terms and topics, which every record is indexed by, stay as they are
 */
public record ReindexPlan(
    Scope scope,
    String generation,
    boolean isForced,
    List<Entry> added,
    List<Entry> changed,
    List<Entry> removed,
    List<Refusal> refused,
    boolean sameTerms) {
  public ReindexPlan {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    refused = List.copyOf(refused);
  }

  /** A record that the index would hold, or hold no more. */
  public record Entry(String id, String title) {}

  /**
   * What would not be in the index.
   *
   * @param what a record id, or a file of the corpus with its line
   * @param detail in English, for a defect of a file; empty for other reasons
   */
  public record Refusal(String what, Reason reason, String detail) {}

  /** Why something is not in the index. */
  public enum Reason {
    /** It is no longer what was saved in the catalogue. */
    DAMAGED,
    /** Another record has its id. */
    SAME_ID,
    /** A file of the shipped corpus is defective: none of it is taken, and what was there stays. */
    DEFECT
  }

  /** Whether there is anything to do. */
  public boolean isNeeded() {
    return isForced || size() > 0 || !sameTerms;
  }

  /** How many records differ. */
  public int size() {
    return added.size() + changed.size() + removed.size();
  }

  /** Whether the reindex can be done at all. */
  public boolean isPossible() {
    return refused.stream().noneMatch(refusal -> refusal.reason() == Reason.DEFECT);
  }
}

package dev.readout.intake.reindex;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusReader.Defect;
import dev.readout.corpus.CorpusReader.Reading;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.index.GenerationDiff;
import dev.readout.index.Indexes;
import dev.readout.store.SourceEntry.AcceptedSources;
import dev.readout.store.SourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reindex would change of a generation, and what it would leave out and why. Immutable. */
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

  /** What would not be in the index: an id, or a file with its line and its defect. */
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

  public boolean isNeeded() {
    return isForced || size() > 0 || !sameTerms;
  }

  /** How many records differ. */
  public int size() {
    return added.size() + changed.size() + removed.size();
  }

  public boolean isPossible() {
    return refused.stream().noneMatch(refusal -> refusal.reason() == Reason.DEFECT);
  }

  /** Compares what serves with what the catalogue and the shipped corpus say. Thread-safe. */
  record ReindexPlanner(ShippedCorpus shipped, SourceTable sources, Serving serving) {
    ReindexPlan plan(Scope scope, boolean isForced) {
      AcceptedSources accepted = sources.accepted(scope);
      List<Refusal> refused = new ArrayList<>();
      accepted.damaged().forEach(id -> refused.add(new Refusal(id, Reason.DAMAGED, "")));
      Reading reading =
          scope.equals(Scope.GLOBAL) ? shipped.check() : new Reading(ground(), List.of());
      refused.addAll(reading.defects().stream().map(ReindexPlanner::refusal).toList());
      return serving.with(
          scope,
          current -> {
            if (refused.stream().anyMatch(one -> one.reason() == Reason.DEFECT)) {
              return plan(scope, isForced, current, ground(), refused);
            }
            Corpus base = reading.corpus();
            accepted.records().stream()
                .filter(record -> base.find(record.id()).isPresent())
                .forEach(record -> refused.add(new Refusal(record.id(), Reason.SAME_ID, "")));
            Corpus target = Indexes.with(base, accepted.records());
            return plan(scope, isForced, current, target, refused);
          });
    }

    private static Refusal refusal(Defect defect) {
      return new Refusal(defect.file() + ":" + defect.line(), Reason.DEFECT, defect.message());
    }

    /** What a server's own records are added to. */
    private Corpus ground() {
      return serving.with(Scope.GLOBAL, Generation::corpus);
    }

    private ReindexPlan plan(
        Scope scope, boolean isForced, Generation current, Corpus target, List<Refusal> refused) {
      GenerationDiff diff = GenerationDiff.between(current.corpus(), target);
      return new ReindexPlan(
          scope,
          current.info().name(),
          isForced,
          diff.added().stream().map(id -> entry(target.find(id), id)).toList(),
          diff.changed().stream().map(id -> entry(target.find(id), id)).toList(),
          diff.removed().stream().map(id -> entry(current.find(id), id)).toList(),
          refused,
          diff.sameTerms());
    }

    private static Entry entry(Optional<CorpusRecord> record, String id) {
      return new Entry(id, record.map(CorpusRecord::title).orElse(id));
    }
  }
}

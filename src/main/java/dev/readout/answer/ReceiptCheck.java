package dev.readout.answer;

import dev.readout.answer.ReceiptBook.KeptAnswer;
import dev.readout.answer.ReceiptBook.ReceiptState;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Snippet;
import dev.readout.index.Generation;
import dev.readout.index.GenerationInfo;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares a kept answer with what the index holds now. Pure functions. */
final class ReceiptCheck {
  private static final int MAX_NEWER = 5;

  private ReceiptCheck() {}

  static ReceiptState of(KeptAnswer kept, Generation generation) {
    Map<String, CorpusRecord> current = new HashMap<>();
    generation.records().forEach(record -> current.put(record.id(), record));
    Set<CorpusRecord> withdrawn = new LinkedHashSet<>();
    Set<CorpusRecord> changed = new LinkedHashSet<>();
    Verdict verdict = kept.answer().verdict();
    for (CorpusRecord record : verdict == null ? List.<CorpusRecord>of() : verdict.records()) {
      CorpusRecord now = current.get(record.id());
      if (now == null) {
        withdrawn.add(record);
      } else if (!hasSameFields(now, record)) {
        changed.add(now);
      }
    }
    for (Snippet snippet : kept.answer().all()) {
      CorpusRecord now = current.get(snippet.record().id());
      if (now == null) {
        withdrawn.add(snippet.record());
      } else if (now.statements().stream().noneMatch(snippet.statement()::equals)) {
        changed.add(now);
      }
    }
    boolean sameRecords = kept.answer().index().corpus().equals(generation.info().corpus());
    return new ReceiptState(
        List.copyOf(withdrawn),
        List.copyOf(changed),
        sameRecords ? List.of() : newer(kept, current.values()));
  }

  /** Whether a verdict on the one would be the same on the other. */
  private static boolean hasSameFields(CorpusRecord one, CorpusRecord other) {
    return one.standing().equals(other.standing())
        && one.rates().equals(other.rates())
        && one.participants().equals(other.participants())
        && Objects.equals(one.effective(), other.effective())
        && Objects.equals(one.statusNote(), other.statusNote());
  }

  /**
   * Records published after the index that answered that belong to the same meeting, or that name a
   * quoted record.
   */
  private static List<CorpusRecord> newer(KeptAnswer kept, Iterable<CorpusRecord> current) {
    List<CorpusRecord> quoted = kept.answer().records();
    Set<String> known = kept.records().keySet();
    Set<String> quotedIds = quoted.stream().map(CorpusRecord::id).collect(Collectors.toSet());
    Set<String> meetings =
        quoted.stream()
            .map(CorpusRecord::meeting)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    LocalDate reach = reach(kept);
    List<CorpusRecord> newer = new ArrayList<>();
    for (CorpusRecord record : current) {
      if (!known.contains(record.id())
          && record.published() != null // what we compiled is no newer source
          && record.published().isAfter(reach)
          && (record.relates().stream().anyMatch(quotedIds::contains)
              || (record.meeting() != null && meetings.contains(record.meeting())))) {
        newer.add(record);
      }
    }
    newer.sort(
        Comparator.comparing(CorpusRecord::anchorDay).reversed().thenComparing(CorpusRecord::id));
    return newer.stream().limit(MAX_NEWER).toList();
  }

  /** The last day that the sources reached on either side when the answer was given. */
  private static LocalDate reach(KeptAnswer kept) {
    GenerationInfo index = kept.answer().index();
    return Stream.of(index.reachesToUs(), index.reachesToPrc())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElseGet(() -> LocalDate.ofInstant(kept.created(), ZoneOffset.UTC));
  }
}

package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Snippet;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which measures an answer is about, with their standing. */
final class Statuses {
  private static final int MAX = 3;

  private Statuses() {}

  /**
   * The measure that the verdict is of, and those quoted; where a status is asked for and none is
   * quoted, those that the lead's record relates to.
   */
  static List<MeasureStatus> of(
      Generation generation,
      @Nullable Verdict verdict,
      List<Snippet> shown,
      Reading reading,
      LocalDate day) {
    Set<CorpusRecord> records = new LinkedHashSet<>();
    if (verdict != null) {
      records.add(verdict.records().getFirst());
    }
    shown.stream().map(Snippet::record).forEach(records::add);
    List<MeasureStatus> quoted = statuses(records.stream(), day);
    if (!quoted.isEmpty() || !reading.asks(Shape.STATUS)) {
      return quoted;
    }
    return statuses(
        shown.getFirst().record().relates().stream().flatMap(id -> generation.find(id).stream()),
        day);
  }

  private static List<MeasureStatus> statuses(Stream<CorpusRecord> records, LocalDate day) {
    return records.flatMap(record -> MeasureStatus.of(record, day).stream()).limit(MAX).toList();
  }
}

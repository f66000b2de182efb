package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Snippet;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which measures an answer is about, with their standing. */
final class Statuses {
  private static final int MAX = 3;

  private Statuses() {}

  /**
   * The measure that the verdict is of, those quoted, and those of which a compiled record tells a
   * last day that is past; where a status is asked for and none is quoted, those that the lead's
   * record relates to.
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
    List<MeasureStatus> quoted =
        Stream.concat(
                statuses(records.stream(), day).stream(),
                shown.stream().flatMap(one -> lapsed(one, generation, day).stream()))
            .distinct()
            .limit(MAX)
            .toList();
    if (!quoted.isEmpty() || !reading.asks(Shape.STATUS)) {
      return quoted;
    }
    return statuses(
        shown.getFirst().record().relates().stream().flatMap(id -> generation.find(id).stream()),
        day);
  }

  /**
   * Of the measures with that last day, of a thing that the statement names or of all its record is
   * about, the one whose title has most of these things.
   */
  private static Optional<MeasureStatus> lapsed(
      Snippet snippet, Generation generation, LocalDate day) {
    if (snippet.record().kind().isMeasure()) {
      return Optional.empty();
    }
    List<MeasureStatus> over =
        snippet.record().relates().stream()
            .flatMap(id -> generation.find(id).stream())
            .flatMap(record -> MeasureStatus.of(record, day).stream())
            .filter(status -> status.isOf(snippet))
            .toList();
    if (over.isEmpty()) {
      return Optional.empty();
    }
    Set<String> things = Set.copyOf(QuestionParts.things(snippet.statement().text(), generation));
    ToLongFunction<MeasureStatus> shared =
        status ->
            QuestionParts.things(status.measure().title(), generation).stream()
                .filter(things::contains)
                .count();
    return over.stream()
        .filter(
            status ->
                shared.applyAsLong(status) > 0
                    || status.measure().topics().containsAll(snippet.record().topics()))
        .max(Comparator.comparingLong(shared));
  }

  private static List<MeasureStatus> statuses(Stream<CorpusRecord> records, LocalDate day) {
    return records.flatMap(record -> MeasureStatus.of(record, day).stream()).limit(MAX).toList();
  }
}

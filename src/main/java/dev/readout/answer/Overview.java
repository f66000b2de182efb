package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Snippet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a timeline tells of, in one line before it: the recorded days, the oldest first. */
final class Overview {
  /** Fewer are seen at a glance; more are no line. */
  private static final int FEWEST = 3;

  private static final int MOST = 7;

  /** What is compiled has no day of its own. */
  private static final Set<Kind> COMPILED = EnumSet.of(Kind.EXPLAINER, Kind.GLOSSARY);

  private Overview() {}

  /** Empty where no timeline is asked for, or what is shown is of too few events or too many. */
  static Optional<Verdict> of(Reading reading, Stream<Snippet> shown, LocalDate day) {
    if (!reading.asks(Shape.SEQUENCE)) {
      return Optional.empty();
    }
    List<CorpusRecord> events =
        shown
            .map(Snippet::record)
            .filter(record -> record.published() != null && !COMPILED.contains(record.kind()))
            .filter(record -> !reading.hasSpan() || reading.spans(record))
            .distinct()
            .sorted(Comparator.comparing(CorpusRecord::anchorDay))
            .toList();
    return events.size() < FEWEST || events.size() > MOST
        ? Optional.empty()
        : Optional.of(new Verdict(Slot.DAY, events, day));
  }
}

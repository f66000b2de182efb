package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Standing.StandingChange;
import dev.readout.corpus.Standing.StandingPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays over a scope's measures what its added documents change in their standing, as assessed, and
 * names those that nobody has assessed. Pure functions.
 */
final class LaterSources {
  private static final Comparator<CorpusRecord> BY_DAY =
      Comparator.comparing(CorpusRecord::anchorDay).thenComparing(CorpusRecord::id);

  private LaterSources() {}

  static Corpus laidOver(Corpus corpus, List<CorpusRecord> added) {
    Map<String, List<CorpusRecord>> byMeasure = new HashMap<>();
    added.forEach(
        document ->
            measuresOf(document)
                .forEach(
                    id -> byMeasure.computeIfAbsent(id, _ -> new ArrayList<>()).add(document)));
    List<CorpusRecord> all = new ArrayList<>(added);
    for (CorpusRecord record : corpus.records()) {
      List<CorpusRecord> documents = byMeasure.getOrDefault(record.id(), List.of());
      all.add(documents.isEmpty() ? record : laidOver(corpus::find, record, documents));
    }
    return new Corpus(all, corpus.terms(), corpus.topics());
  }

  static Set<String> measuresOf(CorpusRecord document) {
    return Stream.concat(
            document.relates().stream(), document.changes().stream().map(StandingChange::measure))
        .collect(Collectors.toSet());
  }

  /** A measure with what documents that bear on it change in it; another record as it is. */
  static CorpusRecord laidOver(
      Function<String, Optional<CorpusRecord>> find,
      CorpusRecord measure,
      List<CorpusRecord> documents) {
    if (!measure.kind().isMeasure()) {
      return measure;
    }
    List<StandingPeriod> changes = new ArrayList<>();
    List<String> unassessed = new ArrayList<>();
    LocalDate known = knownUntil(find, measure);
    for (CorpusRecord document : documents.stream().sorted(BY_DAY).toList()) {
      List<StandingChange> assessed =
          document.changes().stream()
              .filter(change -> change.measure().equals(measure.id()))
              .toList();
      if (assessed.isEmpty() && document.anchorDay().isAfter(known)) {
        unassessed.add(document.id());
      }
      assessed.stream().flatMap(change -> period(change, document).stream()).forEach(changes::add);
    }
    return measure.withStanding(measure.standing().with(changes, unassessed));
  }

  private static Optional<StandingPeriod> period(StandingChange change, CorpusRecord document) {
    return change.state() == null
        ? Optional.empty()
        : Optional.of(
            new StandingPeriod(
                Objects.requireNonNull(change.from()), change.to(), change.state(), document.id()));
  }

  /** The day of the newest document that its record goes by. */
  private static LocalDate knownUntil(
      Function<String, Optional<CorpusRecord>> find, CorpusRecord measure) {
    return measure.standing().periods().stream()
        .flatMap(period -> find.apply(period.by()).stream())
        .map(CorpusRecord::anchorDay)
        .max(Comparator.naturalOrder())
        .orElse(measure.anchorDay());
  }

  /** The records without these, nor anything of these in the standing of others. */
  static List<CorpusRecord> without(Stream<CorpusRecord> records, Set<String> ids) {
    return records
        .filter(record -> !ids.contains(record.id()))
        .map(record -> record.withStanding(record.standing().without(ids)))
        .toList();
  }
}

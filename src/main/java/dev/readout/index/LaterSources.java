package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.corpus.StandingChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lays over measures what added documents change in their standing, by who has assessed them, and
 * names those that nobody has assessed. In the index of a scope alone: what one server has added
 * changes nothing elsewhere. Pure functions.
 */
final class LaterSources {
  private LaterSources() {}

  /** The corpus with the added records in it. */
  static Corpus laidOver(Corpus corpus, List<CorpusRecord> added) {
    Map<String, List<CorpusRecord>> byMeasure = new HashMap<>();
    added.stream()
        .sorted(Comparator.comparing(CorpusRecord::anchorDay).thenComparing(CorpusRecord::id))
        .forEach(
            document ->
                Stream.concat(
                        document.relates().stream(),
                        document.changes().stream().map(StandingChange::measure))
                    .distinct()
                    .forEach(
                        id -> byMeasure.computeIfAbsent(id, _ -> new ArrayList<>()).add(document)));
    List<CorpusRecord> all =
        new ArrayList<>(
            corpus.records().stream()
                .map(record -> laidOver(corpus, record, byMeasure.get(record.id())))
                .toList());
    all.addAll(added);
    return new Corpus(all, corpus.terms(), corpus.topics());
  }

  private static CorpusRecord laidOver(
      Corpus corpus, CorpusRecord measure, @Nullable List<CorpusRecord> documents) {
    if (documents == null || !measure.kind().isMeasure()) {
      return measure;
    }
    List<StandingPeriod> changes = new ArrayList<>();
    List<String> unassessed = new ArrayList<>();
    LocalDate known = knownUntil(corpus, measure);
    for (CorpusRecord document : documents) {
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
  private static LocalDate knownUntil(Corpus corpus, CorpusRecord measure) {
    return measure.standing().periods().stream()
        .flatMap(period -> corpus.find(period.by()).stream())
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

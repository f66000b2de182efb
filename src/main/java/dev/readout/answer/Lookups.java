package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.SearchFilter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up a meeting, a measure or a term by its id or by words that name it. Thread-safe. */
public final class Lookups {
  private static final int MAX_NEAREST = 3;
  private static final int MAX_USES_SHOWN = 5;

  private final Generation generation;
  private final Ranker ranker = new Ranker();
  private final Comparisons comparisons;
  private final Measures measures;

  public Lookups(Generation generation) {
    this.generation = generation;
    this.comparisons = new Comparisons(generation);
    this.measures = new Measures(generation);
  }

  /** Both sides' accounts of the meeting named by its id, by a read-out's id, or in words. */
  public Lookup<MeetingComparison> compare(String idOrWords) {
    Found found =
        generation.find(idOrWords.strip()).map(Found::of).orElseGet(() -> find(idOrWords));
    return Stream.concat(found.titled(), found.best())
        .flatMap(record -> meetingOf(record).stream())
        .filter(this::hasAccounts)
        .findFirst()
        .<Lookup<MeetingComparison>>map(meeting -> new Lookup.Found<>(comparisons.of(meeting)))
        .orElseGet(() -> notFound(found, record -> record.kind() == Kind.MEETING));
  }

  /** The standing on a day of the measure named by its id or in words. */
  public Lookup<MeasureStatus> status(String idOrWords, LocalDate day) {
    Found found =
        generation.find(idOrWords.strip()).map(Found::of).orElseGet(() -> find(idOrWords));
    return found.measures().size() > 1
        ? new Lookup.NotFound<>(found.measures(), true)
        : found.measures().stream()
            .flatMap(record -> MeasureStatus.of(record, day).stream())
            .findFirst()
            .<Lookup<MeasureStatus>>map(Lookup.Found::new)
            .orElseGet(() -> notFound(found, record -> record.kind().isMeasure()));
  }

  /** The term named by its id or by any of its names. */
  public Lookup<Explanation> explain(String idOrWords) {
    String words = idOrWords.strip();
    Optional<Term> term =
        Stream.concat(
                generation.term(words).stream(),
                generation.plan(words).termIds().stream()
                    .flatMap(id -> generation.term(id).stream()))
            .max(Comparator.comparing(found -> found.recordId() != null));
    if (term.isPresent()) {
      return new Lookup.Found<>(explanation(term.get()));
    }
    return notFound(
        find(words), record -> record.kind() == Kind.GLOSSARY || record.kind() == Kind.EXPLAINER);
  }

  private Explanation explanation(Term term) {
    Optional<CorpusRecord> entry = Optional.ofNullable(term.recordId()).flatMap(generation::find);
    List<Snippet> snippets =
        entry.stream()
            .flatMap(
                record ->
                    record.statements().stream().map(statement -> new Snippet(record, statement)))
            .toList();
    List<CorpusRecord> uses =
        generation.naming(term.id()).stream()
            .filter(record -> entry.filter(record::equals).isEmpty())
            .sorted(
                Comparator.comparing(CorpusRecord::anchorDay)
                    .reversed()
                    .thenComparing(CorpusRecord::id))
            .toList();
    return new Explanation(
        term,
        entry.orElse(null),
        snippets,
        uses.stream().limit(MAX_USES_SHOWN).toList(),
        uses.size());
  }

  private Optional<CorpusRecord> meetingOf(CorpusRecord record) {
    if (record.kind() == Kind.MEETING) {
      return Optional.of(record);
    }
    return Optional.ofNullable(record.meeting()).flatMap(generation::find);
  }

  private boolean hasAccounts(CorpusRecord meeting) {
    return generation.ofMeeting(meeting.id()).stream()
        .anyMatch(record -> record.kind() == Kind.READOUT);
  }

  /**
   * What words, in simplified characters, found; whether the best is likely meant; and the measures
   * that they name alike.
   */
  private record Found(
      String words, List<CorpusRecord> records, boolean likely, List<CorpusRecord> measures) {
    private static final Found NOTHING = new Found("", List.of(), false, List.of());

    static Found of(CorpusRecord record) {
      return new Found(record.title(), List.of(record), true, List.of(record));
    }

    /** Meetings with the words in a title, before those that speak of one; the newest first. */
    Stream<CorpusRecord> titled() {
      String named = words.strip().toLowerCase(Locale.ROOT);
      return records.stream()
          .filter(record -> likely && record.kind() == Kind.MEETING)
          .filter(
              record ->
                  Stream.of(record.title(), Objects.requireNonNullElse(record.titleZh(), ""))
                      .anyMatch(title -> title.toLowerCase(Locale.ROOT).contains(named)))
          .sorted(Comparator.comparing(CorpusRecord::anchorDay).reversed());
    }

    Stream<CorpusRecord> best() {
      return likely ? records.stream().limit(MAX_NEAREST) : Stream.of();
    }
  }

  private Found find(String words) {
    QueryPlan plan = generation.plan(words);
    if (!plan.hasContent()) {
      return Found.NOTHING;
    }
    Reading reading = QuestionReader.read(plan.text(), LocalDate.EPOCH);
    Ranker.Ranking ranking = ranker.rank(generation, plan, reading, SearchFilter.ALL);
    // "Atlantis summit" is not some other summit: a name that no record knows names none of them.
    boolean known = plan.tokens().stream().allMatch(token -> token.known() || !token.isTelling());
    boolean likely = known && ranking.confidence() >= RetrievalAnswerer.MIN_CONFIDENCE;
    List<CorpusRecord> records = ranking.records().stream().map(Ranked::record).toList();
    boolean namesOne =
        likely && records.stream().limit(MAX_NEAREST).anyMatch(one -> one.kind().isMeasure());
    return new Found(
        plan.text(),
        records,
        likely,
        namesOne ? measures.meant(plan, ranking.records()) : List.of());
  }

  private static <T> Lookup<T> notFound(Found found, Predicate<CorpusRecord> kind) {
    return new Lookup.NotFound<>(
        found.records().stream().filter(kind).limit(MAX_NEAREST).toList(), false);
  }

  /** What an id or a few words name. Immutable. */
  public sealed interface Lookup<T> {
    /** It is this. */
    record Found<T>(T value) implements Lookup<T> {}

    /** Nothing is certain; at most 3 that come near, best first, or all that the words name. */
    record NotFound<T>(List<CorpusRecord> nearest, boolean areMeant) implements Lookup<T> {
      public NotFound {
        nearest = List.copyOf(nearest);
      }
    }
  }

  /**
   * A term explained: by the record that defines it, null for none, with its statements, and at
   * most 5 others that name it, the newest first, of so many. Immutable.
   */
  public record Explanation(
      Term term,
      @Nullable CorpusRecord entry,
      List<Snippet> snippets,
      List<CorpusRecord> usedIn,
      int uses) {
    public Explanation {
      snippets = List.copyOf(snippets);
      usedIn = List.copyOf(usedIn);
    }
  }
}

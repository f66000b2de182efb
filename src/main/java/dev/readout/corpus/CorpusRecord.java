package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.readout.corpus.Standing.StandingChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One document of the corpus: {@code published}, or {@code asOf} up to which a compiled entry is
 * true, never both; {@code effective} where a source gives it; sources, at least one, the best
 * first; rates by goods and time; for each statement words in which people ask for it and which it
 * lacks, or none at all, searched and never shown; body as it stands below the front matter, and
 * its slices in order; and how an added one was found to change measures. Chinese fields are null
 * for none. Immutable.
 */
public record CorpusRecord(
    String id,
    Kind kind,
    Side side,
    String title,
    @Nullable String titleZh,
    @Nullable LocalDate published,
    @Nullable LocalDate asOf,
    @Nullable LocalDate effective,
    String issuer,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String issuerZh,
    List<String> participants,
    @Nullable String meeting,
    List<String> topics,
    List<Source> sources,
    Provenance provenance,
    Standing standing,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RatePeriod> rates,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Listing> listings,
    @Nullable String statusNote,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String statusNoteZh,
    List<String> relates,
    List<String> questions,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> otherWords,
    String body,
    List<Statement> statements,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StandingChange> changes) {

  public CorpusRecord {
    if ((published == null) == (asOf == null)) {
      throw new IllegalArgumentException(id + " needs either published or as_of");
    }
    participants = List.copyOf(participants);
    topics = List.copyOf(topics);
    sources = List.copyOf(sources);
    rates = List.copyOf(rates);
    listings = List.copyOf(listings);
    relates = List.copyOf(relates);
    questions = List.copyOf(questions);
    otherWords = List.copyOf(otherWords);
    statements = List.copyOf(statements);
    changes = List.copyOf(changes);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException(id + " needs a source");
    }
  }

  /** The day that orders records: published, or as of for a compiled entry. */
  public LocalDate anchorDay() {
    return published != null ? published : Objects.requireNonNull(asOf);
  }

  /** Of its id alone, which no other of a generation has: all of it takes as long as a search. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Whether every statement is a slice of the body, by its text and by its hash. */
  public boolean isWhole() {
    return statements.stream()
        .allMatch(statement -> statement.recordId().equals(id) && statement.isSliceOf(body));
  }

  /** The best source that has an address. */
  public Optional<Source> linkedSource() {
    return sources.stream().filter(source -> source.url() != null).findFirst();
  }

  /** The best formal citation. */
  public Optional<String> citation() {
    return sources.stream().map(Source::citation).filter(citation -> citation != null).findFirst();
  }

  /** Ids of the records that this added document names, and nobody has assessed it for. */
  public List<String> unassessed() {
    return relates.stream()
        .filter(id -> changes.stream().noneMatch(change -> change.measure().equals(id)))
        .toList();
  }

  public CorpusRecord withStanding(Standing other) {
    return JsonCodec.with(this, "standing", other);
  }

  /** The same tied to these records, and with these changes of their standing. */
  public CorpusRecord withTies(List<String> ids, List<StandingChange> found) {
    return JsonCodec.with(this, Map.of("relates", ids, "changes", found));
  }

  /** How well a record's facts are confirmed; shown to the reader. */
  public enum Provenance implements WireNamed {
    /** Confirmed on the official page or on a reprint that names it. */
    OFFICIAL_PAGE,
    /** Confirmed by press, law firms or research. */
    SECONDARY,
    /** Well known, but no page was checked. */
    UNCONFIRMED
  }

  /**
   * What one measure charged ("up to 25%", "400 yuan per net ton") on days, inclusive, a last one
   * null for none, set by a record; not what was charged in all. Immutable.
   */
  public record RatePeriod(
      LocalDate from, @Nullable LocalDate to, String rate, String of, String by) {

    /** How records name goods of every kind. */
    private static final QuickPattern WHATEVER_COMES =
        QuickPattern.exactly("^(?:(?:all|most) (?:(?:Chinese|US) )?|Chinese |US )goods\\b");

    public RatePeriod {
      if (to != null && to.isBefore(from)) {
        throw new IllegalArgumentException("rate ends on " + to + " before it begins on " + from);
      }
    }

    public boolean covers(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    public boolean isOver(LocalDate day) {
      return to != null && to.isBefore(day);
    }

    public boolean isNothing() {
      return rate.equals("0%");
    }

    /** Whether it is charged on goods of whatever kind, or on all but those exempt. */
    public boolean isOnWhateverComes() {
      return WHATEVER_COMES.isIn(of);
    }

    /** Whether the other is the same rate of the same goods from the day after its last one. */
    public boolean goesOnIn(RatePeriod next) {
      return to != null
          && next.from.equals(to.plusDays(1))
          && next.rate.equals(rate)
          && next.of.equals(of);
    }

    /** The same from another first day. */
    public RatePeriod since(LocalDate first) {
      return new RatePeriod(first, to, rate, of, by);
    }

    /** The same to another last day. */
    public RatePeriod until(@Nullable LocalDate last) {
      return new RatePeriod(from, last, rate, of, by);
    }
  }

  /**
   * Names, at least one, that a record's statements say are or were on a list, by the id of its
   * term; days are inclusive and null where not said, as is the measure whose standing is theirs.
   * Immutable.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Listing(
      String list,
      List<Name> names,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String by) {

    /** A name as the record's statements write it, in Chinese null for none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Name(String en, @Nullable String zh) {}

    public Listing {
      names = List.copyOf(names);
      if (from != null && to != null && to.isBefore(from)) {
        throw new IllegalArgumentException("taken off on " + to + " before listed on " + from);
      }
    }
  }
}

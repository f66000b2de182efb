package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One document of the corpus. Immutable. Exactly one of {@code published} and {@code asOf} is set.
 *
 * @param titleZh the Chinese original's title, the term's Chinese name, or our title in Chinese;
 *     null for none
 * @param published day of the document or event
 * @param asOf day up to which a compiled entry is true
 * @param effective first day in effect; null where the source gives none
 * @param issuerZh the issuer in Chinese; null for none
 * @param meeting id of the meeting that a read-out belongs to; null for none
 * @param topics ids from {@code topics.yaml}
 * @param sources at least one, best first
 * @param rates what a tariff or fee charged when, line by line of goods and each in order of time
 * @param listings who its statements say was put on a list, or taken off
 * @param statusNote limits and announced changes without a legal text; null for none
 * @param statusNoteZh the same in Chinese; null for none
 * @param relates ids of related records
 * @param questions what the record answers, in English and Chinese
 * @param body the Markdown below the front matter, as it stands in the file
 * @param statements the body's slices in their order
 * @param changes what an added document does to the standing of measures, as it was assessed
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
    statements = List.copyOf(statements);
    changes = List.copyOf(changes);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException(id + " needs a source");
    }
  }

  /**
   * The day by which records are put in order of time: published, or as of for a compiled entry.
   */
  public LocalDate anchorDay() {
    return published != null ? published : Objects.requireNonNull(asOf);
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

  /** The same under another standing. */
  public CorpusRecord withStanding(Standing other) {
    return JsonCodec.with(this, "standing", other);
  }

  /** The same tied to these records, and with these changes of their standing. */
  public CorpusRecord withTies(List<String> ids, List<StandingChange> found) {
    return JsonCodec.with(JsonCodec.with(this, "relates", ids), "changes", found);
  }
}

package dev.readout.intake;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.StandingChange;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import dev.readout.intake.Draft.Drafting;
import dev.readout.intake.Proposals.NamedMeasures;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.extract.FeedReading;
import dev.readout.intake.fetch.Fetched;
import dev.readout.intake.fetch.Fetcher.FetchRequest;
import dev.readout.intake.fetch.Original;
import dev.readout.intake.fetch.SourceAddress;
import dev.readout.intake.reindex.Serving;
import dev.readout.store.RefusedChangeException;
import dev.readout.store.RefusedChangeException.Reason;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceTable;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings documents into the catalogue and decides about those that are in it. Thread-safe. */
public record Intake(Drafts drafts, SourceTable sources, Serving records, InstantSource clock) {
  private static final Duration NEVER = Duration.ofDays(36_500);

  /** Fetches and reads a page. Whoever gets a draft closes its original. */
  public Drafting draft(Scope scope, URI typed) {
    return draft(scope, new FeedReading.Item(typed, ""), /* staysAtHost= */ false);
  }

  /** The same for what a feed lists, by its text for programs; not what leads to another host. */
  public Drafting draft(Scope scope, FeedReading.Item item) {
    return draft(scope, item, /* staysAtHost= */ true);
  }

  private Drafting draft(Scope scope, FeedReading.Item item, boolean staysAtHost) {
    URI address = SourceAddress.parse(item.address().toString()).orElse(item.address());
    Optional<SourceEntry> there = sources.withAddress(scope, address.toString());
    if (there.isPresent()) {
      return new Drafting.AlreadyThere(there.get());
    }
    URI asked = item.textAddress().equals(item.address()) ? address : item.textAddress();
    return switch (drafts.fetcher().fetch(FetchRequest.of(scope, asked))) {
      case Fetched.Document document -> {
        if (staysAtHost && !SourceAddress.isSameHost(asked, document.finalAddress())) {
          document.original().close();
          yield new Drafting.NotRead(Extraction.Reason.CHALLENGE);
        }
        yield draft(scope, address, item, document);
      }
      case Fetched.Refused refused -> new Drafting.NotFetched(refused);
      case Fetched.Unchanged unchanged ->
          throw new IllegalStateException(
              "nothing was known that could be unchanged: " + unchanged);
    };
  }

  /** What an address only led to is known by where it was: readers see whose site that is. */
  private Drafting draft(Scope scope, URI named, FeedReading.Item item, Fetched.Document document) {
    URI read = document.finalAddress();
    URI address =
        Publisher.isSame(named, read) ? named : SourceAddress.parse(read.toString()).orElse(read);
    if (address.toString().length() > SourceAddress.MAX_CHARS) {
      document.original().close();
      return new Drafting.NotFetched(
          new Fetched.Refused(Fetched.Reason.BAD_ADDRESS, "redirected to one too long", null));
    }
    Optional<SourceEntry> there = sources.withAddress(scope, address.toString());
    if (there.isPresent()) {
      document.original().close();
      return new Drafting.AlreadyThere(there.get());
    }
    return draft(
        scope,
        new Drafts.Found(
            address.toString(),
            document.finalAddress(),
            null,
            document.original(),
            document.etag(),
            document.lastModified(),
            item));
  }

  /** Reads a file, and closes it unless there is a draft of it, which whoever gets it closes. */
  public Drafting draft(Scope scope, Original original, String fileName) {
    String name =
        Details.cut(fileName.replaceAll("\\p{Cntrl}", "").strip(), NewSource.MAX_FILE_NAME);
    String shown = name.isEmpty() ? "file" : name;
    return draft(scope, new Drafts.Found(null, null, shown, original, null, null, null));
  }

  /** The original is a draft's, or nobody's. */
  private Drafting draft(Scope scope, Drafts.Found found) {
    Drafting drafting = drafting(scope, found);
    if (!(drafting instanceof Drafting.Drafted)) {
      found.original().close();
    }
    return drafting;
  }

  private Drafting drafting(Scope scope, Drafts.Found found) {
    Optional<SourceEntry> there = sources.withContent(scope, found.original().sha256());
    if (there.isPresent()) {
      return new Drafting.AlreadyThere(there.get());
    }
    return drafts
        .extract(scope, found.original())
        .map(extraction -> drafting(scope, found, extraction))
        .orElseGet(Drafting.Busy::new);
  }

  private Drafting drafting(Scope scope, Drafts.Found found, Extraction extraction) {
    return switch (extraction) {
      case Extraction.Extracted text -> new Drafting.Drafted(drafts.draft(scope, found, text));
      case Extraction.Failed failed -> new Drafting.NotRead(failed.reason());
    };
  }

  /** Adds a document, waiting or accepted, perhaps of a feed; in answers after the next reindex. */
  public Adding add(
      Scope scope,
      Draft draft,
      Details details,
      SourceState state,
      @Nullable Long feed,
      String actor) {
    Optional<Details.DetailsProblem> problem = problem(scope, details, draft.sides());
    // What waits for a decision may lack what the decision will bring.
    if (problem.isPresent() && state == SourceState.ACCEPTED) {
      return new Adding.Invalid(problem.get());
    }
    NewSource source =
        new NewSource(
            scope,
            draft.address(),
            draft.fileName(),
            feed,
            state,
            tied(scope, VerbatimRecord.of(draft, details)),
            Drafts.snapshot(draft),
            draft.etag(),
            draft.lastModified());
    Adding adding = outcome(() -> Optional.of(sources.add(source, actor)));
    if (adding instanceof Adding.Done added && draft.gazetted() != null) {
      // Its page is for people, and what is printed does not change.
      sources.reschedule(scope, added.entry().number(), clock.instant().plus(NEVER));
    }
    return adding;
  }

  /** A change of the catalogue; empty when it has nothing to change. */
  private interface Change {
    Optional<SourceEntry> make() throws RefusedChangeException;
  }

  private static Adding outcome(Change change) {
    try {
      return change.make().<Adding>map(Adding.Done::new).orElseGet(Adding.NotFound::new);
    } catch (RefusedChangeException e) {
      return switch (e.reason()) {
        case Reason.Duplicate(_, long number) -> new Adding.AlreadyThere(number);
        case Reason.Full(var limit) -> new Adding.Full(limit);
      };
    }
  }

  private CorpusRecord tied(Scope scope, CorpusRecord record) {
    List<String> measures =
        records.with(
            scope, generation -> NamedMeasures.in(generation, record.title(), record.body()));
    return record.withTies(measures, List.of());
  }

  /** A measure that answers in the scope. */
  public Optional<CorpusRecord> measure(Scope scope, String id) {
    return records.with(
        scope, generation -> generation.find(id).filter(found -> found.kind().isMeasure()));
  }

  /** The newest measures whose title, in either language, or id holds a text. */
  public List<CorpusRecord> measures(Scope scope, String text, int limit) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    return records.with(
        scope,
        generation ->
            generation
                .records()
                .filter(record -> record.kind().isMeasure())
                .filter(
                    record ->
                        (record.id() + " " + record.title() + " " + record.titleZh())
                            .toLowerCase(Locale.ROOT)
                            .contains(typed))
                .sorted(Comparator.comparing(CorpusRecord::id).reversed())
                .limit(limit)
                .toList());
  }

  /** Says, in place of what was said before, what a source does to a measure's standing. */
  public Adding assess(Scope scope, long number, StandingChange change, String actor) {
    Optional<SourceEntry> entry = live(scope, number);
    if (entry.isEmpty()) {
      return new Adding.NotFound();
    }
    CorpusRecord record = entry.get().record();
    List<StandingChange> changes =
        Stream.concat(
                record.changes().stream().filter(one -> !one.measure().equals(change.measure())),
                Stream.of(change))
            .toList();
    return edit(scope, number, record.withTies(record.relates(), changes), actor);
  }

  private Optional<SourceEntry> live(Scope scope, long number) {
    return sources.find(scope, number).filter(found -> found.state().isLive());
  }

  /** What keeps a source from being accepted with these details; empty when nothing does. */
  public Optional<Details.DetailsProblem> problem(Scope scope, Details details, Set<Side> sides) {
    return records.with(
        scope, generation -> VerbatimRecord.problem(details, sides, generation, clock));
  }

  /** What was decided, or proposed, about a source. */
  public Details detailsOf(SourceEntry entry) {
    return VerbatimRecord.detailsOf(entry.record());
  }

  /** What a document may be filed under by what is said so far; no meeting without a day. */
  public Details.Candidates candidates(Scope scope, Details details, String body) {
    return records.with(scope, generation -> Proposals.candidates(generation, details, body));
  }

  public List<Topic> topics(Scope scope) {
    return records.with(scope, Generation::topics);
  }

  /** The sides that a source may be filed under. */
  public Set<Side> sidesOf(SourceEntry entry) {
    String address = entry.address();
    return address == null ? Publisher.OF_FILES.sides() : Publisher.of(URI.create(address)).sides();
  }

  /** Describes a source anew. In answers after the next reindex. */
  public Adding edit(Scope scope, long number, Details details, String actor) {
    return allowed(
        live(scope, number),
        _ -> details,
        entry ->
            edit(
                scope,
                number,
                VerbatimRecord.withDetails(entry.record(), details, retrieved(entry)),
                actor));
  }

  /** Changes a source if nothing is wrong with these details of it. */
  private Adding allowed(
      Optional<SourceEntry> found,
      Function<SourceEntry, Details> details,
      Function<SourceEntry, Adding> change) {
    if (found.isEmpty()) {
      return new Adding.NotFound();
    }
    SourceEntry entry = found.get();
    return problem(entry.scope(), details.apply(entry), sidesOf(entry))
        .<Adding>map(Adding.Invalid::new)
        .orElseGet(() -> change.apply(entry));
  }

  /** Confirms a source that nobody known stands behind. In answers after the next reindex. */
  public Adding confirm(Scope scope, long number, String actor) {
    return live(scope, number)
        .filter(found -> found.record().provenance() == Provenance.UNCONFIRMED)
        .map(
            entry ->
                edit(
                    scope,
                    number,
                    VerbatimRecord.confirmed(entry.record(), retrieved(entry)),
                    actor))
        .orElseGet(Adding.NotFound::new);
  }

  private static LocalDate retrieved(SourceEntry entry) {
    return LocalDate.ofInstant(entry.retrieved(), ZoneOffset.UTC);
  }

  private Adding edit(Scope scope, long number, CorpusRecord record, String actor) {
    return outcome(() -> sources.edit(scope, number, record, actor));
  }

  /** Accepts what waits, unless something about it must be said first. */
  public Adding approve(Scope scope, long number, String actor) {
    return allowed(
        sources.find(scope, number).filter(found -> found.state() == SourceState.WAITING),
        this::detailsOf,
        _ -> setState(scope, number, SourceState.ACCEPTED, actor));
  }

  /** Turns down what waits; its feed does not bring it again. */
  public Adding refuse(Scope scope, long number, String actor) {
    return setState(scope, number, SourceState.REFUSED, actor);
  }

  /** Accepts what was removed or refused with these details, unless one is wrong. */
  public Adding restore(Scope scope, long number, Details details, String actor) {
    return allowed(
        sources.find(scope, number).filter(found -> !found.state().isLive()),
        _ -> details,
        entry -> {
          Adding restored = setState(scope, number, SourceState.ACCEPTED, actor);
          return restored instanceof Adding.Done && !details.equals(detailsOf(entry))
              ? edit(scope, number, details, actor)
              : restored;
        });
  }

  /** Takes a source out of the catalogue; it is in the index until that is told. */
  public Adding remove(Scope scope, long number, String actor) {
    return setState(scope, number, SourceState.REMOVED, actor);
  }

  private Adding setState(Scope scope, long number, SourceState state, String actor) {
    return outcome(
        () -> sources.setState(scope, number, state, actor).filter(is -> is.state() == state));
  }

  /** What came of adding or changing a source; what was there stays unless {@link Done}. */
  public sealed interface Adding {
    /** It is in the catalogue like this now. */
    record Done(SourceEntry entry) implements Adding {}

    record Invalid(Details.DetailsProblem problem) implements Adding {}

    /** It is there under this number of the scope. */
    record AlreadyThere(long number) implements Adding {}

    record Full(RefusedChangeException.CatalogueLimit limit) implements Adding {}

    /** The scope has no such source, or no longer. */
    record NotFound() implements Adding {}
  }
}

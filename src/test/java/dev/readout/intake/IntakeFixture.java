package dev.readout.intake;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import dev.readout.intake.Draft.Drafting;
import dev.readout.intake.Intake.Adding;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.extract.Extractor;
import dev.readout.intake.extract.Extractor.ExtractorSettings;
import dev.readout.intake.fetch.Fetcher;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import dev.readout.intake.fetch.Spool;
import dev.readout.intake.reindex.Serving;
import dev.readout.store.Database;
import dev.readout.store.FeedTable;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceTable;
import dev.readout.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that brings documents in, over a database, an index and a web server of its own. The
 * test moves its clock. Confined to one thread.
 */
public final class IntakeFixture implements AutoCloseable {
  public static final Scope HERE = Scope.ofServer(1);
  public static final String ACTOR = "80351110224678912";
  static final LocalDate DAY = LocalDate.of(2026, 5, 12);

  private final Spool spool;
  private final Fetcher fetcher;
  private final Extractor extractor;
  private final Serving records;
  private final Drafts drafts;
  private final Database database;
  private final PageServer site;
  private final SourceTable sources;
  private volatile Instant now = Instant.parse("2026-05-14T12:00:00Z");

  public IntakeFixture(Path folder, Generation generation) throws IOException {
    spool = new Spool(folder);
    database = TestDatabase.open(folder.resolve("readout.db"), () -> now);
    fetcher =
        new Fetcher(new FetchSettings(true, FetchSettings.STANDARD.within()), spool, () -> now);
    extractor = new Extractor(ExtractorSettings.IN_THIS_PROCESS);
    records = new Shared(generation);
    drafts = new Drafts(fetcher, extractor, records, () -> now);
    sources = new SourceTable(database);
    site = new PageServer();
  }

  /** The same for all scopes. */
  private record Shared(Generation generation) implements Serving {
    @Override
    public <T> T with(Scope scope, Function<Generation, T> work) {
      return work.apply(generation);
    }

    @Override
    public void replace(Scope scope, Generation next) {
      throw new UnsupportedOperationException("there is one");
    }

    @Override
    public void drop(Scope server) {
      throw new UnsupportedOperationException("there is one");
    }
  }

  public Instant now() {
    return now;
  }

  public void moveClockTo(Instant moment) {
    now = moment;
  }

  public PageServer site() {
    return site;
  }

  public SourceTable sources() {
    return sources;
  }

  public FeedTable feeds() {
    return new FeedTable(database);
  }

  public Spool spool() {
    return spool;
  }

  public Fetcher fetcher() {
    return fetcher;
  }

  public Extractor extractor() {
    return extractor;
  }

  public Intake intake() {
    return new Intake(drafts, sources, records, () -> now);
  }

  public Refresher refresher() {
    return new Refresher(drafts, sources, () -> now);
  }

  Database database() {
    return database;
  }

  /** From now on no document can be read. */
  public void closeExtractor() {
    extractor.close();
  }

  public Draft drafted(URI address) {
    return ((Drafting.Drafted) intake().draft(HERE, address)).draft();
  }

  /** A draft without fetching or reading anything. */
  static Draft draft(@Nullable String address, Details details, String body) {
    Extraction.Extracted text =
        new Extraction.Extracted(
            details.title(),
            details.published(),
            "en",
            null,
            body,
            List.of(new Extraction.Slice(0, body.length(), ":~:text=x")));
    return new Draft(
        address,
        address == null ? "file.txt" : null,
        null,
        null,
        Original.of(body.getBytes(StandardCharsets.UTF_8), Format.PLAIN_TEXT, null),
        Instant.parse("2026-05-14T10:00:00Z"),
        text,
        "Example",
        details,
        EnumSet.allOf(Side.class),
        List.<CorpusRecord>of(),
        List.<Topic>of(),
        null);
  }

  static Details details(@Nullable LocalDate day) {
    return new Details(Side.US, Kind.READOUT, "A read-out", day, null, List.of());
  }

  /** A source that is there already, of which these were the bytes. */
  SourceEntry accepted(URI address, String body) {
    Draft draft = draft(address.toString(), details(DAY), body);
    return ((Adding.Done)
            intake().add(HERE, draft, draft.proposed(), SourceState.ACCEPTED, null, ACTOR))
        .entry();
  }

  @Override
  public void close() {
    site.close();
    fetcher.close();
    extractor.close();
    database.close();
  }
}

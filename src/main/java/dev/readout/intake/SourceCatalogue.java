package dev.readout.intake;

import dev.readout.corpus.Scope;
import dev.readout.index.Indexes;
import dev.readout.intake.extract.Extractor;
import dev.readout.intake.extract.Extractor.ExtractorSettings;
import dev.readout.intake.fetch.Fetcher;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import dev.readout.intake.fetch.Spool;
import dev.readout.intake.reindex.Follower;
import dev.readout.intake.reindex.Reindexer;
import dev.readout.intake.reindex.Reindexing.AutomaticReindex;
import dev.readout.intake.reindex.Serving;
import dev.readout.intake.reindex.ShippedCorpus;
import dev.readout.intake.release.RecordReleases;
import dev.readout.intake.release.RecordUpdates;
import dev.readout.intake.release.ReleaseWatch;
import dev.readout.intake.release.ReleaseWatch.ReleaseSettings;
import dev.readout.store.AuditTable;
import dev.readout.store.Database;
import dev.readout.store.Departures;
import dev.readout.store.FeedTable;
import dev.readout.store.ServerSettingsTable;
import dev.readout.store.SourceTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings sources in, watches them and indexes them. Thread-safe; closed by its owner. */
public final class SourceCatalogue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SourceCatalogue.class);

  private final InstantSource clock;
  private final Departures departures;
  private final ShippedCorpus shipped;
  private final IntakeSettings settings;
  private final Indexes indexes;
  private final Serving serving;
  private final AuditTable audit;
  private final SourceTable sources;
  private final FeedTable feeds;
  private final ServerSettingsTable servers;
  private final Spool spool;
  private final Fetcher fetcher;
  private final Extractor extractor;
  private final Intake intake;
  private final Refresher refresher;
  private final FeedChecker checker;
  private final Reindexer reindexer;
  private final Watch watch;
  private final Follower follower;

  /** Null where no other process shares the database. */
  private final Follower.@Nullable CatalogueFollower peers;

  /** Watches nothing before {@link #startWatching} and {@link Follower#start}. */
  public SourceCatalogue(
      IntakeSettings settings,
      Database database,
      Indexes indexes,
      ShippedCorpus shipped,
      Serving serving,
      InstantSource clock) {
    this.settings = settings;
    this.indexes = indexes;
    this.clock = clock;
    this.departures = new Departures(database);
    this.shipped = shipped;
    this.serving = serving;
    this.audit = new AuditTable(database);
    this.sources = new SourceTable(database);
    this.feeds = new FeedTable(database);
    this.servers = new ServerSettingsTable(database);
    this.spool = new Spool(database.folder());
    this.fetcher = new Fetcher(settings.fetching(), spool, clock);
    this.extractor = new Extractor(settings.extracting());
    Drafts drafts = new Drafts(fetcher, extractor, serving, clock);
    this.intake = new Intake(drafts, sources, serving, clock);
    this.refresher = new Refresher(drafts, sources, clock);
    NewItems items = new NewItems(intake, feeds, this::takesAtOnce);
    this.checker = new FeedChecker(fetcher, extractor, feeds, items, clock);
    this.reindexer = new Reindexer(indexes, shipped, sources, serving, audit, clock);
    AutomaticReindex automatic = new AutomaticReindex(reindexer, clock);
    this.watch = new Watch(feeds, sources, checker, refresher, automatic::isDone, clock);
    this.follower = new Follower(indexes, sources, serving, reindexer);
    this.peers =
        database.isShared() ? new Follower.CatalogueFollower(audit, reindexer, clock) : null;
  }

  /** The operators' own feeds always wait for an operator. */
  private boolean takesAtOnce(Scope scope) {
    OptionalLong server = scope.server();
    return server.isPresent() && servers.of(server.getAsLong()).takeFeedItems();
  }

  /** Watches from now on, and indexes what was taken at once before the last stop. */
  public void startWatching(Duration between) {
    sources.scopesWithSources().stream().filter(this::takesAtOnce).forEach(watch::index);
    watch.start(between);
    if (peers != null) {
      peers.start();
    }
  }

  /** Removes what servers had that the bot left so long ago. */
  public void eraseDeparted(Duration kept) {
    for (Scope server : departures.before(clock.instant().minus(kept))) {
      reindexer.remove(server); // first: when it fails, all is still due
      departures.erase(server);
      LOG.info("everything of {} is deleted: the bot left it long ago", server.id());
    }
  }

  public Departures departures() {
    return departures;
  }

  public Path indexFolder() {
    return indexes.folder();
  }

  public SourceTable sources() {
    return sources;
  }

  public FeedTable feeds() {
    return feeds;
  }

  /** The feeds that are switched on and off together, as they are written now. */
  public FeedPack pack() {
    return FeedPack.read(settings.feeds());
  }

  /** Where documents are that are being brought in. */
  public Spool spool() {
    return spool;
  }

  public Intake intake() {
    return intake;
  }

  /** What waits for a decision. */
  public Inbox inbox() {
    return new Inbox(intake, sources, serving);
  }

  public Refresher refresher() {
    return refresher;
  }

  public FeedChecker checker() {
    return checker;
  }

  public Reindexer reindexer() {
    return reindexer;
  }

  public Watch watch() {
    return watch;
  }

  /** Looks for releases of the records; closed by the caller, before this. */
  public ReleaseWatch releaseWatch(RecordReleases releases) {
    return new ReleaseWatch(settings.releases(), fetcher, updates(releases));
  }

  public RecordUpdates updates(RecordReleases releases) {
    return new RecordUpdates(releases, shipped, reindexer, serving, sources, audit);
  }

  /** Takes over what other processes build, once it is started. */
  public Follower follower() {
    return follower;
  }

  /** Ends what is under way, within seconds. */
  @Override
  public void close() {
    watch.close();
    follower.close();
    if (peers != null) {
      peers.close();
    }
    reindexer.close();
    extractor.close();
    fetcher.close();
  }

  /** How documents and releases are brought in, and the file of official feeds. Immutable. */
  public record IntakeSettings(
      FetchSettings fetching, ExtractorSettings extracting, ReleaseSettings releases, Path feeds) {
    /** Public addresses only, each part with its standard limits. */
    public static final IntakeSettings STANDARD =
        new IntakeSettings(
            FetchSettings.STANDARD,
            ExtractorSettings.DEFAULT,
            ReleaseSettings.NONE,
            Path.of("config", "feeds.yaml"));
  }
}

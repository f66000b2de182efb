package dev.readout.intake.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.discord.BotServing;
import dev.readout.index.Indexes;
import dev.readout.intake.PageServer;
import dev.readout.intake.SourceCatalogue;
import dev.readout.intake.SourceCatalogue.IntakeSettings;
import dev.readout.intake.fetch.Fetcher;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import dev.readout.intake.fetch.Spool;
import dev.readout.intake.reindex.Serving;
import dev.readout.intake.reindex.ShippedCorpus;
import dev.readout.intake.reindex.TinyBot;
import dev.readout.intake.release.ReleaseWatch.ReleaseSettings;
import dev.readout.intake.release.ReleaseWatch.ReleaseSettings.Update;
import dev.readout.meaning.Models;
import dev.readout.store.AuditTable;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.Database;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.Snapshot;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceTable;
import dev.readout.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases taken by a bot that runs, from a page of this machine. */
final class RecordUpdatesTest {
  private static final Scope SERVER = Scope.ofServer(77);
  private static final String OLD = SampleRecords.OLD;
  private static final String NEW = SampleRecords.NEW;
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-12-05T12:00:00Z"));

  @TempDir Path folder;
  private Database database;
  private ServingIndexes serving;
  private SourceCatalogue sources;
  private RecordUpdates updates;
  private PageServer site;
  private Fetcher fetcher;
  private URI url;

  @BeforeEach
  void serve() throws IOException {
    SampleRecords.write(folder.resolve("index-data"), "2025-12-01", OLD);
    RecordReleases releases = RecordReleases.of(folder);
    ShippedCorpus shipped = releases.corpus(folder.resolve("index-data"));
    database = TestDatabase.open(folder.resolve("readout.db"), CLOCK);
    SourceTable catalogue = new SourceTable(database);
    Indexes indexes = new Indexes(folder.resolve("index"), CLOCK, Models.off());
    serving =
        new ServingIndexes(
            indexes.openGlobal(
                shipped.folder(), shipped::read, Serving.additions(catalogue, Scope.GLOBAL)),
            catalogue.scopesWithSources(),
            (server, ground) -> indexes.open(server, ground, Serving.additions(catalogue, server)),
            CLOCK);
    sources =
        new SourceCatalogue(
            IntakeSettings.STANDARD, database, indexes, shipped, new BotServing(serving), CLOCK);
    updates = sources.updates(releases);
    fetcher =
        new Fetcher(new FetchSettings(true, Duration.ofSeconds(60)), new Spool(folder), CLOCK);
    site = new PageServer();
    url = site.at("127.0.0.1", "/records.zip");
    put(release("2026-12-04", OLD, NEW));
  }

  @AfterEach
  void close() {
    site.close();
    fetcher.close();
    sources.close();
    serving.close();
    database.close();
  }

  private byte[] release(String version, String... ids) {
    return SampleRecords.pack(SampleRecords.write(folder.resolve("of-" + version), version, ids));
  }

  private void put(byte[] release) {
    site.put("/records.zip", "application/octet-stream", release);
    site.put(
        "/robots.txt",
        "text/plain",
        "User-agent: *\nDisallow: /\n".getBytes(StandardCharsets.UTF_8));
  }

  private ReleaseWatch watch(Update update) {
    return new ReleaseWatch(
        new ReleaseSettings(url, SampleRecords.KEY.publicKey(), update), fetcher, updates);
  }

  private List<String> served(Scope scope) {
    return serving.with(
        scope, desk -> desk.generation().records().map(CorpusRecord::id).sorted().toList());
  }

  @Test
  void look_notify_saysSoAndTakesNothing() throws IOException {
    try (ReleaseWatch watch = watch(Update.NOTIFY)) {
      assertThat(watch.look())
          .hasValueSatisfying(
              line ->
                  assertThat(line).contains("records 2026-12-04", "records update' takes them"));
    }
    assertThat(served(Scope.GLOBAL)).containsExactly(OLD);
  }

  @Test
  void look_daily_takesItOnceAndLeavesARollBackAlone() throws IOException {
    try (ReleaseWatch watch = watch(Update.DAILY)) {
      assertThat(watch.look()).isPresent();
      assertThat(served(Scope.GLOBAL)).containsExactly(OLD, NEW);
      assertThat(watch.look()).isEmpty();
      assertThat(updates.rollBack("terminal")).isEqualTo("records 2025-12-01");
      assertThat(served(Scope.GLOBAL)).containsExactly(OLD);
      assertThat(watch.look()).isEmpty();
      put(release("2026-12-05", NEW));
      assertThat(watch.look()).isPresent();
      assertThat(served(Scope.GLOBAL)).containsExactly(NEW);
    }
  }

  @Test
  void look_nothingThereOrSomethingElse_changesNothing() {
    try (ReleaseWatch watch = watch(Update.DAILY)) {
      site.status("/records.zip", 503, "");
      assertThatThrownBy(watch::look).hasMessageContaining("SERVER_ERROR");
      site.page("/records.zip", "<title>Please sign in</title>", "Consent");
      assertThatThrownBy(watch::look).hasMessageContaining("no whole release");
    }
    assertThat(served(Scope.GLOBAL)).containsExactly(OLD);
  }

  @Test
  void take_documentThatAServerAdded_givesWayThereAndIsNoted() throws Exception {
    long same = add("2026-11-30-as-added", SampleRecords.NEW_ADDRESS);
    long other = add("2026-11-30-minutes", "https://example.org/minutes");
    sources.reindexer().start(sources.reindexer().plan(SERVER, false), "terminal").outcome().join();
    assertThat(served(SERVER)).hasSize(3);
    assertThat(updates.take(SampleRecords.read(release("2026-12-05", OLD, NEW)), "terminal"))
        .isTrue();
    assertThat(sources.sources().find(SERVER, same).orElseThrow().state())
        .isEqualTo(SourceState.REMOVED);
    assertThat(sources.sources().find(SERVER, other).orElseThrow().state())
        .isEqualTo(SourceState.ACCEPTED);
    assertThat(served(SERVER)).hasSize(3).contains(OLD, NEW);
    assertThat(new AuditTable(database).newest(SERVER, 5))
        .extracting(AuditEntry::action)
        .contains("source.replaced");
  }

  private long add(String id, String address) throws Exception {
    Snapshot page =
        Snapshot.of(id.getBytes(StandardCharsets.UTF_8), "html", "utf-8", CLOCK.instant());
    NewSource source =
        new NewSource(
            SERVER,
            address,
            null,
            null,
            SourceState.ACCEPTED,
            TinyBot.record(id, "It was said."),
            page,
            null,
            null);
    return sources.sources().add(source, "terminal").number();
  }

  @Test
  void take_recordsOfTheOperatorsOwn_isRefused() {
    ShippedCorpus own = RecordReleases.of(folder.resolve("elsewhere")).corpus(folder);
    RecordUpdates refusing =
        new RecordUpdates(
            RecordReleases.of(folder.resolve("elsewhere")),
            own,
            sources.reindexer(),
            new BotServing(serving),
            sources.sources(),
            new AuditTable(database));
    assertThatThrownBy(
            () -> refusing.take(SampleRecords.read(release("2026-12-05", NEW)), "terminal"))
        .hasMessageContaining("records of your own");
  }
}

package dev.readout.intake.reindex;

import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.Source.SourceType;
import dev.readout.corpus.Standing;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import dev.readout.discord.BotServing;
import dev.readout.index.Generation;
import dev.readout.index.Indexes;
import dev.readout.intake.reindex.Follower.CatalogueFollower;
import dev.readout.meaning.Models;
import dev.readout.store.AuditTable;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.Database;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.Snapshot;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceTable;
import dev.readout.store.StoreSettings;
import dev.readout.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * Catalogue, indexes, serving and reindexer over one shipped record, opened as the bot opens them.
 * Opening the same folder again is a restart.
 */
public final class TinyBot implements AutoCloseable {
  static final Scope HERE = Scope.ofServer(1);
  static final Scope THERE = Scope.ofServer(2);
  static final String SHIPPED = "2025-11-10-bicycle-pause";
  static final String ACTOR = "80351110224678912";

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

  private final Path folder;
  private final Database database;
  private final ServingIndexes serving;
  private final SourceTable sources;
  private final Reindexer reindexer;

  TinyBot(Path folder) {
    this(folder, Reindexer.Conduct.STANDARD);
  }

  /** A bot that reindexes in another way. */
  TinyBot(Path folder, Reindexer.Conduct conduct) {
    this(folder, new StoreSettings(folder.resolve("readout.db"), null), conduct);
  }

  /** A bot with its database elsewhere. */
  TinyBot(Path folder, StoreSettings store, Reindexer.Conduct conduct) {
    this.folder = folder;
    if (!Files.exists(folder.resolve("corpus"))) {
      writeCorpus();
    }
    if (store.url() == null) {
      TestDatabase.make(store.file());
    }
    database = Database.open(store, CLOCK);
    sources = new SourceTable(database);
    Indexes indexes = new Indexes(folder.resolve("index"), CLOCK, Models.off());
    ShippedCorpus shipped = new ShippedCorpus(folder.resolve("corpus"));
    serving =
        new ServingIndexes(
            indexes.openGlobal(
                shipped.folder(), shipped::read, Serving.additions(sources, Scope.GLOBAL)),
            sources.scopesWithSources(),
            (server, ground) -> indexes.open(server, ground, Serving.additions(sources, server)),
            CLOCK);
    reindexer =
        new Reindexer(
            indexes,
            shipped,
            sources,
            new BotServing(serving),
            new AuditTable(database),
            CLOCK,
            conduct);
  }

  private void writeCorpus() {
    try {
      for (String schema :
          List.of("record.schema.json", "terms.schema.json", "topics.schema.json")) {
        write(schema, Files.readString(Path.of("index-data", schema)));
      }
      write("known-sources.txt", "90 FR 12345\n");
      write(
          "topics.yaml",
          """
          - id: export-controls
            en: Export controls
            zh: 出口管制
            zh_hant: 出口管制
            note: what may not be sold
          """);
      writeTerms("unicycle");
      write("names.yaml", "- id: jane-roe\n  kind: person\n  en: [\"Jane Roe\"]\n");
      writeRecord(SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void writeTerms(String term) {
    write("terms.yaml", "- id: %s\n  kind: technology\n  en: [\"%s\"]\n".formatted(term, term));
  }

  /** Ships a record. */
  void writeRecord(String id) {
    write(
        "restrictions/" + id + ".md",
        """
        ---
        id: %s
        kind: restriction
        side: us
        title: "The bicycle rule is paused for a year by %s"
        published: 2025-11-10
        issuer: Bureau of Bicycles
        topics: [export-controls]
        sources:
          - {citation: 90 FR 12345}
        provenance: secondary
        standing:
          - {from: 2025-11-10, state: in-force, by: %s}
        questions:
          - "For how long did the Bureau pause its rule in %s?"
          - "When was the pause of the Bureau published as %s?"
        ---

        - The Bureau paused its rule on 10 November 2025 for one year.
        """
            .formatted(id, id, id, id, id));
  }

  void write(String file, String text) {
    try {
      Path path = folder.resolve("corpus").resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of a server's index. */
  Path index(Scope server) {
    return folder.resolve("index").resolve("servers").resolve(server.id());
  }

  Path databaseFile() {
    return folder.resolve("readout.db");
  }

  SourceTable sources() {
    return sources;
  }

  /** Follows other bots on the same database, as one that comes back after so long. */
  CatalogueFollower follower(Duration away) {
    return new CatalogueFollower(
        new AuditTable(database), reindexer, InstantSource.offset(CLOCK, away), Duration.ZERO);
  }

  Reindexer reindexer() {
    return reindexer;
  }

  public static CorpusRecord record(String id, String says) {
    return new CorpusRecord(
        id,
        Kind.READOUT,
        Side.US,
        "Title of " + id,
        null,
        LocalDate.of(2026, 5, 12),
        null,
        null,
        "Office of Tests",
        null,
        List.of(),
        null,
        List.of(),
        List.of(new Source("https://example.org/" + id, null, "Example", SourceType.NEWS, "en")),
        Provenance.SECONDARY,
        Standing.NONE,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        says,
        List.of(Statement.cut(id, says, 0, says.length(), Voice.VERBATIM, "Office of Tests")),
        List.of());
  }

  /** Accepts a source of this record id. */
  long add(Scope scope, String id) {
    return add(scope, id, "It was said in " + id + ".");
  }

  long add(Scope scope, String id, String says) {
    try {
      return sources
          .add(
              new NewSource(
                  scope,
                  "https://example.org/" + id,
                  null,
                  null,
                  SourceState.ACCEPTED,
                  record(id, says),
                  Snapshot.of(
                      (id + says).getBytes(StandardCharsets.UTF_8),
                      "html",
                      "utf-8",
                      Instant.parse("2026-05-14T10:00:00Z")),
                  null,
                  null),
              ACTOR)
          .number();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void edit(Scope scope, long number, String id, String says) {
    try {
      var _ = sources.edit(scope, number, record(id, says), ACTOR).orElseThrow();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Removes a source from the catalogue only. */
  void remove(Scope scope, long number) {
    try {
      var _ = sources.setState(scope, number, SourceState.REMOVED, ACTOR).orElseThrow();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  ReindexPlan plan(Scope scope) {
    return reindexer.plan(scope, false);
  }

  Reindexing.Outcome reindex(Scope scope) {
    return reindexer.start(plan(scope), ACTOR).outcome().join();
  }

  /** Ids of the records that answer in the scope, in order. */
  List<String> served(Scope scope) {
    return with(scope, generation -> generation.records().map(CorpusRecord::id).sorted().toList());
  }

  /** What a record says that answers in the scope. */
  String body(Scope scope, String id) {
    return with(scope, generation -> generation.find(id).orElseThrow().body());
  }

  private <T> T with(Scope scope, Function<Generation, T> work) {
    return new BotServing(serving).with(scope, work);
  }

  /** The newest entry of the audit log. */
  AuditEntry audited(Scope scope) {
    return new AuditTable(database).newest(scope, 1).getFirst();
  }

  @Override
  public void close() {
    reindexer.close();
    serving.close();
    database.close();
  }
}

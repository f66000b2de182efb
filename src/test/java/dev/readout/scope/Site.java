package dev.readout.scope;

import dev.readout.answer.Answer;
import dev.readout.answer.Question;
import dev.readout.answer.ReceiptBook;
import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.discord.BotServing;
import dev.readout.index.IndexUnavailableException;
import dev.readout.index.Indexes;
import dev.readout.intake.reindex.Reindexer;
import dev.readout.intake.reindex.Reindexing;
import dev.readout.intake.reindex.Serving;
import dev.readout.intake.reindex.ShippedCorpus;
import dev.readout.meaning.Models;
import dev.readout.store.AuditTable;
import dev.readout.store.Database;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.FeedTable;
import dev.readout.store.GapTable;
import dev.readout.store.GapTable.GapKind;
import dev.readout.store.MemberKeys;
import dev.readout.store.Receipts;
import dev.readout.store.RefusedChangeException;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceTable;
import dev.readout.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An installation of real parts, wired as the bot is. Confined to one thread. */
final class Site implements AutoCloseable {
  static final int BUDGET_CHARS = 2_000;

  private static final Instant START = Instant.parse("2024-08-01T12:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(1);
  private static final List<String> QUESTIONS =
      List.of(
          "What duty do bicycles pay?",
          "What did Washington say about the talks?",
          "Where did the two sides meet?",
          "What is the wheelbarrow quota of Atlantis?");

  private final Path folder;
  private final Path corpus;
  private final InstantSource clock = () -> now();
  private final Map<Place, List<String>> receipts = new EnumMap<>(Place.class);
  private final Map<Place, List<String>> heard = new EnumMap<>(Place.class);
  private Instant now = START;
  private Open open;

  /** What a process would hold. */
  record Open(
      Database database,
      Indexes indexes,
      SourceTable sources,
      ServingIndexes serving,
      Reindexer reindexer,
      ReceiptBook book)
      implements AutoCloseable {
    @Override
    public void close() {
      reindexer.close();
      serving.close();
      database.close();
    }
  }

  /**
   * Opens an installation.
   *
   * @param folder its own
   * @param corpus the shipped one
   */
  Site(Path folder, Path corpus) {
    this.folder = folder;
    this.corpus = corpus;
    this.open = open();
    for (Place place : Place.values()) {
      receipts.put(place, new ArrayList<>());
      heard.put(place, new ArrayList<>());
    }
  }

  private Instant now() {
    return now;
  }

  private Open open() {
    Database database = TestDatabase.open(folder.resolve("readout.db"), clock);
    Indexes indexes = new Indexes(folder.resolve("index"), clock, Models.off());
    ShippedCorpus shipped = new ShippedCorpus(corpus);
    SourceTable sources = new SourceTable(database);
    ServingIndexes serving =
        new ServingIndexes(
            indexes.openGlobal(corpus, shipped::read, Serving.additions(sources, Scope.GLOBAL)),
            sources.scopesWithSources(),
            (server, ground) -> indexes.open(server, ground, Serving.additions(sources, server)),
            clock);
    return new Open(
        database,
        indexes,
        sources,
        serving,
        new Reindexer(
            indexes, shipped, sources, new BotServing(serving), new AuditTable(database), clock),
        new ReceiptBook(
            new Receipts(database), new MemberKeys(database), clock, Duration.ofDays(180)));
  }

  Open parts() {
    return open;
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** The receipts that were given there, in their order. */
  List<String> receipts(Place place) {
    return List.copyOf(receipts.getOrDefault(place, List.of()));
  }

  /** What those who did something there were told, in its order. */
  List<String> heard(Place place) {
    return List.copyOf(heard.getOrDefault(place, List.of()));
  }

  /** Does it, at the moment of the step. */
  void perform(Deed deed, int step) {
    now = START.plus(STEP.multipliedBy(step));
    if (deed instanceof Deed.Local local) {
      String told = told(local).replace(folder.toString(), "");
      heard.computeIfAbsent(local.at(), _ -> new ArrayList<>()).add(told);
    } else {
      restart();
    }
  }

  private void restart() {
    open.close();
    open = open();
  }

  private String told(Deed.Local deed) {
    try {
      return deed.getClass().getSimpleName() + ": " + outcome(deed);
    } catch (RefusedChangeException | IndexUnavailableException e) {
      return e.toString();
    }
  }

  private String outcome(Deed.Local deed) throws RefusedChangeException {
    Place at = deed.at();
    return switch (deed) {
      case Deed.Add add ->
          open.sources.add(at.source(add.document(), add.waiting(), now), at.actor()).toString();
      case Deed.Edit edit -> edit(at, edit.number(), edit.variant());
      case Deed.Revise revise -> revise(at, revise.number(), revise.variant());
      case Deed.Approve approve ->
          open.sources
              .setState(at.scope(), approve.number(), SourceState.ACCEPTED, at.actor())
              .toString();
      case Deed.Remove remove -> remove(at, remove.number(), remove.killed());
      case Deed.Reindex reindex -> reindex(at, reindex.forced());
      case Deed.RollBack _ -> open.reindexer.rollBack(at.scope(), null, at.actor()).toString();
      case Deed.Ask ask -> ask(at, QUESTIONS.get(ask.question()));
      case Deed.Watch watch ->
          new FeedTable(open.database)
              .add(
                  at.scope(),
                  new Feed.Listing(FeedKind.RSS, at.address(watch.feed()), null),
                  at.actor())
              .toString();
    };
  }

  private String edit(Place at, long number, int variant) throws RefusedChangeException {
    Optional<SourceEntry> before = open.sources.find(at.scope(), number);
    return before.isEmpty()
        ? "none"
        : open.sources
            .edit(at.scope(), number, anew(at, before.get(), variant), at.actor())
            .toString();
  }

  private String revise(Place at, long number, int variant) throws RefusedChangeException {
    Optional<SourceEntry> before = open.sources.find(at.scope(), number);
    return before.isEmpty()
        ? "none"
        : open.sources
            .revise(
                at.scope(),
                number,
                anew(at, before.get(), variant),
                at.snapshot(documentOf(at, before.get()), variant, now),
                before.get().health(),
                at.actor())
            .toString();
  }

  private static CorpusRecord anew(Place at, SourceEntry entry, int variant) {
    return at.record(documentOf(at, entry), variant);
  }

  static int documentOf(Place at, SourceEntry entry) {
    int document = 0;
    while (!entry.record().id().equals(at.record(document, 0).id())) {
      document++;
    }
    return document;
  }

  private String remove(Place at, long number, boolean killed) throws RefusedChangeException {
    String told =
        open.sources.setState(at.scope(), number, SourceState.REMOVED, at.actor()).toString();
    if (killed) {
      restart();
      return told;
    }
    return told + open.reindexer.withdraw(at.scope());
  }

  private String reindex(Place at, boolean forced) {
    Reindexing reindexing =
        open.reindexer.start(open.reindexer.plan(at.scope(), forced), at.actor());
    return reindexing.plan() + " " + reindexing.outcome().join();
  }

  private String ask(Place at, String question) {
    return open.serving.with(
        at.scope(),
        desk -> {
          Answer answer = desk.answerer().answer(Question.of(question, BUDGET_CHARS));
          if (answer instanceof Answer.Answered answered) {
            open.book
                .keep(answered, desk.generation(), at.scope(), null)
                .ifPresent(id -> receipts.computeIfAbsent(at, _ -> new ArrayList<>()).add(id));
          } else {
            new GapTable(open.database)
                .note(at.scope(), GapKind.DECLINED, List.of("wheelbarrow", at.word()), today());
          }
          return answer.toString();
        });
  }

  @Override
  public void close() {
    open.close();
  }
}

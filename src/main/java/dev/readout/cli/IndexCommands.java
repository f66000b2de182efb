package dev.readout.cli;

import dev.readout.answer.IndexText;
import dev.readout.cli.SourceOptions.ScopeOption;
import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.index.BuildMonitor;
import dev.readout.index.Generation;
import dev.readout.index.GenerationInfo;
import dev.readout.index.IndexUnavailableException;
import dev.readout.index.Indexes;
import dev.readout.index.Indexes.Additions;
import dev.readout.index.Indexes.Verification;
import dev.readout.intake.reindex.ReindexPlan;
import dev.readout.intake.reindex.Reindexing;
import dev.readout.store.AuditTable;
import dev.readout.store.AuditTable.AuditEntry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands that look after records and index, and tell of them. */
record IndexCommands(Installation installation, Terminal terminal) {
  void addTo(CommandLine commands) {
    commands
        .addSubcommand(new Index())
        .addSubcommand(new Check())
        .addSubcommand(new Rollback())
        .addSubcommand(new Audit())
        .addSubcommand(new Version());
  }

  /** Brings the index up to date with the records and the sources that were added. */
  @Command(name = "index", description = "Builds the index if records or sources have changed.")
  private final class Index implements Callable<Integer> {
    @Option(names = "--force", description = "Build it even if they have not.")
    private boolean force;

    @Option(
        names = "--verify",
        description = "Read all of it instead, and compare every record; changes nothing.")
    private boolean verify;

    @Mixin private ScopeOption scope = new ScopeOption();

    @Override
    public Integer call() {
      return verify ? verify() : build();
    }

    private int verify() {
      Indexes indexes = installation.indexes();
      Corpus shipped = installation.reader().read();
      try (CatalogueSession session = installation.openCatalogueIfAny().orElse(null)) {
        List<Verification> found =
            session == null
                ? List.of(indexes.verify(Scope.GLOBAL, shipped, List.of()))
                : session.verified(scope.scope(), shipped);
        found.forEach(this::tell);
        return found.stream().allMatch(one -> one.faults().isEmpty())
            ? ReadoutCommand.DONE
            : ReadoutCommand.FAILED;
      }
    }

    private void tell(Verification found) {
      List<String> faults = found.faults();
      faults.forEach(terminal::tell);
      terminal.done(
          faults.isEmpty()
              ? "sound, and as records and sources say: " + contents(found.info())
              : "%d faults in %s; 'bin/readout index --force' builds it anew"
                  .formatted(faults.size(), contents(found.info())));
    }

    private int build() {
      long start = System.nanoTime();
      Installation.Places places = installation.places();
      Indexes indexes = installation.indexes();
      Optional<String> before = indexes.current(scope.scope());
      GenerationInfo info = bringUpToDate(indexes, places, before);
      if (info == null) {
        return ReadoutCommand.FAILED;
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      boolean isBuilt = !before.equals(Optional.of(GenerationInfo.ownName(info.name())));
      return terminal.done(isBuilt ? built(info, took) : "up to date: " + contents(info));
    }

    /** Null when it failed, which has been told. */
    private @Nullable GenerationInfo bringUpToDate(
        Indexes indexes, Installation.Places places, Optional<String> before) {
      try (CatalogueSession session = installation.openCatalogueIfAny().orElse(null)) {
        if (session == null && scope.scope().equals(Scope.GLOBAL)) {
          return bringUpToDate(indexes, places.folders().corpus());
        }
        if (session == null || !session.hasSources(scope.scope())) {
          throw new Terminal.BadInputException(
              "that server has no sources of its own, so the global index serves it; leave --scope"
                  + " out");
        }
        return bringUpToDate(session, before);
      }
    }

    /** Nobody has added anything. */
    private @Nullable GenerationInfo bringUpToDate(Indexes indexes, Path corpus) {
      CorpusReader reader = new CorpusReader(corpus);
      try (Generation generation =
          force
              ? indexes.buildGlobal(corpus, reader.read(), List.of(), true, BuildMonitor.NONE)
              : indexes.openGlobalUpToDate(corpus, reader::read, Additions.NONE)) {
        return generation.info();
      }
    }

    private @Nullable GenerationInfo bringUpToDate(
        CatalogueSession session, Optional<String> before) {
      if (!force && scope.scope().equals(Scope.GLOBAL)) {
        session.bringUpToDate();
      }
      ReindexPlan plan = session.catalogue().reindexer().plan(scope.scope(), force);
      plan.refused().forEach(this::tell);
      if (!plan.isPossible()) {
        return failed("the records have defects; 'bin/readout check' lists them");
      }
      if (!force && plan.size() == 0) {
        return session.opened(scope.scope(), before);
      }
      return switch (session.build(plan)) {
        case Reindexing.Outcome.Done done -> done.generation();
        case Reindexing.Outcome.Failed(_, String detail) -> failed(detail);
        case Reindexing.Outcome.Cancelled _ -> failed("the build was cancelled; try again");
      };
    }

    private void tell(ReindexPlan.Refusal refusal) {
      String line =
          switch (refusal.reason()) {
            case DAMAGED ->
                "left out: %s is damaged in the database; remove that source and add it again"
                    .formatted(refusal.what());
            case SAME_ID ->
                "left out: %s is also the id of a record in the folder; remove one of them"
                    .formatted(refusal.what());
            case DEFECT -> refusal.what() + ": " + refusal.detail();
          };
      terminal.tell(line);
    }

    private @Nullable GenerationInfo failed(String message) {
      terminal.tell(message);
      return null;
    }

    private static String built(GenerationInfo info, Duration took) {
      return String.format(
          Locale.ROOT, "built %s in %.1f s", contents(info), took.toMillis() / 1_000.0);
    }

    private static String contents(GenerationInfo info) {
      return "generation %s: %d records, %d statements"
          .formatted(info.name(), info.records(), info.statements());
    }
  }

  @Command(
      name = "check",
      description = "Checks the records; lists every defect with file and line.")
  private final class Check implements Callable<Integer> {
    @Override
    public Integer call() {
      CorpusReader.Reading reading = installation.reader().check();
      Corpus corpus = reading.corpus();
      reading.defects().forEach(terminal.out()::println);
      String defects =
          switch (reading.defects().size()) {
            case 0 -> "no defects";
            case 1 -> "1 defect";
            default -> reading.defects().size() + " defects";
          };
      terminal.done(
          "%d records, %d statements, %d terms: %s"
              .formatted(
                  corpus.records().size(),
                  corpus.statementCount(),
                  corpus.terms().size(),
                  defects));
      return reading.defects().isEmpty() ? ReadoutCommand.DONE : ReadoutCommand.FAILED;
    }
  }

  /** Makes the generation before the current one current, without what was removed since. */
  @Command(
      name = "rollback",
      description = "Serves the generation before the current one again.",
      footer = {"", "Sources that were removed since then stay removed."})
  private final class Rollback implements Callable<Integer> {
    @Mixin private ScopeOption scope = new ScopeOption();

    @Override
    public Integer call() {
      GenerationInfo info = rollBack(scope.scope());
      return terminal.done(
          "generation %s, built %s, serves now, until 'bin/readout index --force%s' builds a new one"
              .formatted(
                  info.name(), info.built().truncatedTo(ChronoUnit.SECONDS), scope.argument()));
    }

    private GenerationInfo rollBack(Scope of) {
      try (CatalogueSession session = installation.openCatalogueIfAny().orElse(null)) {
        if (session != null) {
          return session.catalogue().reindexer().rollBack(of, null, CatalogueSession.ACTOR);
        }
      }
      return installation.indexes().directory(of).rollBack(Set.of());
    }
  }

  @Command(
      name = "audit",
      description = "Shows who changed sources, settings and index, the newest first.")
  private final class Audit implements Callable<Integer> {
    @Option(
        names = "--last",
        paramLabel = "N",
        defaultValue = "20",
        description =
            "How many entries, 1 to " + AuditTable.MAX_PAGE + "; ${DEFAULT-VALUE} if not given.")
    private int last;

    @Mixin private ScopeOption scope = new ScopeOption();

    @Override
    public Integer call() {
      if (last < 1 || last > AuditTable.MAX_PAGE) {
        throw new Terminal.BadInputException(
            "--last %d: write a number from 1 to %d".formatted(last, AuditTable.MAX_PAGE));
      }
      List<AuditEntry> entries = newest();
      Page page = new Page(terminal.layout());
      if (entries.isEmpty()) {
        page.line(Page.Ink.PLAIN, "Nothing has been changed yet.");
      }
      for (AuditEntry entry : entries) {
        String head =
            "%s  %s  %s  "
                .formatted(
                    entry.at().truncatedTo(ChronoUnit.SECONDS), entry.actor(), entry.action());
        page.line(
            Page.Ink.PLAIN,
            entry.detail().isEmpty()
                ? head + entry.subject()
                : head + entry.subject() + ": " + entry.detail());
      }
      terminal.out().print(page);
      return ReadoutCommand.DONE;
    }

    private List<AuditEntry> newest() {
      try (CatalogueSession session = installation.openCatalogueIfAny().orElse(null)) {
        return session == null ? List.of() : session.audit().newest(scope.scope(), last);
      }
    }
  }

  @Command(name = "version", description = "Tells the version, Java, and the index that serves.")
  private final class Version implements Callable<Integer> {
    @Override
    public Integer call() {
      PrintWriter out = terminal.out();
      String version = IndexCommands.class.getPackage().getImplementationVersion();
      out.println("readout " + (version == null ? "(not packaged)" : version));
      out.println("Java " + Runtime.version() + ", " + System.getProperty("java.vm.name"));
      out.println("records in " + installation.corpusFolder());
      out.println("index in " + installation.indexFolder());
      try (Generation generation = installation.index().open()) {
        GenerationInfo info = generation.info();
        out.println(IndexText.summary(info, Language.EN));
        out.println(IndexText.reaches(info, Language.EN));
        out.println(
            "%d terms, %d topics".formatted(generation.terms().size(), generation.topics().size()));
        out.println("built by " + info.settings());
      } catch (IndexUnavailableException _) {
        out.println(
            "no index yet that this version can read; the first question or 'bin/readout index'"
                + " builds it");
      }
      return ReadoutCommand.DONE;
    }
  }
}

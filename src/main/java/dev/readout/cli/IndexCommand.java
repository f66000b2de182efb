package dev.readout.cli;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.Scope;
import dev.readout.corpus.file.CorpusReader;
import dev.readout.index.Additions;
import dev.readout.index.BuildMonitor;
import dev.readout.index.Generation;
import dev.readout.index.GenerationInfo;
import dev.readout.index.Indexes;
import dev.readout.index.Verification;
import dev.readout.intake.reindex.ReindexPlan;
import dev.readout.intake.reindex.Reindexing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings the index up to date with the records and the sources that were added. */
@Command(
    name = "index",
    sortOptions = false,
    description = "Builds the index if records or sources have changed.")
final class IndexCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Option(names = "--force", description = "Build it even if they have not.")
  private boolean force;

  @Option(
      names = "--verify",
      description = "Read all of it instead, and compare every record; changes nothing.")
  private boolean verify;

  @Mixin private ScopeOption scope = new ScopeOption();

  IndexCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return verify ? verify() : build();
  }

  private int verify() {
    Indexes indexes = installation.indexes();
    Corpus shipped = installation.reader().read();
    try (Workbench bench = installation.workbenchIfAny().orElse(null)) {
      List<Verification> found =
          bench == null
              ? List.of(indexes.verify(Scope.GLOBAL, shipped, List.of()))
              : bench.verified(scope.scope(), shipped);
      found.forEach(this::tell);
      return found.stream().allMatch(one -> one.faults().isEmpty())
          ? ReadoutCommand.DONE
          : ReadoutCommand.FAILED;
    }
  }

  private void tell(Verification found) {
    List<String> faults = found.faults();
    faults.forEach(terminal::tell);
    terminal
        .out()
        .println(
            faults.isEmpty()
                ? "sound, and as records and sources say: " + contents(found.info())
                : "%d faults in %s; 'bin/readout index --force' builds it anew"
                    .formatted(faults.size(), contents(found.info())));
  }

  private int build() {
    long start = System.nanoTime();
    Places places = installation.places();
    Indexes indexes = installation.indexes();
    Optional<String> before = indexes.current(scope.scope());
    GenerationInfo info = bringUpToDate(indexes, places, before);
    if (info == null) {
      return ReadoutCommand.FAILED;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    boolean isBuilt = !before.equals(Optional.of(info.name()));
    terminal.out().println(isBuilt ? built(info, took) : "up to date: " + contents(info));
    return ReadoutCommand.DONE;
  }

  /** Null when it failed, which has been told. */
  private @Nullable GenerationInfo bringUpToDate(
      Indexes indexes, Places places, Optional<String> before) {
    try (Workbench bench = installation.workbenchIfAny().orElse(null)) {
      if (bench == null && scope.scope().equals(Scope.GLOBAL)) {
        return bringUpToDate(indexes, places.folders().corpus());
      }
      if (bench == null || !bench.hasSources(scope.scope())) {
        throw new BadInputException(
            "that server has no sources of its own, so the global index serves it; leave --scope"
                + " out");
      }
      return bringUpToDate(bench, before);
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

  private @Nullable GenerationInfo bringUpToDate(Workbench bench, Optional<String> before) {
    if (!force && scope.scope().equals(Scope.GLOBAL)) {
      bench.bringUpToDate();
    }
    ReindexPlan plan = bench.desk().reindexer().plan(scope.scope(), force);
    plan.refused().forEach(this::tell);
    if (!plan.isPossible()) {
      return failed("the records have defects; 'bin/readout check' lists them");
    }
    if (!force && plan.size() == 0) {
      return bench.opened(scope.scope(), before);
    }
    return switch (bench.build(plan)) {
      case Reindexing.Outcome.Done done when done.failedServers() > 0 ->
          failed(
              "the index is built, but not those of %d servers, whose old ones serve on; try again"
                  .formatted(done.failedServers()));
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

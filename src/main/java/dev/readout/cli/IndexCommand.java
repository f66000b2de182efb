package dev.readout.cli;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.file.CorpusReader;
import dev.readout.index.Generation;
import dev.readout.index.GenerationInfo;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the index up to date with the records. */
@Command(
    name = "index",
    sortOptions = false,
    description = "Builds the index if the records have changed.")
final class IndexCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Option(names = "--force", description = "Build it even if they have not.")
  private boolean force;

  IndexCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    long start = System.nanoTime();
    boolean built = force;
    GenerationInfo info;
    if (force) {
      info = installation.index().build(installation.reader().read(), installation.corpusFolder());
    } else {
      Counted corpus = new Counted(installation.reader());
      try (Generation generation =
          installation.index().openUpToDate(installation.corpusFolder(), corpus)) {
        info = generation.info();
      }
      built = corpus.reads > 0;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    terminal.out().println(built ? built(info, took) : "up to date: " + contents(info));
    return ReadoutCommand.DONE;
  }

  /** Reads the corpus and knows whether it was read: only a build does that. */
  private static final class Counted implements Supplier<Corpus> {
    private final CorpusReader reader;
    private int reads;

    Counted(CorpusReader reader) {
      this.reader = reader;
    }

    @Override
    public Corpus get() {
      reads++;
      return reader.read();
    }
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

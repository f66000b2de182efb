package dev.readout.cli;

import dev.readout.answer.Answerer;
import dev.readout.answer.RetrievalAnswerer;
import dev.readout.corpus.file.CorpusReader;
import dev.readout.index.Generation;
import dev.readout.index.IndexDirectory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders that commands work on, and the current generation, opened (and built, if need be) at
 * its first use. Confined to one thread; closes the generation.
 */
public final class Installation implements AutoCloseable {
  private final Path corpusFolder;
  private final Path indexFolder;
  private final InstantSource clock;
  private final IndexDirectory index;
  private final CorpusReader reader;
  private @Nullable Generation generation;

  public Installation(Path corpusFolder, Path indexFolder, InstantSource clock) {
    this.corpusFolder = corpusFolder;
    this.indexFolder = indexFolder;
    this.clock = clock;
    this.index = new IndexDirectory(indexFolder, clock);
    this.reader = new CorpusReader(corpusFolder);
  }

  /** Over the folders that the environment names, else those of the home folder. */
  public static Installation at(Path home, Map<String, String> environment, InstantSource clock) {
    Folders folders = Folders.at(home, environment);
    return new Installation(folders.corpus(), folders.index(), clock);
  }

  Path corpusFolder() {
    return corpusFolder;
  }

  Path indexFolder() {
    return indexFolder;
  }

  IndexDirectory index() {
    return index;
  }

  CorpusReader reader() {
    return reader;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /**
   * The current generation.
   *
   * @throws dev.readout.index.IndexUnavailableException when it can neither be opened nor built
   */
  Generation generation() {
    if (generation == null) {
      generation = index.openOrBuild(corpusFolder, reader::read);
    }
    return generation;
  }

  Answerer answerer() {
    return new RetrievalAnswerer(generation(), clock);
  }

  @Override
  public void close() {
    if (generation != null) {
      generation.close();
      generation = null;
    }
  }
}

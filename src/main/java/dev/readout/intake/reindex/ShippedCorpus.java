package dev.readout.intake.reindex;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.file.CorpusReader;
import dev.readout.corpus.file.Defect;
import java.nio.file.Path;
import java.util.List;

/** The records that come with the program. Thread-safe. */
public final class ShippedCorpus {
  private final Path folder;
  private final CorpusReader reader;

  public ShippedCorpus(Path folder) {
    this.folder = folder;
    this.reader = new CorpusReader(folder);
  }

  public Path folder() {
    return folder;
  }

  /**
   * All of it.
   *
   * @throws dev.readout.corpus.file.InvalidCorpusException when anything is defective or unreadable
   */
  public Corpus read() {
    return reader.read();
  }

  /** What is wrong with it, in order of file and line. */
  List<Defect> defects() {
    return reader.check().defects();
  }
}

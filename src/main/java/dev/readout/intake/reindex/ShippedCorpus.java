package dev.readout.intake.reindex;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusReader;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The records that come with the program, or with their last release. Thread-safe. */
public final class ShippedCorpus {
  private final Supplier<Path> folder;
  private volatile @Nullable Path tried;

  public ShippedCorpus(Path folder) {
    this(() -> folder);
  }

  /** Records that may be in another folder the next time. */
  public ShippedCorpus(Supplier<Path> folder) {
    this.folder = folder;
  }

  public Path folder() {
    Path other = tried;
    return other == null ? folder.get() : other;
  }

  /** Does work for which the records are those of another folder, which is tried. */
  public <T> T from(Path other, Supplier<T> work) {
    tried = other;
    try {
      return work.get();
    } finally {
      tried = null;
    }
  }

  /** All of it; throws when anything is defective or unreadable. */
  public Corpus read() {
    return new CorpusReader(folder()).read();
  }

  /** The same with what is wrong with it, in order of file and line. */
  CorpusReader.Reading check() {
    return new CorpusReader(folder()).check();
  }
}

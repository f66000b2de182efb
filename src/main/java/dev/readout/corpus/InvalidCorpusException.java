package dev.readout.corpus;

import java.nio.file.Path;
import java.util.List;

/** The corpus has defects, or cannot be read at all. */
public final class InvalidCorpusException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidCorpusException(Path directory, List<Defect> defects) {
    super(
        "%s has %d defect(s), the first: %s; run 'bin/readout check' for all of them"
            .formatted(directory, defects.size(), defects.getFirst()));
  }

  InvalidCorpusException(String message, Throwable cause) {
    super(message, cause);
  }
}

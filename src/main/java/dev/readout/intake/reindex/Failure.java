package dev.readout.intake.reindex;

import dev.readout.corpus.CorpusReader.InvalidCorpusException;
import dev.readout.index.IndexUnavailableException;
import dev.readout.store.StoreUnavailableException;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;

/** Why an index could not be changed, as far as it can be told; the log says it exactly. */
public enum Failure {
  /** No room is left where the index lies. */
  DISK_FULL,
  /** The index cannot be read or written. */
  DISK,
  /** Another change is under way, perhaps by another process. */
  BUSY,
  /** A file of the shipped corpus is defective. */
  DEFECT,
  /** The catalogue cannot be read. */
  CATALOGUE,
  /** Something else. */
  OTHER;

  private static final int MAX_CAUSES = 20;

  /** Which one it is. */
  public static Failure of(Throwable thrown) {
    if (causes(thrown).anyMatch(Failure::saysDiskFull)) {
      return DISK_FULL;
    }
    return switch (thrown) {
      case InvalidCorpusException _ -> DEFECT;
      case StoreUnavailableException _ -> CATALOGUE;
      case IndexUnavailableException _ ->
          causes(thrown).anyMatch(IOException.class::isInstance) ? DISK : BUSY;
      default -> causes(thrown).anyMatch(IOException.class::isInstance) ? DISK : OTHER;
    };
  }

  /** Tells it in the log; where it happened, only if nobody expects it. */
  static void tell(Logger log, String what, Throwable thrown) {
    if (of(thrown) == OTHER) {
      log.warn("{}", what, thrown);
    } else {
      log.warn("{}: {}", what, thrown.getMessage());
    }
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(MAX_CAUSES);
  }

  /** The JDK has no exception of its own for it; Linux, macOS and Windows in this order. */
  private static boolean saysDiskFull(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return cause instanceof IOException
        && (message.contains("No space left on device")
            || message.contains("Disk quota exceeded")
            || message.contains("not enough space on the disk"));
  }

  /** The word used in the audit log. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

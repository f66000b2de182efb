package dev.readout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when the bot has no gateway, index or database and does not get it back: threads
 * or memory that ran out while it was connecting anew leave it waiting for ever. Whoever supervises
 * the process starts it again. Has the thread that it needs from the start. The time it waits
 * doubles with each end in a row, so that a Discord that cannot be reached makes no loop.
 */
final class Watchdog implements AutoCloseable {
  /** The exit code of a process ended here; Java's own for exhausted memory is 3. */
  static final int EXIT_CODE = 4;

  static final Duration PATIENCE = Duration.ofMinutes(2);
  static final Duration LONGEST_PATIENCE = Duration.ofHours(1);

  /** After so long with all of it, what was before no longer counts. */
  static final Duration RECOVERED = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
  private static final int MAX_DOUBLINGS = 5;

  private final Path memory;
  private final Supplier<String> missing;
  private final LongSupplier nanos;
  private final Runnable end;
  private final int endsBefore;
  private final Thread thread = Thread.ofPlatform().daemon().name("watchdog").unstarted(this::run);

  private long since;
  private boolean worked;

  /** Looks only when told to; the file says how often in a row it has ended the process. */
  Watchdog(Path memory, Supplier<String> missing, LongSupplier nanos, Runnable end) {
    this.memory = memory;
    this.missing = missing;
    this.nanos = nanos;
    this.end = end;
    this.endsBefore = endsBefore();
    this.since = nanos.getAsLong();
  }

  /** Looks from now on. */
  static Watchdog start(Path memory, Supplier<String> missing) {
    Watchdog watchdog =
        new Watchdog(memory, missing, System::nanoTime, () -> Main.endAtOnce(EXIT_CODE));
    watchdog.thread.start();
    return watchdog;
  }

  private int endsBefore() {
    try {
      return Math.clamp(Long.parseLong(Files.readString(memory).strip()), 0, MAX_DOUBLINGS);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException | NumberFormatException e) {
      LOG.warn("{} cannot be read: {}", memory, e.toString());
      return 0;
    }
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(BETWEEN_LOOKS);
        look();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("whether the bot works cannot be told", e);
      }
    }
  }

  void look() {
    String lacking = missing.get();
    boolean now = lacking.isEmpty();
    if (now != worked) {
      worked = now;
      since = nanos.getAsLong();
    }
    Duration lasting = Duration.ofNanos(nanos.getAsLong() - since);
    if (now && endsBefore > 0 && lasting.compareTo(RECOVERED) >= 0) {
      remember(0);
    } else if (!now && lasting.compareTo(patience()) >= 0) {
      LOG.error("without {} for {}; ending, to be started again", lacking, lasting);
      remember(endsBefore + 1);
      end.run();
    }
  }

  private Duration patience() {
    Duration patience = PATIENCE.multipliedBy(1L << endsBefore);
    return patience.compareTo(LONGEST_PATIENCE) < 0 ? patience : LONGEST_PATIENCE;
  }

  private void remember(int ends) {
    try {
      if (ends == 0) {
        Files.deleteIfExists(memory);
      } else {
        Files.writeString(memory, Integer.toString(ends));
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be written: {}", memory, e.toString());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}

package dev.readout.intake.release;

import dev.readout.config.Setting;
import dev.readout.intake.fetch.Fetcher;
import dev.readout.intake.release.ReleaseWatch.ReleaseSettings.Update;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a day for newer records, as the settings say. Thread-safe; closed by its owner. */
public final class ReleaseWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseWatch.class);
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration BETWEEN = Duration.ofDays(1);

  private final ReleaseSettings settings;
  private final RecordUpdates updates;
  private final Fetcher fetcher;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("records").factory());

  /** Watches from {@link #start} on; the fetcher is closed by who made it, after this. */
  public ReleaseWatch(ReleaseSettings settings, Fetcher fetcher, RecordUpdates updates) {
    this.settings = settings;
    this.fetcher = fetcher;
    this.updates = updates;
  }

  /** Looks from now on, if the settings say so. */
  public void start() {
    if (settings.url() != null && settings.update() != Update.OFF) {
      var _ =
          thread.scheduleWithFixedDelay(
              this::lookQuietly, FIRST.toSeconds(), BETWEEN.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private void lookQuietly() {
    try {
      look().ifPresent(LOG::info);
    } catch (IOException | RuntimeException e) {
      LOG.warn("no newer records: {}", e.getMessage());
    }
  }

  /** Looks now; what there is to say, if anything. */
  Optional<String> look() throws IOException {
    ReleaseFile release = fetch(Objects.requireNonNull(settings.url()));
    if (!updates.isWanted(release)) {
      return Optional.empty();
    }
    if (settings.update() == Update.DAILY) {
      updates.take(release, "records.update");
      return Optional.of("Took " + release.summary());
    }
    return Optional.of(
        "There are " + release.summary() + "; 'bin/readout records update' takes them");
  }

  /** Fetches a release and refuses one that is not whole and signed. */
  public ReleaseFile fetch(URI url) throws IOException {
    return ReleaseFile.read(fetcher.download(url, ReleaseFile.MAX_BYTES), settings.key());
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** Where record releases come from and who must sign them, null for none. Immutable. */
  public record ReleaseSettings(
      @Setting(
              of = {"https", "http"},
              otherwise = "none")
          @Nullable URI url,
      @Setting(of = "a public key", otherwise = "none") @Nullable String key,
      Update update) {
    public static final ReleaseSettings NONE = new ReleaseSettings(null, null, Update.NOTIFY);

    /** What a running bot does once a day. */
    public enum Update {
      OFF,
      /** Looks, and says in the log that a newer one is there. */
      NOTIFY,
      /** Looks, and takes a newer one. */
      DAILY
    }
  }
}

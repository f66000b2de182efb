package dev.readout.discord;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.readout.store.ServerSettings;
import dev.readout.store.ServerSettingsTable;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Guild;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How servers have set the bot, read once and remembered. Whether a reply is private is part of its
 * acknowledgement, so this is asked for before; a database that is slow must not use up Discord's
 * three seconds. Thread-safe.
 */
final class Servers {
  private static final Logger LOG = LoggerFactory.getLogger(Servers.class);
  private static final int MAX_REMEMBERED = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Where the database was too slow before, or it is known how they were. */
  private static final Duration LITTLE_PATIENCE = Duration.ofMillis(100);

  private final AsyncLoadingCache<Long, ServerSettings> settings;

  /** As they were when they could last be read. */
  private final Cache<Long, ServerSettings> known =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).build();

  private volatile boolean isSlow;

  /** Over the table, others' changes seen after so long, those made here at once. */
  Servers(ServerSettingsTable table, Duration remembered) {
    this.settings =
        Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(remembered)
            .executor(Thread::startVirtualThread)
            .buildAsync(server -> read(table, server));
  }

  private ServerSettings read(ServerSettingsTable table, long server) {
    ServerSettings read = table.of(server);
    known.put(server, read);
    isSlow = false;
    return read;
  }

  /**
   * The server's settings, or how they were while they cannot be read in time; null outside
   * servers, and where that is not known either.
   */
  @Nullable ServerSettings of(@Nullable Guild server) {
    if (server == null) {
      return null;
    }
    ServerSettings before = known.getIfPresent(server.getIdLong());
    Duration patience = isSlow || before != null ? LITTLE_PATIENCE : PATIENCE;
    try {
      return settings.get(server.getIdLong()).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the settings of a server cannot be read: {}", e.toString());
      isSlow = true;
      return before;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return before;
    }
  }

  /** Reads them anew the next time: somebody has changed them. */
  void forget(long server) {
    known.invalidate(server);
    settings.synchronous().invalidate(server);
  }
}

package dev.readout.discord;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.readout.store.ServerSettings;
import dev.readout.store.ServerSettingsTable;
import dev.readout.store.StoreUnavailableException;
import java.time.Duration;
import net.dv8tion.jda.api.entities.Guild;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How servers have set the bot, read once and remembered. Thread-safe. */
final class Servers {
  private static final Logger LOG = LoggerFactory.getLogger(Servers.class);
  private static final int MAX_REMEMBERED = 10_000;

  private final LoadingCache<Long, ServerSettings> settings;

  Servers(ServerSettingsTable table) {
    this.settings =
        Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(Duration.ofHours(1))
            .build(table::of);
  }

  /** The server's settings; null outside servers, and while they cannot be read. */
  @Nullable ServerSettings of(@Nullable Guild server) {
    if (server == null) {
      return null;
    }
    try {
      return settings.get(server.getIdLong());
    } catch (StoreUnavailableException e) {
      LOG.warn("the settings of a server cannot be read: {}", e.getMessage());
      return null;
    }
  }
}

package dev.readout.ops;

import dev.readout.answer.desk.Desks;
import dev.readout.corpus.Scope;
import dev.readout.discord.Bot;
import dev.readout.discord.Connections;
import dev.readout.ops.health.Finding;
import dev.readout.ops.health.Health;
import dev.readout.ops.health.Part;
import dev.readout.ops.http.OpsServer;
import dev.readout.ops.http.Page;
import dev.readout.store.Database;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the operator sees of the running bot. Serves before anything else is there, and is shown
 * each part when it is; closed after all of them. Thread-safe.
 */
public final class Ops implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ops.class);

  private final Health health = new Health();
  private final @Nullable OpsServer server;

  private Ops(@Nullable InetSocketAddress where, LogLevels levels) throws IOException {
    this.server = where == null ? null : OpsServer.start(where, pages(levels));
  }

  /**
   * Serves from now on, where the settings say so.
   *
   * @throws OpsUnavailableException when it cannot listen there
   */
  public static Ops start(OpsSettings settings, LogLevels levels) {
    return start(settings.enabled() ? settings.listenAt() : null, levels);
  }

  /** The same anywhere, port 0 for any that is free; nowhere for null. */
  public static Ops start(@Nullable InetSocketAddress where, LogLevels levels) {
    try {
      Ops ops = new Ops(where, levels);
      if (where != null) {
        LOG.info("health and metrics are at http://{}/", OpsSettings.text(ops.address()));
      }
      return ops;
    } catch (IOException e) {
      throw new OpsUnavailableException(
          "health and metrics cannot be served at %s (%s); set ops.port to one that is free, or ops.enabled to false"
              .formatted(where == null ? "" : OpsSettings.text(where), e.getMessage()),
          e);
    }
  }

  private Map<String, Page> pages(LogLevels levels) {
    return Map.of(
        "/livez", new LivePage(),
        "/healthz", new HealthPage(health),
        "/loglevel", new LogLevelPage(levels));
  }

  /**
   * Where it serves.
   *
   * @throws IllegalStateException when it does not
   */
  public InetSocketAddress address() {
    if (server == null) {
      throw new IllegalStateException("nothing is served");
    }
    return server.address();
  }

  /** Watches the database; it is handed back. */
  public Database watched(Database database) {
    health.watch(
        Part.DATABASE,
        () ->
            database.isWritable()
                ? Finding.healthy("writable")
                : Finding.unhealthy("not writable"));
    return database;
  }

  /** Watches what answers; it is handed back. */
  public Desks watched(Desks desks) {
    health.watch(Part.INDEX, () -> index(desks));
    return desks;
  }

  private static Finding index(Desks desks) {
    return desks.with(
        Scope.GLOBAL, desk -> Finding.healthy("generation " + desk.generation().info().name()));
  }

  /** Watches the connections to Discord; the bot is handed back. */
  public Bot watched(Bot bot) {
    health.watch(Part.GATEWAY, () -> gateway(bot.connections()));
    return bot;
  }

  private static Finding gateway(Connections now) {
    String detail = "%d of %d shards connected".formatted(now.connected(), now.shards());
    return now.areAllUp() ? Finding.healthy(detail) : Finding.unhealthy(detail);
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    health.close();
  }
}

package dev.readout.ops;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.answer.ServingIndexes;
import dev.readout.config.Setting;
import dev.readout.corpus.Scope;
import dev.readout.discord.Bot;
import dev.readout.discord.command.DiscordClock;
import dev.readout.discord.command.Observer;
import dev.readout.discord.moderation.Moderation.Connections;
import dev.readout.index.Indexes;
import dev.readout.intake.SourceCatalogue;
import dev.readout.ops.Health.Finding;
import dev.readout.ops.Health.Part;
import dev.readout.ops.OpsServer.Reply;
import dev.readout.store.Database;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the operator sees of the running bot; shown each part when it is there. Thread-safe. */
public final class Ops implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ops.class);

  /** With a clock further off, replies are refused as too late before long. */
  private static final Duration MAX_CLOCK_OFF = Duration.ofMinutes(1);

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  /** Null when the settings say so. */
  private final @Nullable Served served;

  /** What is looked at, and where it is shown. */
  private record Served(Health health, Metrics metrics, OpsServer server) {
    static Served at(InetSocketAddress where, String version) {
      Health health = new Health();
      Metrics metrics = new Metrics(version, health);
      Map<String, OpsServer.Page> pages =
          Map.of(
              "/livez", _ -> Reply.text(HttpURLConnection.HTTP_OK, "ok\n"),
              "/healthz", prefersText -> healthPage(health.report(), prefersText),
              "/metrics", _ -> new Reply(HttpURLConnection.HTTP_OK, PROMETHEUS, metrics.text()));
      try {
        return new Served(health, metrics, OpsServer.start(where, pages, OpsServer.REQUEST_WITHIN));
      } catch (IOException e) {
        metrics.close();
        health.close();
        throw new OpsUnavailableException(
            "health and metrics cannot be served at %s (%s); set ops.port to one that is free, or ops.enabled to off"
                .formatted(OpsSettings.text(where), e.getMessage()),
            e);
      }
    }

    /** Whether the bot can do its work, check by check: JSON, or one line a check. */
    private static Reply healthPage(Health.Report report, boolean prefersText) {
      int status =
          report.isHealthy() ? HttpURLConnection.HTTP_OK : HttpURLConnection.HTTP_UNAVAILABLE;
      if (prefersText) {
        return Reply.text(status, report.text());
      }
      ObjectNode page = JsonNodeFactory.instance.objectNode();
      page.put("status", Health.Report.status(report.isHealthy()));
      ObjectNode checks = page.putObject("checks");
      report
          .findings()
          .forEach(
              (part, finding) ->
                  checks
                      .putObject(part.word())
                      .put("status", Health.Report.status(finding.isHealthy()))
                      .put("detail", finding.detail()));
      return new Reply(status, "application/json", page + "\n");
    }

    void close() {
      server.close();
      metrics.close();
      health.close();
    }
  }

  private Ops(@Nullable Served served) {
    this.served = served;
  }

  /** Serves from now on, if the settings say so; throws when it cannot listen there. */
  public static Ops start(OpsSettings settings, String version) {
    if (!settings.enabled()) {
      return new Ops(null);
    }
    return start(settings.listenAt(), version);
  }

  /** The same anywhere, port 0 for any that is free. */
  public static Ops start(InetSocketAddress where, String version) {
    Ops ops = new Ops(Served.at(where, version));
    LOG.info("health and metrics are at http://{}/", OpsSettings.text(ops.address()));
    return ops;
  }

  /** Where it serves; throws when it does not. */
  public InetSocketAddress address() {
    if (served == null) {
      throw new IllegalStateException("nothing is served");
    }
    return served.server.address();
  }

  public Observer observer() {
    return served == null ? Observer.NOBODY : served.metrics.observer();
  }

  /** Watches the database, and hands it back. */
  public Database watched(Database database) {
    if (served != null) {
      served.health.watch(Part.DATABASE, () -> finding(database));
      served.metrics.add(database);
    }
    return database;
  }

  private static Finding finding(Database database) {
    if (database.isDamaged()) {
      return Finding.unhealthy("damaged");
    }
    return database.isWritable() ? Finding.healthy("writable") : Finding.unhealthy("not writable");
  }

  /** Watches the files of the indexes, and hands them back. */
  public Indexes watched(Indexes indexes) {
    if (served != null) {
      served.metrics.add(indexes);
    }
    return indexes;
  }

  /** Watches what answers, and hands it back. */
  public ServingIndexes watched(ServingIndexes serving) {
    if (served != null) {
      served.health.watch(Part.INDEX, () -> finding(serving));
      served.metrics.add(serving);
    }
    return serving;
  }

  private static Finding finding(ServingIndexes serving) {
    return serving.with(
        Scope.GLOBAL,
        current -> Finding.healthy("generation " + current.generation().info().name()));
  }

  /** Watches the age of the newest backup, in seconds; not a number where none is made. */
  public void watchBackupAge(DoubleSupplier seconds) {
    if (served != null) {
      served.metrics.addBackupAge(seconds);
    }
  }

  /** Watches what brings sources in, and hands it back. */
  public SourceCatalogue watched(SourceCatalogue sources) {
    if (served != null) {
      served.metrics.add(sources.reindexer());
    }
    return sources;
  }

  /** Watches the connections to Discord and what there is to do, and hands the bot back. */
  public Bot watched(Bot bot) {
    if (served != null) {
      served.health.watch(Part.GATEWAY, () -> finding(bot.connections()));
      served.metrics.add(bot);
    }
    return bot;
  }

  private static Finding finding(Connections now) {
    String detail = "%d of %d shards connected".formatted(now.connected(), now.shards());
    if (DiscordClock.isOff(now.clockAhead())) {
      detail += ", clock %+d s off Discord's".formatted(now.clockAhead().toSeconds());
    }
    boolean isInTime = now.clockAhead().abs().compareTo(MAX_CLOCK_OFF) < 0;
    return now.areAllUp() && isInTime ? Finding.healthy(detail) : Finding.unhealthy(detail);
  }

  @Override
  public void close() {
    if (served != null) {
      served.close();
    }
  }

  /** Health and metrics cannot be served; the message is one line with a remedy. */
  public static final class OpsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OpsUnavailableException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Where the bot can be asked for its health and load; a port is 1 to 65,535. Immutable. */
  public record OpsSettings(
      boolean enabled, InetAddress address, @Setting(least = "1", most = "65535") int port) {
    /** On this machine alone; a port that nothing known to us uses. */
    public static final OpsSettings STANDARD =
        new OpsSettings(true, InetAddress.ofLiteral("127.0.0.1"), 8917);

    /** Address and port, as they are written in an address of the web. */
    static String text(InetSocketAddress where) {
      String address = where.getAddress().getHostAddress();
      boolean isSix = where.getAddress() instanceof Inet6Address;
      return (isSix ? "[" + address + "]" : address) + ":" + where.getPort();
    }

    InetSocketAddress listenAt() {
      return new InetSocketAddress(address, port);
    }

    InetSocketAddress reachAt() {
      InetAddress reached =
          address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
      return new InetSocketAddress(reached, port);
    }
  }
}

package dev.readout.discord.standin.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.time.Signal;
import dev.readout.discord.standin.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The gateway and its faults. A fault acts on every live connection, or from now on. Thread-safe.
 */
public final class Gateway implements AutoCloseable {
  private static final int STOP_MILLIS = 1000;

  /** Members, presences, message content: only for bots that Discord has looked at. */
  private static final int PRIVILEGED_INTENTS = 1 << 1 | 1 << 8 | 1 << 15;

  /**
   * How the gateway is set up.
   *
   * @param token what the bot has to show; empty for any
   * @param heartbeat how often the bot is told to beat
   * @param patience how long the waiting methods wait
   */
  public record Setup(
      int port,
      String token,
      ObjectNode bot,
      List<Guild> guilds,
      Duration heartbeat,
      Duration patience) {}

  private final Setup setup;
  private final GatewayServer server;
  private final Signal signal = new Signal();
  private final List<Session> sessions = new ArrayList<>();
  private final Set<String> left = ConcurrentHashMap.newKeySet();
  private final AtomicInteger identified = new AtomicInteger();
  private final AtomicInteger resumed = new AtomicInteger();
  private volatile boolean isAcknowledging = true;
  private volatile boolean isRefusingResume;

  /** Resumes that wait for their answer; null while they are answered at once. */
  private @Nullable List<Runnable> waitingResumes;

  private Gateway(Setup setup, ServerSocketChannel channel) {
    this.setup = setup;
    this.server = new GatewayServer(channel, this);
  }

  /** Opens a gateway on loopback; port 0 for any. */
  public static Gateway open(Setup setup) {
    try {
      ServerSocketChannel channel = ServerSocketChannel.open();
      channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), setup.port()));
      Gateway gateway = new Gateway(setup, channel);
      gateway.server.start();
      return gateway;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the gateway on port " + setup.port(), e);
    }
  }

  /** Where the bot connects. */
  public String url() {
    return "ws://127.0.0.1:" + server.boundPort() + "/";
  }

  /**
   * Sends an event to the shard of a server; to shard 0 if the id is empty. Waits for a bot. Where
   * several processes serve the shard, each of them hears of it.
   */
  public void dispatch(String guildId, String type, ObjectNode data) {
    Session latest = session(guildId);
    others(guildId, latest).forEach(session -> session.dispatch(type, data));
    latest.dispatch(type, data);
  }

  private List<Session> others(String guildId, Session latest) {
    synchronized (sessions) {
      return sessions.stream()
          .filter(s -> s != latest && s.serves(guildId) && s.connection().isPresent())
          .toList();
    }
  }

  private Session session(String guildId) {
    return signal.await(
        setup.patience(), () -> latest(guildId), () -> "no bot has identified at the gateway");
  }

  private Optional<Session> latest(String guildId) {
    synchronized (sessions) {
      return sessions.reversed().stream().filter(s -> s.serves(guildId)).findFirst();
    }
  }

  /** Takes the bot out of a server: it is kicked there. */
  public void leave(Guild guild) {
    left.add(guild.id());
    dispatch(guild.id(), "GUILD_DELETE", Json.object().put("id", guild.id()));
  }

  /** Invites the bot back to a server that it was taken out of. */
  public void comeBack(Guild guild) {
    left.remove(guild.id());
    dispatch(guild.id(), "GUILD_CREATE", ReadyEvents.guildCreate(guild, setup.bot()));
  }

  /** Waits until so many shards have identified, in all, since the start. */
  public void awaitIdentified(int count) {
    await(identified, count, "identified");
  }

  /** Waits until the bot has resumed so often, in all, since the start. */
  public void awaitResumed(int count) {
    await(resumed, count, "resumed");
  }

  private void await(AtomicInteger counter, int count, String what) {
    signal.await(
        setup.patience(),
        () -> Optional.of(counter.get()).filter(n -> n >= count),
        () -> "the bot has " + what + " " + counter.get() + " times, not " + count);
  }

  /** How often a shard has identified. */
  public int identified() {
    return identified.get();
  }

  /** How often the bot has resumed. */
  public int resumed() {
    return resumed.get();
  }

  // Faults.

  /** Asks the bot to reconnect and resume, as before a restart of Discord's (op 7). */
  public void requestReconnect() {
    onLive(connection -> connection.send(payload(Opcode.RECONNECT)));
  }

  /** Declares sessions invalid (op 9); the bot may resume, or has to identify anew. */
  public void invalidateSessions(boolean isResumable) {
    if (!isResumable) {
      forgetSessions();
    }
    onLive(c -> c.send(payload(Opcode.INVALID_SESSION).put("d", isResumable)));
  }

  /** Closes with a code; see {@link CloseCode}. */
  public void close(int code) {
    onLive(connection -> connection.close(code, "by the test"));
  }

  /** Ends TCP connections without a word. */
  public void cut() {
    onLive(Connection::cut);
  }

  /** Whether heartbeats are answered from now on; without answers a bot should reconnect. */
  public void acknowledgeHeartbeats(boolean isAcknowledging) {
    this.isAcknowledging = isAcknowledging;
  }

  /** Whether a resume is refused from now on; the bot then has to identify anew. */
  public void refuseResume(boolean isRefusing) {
    this.isRefusingResume = isRefusing;
  }

  /** Leaves resumes without an answer from now on. */
  public synchronized void holdResumes() {
    waitingResumes = new ArrayList<>();
  }

  /** Answers the resumes that wait, and further ones at once. */
  public synchronized void releaseResumes() {
    List<Runnable> waiting = waitingResumes;
    waitingResumes = null;
    if (waiting != null) {
      waiting.forEach(Runnable::run);
    }
  }

  private synchronized void resumeInTurn(Connection connection, JsonNode data) {
    if (waitingResumes == null) {
      resume(connection, data);
    } else {
      waitingResumes.add(() -> resume(connection, data));
    }
  }

  private void onLive(Consumer<Connection> action) {
    server.live().forEach(action);
  }

  private void forgetSessions() {
    synchronized (sessions) {
      sessions.clear();
    }
  }

  // What the bot sends; the server calls these, one payload of a connection at a time.

  void connected(Connection connection) {
    ObjectNode hello = payload(Opcode.HELLO);
    hello.putObject("d").put("heartbeat_interval", setup.heartbeat().toMillis());
    connection.send(hello);
  }

  void received(Connection connection, JsonNode payload) {
    JsonNode data = payload.path("d");
    switch (payload.path("op").asInt(-1)) {
      case Opcode.HEARTBEAT -> {
        if (isAcknowledging) {
          connection.send(payload(Opcode.HEARTBEAT_ACK));
        }
      }
      case Opcode.IDENTIFY -> identify(connection, data);
      case Opcode.RESUME -> resumeInTurn(connection, data);
      case Opcode.PRESENCE, Opcode.VOICE_STATE, Opcode.REQUEST_MEMBERS -> {}
      default -> connection.close(CloseCode.UNKNOWN_OPCODE, "Unknown opcode.");
    }
  }

  void lost(Connection connection) {
    synchronized (sessions) {
      sessions.forEach(session -> session.lose(connection));
    }
    connection.release();
  }

  private void identify(Connection connection, JsonNode data) {
    int shard = data.path("shard").path(0).asInt(0);
    int shards = data.path("shard").path(1).asInt(1);
    OptionalInt refusal = refusal(data, shard, shards);
    if (refusal.isPresent()) {
      connection.close(refusal.getAsInt(), "refused");
      return;
    }
    int number = identified.incrementAndGet();
    int intents = data.path("intents").asInt();
    Session session = new Session("session-" + number, shard, shards, intents, connection);
    List<Guild> guilds =
        setup.guilds().stream()
            .filter(g -> session.serves(g.id()) && !left.contains(g.id()))
            .toList();
    session.dispatch("READY", ReadyEvents.ready(setup.bot(), session.id(), url(), guilds));
    guilds.forEach(
        guild -> session.dispatch("GUILD_CREATE", ReadyEvents.guildCreate(guild, setup.bot())));
    synchronized (sessions) {
      sessions.add(session);
    }
    signal.changed();
  }

  /** The code to close with, if the bot may not come in. */
  private OptionalInt refusal(JsonNode data, int shard, int shards) {
    if (!setup.token().isEmpty() && !setup.token().equals(data.path("token").asText())) {
      return OptionalInt.of(CloseCode.AUTHENTICATION_FAILED);
    }
    if (shard < 0 || shard >= shards) {
      return OptionalInt.of(CloseCode.INVALID_SHARD);
    }
    return (data.path("intents").asInt() & PRIVILEGED_INTENTS) == 0
        ? OptionalInt.empty()
        : OptionalInt.of(CloseCode.DISALLOWED_INTENTS);
  }

  private void resume(Connection connection, JsonNode data) {
    String id = data.path("session_id").asText();
    Optional<Session> session;
    synchronized (sessions) {
      session = sessions.stream().filter(s -> s.id().equals(id) && !isRefusingResume).findFirst();
    }
    boolean isResumed =
        session.filter(s -> s.resume(connection, data.path("seq").asInt())).isPresent();
    if (isResumed) {
      resumed.incrementAndGet();
      signal.changed();
    } else {
      connection.send(payload(Opcode.INVALID_SESSION).put("d", false));
    }
  }

  private static ObjectNode payload(int opcode) {
    return Json.object().put("op", opcode).putNull("d").putNull("s").putNull("t");
  }

  /** Closes all connections and the port. */
  @Override
  public void close() {
    try {
      server.stop(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

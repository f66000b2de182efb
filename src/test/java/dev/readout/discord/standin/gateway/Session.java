package dev.readout.discord.standin.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.wire.Json;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the bot identified for one shard. Keeps the last 1,000 events, so that a bot that lost its
 * connection gets what it missed. Thread-safe.
 */
final class Session {
  private static final int REPLAYABLE = 1000;

  /** Without this intent a bot hears of no message in a server. */
  private static final int GUILD_MESSAGES = 1 << 9;

  private final String id;
  private final int shard;
  private final int shards;
  private final int intents;
  private final ArrayDeque<ObjectNode> events = new ArrayDeque<>();
  private int sequence;
  private @Nullable Connection connection;

  Session(String id, int shard, int shards, int intents, Connection connection) {
    this.id = id;
    this.shard = shard;
    this.shards = shards;
    this.intents = intents;
    this.connection = connection;
  }

  String id() {
    return id;
  }

  /** True if the events of this server belong to it; those outside servers belong to shard 0. */
  boolean serves(String guildId) {
    long key = guildId.isEmpty() ? 0 : Long.parseLong(guildId) >> 22;
    return key % shards == shard;
  }

  synchronized Optional<Connection> connection() {
    return Optional.ofNullable(connection);
  }

  /** Sends an event, or keeps it until the bot resumes. */
  synchronized void dispatch(String type, ObjectNode data) {
    if (type.equals("MESSAGE_CREATE") && (intents & GUILD_MESSAGES) == 0) {
      return;
    }
    sequence++;
    ObjectNode event = Json.object().put("op", Opcode.DISPATCH).put("t", type).put("s", sequence);
    event.set("d", data);
    events.addLast(event);
    if (events.size() > REPLAYABLE) {
      events.removeFirst();
    }
    if (connection != null) {
      connection.send(event);
    }
  }

  /** Goes on over a new connection; false if the bot cannot have what it missed. */
  synchronized boolean resume(Connection next, int lastSeen) {
    int oldest = sequence - events.size();
    if (lastSeen > sequence || lastSeen < oldest) {
      return false;
    }
    connection = next;
    events.stream().filter(event -> event.path("s").asInt() > lastSeen).forEach(next::send);
    dispatch("RESUMED", Json.object());
    return true;
  }

  synchronized void lose(Connection lost) {
    if (connection == lost) {
      connection = null;
    }
  }
}

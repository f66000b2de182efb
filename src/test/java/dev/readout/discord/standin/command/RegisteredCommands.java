package dev.readout.discord.standin.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.time.Signal;
import dev.readout.discord.standin.time.Snowflakes;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All registered commands. A scope is a server's id, or empty for everybody's. Thread-safe; as many
 * as the bot registers, and Discord's own limits are the contract's to check.
 */
public final class RegisteredCommands {
  private final String applicationId;
  private final Snowflakes ids;
  private final Duration patience;
  private final Signal signal = new Signal();
  private final Map<String, List<Command>> byScope = new HashMap<>();

  public RegisteredCommands(String applicationId, Snowflakes ids, Duration patience) {
    this.applicationId = applicationId;
    this.ids = ids;
    this.patience = patience;
  }

  /** Replaces all of a scope; a command of the same name and type keeps its id. */
  public ArrayNode replace(String scope, JsonNode bodies) {
    ArrayNode answer = JsonNodeFactory.instance.arrayNode();
    synchronized (byScope) {
      List<Command> stored =
          Json.elements(bodies).map(body -> stored(scope, body)).collect(Collectors.toList());
      byScope.put(scope, stored);
      stored.forEach(command -> answer.add(command.json()));
    }
    signal.changed();
    return answer;
  }

  /** Adds one, or replaces that of the same name and type. */
  public ObjectNode put(String scope, JsonNode body) {
    Command command;
    synchronized (byScope) {
      command = stored(scope, body);
      List<Command> others = new ArrayList<>(inScope(scope));
      others.removeIf(other -> other.id().equals(command.id()));
      others.add(command);
      byScope.put(scope, others);
    }
    signal.changed();
    return command.json();
  }

  /** Changes the fields given. */
  public ObjectNode edit(String scope, String id, JsonNode changes) {
    ObjectNode json;
    synchronized (byScope) {
      json = byId(scope, id).json();
      json.setAll(Json.objectOf(changes).deepCopy());
    }
    // Not under the lock: who waits looks here while holding the signal's.
    signal.changed();
    return json;
  }

  /** Removes one. */
  public void delete(String scope, String id) {
    synchronized (byScope) {
      Command command = byId(scope, id);
      byScope.put(scope, inScope(scope).stream().filter(other -> !other.equals(command)).toList());
    }
    signal.changed();
  }

  /** One by its id, as JSON. */
  public ObjectNode get(String scope, String id) {
    synchronized (byScope) {
      return byId(scope, id).json();
    }
  }

  /** Those registered for everybody. */
  public List<Command> global() {
    return inScope("");
  }

  /** Those registered in a scope. */
  public List<Command> inScope(String scope) {
    synchronized (byScope) {
      return List.copyOf(byScope.getOrDefault(scope, List.of()));
    }
  }

  /** What a person in this server sees; empty outside servers. A server's own come first. */
  public List<Command> visibleIn(Optional<String> guildId) {
    return Stream.concat(guildId.stream().flatMap(id -> inScope(id).stream()), global().stream())
        .toList();
  }

  /** Waits for a command of this type and name; most bots register only after they are ready. */
  public Command await(Optional<String> guildId, int type, String name) {
    return signal.await(
        patience,
        () -> find(guildId, type, name),
        () -> "no command %s of type %d; registered: %s".formatted(name, type, names(guildId)));
  }

  private Optional<Command> find(Optional<String> guildId, int type, String name) {
    return visibleIn(guildId).stream()
        .filter(command -> command.type() == type && command.name().equals(name))
        .findFirst();
  }

  private List<String> names(Optional<String> guildId) {
    return visibleIn(guildId).stream().map(Command::name).toList();
  }

  private Command byId(String scope, String id) {
    return inScope(scope).stream()
        .filter(command -> command.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refusal(404, 10063, "Unknown application command"));
  }

  private Command stored(String scope, JsonNode body) {
    ObjectNode json = Json.objectOf(body).deepCopy();
    int type = json.path("type").asInt(Command.SLASH);
    String name = json.path("name").asText();
    String id =
        inScope(scope).stream()
            .filter(old -> old.type() == type && old.name().equals(name))
            .map(Command::id)
            .findFirst()
            .orElseGet(ids::next);
    json.put("id", id).put("application_id", applicationId).put("version", ids.next());
    json.put("type", type);
    if (!json.has("description")) {
      json.put("description", "");
    }
    if (!scope.isEmpty()) {
      json.put("guild_id", scope);
    }
    normalise(json);
    return new Command(json);
  }

  /** JDA sends numbers as texts and texts as numbers; Discord answers with its own types. */
  private static void normalise(ObjectNode json) {
    JsonNode permissions = json.path("default_member_permissions");
    if (permissions.isNumber()) {
      json.put("default_member_permissions", permissions.asText());
    } else if (permissions.isMissingNode()) {
      json.putNull("default_member_permissions");
    }
    for (String field : List.of("contexts", "integration_types")) {
      if (json.path(field).isArray()) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        json.get(field).forEach(node -> numbers.add(node.asInt()));
        json.set(field, numbers);
      }
    }
  }
}

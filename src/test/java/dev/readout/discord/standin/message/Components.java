package dev.readout.discord.standin.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.wire.Json;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Walks Discord's trees of components. Type numbers are Discord's. */
public final class Components {
  public static final int ACTION_ROW = 1;
  public static final int BUTTON = 2;
  public static final int STRING_SELECT = 3;
  public static final int TEXT_INPUT = 4;
  public static final int CHANNEL_SELECT = 8;
  public static final int SECTION = 9;
  public static final int TEXT_DISPLAY = 10;
  public static final int THUMBNAIL = 11;
  public static final int MEDIA_GALLERY = 12;
  public static final int FILE = 13;
  public static final int SEPARATOR = 14;
  public static final int CONTAINER = 17;
  public static final int LABEL = 18;
  public static final int FILE_UPLOAD = 19;

  private static final Set<Integer> LEGACY = Set.of(ACTION_ROW, BUTTON, 3, 5, 6, 7, CHANNEL_SELECT);

  private Components() {}

  /** All components of a tree, in reading order; a parent before its children. */
  public static Stream<JsonNode> all(JsonNode components) {
    return Json.elements(components).flatMap(Components::withChildren);
  }

  /** All of one type. */
  public static Stream<JsonNode> all(JsonNode components, int type) {
    return all(components).filter(component -> type(component) == type);
  }

  private static Stream<JsonNode> withChildren(JsonNode component) {
    return Stream.of(
            Stream.of(component),
            all(component.path("components")),
            single(component.path("accessory")),
            single(component.path("component")))
        .flatMap(stream -> stream);
  }

  private static Stream<JsonNode> single(JsonNode component) {
    return component.isObject() ? withChildren(component) : Stream.of();
  }

  /** The type number, 0 if there is none. */
  public static int type(JsonNode component) {
    return component.path("type").asInt();
  }

  /** True for what a message can have without the Components V2 flag. */
  public static boolean isLegacy(JsonNode component) {
    return LEGACY.contains(type(component));
  }

  /** A copy with what Discord adds: a numeric id for each, and what was left out. */
  public static ArrayNode completed(JsonNode components) {
    ArrayNode copy = components.deepCopy();
    AtomicInteger next = new AtomicInteger();
    all(copy)
        .map(ObjectNode.class::cast)
        .forEach(
            component -> {
              if (component.path("id").asInt() <= 0) {
                component.put("id", next.incrementAndGet());
              }
              complete(component);
            });
    return copy;
  }

  private static void complete(ObjectNode component) {
    switch (type(component)) {
      case CONTAINER ->
          addAbsent(component, Json.object().put("spoiler", false).putNull("accent_color"));
      case FILE ->
          addAbsent(
              component, Json.object().put("spoiler", false).put("name", "file").put("size", 0));
      case THUMBNAIL ->
          addAbsent(component, Json.object().put("spoiler", false).putNull("description"));
      case SEPARATOR -> addAbsent(component, Json.object().put("spacing", 1).put("divider", true));
      case STRING_SELECT, 5, 6, 7, CHANNEL_SELECT ->
          addAbsent(component, Json.object().put("min_values", 1).put("max_values", 1));
      default -> {}
    }
  }

  private static void addAbsent(ObjectNode component, ObjectNode defaults) {
    defaults.propertyStream().forEach(e -> component.putIfAbsent(e.getKey(), e.getValue()));
  }
}

package dev.readout.discord.standin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.wire.Json;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the request schemas of Discord's document strict, and their complaints short. Unknown
 * fields are forbidden in requests, not in answers. A "one of" whose branches are told apart by
 * their "type", as components and options are, becomes a choice by that type: otherwise every error
 * is reported once for every branch. Only what requests use is kept, which makes loading quick.
 */
final class StrictSchemas {
  private static final String REFERENCE = "#/components/schemas/";
  private static final List<String> UNIONS = List.of("oneOf", "anyOf");

  private final JsonNode all;
  private final boolean isStrict;
  private final ObjectNode kept = Json.object();

  private StrictSchemas(JsonNode all, boolean isStrict) {
    this.all = all;
    this.isStrict = isStrict;
  }

  /** A document with only the schemas that requests use. */
  static ObjectNode ofRequests(JsonNode document) {
    return of(document, roots(), /* isStrict= */ true);
  }

  /** A document with only these schemas and what they use, as open as they are. */
  static ObjectNode ofAnswers(JsonNode document, Set<String> names) {
    return of(document, names, /* isStrict= */ false);
  }

  private static ObjectNode of(JsonNode document, Set<String> names, boolean isStrict) {
    StrictSchemas schemas =
        new StrictSchemas(document.path("components").path("schemas"), isStrict);
    ArrayDeque<String> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      String name = open.removeFirst();
      if (!schemas.kept.has(name) && schemas.all.has(name)) {
        ObjectNode schema = schemas.all.get(name).deepCopy();
        open.addAll(references(schema));
        schemas.tighten(schema);
        schemas.kept.set(name, schema);
      }
    }
    ObjectNode result = Json.object();
    result.putObject("components").set("schemas", schemas.kept);
    return result;
  }

  private static Set<String> roots() {
    Set<String> roots = new TreeSet<>();
    String choices = "InteractionApplicationCommandAutocompleteCallback";
    for (String kind : List.of("StringData", "IntegerData", "NumberData")) {
      roots.add(choices + kind);
    }
    for (RequestKind kind : RequestKind.values()) {
      for (int type = 4; type <= 9; type++) {
        roots.add(kind.schema(Json.object().put("type", type)));
      }
    }
    return roots;
  }

  private static Set<String> references(JsonNode schema) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode reference : schema.findValues("$ref")) {
      names.add(name(reference));
    }
    return names;
  }

  private static String name(JsonNode reference) {
    return reference.asText().replace(REFERENCE, "");
  }

  private void tighten(JsonNode node) {
    // Children first: what is put in below must stay open to other fields.
    node.forEach(this::tighten);
    if (node instanceof ObjectNode object) {
      if (isStrict && object.path("properties").isObject() && !object.has("additionalProperties")) {
        object.put("additionalProperties", false);
      }
      UNIONS.forEach(union -> simplify(object, union));
    }
  }

  private void simplify(ObjectNode schema, String union) {
    JsonNode branches = schema.path(union);
    if (Json.elements(branches).allMatch(branch -> branch.has("const")) && !branches.isEmpty()) {
      ArrayNode values = Json.array();
      branches.forEach(branch -> values.add(branch.get("const")));
      schema.remove(union);
      schema.set("enum", values);
      return;
    }
    List<JsonNode> objects = Json.elements(branches).filter(branch -> !isNull(branch)).toList();
    boolean isNullable = Json.elements(branches).anyMatch(StrictSchemas::isNull);
    if (objects.size() > 1 && objects.stream().allMatch(branch -> !types(branch).isEmpty())) {
      schema.remove(union);
      schema.set("allOf", byType(objects, isNullable));
    } else if (objects.size() == 1 && isNullable) {
      schema.remove(union);
      schema.set("if", Json.object().put("type", "null"));
      schema.set("else", objects.getFirst());
    }
  }

  private static boolean isNull(JsonNode branch) {
    return branch.path("type").asText().equals("null");
  }

  /** The values of "type" that a branch is for; empty if it does not say. */
  private JsonNode types(JsonNode branch) {
    return all.path(name(branch.path("$ref"))).path("properties").path("type").path("enum");
  }

  private ArrayNode byType(List<JsonNode> branches, boolean isNullable) {
    ArrayNode rules = Json.array();
    ArrayNode known = Json.array();
    for (JsonNode branch : branches) {
      types(branch).forEach(known::add);
      ObjectNode rule = rules.addObject();
      rule.set("if", ofType(types(branch)));
      rule.set("then", branch);
    }
    rules.add(isNullable ? Json.object().set("anyOf", nullOr(ofType(known))) : ofType(known));
    return rules;
  }

  private static ArrayNode nullOr(JsonNode schema) {
    return Json.array().add(Json.object().put("type", "null")).add(schema);
  }

  private static ObjectNode ofType(JsonNode values) {
    ObjectNode schema = Json.object().put("type", "object");
    schema.putObject("properties").putObject("type").set("enum", values);
    schema.set("required", Json.array("type"));
    return schema;
  }
}

package dev.readout.discord.standin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.readout.discord.standin.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Discord's OpenAPI document, where it lies beside the project. Requests are read strictly: a field
 * that it does not name is an error, since a misspelt one would have no effect. Thread-safe.
 */
final class DiscordDocument {
  /** Names the file, if it is in none of the usual places. */
  static final String PROPERTY = "readout.discord.openapi";

  private static final String NAME = "discord-openapi.json";
  private static final String URI = "https://stand-in.invalid/openapi.json";
  private static final String SCHEMAS = "#/components/schemas/";

  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private DiscordDocument(JsonNode schemas) {
    String text = schemas.toString();
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(URI, text)));
  }

  /** The file, if there is one. A worktree lies one folder deeper than the project. */
  static Optional<Path> find() {
    Stream<Path> named = Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).stream();
    Stream<Path> usual =
        Stream.of(Path.of("..", "shared", NAME), Path.of("..", "..", "shared", NAME));
    return Stream.concat(named, usual).filter(Files::isRegularFile).findFirst();
  }

  /** What it says of requests; reading takes a second or so. */
  static DiscordDocument ofRequests(Path file) {
    return new DiscordDocument(StrictSchemas.ofRequests(read(file)));
  }

  /** What it says of answers. */
  static DiscordDocument ofAnswers(Path file) {
    return new DiscordDocument(StrictSchemas.ofAnswers(read(file), AnswerKind.schemas()));
  }

  private static JsonNode read(Path file) {
    try {
      return Json.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** What is wrong with a body by the schema of this name, as "where: what". */
  List<String> errors(String schema, JsonNode body) {
    return schemas
        .computeIfAbsent(
            schema, name -> registry.getSchema(SchemaLocation.of(URI + SCHEMAS + name)))
        .validate(
            body.toString(),
            InputFormat.JSON,
            context ->
                context.executionConfig(
                    config -> config.formatAssertionsEnabled(true).locale(Locale.ROOT)))
        .stream()
        .map(DiscordDocument::text)
        .distinct()
        .toList();
  }

  private static String text(Error error) {
    return error.getInstanceLocation() + ": " + error.getMessage();
  }
}

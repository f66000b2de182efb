package dev.readout.corpus;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A JSON Schema (draft 2020-12) that a YAML document is held against. Thread-safe. */
final class Schema {
  private final com.networknt.schema.Schema schema;

  Schema(String json) {
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(json, InputFormat.JSON);
  }

  /** Every way in which the document is not of the schema's shape. */
  List<Defect> defects(Path file, YamlDocument document) {
    return schema
        .validate(
            document.root().toString(),
            InputFormat.JSON,
            context ->
                context.executionConfig(
                    config -> config.formatAssertionsEnabled(true).locale(Locale.ROOT)))
        .stream()
        .map(error -> defect(file, document, error))
        .toList();
  }

  private static Defect defect(Path file, YamlDocument document, Error error) {
    String pointer = pointer(error.getInstanceLocation().toString());
    String field = pointer.isEmpty() ? "front matter" : pointer.substring(1);
    return new Defect(file, document.line(pointer), field + ": " + message(error));
  }

  /** The validator's own words, but where they would not tell a person what to do. */
  private static String message(Error error) {
    return switch (error.getKeyword()) {
      case "oneOf" -> "needs one of 'published' and 'as_of', not both";
      case "anyOf" -> "needs 'url' with 'publisher' and 'type', or a 'citation'";
      case "format" -> "must be a day of the calendar, written as 2025-09-29";
      default -> error.getMessage();
    };
  }

  /** The validator writes locations as JSON pointers or as {@code $.a[0]}, by its settings. */
  private static String pointer(String location) {
    return location.startsWith("$")
        ? location
            .substring(1)
            .replace('.', '/')
            .replaceAll("\\[(\\d+)]", "/$1")
            .replaceAll("\\['([^']+)']", "/$1")
        : location;
  }
}

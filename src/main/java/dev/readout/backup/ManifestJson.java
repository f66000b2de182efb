package dev.readout.backup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as JSON. Its first key is {@code format}, so that a program can tell a later form
 * before it reads it. Thread-safe.
 */
final class ManifestJson {
  private static final String FORMAT = "format";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ManifestJson() {}

  /** Null where something is missing. */
  private record Form(
      int format,
      @Nullable String program,
      @Nullable String made,
      @Nullable String tables,
      @Nullable List<@Nullable FileForm> files) {}

  private record FileForm(
      @Nullable String name, long size, @Nullable String sha256, @Nullable String modified) {}

  static byte[] write(Manifest manifest) {
    List<@Nullable FileForm> files = new ArrayList<>();
    for (StoredFile file : manifest.files()) {
      files.add(new FileForm(file.name(), file.size(), file.sha256(), file.modified().toString()));
    }
    try {
      return MAPPER.writeValueAsBytes(
          new Form(
              Manifest.FORMAT,
              manifest.program(),
              manifest.made().toString(),
              manifest.tables(),
              files));
    } catch (IOException e) {
      throw new IllegalStateException("texts and numbers are always written", e);
    }
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws UnusableBackupException when it is no manifest, or one of a later form
   */
  static Manifest read(byte[] json) {
    try {
      refuseLater(json);
      return manifest(MAPPER.readValue(json, Form.class));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new UnusableBackupException("its manifest is damaged (" + firstLine(e) + ")", e);
    }
  }

  private static void refuseLater(byte[] json) throws IOException {
    try (JsonParser parser = MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT
          || !FORMAT.equals(parser.nextFieldName())
          || parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
        throw new UnusableBackupException("its manifest does not say of what format it is");
      }
      if (!parser.getText().equals(Integer.toString(Manifest.FORMAT))) {
        throw new UnusableBackupException(
            "it was made by another version of Readout (format %s, this one reads %d); restore it with that version"
                .formatted(parser.getText(), Manifest.FORMAT));
      }
    }
  }

  private static Manifest manifest(Form form) {
    List<StoredFile> files =
        required(form.files, "files").stream()
            .map(file -> required(file, "files"))
            .map(
                file ->
                    new StoredFile(
                        required(file.name, "name"),
                        file.size,
                        required(file.sha256, "sha256"),
                        Instant.parse(required(file.modified, "modified"))))
            .toList();
    return new Manifest(
        required(form.program, "program"),
        Instant.parse(required(form.made, "made")),
        required(form.tables, "tables"),
        files);
  }

  private static <T> T required(@Nullable T value, String key) {
    if (value == null) {
      throw new IllegalArgumentException("no " + key);
    }
    return value;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
